package org.cairn.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.cairn.domain.reading.WordPlace;
import org.junit.jupiter.api.Test;

class WordTableTest {

    private static final GreyPage PAGE = new GreyPage(1000, 500, new byte[500_000], 300);

    @Test
    void keepsLinesAndParagraphs() {
        Recognised read = read(row(1, 1, 1, 10, 10, 90, "The")
                + row(1, 1, 1, 60, 10, 80, "blood")
                + row(1, 1, 2, 10, 40, 70, "was")
                + row(1, 2, 1, 10, 90, 60, "taken"));

        assertThat(read.text()).isEqualTo("The blood\nwas\n\ntaken");
        assertThat(read.words())
                .hasSize(4)
                .allSatisfy(word -> assertThat(read.text().substring(word.start(), word.end()))
                        .isIn("The", "blood", "was", "taken"));
    }

    @Test
    void putsNoSpaceWhereChineseAndTibetanHaveNone() {
        assertThat(read(row(1, 1, 1, 10, 10, 90, "证人") + row(1, 1, 1, 52, 10, 90, "听见"))
                        .text())
                .isEqualTo("证人听见");
        assertThat(read(row(1, 1, 1, 10, 10, 90, "སྨན་") + row(1, 1, 1, 52, 10, 90, "པས་"))
                        .text())
                .isEqualTo("སྨན་པས་");
    }

    @Test
    void countsALongWordMoreThanAShortOne() {
        assertThat(read(row(1, 1, 1, 10, 10, 100, "kidney") + row(1, 1, 1, 60, 10, 0, "kid"))
                        .confidence())
                .isEqualTo(67);
    }

    @Test
    void placesEveryWordWithinThePageWhateverTheProgramSays() {
        Random random = new Random(4);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder table = new StringBuilder();
            for (int word = 0; word < 5; word++) {
                table.append("5\t1\t1\t1\t")
                        .append(random.nextInt(3))
                        .append('\t')
                        .append(word);
                for (int side = 0; side < 4; side++) {
                    table.append('\t').append(random.nextInt(4_000) - 1_500);
                }
                table.append('\t').append(random.nextInt(400) - 200).append("\tword\n");
            }
            Recognised read = WordTable.read(table.toString(), PAGE, List.of("eng"), random.nextInt(4));

            assertThat(read.confidence()).isBetween(0, 100);
            for (WordPlace word : read.words()) {
                assertThat(word.x()).isBetween(0.0, 1.0);
                assertThat(word.y()).isBetween(0.0, 1.0);
                assertThat(word.x() + word.width()).isBetween(0.0, 1.0 + 1e-9);
                assertThat(word.y() + word.height()).isBetween(0.0, 1.0 + 1e-9);
            }
        }
    }

    @Test
    void passesOverWhatIsNoWord() {
        assertThat(read("nonsense\n5\t1\t1\n4\t1\t1\t1\t1\t0\t0\t0\t10\t10\t-1\t\n")
                        .silent())
                .isTrue();
    }

    private static Recognised read(String table) {
        return WordTable.read(table, PAGE, List.of("eng"), 0);
    }

    private static String row(int block, int paragraph, int line, int left, int top, int confidence, String word) {
        return "5\t1\t" + block + "\t" + paragraph + "\t" + line + "\t1\t" + left + "\t" + top + "\t40\t20\t"
                + confidence + "\t" + word + "\n";
    }
}
