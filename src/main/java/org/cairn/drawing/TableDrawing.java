package org.cairn.drawing;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;

/// The sheets of a file of tables, read in a process apart: row by row, never a file as a whole in the program.
///
/// Limits and failures are those of [PdfDrawing]. Nothing in a cell is worked out, followed or fetched.
public final class TableDrawing implements AutoCloseable {

    private final OpenFile file;

    /// Opens a file. The channel is closed with it.
    ///
    /// @param encoding of a text with values; empty where nobody knows
    /// @throws NotDrawable when it holds no tables that can be read
    public TableDrawing(DrawingProcesses processes, SeekableByteChannel bytes, TableKind kind, String encoding) {
        this.file = new OpenFile(processes, Talk.TABLE, bytes, to -> {
            to.writeInt(kind.ordinal());
            Talk.writeText(to, encoding);
        });
    }

    /// How many sheets there are.
    public int count() {
        return file.count();
    }

    /// The names of the sheets in order; an empty one where there is none.
    public List<String> names() {
        return file.ask(to -> to.writeByte(Talk.SHEET_NAMES), TableDrawing::readTexts);
    }

    /// Turns to a sheet, which is read as far as there is room.
    ///
    /// @param number from 0
    public Sheet sheet(int number) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.SHEET);
                    to.writeInt(number);
                },
                from -> new Sheet(
                        Talk.readText(from),
                        Talk.length(from, TableRows.MOST_ROWS),
                        Talk.length(from, TableRows.MOST_COLUMNS),
                        from.readBoolean(),
                        from.readBoolean()));
    }

    /// Rows of a sheet, cell by cell; what a row has no cells for it leaves out at its end.
    ///
    /// @param number of the sheet, from 0
    /// @param first from 0
    public List<List<String>> rows(int number, int first, int most) {
        return file.ask(
                to -> {
                    to.writeByte(Talk.ROWS);
                    to.writeInt(number);
                    to.writeInt(first);
                    to.writeInt(most);
                },
                TableDrawing::readRows);
    }

    private static List<List<String>> readRows(DataInputStream from) throws IOException {
        int count = Talk.length(from, Talk.MOST_ROWS);
        List<List<String>> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(readTexts(from));
        }
        return rows;
    }

    private static List<String> readTexts(DataInputStream from) throws IOException {
        int count = Talk.length(from, Talk.MOST_CELLS);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(Talk.readCell(from));
        }
        return texts;
    }

    /// Lets go of everything, and stops what is being read; never waits.
    @Override
    public void close() {
        file.close();
    }
}
