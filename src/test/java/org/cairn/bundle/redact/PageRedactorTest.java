package org.cairn.bundle.redact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.cairn.bundle.insert.OutsideProgram;
import org.cairn.bundle.redact.RedactedPage.Fate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageRedactorTest {

    private static final String SCRIPTS = """
            en | The guard Aminata Sow opened the door at night.        | Aminata Sow | The guard opened the door at night.
            ru | Сторож Иван Петров открыл дверь ночью.                  | Иван Петров | Сторож открыл дверь ночью.
            ar | فتح الحارس عبد الرحيم الباب ليلا في القرية               | عبد الرحيم   | فتح الحارس الباب ليلا في القرية
            zh | 夜里看守张伟打开了门。                                      | 张伟         | 夜里看守打开了门。
            bo | མཚན་མོར་བཀྲ་ཤིས་ཀྱིས་སྒོ་ཕྱེས                          | བཀྲ་ཤིས་      | མཚན་མོར་ཀྱིས་སྒོ་ཕྱེས
            """;

    private static Redacting redacting;

    @BeforeAll
    static void begin() {
        redacting = new Redacting();
    }

    @AfterAll
    static void end() {
        redacting.close();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = SCRIPTS)
    void leavesTheWordsBesideABoxInOrder(String language, String sentence, String name, String rest) {
        Redacting.Made made = redacting.set(List.of(sentence), name);

        assertThat(made.fates()).extracting(RedactedPage::fate).containsExactly(Fate.PAINTED);
        assertThat(plain(made.text())).as(language).contains(plain(rest));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = SCRIPTS)
    void leavesTheWordsBesideABoxInOrderForOtherPrograms(
            String language, String sentence, String name, String rest, @TempDir Path folder) throws Exception {
        Redacting.Made made = redacting.set(List.of(sentence), name);

        Path file = Files.write(folder.resolve("set.pdf"), made.pdf());
        Path text = folder.resolve("set.txt");
        OutsideProgram.run(folder, "pdftotext", file.toString(), text.toString());
        assertThat(plain(Files.readString(text, StandardCharsets.UTF_8))).as(language).contains(plain(rest));
    }

    private static String plain(String text) {
        return text.replaceAll("[\\s\\p{Cf}]", "");
    }

    @Test
    void showsAPictureOfThePage(@TempDir Path folder) throws IOException {
        Redacting.Made made = redacting.set(
                List.of("The guard Aminata Sow opened the door at night.", "夜里看守张伟打开了门。"), "Aminata Sow", "张伟");
        Files.write(Path.of("/tmp/h/out/red/try.pdf"), made.pdf());
        assertThat(made.text()).contains("SOURCE");
    }
}
