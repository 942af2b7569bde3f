package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Optional;
import org.apache.poi.poifs.crypt.ChunkedCipherInputStream;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;
import org.apache.poi.util.LittleEndianByteArrayInputStream;

/// The lock of an older Word document ([MS-DOC] 2.2.6): its streams are encrypted where they lie, so that they are
/// opened where they lie, and nothing of the document is written anew.
final class OldWordLock implements OfficeLock {

    private static final String DOCUMENT = "WordDocument";
    private static final String DATA = "Data";

    /// What is never encrypted at the beginning of the document.
    private static final int HEAD = 68;

    private static final int FLAGS = 10;
    private static final int LOCKED = 0x0100;
    private static final int OTHER_TABLE = 0x0200;
    private static final int OBFUSCATED = 0x8000;
    private static final int KEY_LENGTH = 14;
    /// With each so many bytes a new key begins.
    private static final int CHUNK = 512;

    private final POIFSFileSystem files;
    private final byte[] head;
    private final String table;
    private final Decryptor decryptor;

    private OldWordLock(POIFSFileSystem files, byte[] head) throws IOException {
        this.files = files;
        this.head = head;
        int flags = LittleEndian.getUShort(head, FLAGS);
        this.table = (flags & OTHER_TABLE) != 0 ? "1Table" : "0Table";
        byte[] about;
        try (InputStream in = files.getRoot().createDocumentInputStream(table)) {
            about = in.readNBytes(Math.clamp(keyLength(), 0, 1 << 20));
        }
        boolean obfuscated = (flags & OBFUSCATED) != 0;
        EncryptionInfo info =
                new EncryptionInfo(new LittleEndianByteArrayInputStream(about), obfuscated ? EncryptionMode.xor : null);
        this.decryptor = info.getDecryptor();
        decryptor.setChunkSize(CHUNK);
    }

    static Optional<OfficeLock> on(POIFSFileSystem files) throws IOException {
        DirectoryNode root = files.getRoot();
        if (!root.hasEntryCaseInsensitive(DOCUMENT)) {
            return Optional.empty();
        }
        byte[] head;
        try (InputStream in = root.createDocumentInputStream(DOCUMENT)) {
            head = in.readNBytes(HEAD);
        }
        boolean locked = head.length == HEAD && (LittleEndian.getUShort(head, FLAGS) & LOCKED) != 0;
        return locked ? Optional.of(new OldWordLock(files, head)) : Optional.empty();
    }

    private int keyLength() {
        return LittleEndian.getInt(head, KEY_LENGTH);
    }

    @Override
    public boolean opens(String password) throws GeneralSecurityException {
        return decryptor.verifyPassword(password);
    }

    @Override
    public void write(OutputStream out) throws IOException, GeneralSecurityException {
        byte[] document = opened(DOCUMENT, HEAD);
        LittleEndian.putUShort(document, FLAGS, LittleEndian.getUShort(document, FLAGS) & ~(LOCKED | OBFUSCATED));
        LittleEndian.putInt(document, KEY_LENGTH, 0);
        replace(DOCUMENT, document);
        replace(table, opened(table, keyLength()));
        if (files.getRoot().hasEntryCaseInsensitive(DATA)) {
            replace(DATA, opened(DATA, 0));
        }
        files.writeFilesystem(out);
    }

    private byte[] opened(String name, int plain) throws IOException, GeneralSecurityException {
        byte[] locked;
        try (InputStream in = files.getRoot().createDocumentInputStream(name)) {
            locked = in.readAllBytes();
        }
        byte[] opened = new byte[locked.length];
        int before = Math.clamp(plain, 0, locked.length);
        try (ChunkedCipherInputStream in = (ChunkedCipherInputStream)
                decryptor.getDataStream(new ByteArrayInputStream(locked), locked.length, 0)) {
            if (before > 0) {
                in.readPlain(opened, 0, before);
            }
            in.readNBytes(opened, before, locked.length - before);
        }
        return opened;
    }

    private void replace(String name, byte[] with) throws IOException {
        files.getRoot().createOrUpdateDocument(name, new ByteArrayInputStream(with));
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
