package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.Charset;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
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
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/// The tables that are looked at: opened away from the screen, asked for the rows in sight only.
final class SheetSource implements AutoCloseable {

    private final Tasks tasks;
    private final ObservableList<String> names = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Sheet> sheet = new SimpleObjectProperty<>();
    private final PagedRows<List<String>> rows;
    private Consumer<? super Throwable> cannot = failure -> {};
    private @Nullable TableDrawing file;
    private int opening;

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

    /// Opens a file at its first sheet.
    ///
    /// @param bytes gives its bytes, away from the screen
    /// @param otherwise told where it cannot be looked at
    void open(Callable<? extends SeekableByteChannel> bytes, TableKind kind, Consumer<? super Throwable> otherwise) {
        close();
        int mine = opening;
        cannot = otherwise;
        tasks.look(
                () -> begun(bytes.call(), kind),
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

    private Begun begun(SeekableByteChannel bytes, TableKind kind) throws IOException {
        String encoding = kind == TableKind.VALUES ? encoding(bytes) : "";
        TableDrawing opened = new TableDrawing(tasks.drawing(), bytes, kind, encoding);
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
                    if (mine == opening) {
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
