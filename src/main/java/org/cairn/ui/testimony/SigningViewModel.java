package org.cairn.ui.testimony;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Kept;
import org.cairn.archive.Signatures;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Takes in what a witness signed with: the drawing of their hand, or the picture of their thumbprint. It becomes an
/// evidence item of theirs, blurred until asked for, and the proof of what they signed.
final class SigningViewModel {

    private static final int LARGEST = 30 << 20;

    private final Desk desk;
    private final Reference witness;
    private final Messages words;
    private final Strokes strokes = new Strokes();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    SigningViewModel(Desk desk, Reference witness) {
        this.desk = desk;
        this.witness = witness;
        this.words = desk.words().of("testimony");
    }

    Strokes strokes() {
        return strokes;
    }

    BooleanProperty busyProperty() {
        return busy;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Keeps what was drawn.
    ///
    /// @param then gets the item that shows it
    void keepDrawing(Consumer<Reference> then) {
        if (!strokes.drawn()) {
            told.set(Told.warning(words.text("sign.empty"), words.text("sign.empty.do")));
            return;
        }
        List<List<Signatures.Point>> lines = strokes.lines();
        String title = words.text("sign.titleSigned", witness);
        FuzzyDate day = today();
        keep(() -> desk.archive().signatures().keepDrawing(witness, title, lines, day), then);
    }

    /// Keeps the picture of a thumbprint, as it is.
    void keepThumbprint(Path file, Consumer<Reference> then) {
        String title = words.text("sign.titleThumb", witness);
        FuzzyDate day = today();
        keep(() -> desk.archive().signatures().keepThumbprint(witness, title, read(file), day), then);
    }

    private static byte[] read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LARGEST);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private void keep(Callable<Kept> work, Consumer<Reference> then) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        told.set(null);
        desk.tasks()
                .fetch(
                        work,
                        kept -> {
                            busy.set(false);
                            strokes.clear();
                            told.set(Told.success(words.text("sign.kept", kept.reference())));
                            then.accept(kept.reference());
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                        });
    }

    /// The day it is signed on.
    FuzzyDate today() {
        return FuzzyDate.of(LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone()));
    }
}
