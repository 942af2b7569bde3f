package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Comparator;
import java.util.TreeMap;
import org.apache.poi.hssf.eventusermodel.FormatTrackingHSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFEventFactory;
import org.apache.poi.hssf.eventusermodel.HSSFListener;
import org.apache.poi.hssf.eventusermodel.HSSFRequest;
import org.apache.poi.hssf.model.InternalWorkbook;
import org.apache.poi.hssf.record.BOFRecord;
import org.apache.poi.hssf.record.CellValueRecordInterface;
import org.apache.poi.hssf.record.EOFRecord;
import org.apache.poi.hssf.record.ExtendedFormatRecord;
import org.apache.poi.hssf.record.FormatRecord;
import org.apache.poi.hssf.record.FormulaRecord;
import org.apache.poi.hssf.record.LabelRecord;
import org.apache.poi.hssf.record.LabelSSTRecord;
import org.apache.poi.hssf.record.NumberRecord;
import org.apache.poi.hssf.record.Record;
import org.apache.poi.hssf.record.SSTRecord;
import org.apache.poi.hssf.record.StringRecord;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.util.LocaleUtil;
import org.apache.tika.parser.microsoft.TikaExcelDataFormatter;
import org.jspecify.annotations.Nullable;

/// The long numbers of an older workbook.
///
/// Cells come row by row, in whatever order they stand in the file; what is within a chart comes beside them.
final class OldNumbers implements HSSFListener {

    private static final short[] HEARD = {
        BOFRecord.sid,
        EOFRecord.sid,
        SSTRecord.sid,
        FormatRecord.sid,
        ExtendedFormatRecord.sid,
        FormulaRecord.sid,
        StringRecord.sid,
        LabelRecord.sid,
        LabelSSTRecord.sid,
        NumberRecord.sid
    };

    private static final int MOST = 500_000;

    private final LongNumbers numbers = new LongNumbers();
    private final FormatTrackingHSSFListener formats = new FormatTrackingHSSFListener(this, LocaleUtil.getUserLocale());
    private final TikaExcelDataFormatter formatter = new TikaExcelDataFormatter(LocaleUtil.getUserLocale());
    private final TreeMap<Place, Cell> cells = new TreeMap<>();
    private @Nullable SSTRecord texts;
    private @Nullable FormulaRecord saying;
    private boolean within;
    private int count;

    private record Place(int row, int column) implements Comparable<Place> {

        private static final Comparator<Place> ORDER =
                Comparator.comparingInt(Place::row).thenComparingInt(Place::column);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /// @param number empty where it is a text
    private record Cell(String shown, String number) {
        @Override
        public String toString() {
            return "Cell";
        }
    }

    private OldNumbers() {}

    /// Those of a workbook; none where they cannot be made out.
    static LongNumbers of(IncomingBytes bytes) {
        OldNumbers found = new OldNumbers();
        try (InputStream in = bytes.open();
                POIFSFileSystem files = new POIFSFileSystem(in)) {
            DirectoryNode root = files.getRoot();
            for (String name : InternalWorkbook.WORKBOOK_DIR_ENTRY_NAMES) {
                if (root.hasEntry(name)) {
                    HSSFRequest request = new HSSFRequest();
                    for (short kind : HEARD) {
                        request.addListener(found.formats, kind);
                    }
                    new HSSFEventFactory().processEvents(request, root.createDocumentInputStream(name));
                    return found.numbers;
                }
            }
            return LongNumbers.NONE;
        } catch (IOException | RuntimeException e) {
            return LongNumbers.NONE; // whatever is wrong with it is said by who reads it
        }
    }

    @Override
    public void processRecord(Record record) {
        FormulaRecord formula = saying;
        saying = null;
        if (record instanceof BOFRecord begin) {
            begin(begin.getType());
        } else if (record instanceof EOFRecord) {
            end();
        } else if (record instanceof SSTRecord list) {
            texts = list;
        } else if (record instanceof FormulaRecord reckoned && reckoned.hasCachedResultString()) {
            saying = reckoned;
        } else if (record instanceof FormulaRecord reckoned) {
            number(reckoned, reckoned.getValue());
        } else if (record instanceof NumberRecord number) {
            number(number, number.getValue());
        } else if (record instanceof StringRecord said && formula != null) {
            text(formula, said.getString());
        } else if (record instanceof LabelRecord said) {
            text(said, said.getValue());
        } else if (record instanceof LabelSSTRecord said && texts != null) {
            text(said, texts.getString(said.getSSTIndex()).getString());
        }
    }

    /// A chart may lie in a sheet, behind its cells.
    private void begin(int type) {
        end();
        within = type == BOFRecord.TYPE_WORKSHEET;
    }

    private void end() {
        cells.values().forEach(cell -> {
            if (cell.number().isEmpty()) {
                numbers.text(cell.shown());
            } else {
                numbers.number(cell.shown(), cell.number());
            }
        });
        cells.clear();
        within = false;
    }

    private void number(CellValueRecordInterface place, double number) {
        String format = formats.getFormatString(place);
        if (format != null && LongNumbers.mayBeRounded(number, format)) {
            String shown = formatter.formatRawCellContents(number, formats.getFormatIndex(place), format, false);
            keep(place, new Cell(shown, Double.toString(number)));
        }
    }

    private void text(CellValueRecordInterface place, @Nullable String text) {
        keep(place, new Cell(text == null ? "" : text.strip(), ""));
    }

    private void keep(CellValueRecordInterface place, Cell cell) {
        if (within && LongNumbers.rounded(cell.shown()) && count++ < MOST) {
            cells.putIfAbsent(new Place(place.getRow(), place.getColumn()), cell);
        }
    }
}
