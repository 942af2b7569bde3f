package org.cairn.audio.flac;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.bouncycastle.crypto.digests.MD5Digest;

/// What the beginning of a FLAC file says of the whole of it, known at every moment of a recording: whoever kept it
/// beside the frames can finish the file after a crash without listening to it again.
///
/// The MD5 is the format's own checksum of the samples; nothing is trusted because of it.
public final class FlacTotals {

    private static final byte[] MARK = "fLaC".getBytes(StandardCharsets.US_ASCII);
    private static final int INFO_LENGTH = 34;
    private static final int LAST_BLOCK = 0x80;
    private static final int MD5_LENGTH = 16;

    private final FlacFormat format;
    private final int blockSize;
    private final int smallestFrame;
    private final int largestFrame;
    private final long samples;
    private final byte[] digestState;

    FlacTotals(
            FlacFormat format, int blockSize, int smallestFrame, int largestFrame, long samples, byte[] digestState) {
        this.format = format;
        this.blockSize = blockSize;
        this.smallestFrame = smallestFrame;
        this.largestFrame = largestFrame;
        this.samples = samples;
        this.digestState = digestState.clone();
    }

    public FlacFormat format() {
        return format;
    }

    /// How many samples of each channel.
    public long samples() {
        return samples;
    }

    /// How long it is.
    public double seconds() {
        return (double) samples / format.rate();
    }

    /// What stands before the first frame of a file: the mark and the STREAMINFO block.
    public byte[] head() {
        ByteBuffer head = ByteBuffer.allocate(MARK.length + Integer.BYTES + INFO_LENGTH);
        head.put(MARK).put((byte) LAST_BLOCK).put((byte) 0).putShort((short) INFO_LENGTH);
        head.putShort((short) blockSize).putShort((short) blockSize);
        putThreeBytes(head, smallestFrame);
        putThreeBytes(head, largestFrame);
        long packed = (long) format.rate() << 44
                | (long) (format.channels() - 1) << 41
                | (long) (format.bits() - 1) << 36
                | samples;
        head.putLong(packed);
        byte[] md5 = new byte[MD5_LENGTH];
        new MD5Digest(digestState).doFinal(md5, 0);
        return head.put(md5).array();
    }

    private static void putThreeBytes(ByteBuffer to, int number) {
        to.put((byte) (number >> 16)).putShort((short) number);
    }

    /// To be kept, and read again by [#of].
    public byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeInt(format.rate());
            out.writeByte(format.channels());
            out.writeByte(format.bits());
            out.writeInt(blockSize);
            out.writeInt(smallestFrame);
            out.writeInt(largestFrame);
            out.writeLong(samples);
            out.writeShort(digestState.length);
            out.write(digestState);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /// What [#bytes] made.
    public static FlacTotals of(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            FlacFormat format = new FlacFormat(in.readInt(), in.readUnsignedByte(), in.readUnsignedByte());
            int blockSize = in.readInt();
            int smallest = in.readInt();
            int largest = in.readInt();
            long samples = in.readLong();
            return new FlacTotals(format, blockSize, smallest, largest, samples, in.readNBytes(in.readUnsignedShort()));
        } catch (IllegalArgumentException e) {
            throw new IOException("no totals", e);
        }
    }

    @Override
    public String toString() {
        return "FlacTotals";
    }
}
