package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the model of languages is shown of a text, and what it says.
class LanguageModelTest {

    @Test
    void looksAtWordsAloneAndAtNoAddress() {
        assertThat(shown("Write to witness.7@example.org or http://example.org/a?b=c, by 12.03.2019!"))
                .isEqualTo("write to or by ");
    }

    @Test
    void looksAtNoLetterMoreThanTwiceInARow() {
        assertThat(shown("Nooooo, коооооот")).isEqualTo("noo коот");
    }

    @Test
    void looksAtTheBeginningOfAWordWithoutAnEnd() {
        assertThat(shown("ab".repeat(5_000))).hasSize(1_000);
    }

    @Test
    void putsTheLanguageOfATextFirst() throws IOException {
        LanguageModel model = LanguageModel.load();
        Map.of(
                        "eng", "They took me to a ward without windows and nobody told me why.",
                        "deu", "Sie brachten mich in ein Zimmer ohne Fenster, und niemand sagte mir warum.",
                        "rus", "Врачи взяли кровь у всех, кто был в комнате, и не сказали, зачем она нужна.",
                        "kaz", "Мені терезесіз бөлмеге апарды, ешкім маған себебін айтқан жоқ.")
                .forEach((language, text) ->
                        assertThat(model.scores(text).getFirst().language()).isEqualTo(language));
    }

    private static String shown(String text) {
        int[] letters = LanguageModel.letters(text);
        return new String(letters, 0, letters.length);
    }
}
