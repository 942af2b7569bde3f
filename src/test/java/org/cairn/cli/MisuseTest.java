package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import java.util.Locale;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/// A command line that is not understood is refused in the person's language, never in the parser's English.
class MisuseTest {

    @ParameterizedTest
    @CsvSource({
        "imprt, imprt",
        "list witness --nosuch, --nosuch",
        "list, KIND",
        "create, --name N",
        "list witness --limit, --limit N",
        "search --limit --json, --limit N",
        "list witness person place, place",
        "list witness --limit 1 --limit 2, --limit",
        "list witness --limit many, many",
        "list witness --sort colour, colour",
        "list witness --json=perhaps, perhaps",
        "search x --protection NOTHING, NOTHING",
        "list witness --lang qq, qq",
    })
    void saysInEveryLanguageWhatIsWrong(String line, String about) {
        String english = misuse(line, Locale.ENGLISH).message();
        for (Locale language : Messages.LANGUAGES) {
            String message = misuse(line, language).message();
            assertThat(message).contains(about).doesNotContain("«misuse", "{");
            assertThat(message)
                    .doesNotContain("option '", "Unknown", "Unmatched", "Invalid", "Expected", "required", "specified");
            if (!language.equals(Locale.ENGLISH)) {
                assertThat(message).isNotEqualTo(english);
            }
        }
    }

    @Test
    void saysWhatMayStandThereInstead() {
        assertThat(misuse("search x --protection NOTHING", Locale.ENGLISH).allowed())
                .contains("EX_PARTE");
        assertThat(misuse("users --add x --role KING", Locale.ENGLISH).allowed())
                .contains("OWNER");
        assertThat(misuse("list witness --lang qq", Locale.ENGLISH).allowed()).contains("ar");
    }

    @Test
    void guessesWhatWasMeant() {
        assertThat(misuse("imprt", Locale.ENGLISH).message()).contains("import");
        assertThat(misuse("import --grahpic", Locale.ENGLISH).message()).contains("--graphic");
    }

    @Test
    void knowsTheLanguageBeforeTheLineIsUnderstood() {
        assertThat(asked("--lang", "ar", "nonsense")).hasToString("ar");
        assertThat(asked("list", "--lang=zh-Hans")).hasToString("zh__#Hans");
        assertThat(asked("--lang", "fr", "list", "--lang", "ru")).hasToString("ru");
        assertThat(SpokenLanguage.askedIn(new String[] {"list", "--lang", "qq"}))
                .isEmpty();
        assertThat(SpokenLanguage.askedIn(new String[] {"list", "--lang"})).isEmpty();
    }

    private static Locale asked(String... arguments) {
        return SpokenLanguage.askedIn(arguments).orElseThrow();
    }

    private static Misuse misuse(String line, Locale language) {
        Words words = new Words(language);
        CommandLine program = Cairn.line(fault -> "", words);
        String[] arguments = List.of(line.split(" ")).toArray(String[]::new);
        return Misuse.of(catchThrowableOfType(ParameterException.class, () -> program.parseArgs(arguments)), words);
    }
}
