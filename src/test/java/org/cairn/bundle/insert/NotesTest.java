package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NotesTest {

    @ParameterizedTest
    @ValueSource(strings = {"en", "ar", "fr", "es", "ru", "zh"})
    void everyNoteIsASentenceInEveryLanguageOfTheProgram(String language) {
        Messages words = Messages.of("bundle", Locale.of(language));
        Notes notes = new Notes("A/7");
        notes.onPage(3);
        for (Notes.Kind kind : Notes.Kind.values()) {
            notes.count(kind, 2);
        }

        assertThat(notes.results()).hasSameSizeAs(Notes.Kind.values());
        for (RuleResult result : notes.results()) {
            assertThat(words.text(result.code(), result.arguments().toArray()))
                    .contains("A/7")
                    .doesNotContain("«");
        }
    }
}
