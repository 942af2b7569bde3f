package org.cairn.bundle.typeset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.ibm.icu.text.Bidi;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is printed is shaped as HarfBuzz shapes it: the same glyphs of the same font, at the same places.
///
/// `hb-shape` is asked for the comparison where it is installed (package `libharfbuzz-bin`); skipped with a word where
/// it is not. The declaration of human rights is taken from public samples beside the project where they are there.
class HarfBuzzTest {

    private static final Pattern GLYPH = Pattern.compile("(\\d+)(?:@(-?\\d+),(-?\\d+))?\\+(-?\\d+)");
    private static final Path SAMPLES = Path.of("../shared/corpora/multilingual/dev/udhr");

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    ar | أخذت إلى العيادة ليلا ولم يخبرني أحد بالسبب، في ٢٠١٧ وفي 2018. قال لي Dr. Brown: «لا إله إلا الله» ثم سَكَتَ.
                    ug | مېنى كېچىدە دوختۇرخانىغا ئېلىپ باردى، ھېچكىم سەۋەبىنى ئېيتمىدى؛ قېنىمنى ئۈچ قېتىم ئالدى.
                    fa | شبانه مرا به درمانگاه بردند و کسی نگفت چرا؛ می‌گفتند کلیه دوباره رشد می‌کند (۱۳۹۳).
                    he | לקחו אותי למרפאה בלילה ואיש לא אמר לי מדוע. בְּרֵאשִׁית 2014 – אמר Dr. Brown.
                    zh | 夜里我被带到诊所，没有人告诉我原因。2014年，他们抽了三次血（ABO型）。
                    bo | མཚན་མོར་ང་སྨན་ཁང་ལ་ཁྲིད། བསྒྲུབས་པ་དང་རྒྱུ་མཚན་གང་ཡང་མ་བཤད།
                    ru | Меня привезли в клинику ночью, и никто ничего не объяснил. Всё это — «анализ крови», № 7.
                    tr | Gece kliniğe götürüldüm; kimse nedenini söylemedi. İğneyi ışıkta, ağır ağır çıkardılar: fıstık, flüt, ofis.
                    am | በሌሊት ወደ ክሊኒኩ ወሰዱኝ፤ ማንም ምክንያቱን አልነገረኝም። ሦስት ጊዜ ደም ወሰዱ።
                    my | ညမှာ ကျွန်တော့်ကို ဆေးခန်းခေါ်သွားပြီး ဘယ်သူမှ အကြောင်းရင်းကို မပြောခဲ့ဘူး။ သွေးသုံးကြိမ်ဖောက်ခဲ့တယ်။
                    hi | मुझे रात में क्लिनिक ले जाया गया और किसी ने कारण नहीं बताया। उन्होंने तीन बार रक्त लिया; द्धि, क्ष, श्री।
                    en | They took me to the office at night – “difficult, final” – and nobody explained: AVATAR, To, fjord.
                    """)
    void shapesASentenceGlyphForGlyph(String language, String sentence) throws Exception {
        assumeTrue(there(), "hb-shape is not installed");

        compare(language, sentence, Style.serif(11, 18));
        compare(language, sentence, Style.sans(11, 18).inBold());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"ar", "ug", "fa", "he", "zh", "bo", "ru", "tr", "am", "my", "hi"})
    void shapesTheDeclarationOfHumanRightsGlyphForGlyph(String language) throws Exception {
        assumeTrue(there(), "hb-shape is not installed");
        assumeTrue(Files.isDirectory(SAMPLES), "the public samples are not beside the project");
        List<String> paragraphs = declaration(language);
        assumeTrue(!paragraphs.isEmpty(), "the samples have no text in " + language);

        for (String paragraph : paragraphs) {
            compare(language, paragraph, Style.serif(11, 18));
        }
    }

    private void compare(String language, String text, Style style) throws Exception {
        char[] letters = text.toCharArray();
        for (Run run : Run.of(text, levels(text), style)) {
            Run.Shape ours = run.shape(letters);
            List<long[]> theirs = harfBuzz(run, text);

            assertThat(ours.glyphs().stream().map(Run.Glyph::id).map(Integer::longValue))
                    .as("%s in %s", text.substring(run.start(), run.end()), run.face())
                    .containsExactlyElementsOf(
                            theirs.stream().map(glyph -> glyph[0]).toList());
            for (int i = 0; i < theirs.size(); i++) {
                assertThat((double) ours.glyphs().get(i).x())
                        .as("glyph %d of %s", i, text.substring(run.start(), run.end()))
                        .isCloseTo(theirs.get(i)[1], org.assertj.core.data.Offset.offset(1.5 + i * 0.02));
                assertThat((double) -ours.glyphs().get(i).y())
                        .as("glyph %d of %s", i, text.substring(run.start(), run.end()))
                        .isCloseTo(theirs.get(i)[2], org.assertj.core.data.Offset.offset(1.5));
            }
        }
    }

    private static byte[] levels(String text) {
        Bidi bidi = new Bidi(text, Bidi.LEVEL_DEFAULT_LTR);
        byte[] levels = new byte[text.length()];
        for (int i = 0; i < text.length(); i++) {
            levels[i] = bidi.getLevelAt(i);
        }
        return levels;
    }

    /// Glyph, and where it is put, in thousandths of the size.
    private List<long[]> harfBuzz(Run run, String text) throws Exception {
        Path font = folder.resolve(run.face().name() + ".ttf");
        if (!Files.exists(font)) {
            try (InputStream in = run.face().open()) {
                Files.copy(in, font);
            }
        }
        Path words = folder.resolve("words.txt");
        Files.writeString(words, text.substring(run.start(), run.end()));
        Process process = new ProcessBuilder(
                        "hb-shape",
                        "--font-file=" + font,
                        "--font-size=1000",
                        "--text-file=" + words,
                        "--direction=" + (run.rightToLeft() ? "rtl" : "ltr"),
                        "--no-glyph-names",
                        "--no-clusters",
                        "--remove-default-ignorables",
                        "--text-before=" + text.substring(Math.max(0, run.start() - 5), run.start()),
                        "--text-after=" + text.substring(run.end(), Math.min(text.length(), run.end() + 5)))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        List<long[]> glyphs = new ArrayList<>();
        long pen = 0;
        for (MatchResult glyph : GLYPH.matcher(said).results().toList()) {
            glyphs.add(new long[] {number(glyph.group(1)), pen + number(glyph.group(2)), number(glyph.group(3))});
            pen += number(glyph.group(4));
        }
        return glyphs;
    }

    private static long number(@Nullable String digits) {
        return digits == null ? 0 : Long.parseLong(digits);
    }

    private static boolean there() {
        return Stream.of(System.getenv("PATH").split(":"))
                .anyMatch(place -> Files.isExecutable(Path.of(place, "hb-shape")));
    }

    private static List<String> declaration(String language) throws IOException {
        Pattern tag = Pattern.compile("lang=\"" + language + "(-[A-Za-z]+)*\"", Pattern.CASE_INSENSITIVE);
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.sorted().toList()) {
                String html = Files.readString(file);
                if (tag.matcher(html.substring(0, Math.min(600, html.length()))).find()) {
                    return Stream.of(html.split("(?i)<p[^>]*>"))
                            .skip(1)
                            .map(part -> part.split("(?i)</p>")[0].replaceAll("<[^>]+>|&[a-z#0-9]+;", " "))
                            .map(part -> part.replaceAll("\\s+", " ").strip())
                            .filter(part -> part.length() > 20)
                            .limit(12)
                            .toList();
                }
            }
        }
        return List.of();
    }
}
