package org.cairn.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.cairn.crypto.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What was appended is there, whatever becomes of the end; what was touched is told from what was not.
class SpoolTest {

    private static final int HEADER = 24;
    private static final int AROUND_A_PIECE = 5 + 28;

    @TempDir
    Path folder;

    private final SecureRandom random = new SecureRandom();
    private final Secret key = Secret.random(random, 32);

    @AfterEach
    void close() {
        key.close();
    }

    @Test
    void givesBackWhatWasAppended() {
        Path spool = spool(true, "one", "two", "three");
        assertThat(pieces(spool)).containsExactly("head", "one", "two", "three");
        try (SpoolReading reading = SpoolReading.open(spool, key).orElseThrow()) {
            while (reading.next().isPresent()) {
                assertThat(reading.cut()).isFalse();
            }
            assertThat(reading.ended()).isTrue();
        }
    }

    @Test
    void keepsWhatIsWholeWhereverTheFileIsCut() throws Exception {
        Path spool = spool(true, "one", "two", "three");
        byte[] bytes = Files.readAllBytes(spool);
        int ofHead = HEADER + AROUND_A_PIECE + 4;
        int ofOne = ofHead + AROUND_A_PIECE + 3;
        int ofTwo = ofOne + AROUND_A_PIECE + 3;
        for (int length = HEADER; length < bytes.length; length++) {
            Files.write(spool, Arrays.copyOf(bytes, length));
            int whole = length >= ofTwo ? 3 : length >= ofOne ? 2 : length >= ofHead ? 1 : 0;
            assertThat(pieces(spool)).hasSize(whole);
            try (SpoolReading reading = SpoolReading.open(spool, key).orElseThrow()) {
                while (reading.next().isPresent()) {
                    // to the end
                }
                assertThat(reading.ended()).isFalse();
            }
        }
    }

    @Test
    void namesThePieceThatIsDamagedAndReadsOn() throws Exception {
        Path spool = spool(true, "one", "two", "three");
        byte[] bytes = Files.readAllBytes(spool);
        bytes[HEADER + AROUND_A_PIECE + 4 + AROUND_A_PIECE + 1] ^= 1;
        Files.write(spool, bytes);
        assertThat(pieces(spool)).containsExactly("head", "damaged 1", "two", "three");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void readsOnAfterALengthThatIsDamaged(int ofLength) throws Exception {
        Path spool = spool(true, "one", "two", "three", "four");
        byte[] bytes = Files.readAllBytes(spool);
        bytes[HEADER + AROUND_A_PIECE + 4 + ofLength] ^= 0x41;
        Files.write(spool, bytes);
        assertThat(pieces(spool)).containsExactly("head", "damaged 1", "two", "three", "four");
    }

    @Test
    void readsOnAfterABlockThatIsLost() throws Exception {
        Path spool = spool(true, "one", "two", "three", "four");
        byte[] bytes = Files.readAllBytes(spool);
        int from = HEADER + AROUND_A_PIECE + 4 + 2;
        Arrays.fill(bytes, from, from + AROUND_A_PIECE + 20, (byte) 0);
        Files.write(spool, bytes);
        assertThat(pieces(spool)).containsExactly("head", "damaged 1", "three", "four");
        try (SpoolReading reading = SpoolReading.open(spool, key).orElseThrow()) {
            while (reading.next().isPresent()) {
                // to the end
            }
            assertThat(reading.ended()).isTrue();
        }
    }

    @Test
    void saysHowMuchOfATornEndIsUnread() throws Exception {
        Path spool = spool(false, "one", "two");
        byte[] bytes = Files.readAllBytes(spool);
        Files.write(spool, Arrays.copyOf(bytes, bytes.length - 2));
        try (SpoolReading reading = SpoolReading.open(spool, key).orElseThrow()) {
            while (reading.next().isPresent()) {
                // to the end
            }
            assertThat(reading.cut()).isTrue();
            assertThat(reading.unread()).isEqualTo(AROUND_A_PIECE + 3 - 2);
        }
    }

    @Test
    void tellsPiecesThatWereSwapped() throws Exception {
        Path spool = spool(false, "one", "two");
        byte[] bytes = Files.readAllBytes(spool);
        int from = HEADER + AROUND_A_PIECE + 4;
        int length = AROUND_A_PIECE + 3;
        byte[] first = Arrays.copyOfRange(bytes, from, from + length);
        System.arraycopy(bytes, from + length, bytes, from, length);
        System.arraycopy(first, 0, bytes, from + length, length);
        Files.write(spool, bytes);
        assertThat(pieces(spool)).containsExactly("head", "damaged 1", "damaged 2");
    }

    @Test
    void tellsAPieceOfAnotherFile() throws Exception {
        Path one = spool(false, "one");
        Path other = spool(false, "two");
        byte[] bytes = Files.readAllBytes(one);
        byte[] others = Files.readAllBytes(other);
        int from = HEADER + AROUND_A_PIECE + 4;
        System.arraycopy(others, from, bytes, from, others.length - from);
        Files.write(one, bytes);
        assertThat(pieces(one)).containsExactly("head", "damaged 1");
    }

    @Test
    void opensWithNoOtherKey() {
        Path spool = spool(true, "one");
        try (Secret other = Secret.random(random, 32);
                SpoolReading reading = SpoolReading.open(spool, other).orElseThrow()) {
            assertThat(reading.next().orElseThrow().plain()).isEmpty();
        }
    }

    @Test
    void writesNothingInClear() throws Exception {
        Path spool = spool(true, "the words of a witness, spoken in confidence");
        assertThat(new String(Files.readAllBytes(spool), StandardCharsets.ISO_8859_1))
                .doesNotContain("witness")
                .doesNotContain("head");
    }

    @Test
    void setsAsideWhatNobodyCanRead() throws Exception {
        Path spool = spool(true, "one");
        SpoolReading.setAside(spool);
        assertThat(SpoolReading.leftIn(folder)).isEmpty();
        try (var left = Files.list(folder)) {
            assertThat(left).hasSize(1);
        }
    }

    private Path spool(boolean ended, String... pieces) {
        Spool spool = Spool.begin(folder, key, bytes("head"), random);
        for (int i = 0; i < pieces.length; i++) {
            if (ended && i == pieces.length - 1) {
                spool.end(bytes(pieces[i]));
            } else {
                spool.append(bytes(pieces[i]));
            }
        }
        spool.close();
        return spool.path();
    }

    private List<String> pieces(Path path) {
        List<String> all = new ArrayList<>();
        try (SpoolReading reading = SpoolReading.open(path, key).orElseThrow()) {
            Optional<SpoolReading.Piece> piece = reading.next();
            while (piece.isPresent()) {
                long place = piece.get().place();
                all.add(piece.get()
                        .plain()
                        .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
                        .orElse("damaged " + place));
                piece = reading.next();
            }
        }
        return all;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
