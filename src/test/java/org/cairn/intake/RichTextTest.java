package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.stream.Collectors;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is read of RTF that no word processor wrote, or only the beginning of which is left.
class RichTextTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 100_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(String rtf) {
        return reader.read(
                Papers.source(rtf.getBytes(StandardCharsets.ISO_8859_1)), "note.rtf", new Found(), Progress.none());
    }

    private static String text(ReadResult result) {
        return result.passages().stream().map(Passage::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\\rtf1\\ansi\\uc1 \\u1057?\\u1058? words\\par}",
                "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\fs24 \\u1057?\\u1058? words\\par}",
                "{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}{\\b \\u1057?\\u1058? words}\\par}",
                "{\\rtf1\\ansi\\trowd\\cellx1000 \\u1057?\\u1058? words\\cell\\row}"
            })
    void readsWordsThatNoParagraphIsBegunBefore(String rtf) {
        ReadResult result = read(rtf);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(text(result)).contains("СТ").contains("words");
    }

    @Test
    void saysThatTheEndIsMissing() {
        String whole = "{\\rtf1\\ansi\\pard the first words {\\b and more of them}\\par and the last\\par}";
        assertThat(read(whole).reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        ReadResult cut = read(whole.substring(0, 50));
        assertThat(cut.reading().status()).isEqualTo(ReadingStatus.PARTIAL);
        assertThat(cut.reading().reason()).isEqualTo("damaged");
        assertThat(text(cut)).contains("first words");
    }

    @Test
    void saysThatABraceEndedItTooEarly() {
        String rest = "\\par what came to pass in the ward at night was told by nobody".repeat(10);
        assertThat(read("{\\rtf1\\ansi\\pard the first words} " + rest + "}")
                        .reading()
                        .status())
                .isEqualTo(ReadingStatus.PARTIAL);
        assertThat(read("{\\rtf1\\ansi\\pard the first words}\0\0\r\n")
                        .reading()
                        .status())
                .isEqualTo(ReadingStatus.COMPLETE);
    }

    @Test
    void countsNoBracesInAPicture() {
        String rtf = "{\\rtf1\\ansi\\pard before {\\pict\\pngblip\\bin12 {{{{{}\\\\{{{{}after \\{ it\\par}";
        ReadResult result = read(rtf);
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(text(result)).contains("before").contains("after { it");
    }

    @ParameterizedTest
    @ValueSource(strings = {"footnote ", "*\\footnote\\pard\\plain ", "footnote {\\chftn}", "*\\annotation "})
    void readsFootnotesForThemselves(String note) {
        ReadResult result = read("{\\rtf1\\ansi\\pard the hospital{\\super {\\" + note + "as he said}} at night\\par}");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(text(result).lines().map(String::strip)).containsExactly("the hospital", "as he said", "at night");
    }

    @Test
    void takesNoHalfWideLetterForTheFirstOfTwoBytes() {
        ReadResult result = read("{\\rtf1\\ansi\\ansicpg932\\pard words {\u00B1} and more\\par}");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(text(result)).contains("words \uFF71 and more");
    }
}
