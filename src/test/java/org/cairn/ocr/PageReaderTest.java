package org.cairn.ocr;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.domain.reading.WordPlace;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;

/// With the real program, where it is installed.
class PageReaderTest {

    private static final String[] ENGLISH = {
        "On the morning of 12 March 2014 the guards took",
        "a sample of blood from every prisoner in the block.",
        "Nobody said what the tests were for.",
    };
    private static final String[] RUSSIAN = {
        "Утром двенадцатого марта охранники взяли кровь",
        "у каждого заключённого второго корпуса.",
        "Свидетель слышал, как врач говорил о почке.",
    };
    private static final String[] ARABIC = {
        "أخذ الحراس عينة من الدم من كل سجين في المبنى الثاني",
        "ولم يقل أحد لماذا كانت هذه الفحوص",
        "سمع الشاهد الطبيب يتحدث عن كلية مطابقة",
    };

    @Test
    void readsEnglishRussianAndArabicAndFindsOutWhichItIs() throws Exception {
        Tesseract tesseract = Scans.tesseract("eng", "rus", "ara", "osd");

        assertReads(tesseract, Scans.page("DejaVuSans.ttf", false, ENGLISH), "eng", ENGLISH);
        assertReads(tesseract, Scans.page("DejaVuSans.ttf", false, RUSSIAN), "rus", RUSSIAN);
        assertReads(tesseract, Scans.page("NotoNaskhArabic-Regular.ttf", true, ARABIC), "ara", ARABIC);
    }

    private static void assertReads(Tesseract tesseract, BufferedImage scan, String pack, String... lines)
            throws NotRecognised {
        PageReader reader = new PageReader(tesseract, OcrLimits.DEFAULT, Progress.none());
        List<Languages.Entry> three = Languages.installed(List.of("eng", "rus", "ara"));

        Recognised read =
                new LanguageTrial(reader, List.of(), three, text -> java.util.Optional.empty()).read(Scans.grey(scan));

        assertThat(read.packs()).containsExactly(pack);
        assertThat(wordsOf(lines, read.text())).isGreaterThanOrEqualTo(0.7);
        assertThat(read.confidence()).isGreaterThan(60);
        for (WordPlace word : read.words()) {
            assertThat(word.x() + word.width()).isBetween(0.0, 1.0);
            assertThat(word.y() + word.height()).isBetween(0.0, 1.0);
            assertThat(read.text().substring(word.start(), word.end())).isNotBlank();
        }
    }

    @Test
    void readsAPageThatLiesOnItsSideAndPlacesItsWordsAsItIsShown() throws Exception {
        Tesseract tesseract = Scans.tesseract("eng");
        PageReader reader = new PageReader(tesseract, OcrLimits.DEFAULT, Progress.none());
        GreyPage upright = Scans.grey(Scans.page("DejaVuSans.ttf", false, ENGLISH));

        Recognised straight = reader.read(upright, List.of("eng"), 0);
        Recognised turned = reader.read(upright.turned(3), List.of("eng"), 1);

        assertThat(turned.text()).isEqualTo(straight.text());
        for (int i = 0; i < straight.words().size(); i++) {
            WordPlace word = straight.words().get(i);
            WordPlace onItsSide = turned.words().get(i);
            // turned to the left, the right edge is the top
            assertThat(onItsSide.y()).isCloseTo(1 - word.x() - word.width(), within(0.001));
            assertThat(onItsSide.x()).isCloseTo(word.y(), within(0.001));
        }
    }

    private static org.assertj.core.data.Offset<Double> within(double most) {
        return org.assertj.core.data.Offset.offset(most);
    }

    @Test
    void findsNothingOnAnEmptySheet() throws Exception {
        PageReader reader = new PageReader(Scans.tesseract("eng"), OcrLimits.DEFAULT, Progress.none());

        assertThat(reader.read(Scans.grey(Scans.page("DejaVuSans.ttf", false)), List.of("eng"), 0)
                        .silent())
                .isTrue();
    }

    /// Which part of the words that were drawn were read.
    static double wordsOf(String[] drawn, String read) {
        List<String> wanted = Arrays.stream(drawn)
                .flatMap(line -> Arrays.stream(line.split(" ")))
                .toList();
        Set<String> found = new TreeSet<>(Arrays.asList(read.split("\\s+")));
        return wanted.stream().filter(found::contains).count() / (double) wanted.size();
    }
}
