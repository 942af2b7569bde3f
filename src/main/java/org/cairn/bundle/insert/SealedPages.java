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
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// A temporary file of pages, each sealed with AES-256-GCM under a key that exists only in this object.
///
/// Every writing of a page takes the next nonce of a counter, so that no nonce ever serves twice; the page's number is
/// bound to it. When the program dies the key is gone, and what is left of the file says nothing.
final class SealedPages implements Closeable {

    private static final int NONCE = 12;
    private static final int TAG = 16;

    private final FileChannel channel;
    private final byte[] key = new byte[32];
    private final int pageSize;
    private long writings;

    private SealedPages(FileChannel channel, int pageSize) {
        this.channel = channel;
        this.pageSize = pageSize;
        new SecureRandom().nextBytes(key);
    }

    static SealedPages create(int pageSize) throws IOException {
        Path file = Files.createTempFile("cairn", ".sealed");
        FileChannel channel = FileChannel.open(
                file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
        return new SealedPages(channel, pageSize);
    }

    void write(int page, byte[] plain) throws IOException {
        byte[] nonce = ByteBuffer.allocate(NONCE).putInt(0).putLong(++writings).array();
        ByteBuffer slot = ByteBuffer.allocate(slotSize()).put(nonce);
        slot.put(crypt(Cipher.ENCRYPT_MODE, page, nonce, plain)).flip();
        long at = (long) page * slotSize();
        while (slot.hasRemaining()) {
            at += channel.write(slot, at);
        }
    }

    byte[] read(int page) throws IOException {
        ByteBuffer slot = ByteBuffer.allocate(slotSize());
        long start = (long) page * slotSize();
        while (slot.hasRemaining()) {
            if (channel.read(slot, start + slot.position()) < 0) {
                throw new IOException("scratch file cut short");
            }
        }
        byte[] sealed = slot.array();
        return crypt(
                Cipher.DECRYPT_MODE,
                page,
                Arrays.copyOf(sealed, NONCE),
                Arrays.copyOfRange(sealed, NONCE, sealed.length));
    }

    private byte[] crypt(int mode, int page, byte[] nonce, byte[] bytes) throws IOException {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG * 8, nonce));
            cipher.updateAAD(ByteBuffer.allocate(4).putInt(page).array());
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IOException("scratch file altered", e);
        }
    }

    private int slotSize() {
        return NONCE + pageSize + TAG;
    }

    @Override
    public void close() throws IOException {
        Arrays.fill(key, (byte) 0);
        channel.close();
    }
}
