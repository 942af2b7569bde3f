package org.cairn.domain.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.reading.ClaimedDate.Deed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClaimedDateTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2014-03-05T17:30:00Z | 2014-03-05?",
                "2014-03-05 | 2014-03-05?",
                "2014:03:05 10:20:30 | 2014-03-05?",
                "20140305 | 2014-03-05?",
                "2014-03-05T17:30:00Z, 2015-01-01T00:00:00Z | 2014-03-05?",
            })
    void understandsTheDayHoweverFilesWriteIt(String written, String edtf) {
        assertThat(created("application/pdf", written).map(claim -> claim.date().edtf()))
                .contains(edtf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "2014-13-45T00:00:00Z", "0000-00-00", "99999999", "5", "1/2/2014"})
    void claimsNothingThatIsNoDay(String written) {
        assertThat(created("application/pdf", written)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1970-01-01T00:00:00Z",
                "1969-12-31T19:00:00Z",
                "1601-01-01",
                "1904-01-01",
                "1980-01-01T00:00:00Z"
            })
    void takesAClockThatWasNeverSetForNone(String written) {
        assertThat(created("image/jpeg", written)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "message/rfc822, SENT",
        "application/vnd.ms-outlook, SENT",
        "image/jpeg, TAKEN",
        "application/dicom, TAKEN",
        "application/pdf, MADE",
    })
    void saysWhatHappenedThatDay(String mediaType, Deed deed) {
        assertThat(created(mediaType, "2014-03-05").map(ClaimedDate::of)).contains(deed);
    }

    @Test
    void believesTheSendersOwnCalendarBeforeThatOfGreenwich() {
        Reading mail = reading(
                "message/rfc822", Map.of("sent", "Thu, 6 Mar 2014 01:30:00 +0600", "created", "2014-03-05T19:30:00Z"));
        assertThat(ClaimedDate.of(mail).map(ClaimedDate::date)).contains(FuzzyDate.parse("2014-03-06?"));
    }

    @Test
    void fallsBackWhereTheMessagesOwnLineCannotBeRead() {
        Reading mail = reading("message/rfc822", Map.of("sent", "yesterday", "created", "2014-03-05T19:30:00Z"));
        assertThat(ClaimedDate.of(mail).map(ClaimedDate::date)).contains(FuzzyDate.parse("2014-03-05?"));
    }

    private static Optional<ClaimedDate> created(String mediaType, String written) {
        return ClaimedDate.of(reading(mediaType, Map.of("created", written)));
    }

    private static Reading reading(String mediaType, Map<String, String> metadata) {
        return new Reading(ReadingStatus.COMPLETE, "", mediaType, 1, 1, Optional.empty(), 0, 0, metadata);
    }
}
