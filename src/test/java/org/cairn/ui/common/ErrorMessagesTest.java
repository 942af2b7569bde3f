package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.Test;

class ErrorMessagesTest {

    private final ErrorMessages errors = new ErrorMessages(new Words(Locale.ENGLISH, ZoneId.of("UTC")));

    @Test
    void saysWhatHappenedAndWhatToDo() {
        Told told = errors.tell(new ArchiveException.RecordSealed(Reference.parse("T-0007")));

        assertThat(told.what()).isEqualTo("T-0007 is sealed and cannot be changed.");
        assertThat(told.advice()).contains("correction");
    }

    @Test
    void countsWhatIsMissing() {
        assertThat(errors.tell(new ArchiveException.NotReady(List.of("paragraphs")))
                        .what())
                .contains("one thing is missing");
        assertThat(errors.tell(new ArchiveException.NotReady(List.of("paragraphs", "consentStore")))
                        .what())
                .contains("2 things are missing");
    }

    @Test
    void givesAnythingElseACodeThatRepeatsNothing() {
        Told told = errors.tell(new IllegalStateException("Amina Yusuf"));

        assertThat(told.what()).matches(".*F-[0-9A-F]{8}.*").doesNotContain("Amina");
        assertThat(told.advice()).doesNotContain("Amina");
    }

    @Test
    void speaksArabic() {
        ErrorMessages arabic = new ErrorMessages(new Words(Locale.of("ar"), ZoneId.of("UTC")));

        assertThat(arabic.tell(new ArchiveException.StorageFull()).what()).isEqualTo("القرص ممتلئ.");
    }
}
