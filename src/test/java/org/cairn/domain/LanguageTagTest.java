package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({"en,en", "EN-gb,en-GB", "zh-hans,zh-Hans", "UG-LATN,ug-Latn", "und,und", "kk-arab-CN,kk-Arab-CN"})
    void isWrittenInItsUsualLetters(String given, String usual) {
        assertThat(new LanguageTag(given)).hasToString(usual);
        assertThat(new LanguageTag(given)).isEqualTo(new LanguageTag(usual));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "not a language", "en_GB", "e", "en-", "-en", "en GB", "e1", "维"})
    void refusesWhatIsNoTag(String given) {
        assertThatThrownBy(() -> new LanguageTag(given)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"zh-Hans,zh", "ug-Latn-CN,ug", "ru-KZ,ru", "und,und"})
    void knowsItsLanguageWithoutScriptAndRegion(String tag, String primary) {
        assertThat(new LanguageTag(tag).primary()).isEqualTo(primary);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"ar", "ug", "ar-EG", "fa", "he", "ur-PK", "ug-Arab", "kk-Arab", "he-Hebr", "dv-Thaa", "und-Arab"
            })
    void isWrittenFromTheRight(String tag) {
        assertThat(new LanguageTag(tag).rightToLeft()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "ug-Latn", "ug-Cyrl", "ar-Latn", "kk", "zh", "bo", "ru", "und"})
    void isWrittenFromTheLeft(String tag) {
        assertThat(new LanguageTag(tag).rightToLeft()).isFalse();
    }

    @Test
    void isTheSameTagOnATurkishMachine() {
        Locale before = Locale.getDefault();
        Locale.setDefault(Locale.of("tr", "TR"));
        try {
            assertThat(new LanguageTag("IT-it")).hasToString("it-IT");
        } finally {
            Locale.setDefault(before);
        }
    }
}
