package org.cairn.bundle.insert;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A temporary file of pages, each sealed with AES-256-GCM under a key that exists only in this object.
///
/// Every writing of a page takes the next nonce of a counter, so that no nonce ever serves twice; the page's number is
/// bound to it. When the program dies the key is gone, and what is left of the file says nothing.
final class SealedPages implements Closeable {

    /// How many pages go to the file or come from it in one go, at most.
    static final int TOGETHER = 16;

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final FileChannel channel;
    private final SecretKeySpec key;
    private final Cipher cipher;
    private final int pageSize;
    private final ByteBuffer slots;
    private long writings;

    private SealedPages(FileChannel channel, int pageSize) throws GeneralSecurityException {
        this.channel = channel;
        this.pageSize = pageSize;
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        this.key = new SecretKeySpec(secret, "AES");
        this.cipher = Cipher.getInstance("AES/GCM/NoPadding");
        this.slots = ByteBuffer.allocate(TOGETHER * slotSize());
    }

    static SealedPages create(int pageSize) throws IOException {
        Path file = Files.createTempFile("cairn", ".sealed");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        try {
            return new SealedPages(channel, pageSize);
        } catch (GeneralSecurityException e) {
            channel.close();
            throw new IOException("scratch file cannot be sealed", e);
        }
    }

    /// Writes pages that follow each other.
    void write(int first, List<byte[]> pages) throws IOException {
        slots.clear();
        int page = first;
        for (byte[] plain : pages) {
            byte[] nonce =
                    ByteBuffer.allocate(NONCE).putInt(0).putLong(++writings).array();
            slots.put(nonce);
            int sealed = crypt(Cipher.ENCRYPT_MODE, page++, nonce, plain, slots.array(), slots.position());
            slots.position(slots.position() + sealed);
        }
        slots.flip();
        long at = (long) first * slotSize();
        while (slots.hasRemaining()) {
            at += channel.write(slots, at);
        }
    }

    /// Reads pages that follow each other.
    void read(int first, List<byte[]> into) throws IOException {
        slots.clear().limit(into.size() * slotSize());
        long start = (long) first * slotSize();
        while (slots.hasRemaining()) {
            if (channel.read(slots, start + slots.position()) < 0) {
                throw new IOException("scratch file cut short");
            }
        }
        for (int i = 0; i < into.size(); i++) {
            byte[] slot = Arrays.copyOfRange(slots.array(), i * slotSize(), (i + 1) * slotSize());
            byte[] nonce = Arrays.copyOf(slot, NONCE);
            byte[] sealed = Arrays.copyOfRange(slot, NONCE, slot.length);
            crypt(Cipher.DECRYPT_MODE, first + i, nonce, sealed, into.get(i), 0);
        }
    }

    private int crypt(int mode, int page, byte[] nonce, byte[] bytes, byte[] into, int at) throws IOException {
        try {
            cipher.init(mode, key, new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(ByteBuffer.allocate(4).putInt(page).array());
            return cipher.doFinal(bytes, 0, bytes.length, into, at);
        } catch (GeneralSecurityException e) {
            throw new IOException("scratch file altered", e);
        }
    }

    private int slotSize() {
        return NONCE + pageSize + TAG;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
