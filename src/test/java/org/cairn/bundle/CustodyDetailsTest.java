package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.custody.CustodyEvent;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Whoever reads a custody schedule reads no codes.
class CustodyDetailsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | missing          | declarations, signature | missing: all declarations, signature
            en | recordingConsent | granted                 | consent to be recorded: given before
            en | revision         | 2                       | revision: 2
            ar | missing          | declarations            | الناقص: كل الإقرارات
            zh | what             | pages                   | 部分: 由另一程序制成的页面
            """)
    void saysCodesInWords(String language, String name, String value, String said) {
        CustodyEvent event = new CustodyEvent(
                1,
                Instant.EPOCH,
                "recorder",
                "SEALED",
                Optional.empty(),
                Map.of(name, value),
                CustodyEvent.BEGINNING,
                Fingerprint.of(new byte[0]),
                new byte[64],
                new byte[32]);

        assertThat(new CustodyDetails(new Words(Locale.forLanguageTag(language))).of(event))
                .singleElement()
                .extracting(line -> line.replace("\u200E", ""))
                .isEqualTo(said);
    }
}
