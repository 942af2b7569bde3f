package org.cairn.bundle.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScriptsTest {

    static byte[] set(String text) throws IOException {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            Flow flow = new Flow(fonts, Margins.centimetres(2.5f), Direction.LEFT_TO_RIGHT);
            flow.paragraph(text, Style.serif(11, 18), Direction.LEFT_TO_RIGHT.orOf(text), 0, Optional.empty());
            flow.finish().pages().forEach(document::addPage);
            fonts.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        }
    }

    private static String readBack(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    en | I was taken to the clinic at night, and nobody told me why.
                    ru | Меня привезли в клинику ночью, и никто ничего не объяснил.
                    zh | 夜里我被带到诊所，没有人告诉我原因。
                    ar | أخذت إلى العيادة ليلا ولم يخبرني أحد بالسبب، في ٢٠١٧ وفي 2018.
                    fa | شبانه مرا به درمانگاه بردند و کسی نگفت چرا.
                    ug | مېنى كېچىدە دوختۇرخانىغا ئېلىپ باردى، ھېچكىم سەۋەبىنى ئېيتمىدى.
                    bo | མཚན་མོར་ང་སྨན་ཁང་ལ་ཁྲིད
                    he | לקחו אותי למרפאה בלילה ואיש לא אמר לי מדוע.
                    hi | मुझे रात में क्लिनिक ले जाया गया और किसी ने कारण नहीं बताया।
                    am | በሌሊት ወደ ክሊኒኩ ወሰዱኝ፤ ማንም ምክንያቱን አልነገረኝም።
                    """)
    void setsTextThatCanBeFoundAgain(String language, String sentence) throws IOException {
        String read = readBack(set(sentence)).replaceAll("\\s", "");

        assertThat(read).as(language).contains(sentence.replaceAll("\\s", ""));
    }

    @Test
    void setsArabicThatPopplerFindsInReadingOrder(@TempDir Path folder) throws Exception {
        String sentence = "أخذت إلى العيادة ليلا ولم يخبرني أحد بالسبب";

        assertThat(readByPoppler(set(sentence + "."), folder)).contains(sentence);
    }

    @Test
    void setsTibetanThatPopplerFindsWithoutGaps(@TempDir Path folder) throws Exception {
        String sentence = "ང་ནི་འབྲོག་པ་ཞིག་ཡིན། ང་ལོ་ཞེ་གཉིས་ཡིན།";

        assertThat(readByPoppler(set(sentence), folder)).contains(sentence);
    }

    private static String readByPoppler(byte[] pdf, Path folder) throws IOException {
        Path file = folder.resolve("set.pdf");
        Files.write(file, pdf);
        Process poppler = null;
        try {
            poppler = new ProcessBuilder("pdftotext", file.toString(), "-").start();
        } catch (IOException e) {
            assumeTrue(false, "pdftotext is not installed");
        }
        return new String(Objects.requireNonNull(poppler).getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void findsVowelledArabicByItsLetters() throws IOException {
        assertThat(readBack(set("أُخِذْتُ إلى العِيادة"))).contains("أخذت إلى العيادة");
    }

    @Test
    void joinsArabicLettersRatherThanSettingThemApart() {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            Style style = Style.serif(100, 120);
            float joined = Line.of(fonts, "سبب", style, Direction.RIGHT_TO_LEFT).width();
            float apart = Line.of(fonts, "س", style, Direction.RIGHT_TO_LEFT).width()
                    + 2 * Line.of(fonts, "ب", style, Direction.RIGHT_TO_LEFT).width();

            assertThat(joined).isLessThan(apart * 0.9f);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void survivesLettersNoFontHas() throws IOException {
        assertThat(readBack(set("before \uDB80\uDC00 after")))
                .contains("before")
                .contains("after");
    }
}
