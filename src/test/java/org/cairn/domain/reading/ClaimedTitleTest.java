package org.cairn.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Only a message says what it is about, and it says it in one line.
class ClaimedTitleTest {

    private static Optional<String> of(String mediaType, Map<String, String> told) {
        return ClaimedTitle.of(new Reading(ReadingStatus.COMPLETE, "", mediaType, 0, 1, Optional.empty(), 0, 0, told));
    }

    @Test
    void isTheSubjectOfAMessageInOneLine() {
        assertThat(of("message/rfc822", Map.of("subject", " Re: The\r\n\tward ", "title", "other")))
                .contains("Re: The ward");
        assertThat(of("application/vnd.ms-outlook", Map.of("title", "Re: The ward")))
                .contains("Re: The ward");
        assertThat(of("message/rfc822", Map.of("subject", " \n"))).isEmpty();
        assertThat(of("message/rfc822", Map.of())).isEmpty();
    }

    @Test
    void turnsNothingThatStandsBehindIt() {
        assertThat(of("message/rfc822", Map.of("subject", "list \u202E]NEPO[\u2066\u2028next")))
                .contains("list ]NEPO[ next");
    }

    @Test
    void isNothingOfADocument() {
        assertThat(of("application/pdf", Map.of("title", "Microsoft Word - Document1", "subject", "x")))
                .isEmpty();
    }

    @Test
    void cutsWhatIsLongerThanALineBetweenCharacters() {
        assertThat(of("message/rfc822", Map.of("subject", "𝒳".repeat(201)))).contains("𝒳".repeat(200) + "…");
    }
}
