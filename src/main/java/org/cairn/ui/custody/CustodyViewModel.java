package org.cairn.ui.custody;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Receipt;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The ledger as people read it: the latest first, so many at a time.
public final class CustodyViewModel {

    private static final int AT_A_TIME = 100;

    private final Desk desk;
    private final Messages words;
    private final ObservableList<CustodyEvent> events = FXCollections.observableArrayList();
    private final StringProperty subject = new SimpleStringProperty("");
    private final LongProperty total = new SimpleLongProperty();
    private final BooleanProperty more = new SimpleBooleanProperty();
    private final BooleanProperty verifying = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable VerificationReport> report = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Receipt> receipt = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private long earliest = Long.MAX_VALUE;

    public CustodyViewModel(Desk desk) {
        this.desk = desk;
        this.words = desk.words().of("custody");
        subject.subscribe((was, is) -> {
            if (is.isBlank() || Reference.tryParse(is).isPresent()) {
                refresh();
            }
        });
    }

    /// The events shown, the latest first.
    public ObservableList<CustodyEvent> events() {
        return events;
    }

    /// The reference of one item, as it is typed; empty for the whole archive.
    public StringProperty subjectProperty() {
        return subject;
    }

    /// How many events the ledger has.
    public LongProperty totalProperty() {
        return total;
    }

    /// Whether there are earlier ones.
    public BooleanProperty moreProperty() {
        return more;
    }

    /// Whether a verification is going on.
    public BooleanProperty verifyingProperty() {
        return verifying;
    }

    /// What the last verification of this session found.
    public ObjectProperty<@Nullable VerificationReport> reportProperty() {
        return report;
    }

    /// The receipt that was drawn.
    public ObjectProperty<@Nullable Receipt> receiptProperty() {
        return receipt;
    }

    /// What happened.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Reads the ledger from its end.
    public void refresh() {
        earliest = Long.MAX_VALUE;
        events.clear();
        earlier();
    }

    /// Adds the events before those shown.
    public void earlier() {
        Optional<Reference> only = Reference.tryParse(subject.get());
        long before = earliest;
        desk.tasks()
                .fetch(
                        () -> part(only, before),
                        part -> {
                            if (before == earliest) {
                                add(part);
                            }
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Recomputes everything, with progress in the status bar.
    public void verify() {
        if (verifying.get()) {
            return;
        }
        verifying.set(true);
        told.set(null);
        desk.tasks()
                .start(
                        words.text("verify.job"),
                        progress -> {
                            try {
                                return desk.archive().custody().verify(progress);
                            } finally {
                                desk.tasks().run(() -> {}, () -> verifying.set(false), failure -> verifying.set(false));
                            }
                        },
                        found -> {
                            report.set(found);
                            refresh();
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Draws a receipt of the ledger as it stands.
    public void draw() {
        desk.tasks()
                .fetch(
                        () -> desk.archive().custody().receipt(),
                        receipt::set,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Saves the receipt that was drawn. Nothing is overwritten.
    public void save(Path file) {
        Receipt drawn = receipt.get();
        if (drawn == null) {
            return;
        }
        desk.tasks()
                .fetch(
                        () -> write(drawn, file),
                        written -> told.set(Told.success(words.text("receipt.saved"))),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private static Path write(Receipt receipt, Path file) {
        if (Files.exists(file)) {
            throw new ArchiveException.AlreadyThere();
        }
        try {
            return Files.writeString(file, receipt.toJson() + "\n", StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private record Part(List<CustodyEvent> events, long total, boolean more, long earliest) {}

    /// The ledger reads forwards; people read it backwards. The whole archive is read from so many before the end; the
    /// few
    /// events of one item are read whole.
    private Part part(Optional<Reference> only, long before) {
        long count = desk.archive().custody().count();
        if (only.isPresent()) {
            List<CustodyEvent> all = desk.archive().custody().events(only, 0, Integer.MAX_VALUE);
            return new Part(all.reversed(), count, false, 0);
        }
        long end = Math.min(before - 1, count);
        long start = Math.max(0, end - AT_A_TIME);
        List<CustodyEvent> found = desk.archive().custody().events(only, start, (int) (end - start));
        return new Part(found.reversed(), count, start > 0, start + 1);
    }

    private void add(Part part) {
        events.addAll(part.events());
        total.set(part.total());
        more.set(part.more());
        earliest = part.earliest();
    }
}
