package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A text of any length is shown line by line in the encoding somebody chose.
class TextLinesTest {

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE", "windows-1256"})
    void givesTheLinesInSightWhereverTheyStand(String name) throws IOException {
        String text = IntStream.range(0, 1_234).mapToObj(i -> "سطر " + i).collect(Collectors.joining("\r\n"));
        TextLines lines = lines(text, Charset.forName(name));
        assertThat(lines.count()).isEqualTo(1_234);
        assertThat(lines.lines(0, 2)).containsExactly("سطر 0", "سطر 1");
        assertThat(lines.lines(98, 4)).containsExactly("سطر 98", "سطر 99", "سطر 100", "سطر 101");
        assertThat(lines.lines(1_233, 50)).containsExactly("سطر 1233");
        assertThat(lines.lines(1_234, 50)).isEmpty();
        assertThat(lines.cut()).isFalse();
    }

    @Test
    void goesOnWithAnEndlessLineInTheNextAndCutsNoLetter() throws IOException {
        String endless = "文".repeat(10_000);
        TextLines lines = lines(endless, StandardCharsets.UTF_8);
        List<String> all = lines.lines(0, lines.count());
        assertThat(all).hasSizeGreaterThan(1);
        assertThat(String.join("", all)).isEqualTo(endless);
    }

    @Test
    void showsALineEndAtTheEndAsNoLineOfItsOwnAndNothingOfAnEmptyFile() throws IOException {
        assertThat(lines("one\ntwo\n", StandardCharsets.UTF_8).count()).isEqualTo(2);
        TextLines blank = lines("\n\nthree", StandardCharsets.UTF_8);
        assertThat(blank.lines(0, 9)).containsExactly("", "", "three");
        TextLines empty = lines("", StandardCharsets.UTF_8);
        assertThat(empty.lines(0, 9)).hasSizeLessThanOrEqualTo(1).allMatch(String::isEmpty);
    }

    @Test
    void showsWhatIsNoLetterAsADot() throws IOException {
        assertThat(lines("\ufeffa\u0000b\u0007\tc", StandardCharsets.UTF_8).lines(0, 1))
                .containsExactly("a·b·\tc");
    }

    private static TextLines lines(String text, Charset charset) throws IOException {
        SeekableByteChannel bytes = new SeekableInMemoryByteChannel(text.getBytes(charset));
        return new TextLines(bytes, charset);
    }
}
