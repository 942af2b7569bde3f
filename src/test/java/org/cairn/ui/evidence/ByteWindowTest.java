package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;

/// Bytes of a file of any size: those in sight, and where some stand.
class ByteWindowTest {

    @Test
    void givesLinesFromAnyPlaceAndTheLastAsShortAsItIs() throws IOException {
        ByteWindow window = window(new byte[16 * 1_000 + 3]);
        assertThat(window.lines()).isEqualTo(1_001);
        assertThat(window.lines(999, 5)).hasSize(2).first().asString().startsWith("00003e70  00");
        assertThat(window.lines(1_000, 5).getFirst()).startsWith("00003e80  00 00 00 ");
        assertThat(window.lines(1_001, 5)).isEmpty();
        assertThat(window(new byte[0]).lines(0, 5)).isEmpty();
    }

    @Test
    void findsBytesAlsoOverTheBorderOfWhatIsReadAtOnce() throws IOException {
        byte[] bytes = new byte[(1 << 20) + 100];
        bytes[(1 << 20) - 1] = 'P';
        bytes[1 << 20] = 'K';
        ByteWindow window = window(bytes);
        assertThat(window.find("PK".getBytes(StandardCharsets.US_ASCII), 0)).contains((1L << 20) - 1);
        assertThat(window.find("PK".getBytes(StandardCharsets.US_ASCII), 1 << 20))
                .isEmpty();
        assertThat(window.find(new byte[0], 0)).isEmpty();
        assertThat(window.find(new byte[200 + (1 << 20)], 0)).isEmpty();
    }

    @Test
    void understandsBytesAndPlacesAsTheyAreTyped() {
        assertThat(ByteWindow.typed("50 4b 03 04")).containsExactly(0x50, 0x4b, 3, 4);
        assertThat(ByteWindow.typed("504B")).containsExactly(0x50, 0x4b);
        assertThat(ByteWindow.typed("bed")).containsExactly('b', 'e', 'd');
        assertThat(ByteWindow.place("1f")).contains(31L);
        assertThat(ByteWindow.place(" 0x1F ")).contains(31L);
        assertThat(ByteWindow.place("#31")).contains(31L);
        assertThat(ByteWindow.place("here")).isEqualTo(Optional.empty());
    }

    private static ByteWindow window(byte[] bytes) {
        return new ByteWindow(new SeekableInMemoryByteChannel(bytes));
    }
}
