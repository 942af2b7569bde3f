package org.cairn.intake;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.FilePassRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.MulRKRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.RKRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LittleEndianInputStream;

/// How many rows an old workbook has, empty ones among them: they can be counted as they come, unless there are so many
/// that a small file would take all the time there is.
final class OldWorkbook {

    private static final int MOST = 500_000;

    private OldWorkbook() {}

    /// Whether all rows of all sheets, up to the last one with something in it, are few enough to come one by one. Not
    /// where the workbook is locked: then it does not tell.
    static boolean fewRows(IncomingBytes bytes) {
        try (InputStream in = bytes.open();
                POIFSFileSystem files = new POIFSFileSystem(in)) {
            DirectoryNode root = files.getRoot();
            for (String name : InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES) {
                if (root.hasEntryCaseInsensitive(name)) {
                    try (InputStream records = root.createDocumentInputStream(name)) {
                        return few(new LittleEndianInputStream(records));
                    }
                }
            }
            return false;
        } catch (IOException | RuntimeException e) {
            return false; // whatever is wrong with it is said by who reads it
        }
    }

    /// A sheet goes on behind a chart that lies in it, and its rows come from the first one again.
    private static boolean few(LittleEndianInputStream records) throws IOException {
        long before = 0;
        int last = 0;
        while (before + last <= MOST) {
            int kind;
            try {
                kind = records.readUShort();
            } catch (RuntimeException e) {
                return true; // the end
            }
            int length = records.readUShort();
            switch (kind) {
                case FilePassRecord.sid -> {
                    return false;
                }
                case BOFRecord.sid, EOFRecord.sid -> {
                    before += last;
                    last = 0;
                }
                case FormulaRecord.sid,
                        LabelRecord.sid,
                        LabelSSTRecord.sid,
                        MulRKRecord.sid,
                        NumberRecord.sid,
                        RKRecord.sid -> {
                    last = Math.max(last, records.readUShort() + 1);
                    length -= Short.BYTES;
                }
                default -> {}
            }
            if (length > 0 && records.skip(length) < length) {
                throw new EOFException();
            }
        }
        return false;
    }
}
