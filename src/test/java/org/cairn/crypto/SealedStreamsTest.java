package org.cairn.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SeekableByteChannel;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedStreamsTest {

    private static final int SEGMENT = 64 * 1024;
    private static final byte[] CONTEXT = "a file".getBytes(UTF_8);

    private final Secret key = Secret.random(new SecureRandom(), 32);

    /// Around the first segment, which shares its place with a 40-byte header, and around the second.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 100, 65_479, 65_480, 65_481, 65_520, 65_536, 131_000, 131_001, 200_000})
    void givesBackWhatWasSealed(int size) throws IOException {
        byte[] plain = bytes(size);
        byte[] sealed = sealed(plain);
        assertThat(opened(sealed)).isEqualTo(plain);
        try (SeekableByteChannel channel = channel(sealed)) {
            assertThat(channel.size()).isEqualTo(size);
            assertThat(rest(channel)).isEqualTo(plain);
        }
    }

    @Test
    void readsFromAnyPlace() throws IOException {
        byte[] plain = bytes(4 * SEGMENT);
        Random places = new Random(7);
        try (SeekableByteChannel channel = channel(sealed(plain))) {
            for (int i = 0; i < 200; i++) {
                int place = places.nextInt(plain.length);
                ByteBuffer read = ByteBuffer.allocate(Math.min(1000, plain.length - place));
                channel.position(place);
                while (read.hasRemaining()) {
                    assertThat(channel.read(read)).isPositive();
                }
                assertThat(read.array()).isEqualTo(Arrays.copyOfRange(plain, place, place + read.capacity()));
            }
            channel.position(plain.length + 10L);
            assertThat(channel.read(ByteBuffer.allocate(1))).isEqualTo(-1);
        }
    }

    @Test
    void noticesAFlippedByteInEveryBlock() throws IOException {
        byte[] sealed = sealed(bytes(3 * SEGMENT));
        for (int place = 0; place < sealed.length; place += 4093) {
            assertBroken(flipped(sealed, place));
        }
        assertBroken(flipped(sealed, sealed.length - 1));
    }

    @Test
    void noticesAnyFlippedBitOfAShortStream() throws IOException {
        byte[] sealed = sealed(bytes(50));
        for (int place = 0; place < sealed.length; place++) {
            assertBroken(flipped(sealed, place));
        }
    }

    @Test
    void noticesAnyCut() throws IOException {
        byte[] sealed = sealed(bytes(3 * SEGMENT));
        for (int length = 0; length < sealed.length; length += 4093) {
            assertCutNoticed(Arrays.copyOf(sealed, length));
        }
        assertCutNoticed(Arrays.copyOf(sealed, sealed.length - 1));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void noticesACutExactlyBetweenTwoSegments(int whole) throws IOException {
        assertCutNoticed(Arrays.copyOf(sealed(bytes(3 * SEGMENT)), whole * SEGMENT));
    }

    @Test
    void noticesSwappedSegments() throws IOException {
        byte[] sealed = sealed(bytes(4 * SEGMENT));
        byte[] swapped = sealed.clone();
        System.arraycopy(sealed, SEGMENT, swapped, 2 * SEGMENT, SEGMENT);
        System.arraycopy(sealed, 2 * SEGMENT, swapped, SEGMENT, SEGMENT);
        assertBroken(swapped);
    }

    @Test
    void noticesWhatWasPutBehind() throws IOException {
        byte[] sealed = sealed(bytes(100));
        assertBroken(Arrays.copyOf(sealed, sealed.length + 1));
        assertBroken(Arrays.copyOf(sealed, sealed.length + 2 * SEGMENT));
    }

    @Test
    void noticesAnotherKeyOrContext() throws IOException {
        byte[] sealed = sealed(bytes(100));
        Secret other = Secret.random(new SecureRandom(), 32);
        InputStream otherKey = SealedStreams.opening(other, new ByteArrayInputStream(sealed), CONTEXT);
        InputStream otherContext = SealedStreams.opening(key, new ByteArrayInputStream(sealed), new byte[0]);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(otherKey::readAllBytes);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(otherContext::readAllBytes);
    }

    @Test
    void handsOutNothingThatIsNotProved() throws IOException {
        byte[] plain = bytes(3 * SEGMENT);
        byte[] changed = flipped(sealed(plain), SEGMENT + 5);
        ByteArrayOutputStream handedOut = new ByteArrayOutputStream();
        InputStream opening = SealedStreams.opening(key, new ByteArrayInputStream(changed), CONTEXT);
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> opening.transferTo(handedOut));
        assertThat(handedOut.size()).isLessThan(SEGMENT);
        assertThat(Arrays.copyOf(plain, handedOut.size())).isEqualTo(handedOut.toByteArray());
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(opening::read);
    }

    @Test
    void leavesAHalfUnfinishedUnlessItIsClosed() throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        OutputStream sealing = SealedStreams.sealing(key, to, CONTEXT);
        sealing.write(bytes(3 * SEGMENT));
        sealing.flush();
        assertCutNoticed(to.toByteArray());
    }

    @Test
    void doesNotTakeAFailingDiskForABrokenSeal() throws IOException {
        byte[] sealed = sealed(bytes(3 * SEGMENT));
        InputStream failing = new FilterInputStream(new ByteArrayInputStream(sealed)) {
            @Override
            public int read(byte[] to, int offset, int length) throws IOException {
                if (in.available() < SEGMENT) {
                    throw new IOException("the disk");
                }
                return super.read(to, offset, length);
            }
        };
        InputStream opening = SealedStreams.opening(key, failing, CONTEXT);
        assertThatIOException().isThrownBy(opening::readAllBytes).withMessage("the disk");
    }

    @Test
    void doesNotTakeAClosedChannelForABrokenSeal() throws IOException {
        SeekableInMemoryByteChannel source = new SeekableInMemoryByteChannel(sealed(bytes(3 * SEGMENT)));
        SeekableByteChannel channel = SealedStreams.openingChannel(key, source, CONTEXT);
        source.close();
        assertThatExceptionOfType(ClosedChannelException.class).isThrownBy(() -> channel.read(ByteBuffer.allocate(10)));
    }

    @Test
    void closesWhatItReadsFrom() throws IOException {
        AtomicBoolean closed = new AtomicBoolean();
        InputStream source = new FilterInputStream(new ByteArrayInputStream(sealed(bytes(10)))) {
            @Override
            public void close() {
                closed.set(true);
            }
        };
        SealedStreams.opening(key, source, CONTEXT).close();
        assertThat(closed).isTrue();
    }

    @Test
    void skipsForward() throws IOException {
        byte[] plain = bytes(2 * SEGMENT);
        try (InputStream opening = SealedStreams.opening(key, new ByteArrayInputStream(sealed(plain)), CONTEXT)) {
            opening.skipNBytes(SEGMENT + 7L);
            assertThat(opening.read()).isEqualTo(plain[SEGMENT + 7] & 0xff);
        }
    }

    private void assertBroken(byte[] sealed) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> opened(sealed));
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> rest(channel(sealed)));
    }

    /// A channel that lacks its end does not even open: otherwise its size would be believed.
    private void assertCutNoticed(byte[] sealed) {
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> opened(sealed));
        assertThatExceptionOfType(SealBrokenException.class).isThrownBy(() -> channel(sealed));
    }

    private byte[] sealed(byte[] plain) throws IOException {
        ByteArrayOutputStream to = new ByteArrayOutputStream();
        try (OutputStream sealing = SealedStreams.sealing(key, to, CONTEXT)) {
            sealing.write(plain);
        }
        return to.toByteArray();
    }

    private byte[] opened(byte[] sealed) throws IOException {
        try (InputStream opening = SealedStreams.opening(key, new ByteArrayInputStream(sealed), CONTEXT)) {
            return opening.readAllBytes();
        }
    }

    private SeekableByteChannel channel(byte[] sealed) throws IOException {
        return SealedStreams.openingChannel(key, new SeekableInMemoryByteChannel(sealed), CONTEXT);
    }

    private static byte[] rest(SeekableByteChannel channel) throws IOException {
        return Channels.newInputStream(channel).readAllBytes();
    }

    private static byte[] flipped(byte[] sealed, int place) {
        byte[] changed = sealed.clone();
        changed[place] ^= 0x10;
        return changed;
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
