package org.cairn.intake;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Optional;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.BoundSheetRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.RecordInputStream;
import org.apache.poi.hssf.record.crypto.Biff8DecryptingStream;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndian;

/// The lock of an older workbook ([MS-XLS] 2.2.10): the contents of its records are encrypted where they lie, and are
/// opened where they lie, so that whatever leads to a place in it still does.
final class OldWorkbookLock implements OfficeLock {

    private static final int RECORD_HEAD = 4;
    /// So far in is the record that says that it is locked, when it is.
    private static final int NEAR = 8;
    /// The place of a sheet is in clear.
    private static final int PLACE = 4;

    private final POIFSFileSystem files;
    private final String name;
    private final byte[] records;
    /// Where the record of the lock begins, and what follows it.
    private final int lock;
    private final int after;
    private final EncryptionInfo info;

    private OldWorkbookLock(POIFSFileSystem files, String name, byte[] records, int lock) {
        this.files = files;
        this.name = name;
        this.records = records;
        this.lock = lock;
        this.after = lock + RECORD_HEAD + LittleEndian.getUShort(records, lock + 2);
        RecordInputStream in = new RecordInputStream(new ByteArrayInputStream(records, lock, records.length - lock));
        in.nextRecord();
        this.info = new FilePassRecord(in).getEncryptionInfo();
    }

    static Optional<OfficeLock> on(POIFSFileSystem files) throws IOException {
        DirectoryNode root = files.getRoot();
        for (String name : InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES) {
            if (root.hasEntryCaseInsensitive(name)) {
                try (InputStream in = root.createDocumentInputStream(name)) {
                    byte[] records = in.readAllBytes();
                    Optional<Integer> lock = lock(records);
                    return lock.map(place -> new OldWorkbookLock(files, name, records, place));
                }
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> lock(byte[] records) {
        int place = 0;
        for (int i = 0; i < NEAR && place + RECORD_HEAD <= records.length; i++) {
            if (LittleEndian.getUShort(records, place) == FilePassRecord.sid) {
                return Optional.of(place);
            }
            place += RECORD_HEAD + LittleEndian.getUShort(records, place + 2);
        }
        return Optional.empty();
    }

    @Override
    public boolean opens(String password) throws GeneralSecurityException {
        return info.getDecryptor().verifyPassword(password);
    }

    @Override
    public void write(OutputStream out) throws IOException {
        ByteArrayOutputStream opened = new ByteArrayOutputStream(records.length);
        opened.write(records, 0, after);
        Biff8DecryptingStream in = new Biff8DecryptingStream(
                new ByteArrayInputStream(records, after, records.length - after), after, info);
        while (records.length - opened.size() >= RECORD_HEAD) {
            record(in, opened);
        }
        opened.write(records, opened.size(), records.length - opened.size());
        byte[] bytes = opened.toByteArray();
        // a record of no kind: taken out, it would move whatever is led to by its place
        LittleEndian.putUShort(bytes, lock, 0);
        Arrays.fill(bytes, lock + RECORD_HEAD, after, (byte) 0);
        files.getRoot().createOrUpdateDocument(name, new ByteArrayInputStream(bytes));
        files.writeFilesystem(out);
    }

    private void record(Biff8DecryptingStream in, ByteArrayOutputStream opened) throws IOException {
        int kind = in.readRecordSID();
        int length = in.readDataSize();
        if (length > records.length - opened.size() - RECORD_HEAD) {
            throw new IOException("longer than the workbook");
        }
        byte[] head = new byte[RECORD_HEAD];
        LittleEndian.putUShort(head, 0, kind);
        LittleEndian.putUShort(head, 2, length);
        opened.writeBytes(head);
        byte[] plain = new byte[kind == BoundSheetRecord.sid ? Math.min(PLACE, length) : 0];
        if (plain.length > 0) {
            in.readPlain(plain, 0, plain.length);
            opened.writeBytes(plain);
        }
        byte[] rest = new byte[length - plain.length];
        if (rest.length > 0) {
            in.readFully(rest);
            opened.writeBytes(rest);
        }
    }

    @Override
    public void close() throws IOException {
        files.close();
    }
}
