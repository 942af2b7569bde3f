package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Encodings;
import org.cairn.domain.Page;
import org.cairn.drawing.Sheet;
import org.cairn.drawing.TableDrawing;
import org.cairn.drawing.TableKind;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.evidence.FindViewModel.Found;
import org.jspecify.annotations.Nullable;

/// The tables that are looked at: opened away from the screen, asked for the rows in sight only.
final class SheetSource implements AutoCloseable {

    private static final int AT_ONCE = 500;

    /// More cells are not told of: nobody goes through them one by one.
    private static final int MOST_FOUND = 100_000;

    private final Tasks tasks;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Sheet> sheet = new SimpleObjectProperty<>();
    private final PagedRows<List<String>> rows;
    private Consumer<? super Throwable> cannot = failure -> {};
    private volatile @Nullable TableDrawing file;
    private int opening;
    private int number;

    SheetSource(Tasks tasks) {
        this.tasks = tasks;
        this.rows = PagedRows.ofDocument(tasks, failure -> cannot.accept(failure));
    }

    /// The names of the sheets, empty ones where there are none.
    ObservableList<String> names() {
        return names;
    }

    /// The sheet that is looked at; null until it was read.
    ObjectProperty<@Nullable Sheet> sheetProperty() {
        return sheet;
    }

    /// Its rows.
    PagedRows<List<String>> rows() {
        return rows;
    }

    /// What tables are read from.
    record Given(SeekableByteChannel bytes, TableKind kind) {
        @Override
        public String toString() {
            return "Given";
        }
    }

    /// Opens a file at its first sheet.
    ///
    /// @param giving gives its bytes, away from the screen
    /// @param otherwise told where it cannot be looked at
    void open(Callable<Given> giving, Consumer<? super Throwable> otherwise) {
        close();
        int mine = opening;
        cannot = otherwise;
        tasks.look(
                () -> begun(giving.call()),
                begun -> {
                    if (mine != opening) {
                        begun.file().close();
                        return;
                    }
                    file = begun.file();
                    names.setAll(begun.names());
                    turnTo(0);
                },
                failure -> {
                    if (mine == opening) {
                        otherwise.accept(failure);
                    }
                });
    }

    private record Begun(TableDrawing file, List<String> names) {}

    private Begun begun(Given given) throws IOException {
        String encoding = given.kind() == TableKind.VALUES ? encoding(given.bytes()) : "";
        TableDrawing opened = new TableDrawing(tasks.drawing(), given.bytes(), given.kind(), encoding);
        try {
            return new Begun(opened, opened.names());
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    private static String encoding(SeekableByteChannel bytes) throws IOException {
        ByteBuffer head = ByteBuffer.allocate((int) Math.min(Encodings.HEAD, bytes.size()));
        while (head.hasRemaining() && bytes.read(head) >= 0) {
            // until it is full or there is no more
        }
        bytes.position(0);
        return Encodings.guess(Arrays.copyOf(head.array(), head.position()))
                .map(Charset::name)
                .orElse("");
    }

    /// Turns to a sheet.
    ///
    /// @param number from 0
    void turnTo(int number) {
        this.number = number;
        TableDrawing open = file;
        int mine = opening;
        if (open == null || number < 0 || number >= names.size()) {
            return;
        }
        sheet.set(null);
        rows.show((offset, limit) -> new Page<>(List.of(), 0), none -> {});
        tasks.look(
                () -> open.sheet(number),
                found -> {
                    if (mine == opening && number == this.number) {
                        sheet.set(found);
                        rows.show(
                                (offset, limit) -> new Page<>(open.rows(number, offset, limit), found.rows()),
                                total -> {});
                    }
                },
                failure -> {
                    if (mine == opening) {
                        cannot.accept(failure);
                    }
                });
    }

    /// Which sheet is looked at, from 0.
    int number() {
        return number;
    }

    /// The cells that hold what is sought, sheet by sheet and row by row; takes as long as the file makes it take.
    ///
    /// @param wanted whether anybody still waits for it
    List<Found> cells(Sought sought, BooleanSupplier wanted) {
        TableDrawing open = file;
        List<Found> found = new ArrayList<>();
        for (int of = 0; open != null && of < open.count() && found.size() < MOST_FOUND; of++) {
            int all = open.sheet(of).rows();
            for (int first = 0; first < all && found.size() < MOST_FOUND; first += AT_ONCE) {
                if (!wanted.getAsBoolean()) {
                    throw new CancelledException();
                }
                List<List<String>> some = open.rows(of, first, AT_ONCE);
                for (int row = 0; row < some.size(); row++) {
                    add(of, first + row, some.get(row), sought, found);
                }
            }
        }
        return found;
    }

    private static void add(int of, int row, List<String> cells, Sought sought, List<Found> found) {
        for (int column = 0; column < cells.size(); column++) {
            if (!sought.marksIn(cells.get(column)).isEmpty()) {
                found.add(new Found(of, row, column, 1));
            }
        }
    }

    @Override
    public void close() {
        opening++;
        TableDrawing open = file;
        file = null;
        names.clear();
        sheet.set(null);
        rows.show((offset, limit) -> new Page<>(List.of(), 0), none -> {});
        if (open != null) {
            open.close();
        }
    }
}
