package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.Kept;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Keeping a statement that is being taken: saved as a draft, kept as a revision, sealed at the end.
final class Keeping {

    private final Desk desk;
    private final Reference witness;
    private final Supplier<Testimony> statement;
    private final StatementSaver saver;
    private final ObjectProperty<@Nullable Told> told;
    private final StringProperty saved = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable Reference reference;
    private int revision;
    private @Nullable Testimony lastSaved;
    private long turns;
    private boolean saving;
    private boolean ended;

    /// @param statement what it amounts to whenever it is asked
    /// @param reference the record it goes on from, where there is one
    /// @param revision the revision it goes on from, 0 for none
    Keeping(
            Desk desk,
            Reference witness,
            Supplier<Testimony> statement,
            @Nullable Reference reference,
            int revision,
            ObjectProperty<@Nullable Told> told) {
        this.desk = desk;
        this.witness = witness;
        this.statement = statement;
        this.saver = new StatementSaver(desk.archive());
        this.reference = reference;
        this.revision = revision;
        this.told = told;
    }

    /// When it was saved last, in words.
    StringProperty savedProperty() {
        return saved;
    }

    /// Whether something is being kept or sealed.
    BooleanProperty busyProperty() {
        return busy;
    }

    /// The record, once it was kept.
    Optional<Reference> reference() {
        return Optional.ofNullable(reference);
    }

    /// The name under which it is saved until it is kept.
    DraftId id() {
        return DraftId.of(witness, reference, revision);
    }

    /// Nothing is saved by itself from here on.
    void end() {
        ended = true;
    }

    /// Saves what changed since the last time.
    ///
    /// @param then told what was saved
    void save(Consumer<Testimony> then) {
        Testimony now = statement.get();
        if (saving || ended || busy.get() || now.equals(lastSaved)) {
            return;
        }
        saving = true;
        DraftId id = id();
        long turn = ++turns;
        desk.tasks()
                .keep(
                        () -> saver.save(turn, id, now),
                        () -> {
                            saving = false;
                            lastSaved = now;
                            Instant at = desk.environment().clock().instant();
                            saved.set(desk.words()
                                    .of("testimony")
                                    .text("saved", desk.words().moment(at)));
                            then.accept(now);
                        },
                        failure -> {
                            saving = false;
                            told.set(desk.errors().tell(failure));
                        });
    }

    /// What must be kept before the archive closes.
    Runnable parting() {
        Testimony now = statement.get();
        DraftId id = id();
        long turn = ++turns;
        boolean nothingNew = ended || now.equals(lastSaved);
        return () -> {
            if (!nothingNew) {
                saver.save(turn, id, now);
            }
        };
    }

    /// Keeps what is written as a revision.
    void keep(Consumer<Kept> then, Runnable otherwise) {
        act(this::kept, then, otherwise);
    }

    /// Keeps and seals it.
    void seal(Consumer<Kept> then) {
        act(
                asked -> {
                    Kept kept = kept(asked);
                    Kept closed = desk.archive().testimonies().seal(kept.reference(), kept.revision());
                    desk.archive().drafts().discard(new DraftId(kept.reference(), kept.revision()).text());
                    return closed;
                },
                then,
                () -> {});
    }

    /// What is to be kept, as it stood when that was asked for.
    private record Asked(long turn, Testimony now, @Nullable Reference known, int revision) {}

    private void act(Function<Asked, Kept> work, Consumer<Kept> then, Runnable otherwise) {
        if (busy.get()) {
            otherwise.run();
            return;
        }
        busy.set(true);
        told.set(null);
        Asked asked = new Asked(++turns, statement.get(), reference, revision);
        desk.tasks()
                .fetch(
                        () -> work.apply(asked),
                        kept -> {
                            busy.set(false);
                            goOnFrom(kept.reference(), kept.revision(), asked.now());
                            then.accept(kept);
                        },
                        failure -> {
                            busy.set(false);
                            told.set(desk.errors().tell(failure));
                            // a failed seal may have kept a revision first: go on from it
                            saver.keptSince(id())
                                    .ifPresent(last -> goOnFrom(last.reference(), last.revision(), last.what()));
                            otherwise.run();
                        });
    }

    private Kept kept(Asked asked) {
        return saver.keep(asked.turn(), asked.now(), asked.known(), asked.revision());
    }

    private void goOnFrom(Reference kept, int number, Testimony what) {
        reference = kept;
        revision = number;
        lastSaved = what;
    }
}
