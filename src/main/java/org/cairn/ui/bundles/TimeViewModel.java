package org.cairn.ui.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.BundleTimes;
import org.cairn.archive.Bundles;
import org.cairn.archive.FreshFile;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeTaken;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The time of a finished bundle, attested by an authority that is reached by files: a request is written, carried
/// there by a person, and its reply taken in.
final class TimeViewModel {

    /// Replies are a few thousand bytes; what is longer is something else.
    private static final long LONGEST = 1_000_000;

    /// How the chosen file stands.
    ///
    /// @param manifest the list of hashes that names it
    /// @param several whether several do, so that somebody must say which
    record Standing(Path pdf, List<SignatureSaid> signatures, Optional<Path> manifest, boolean several) {
        boolean signed() {
            return !signatures.isEmpty();
        }

        /// What an authority would be asked the time of.
        ///
        /// @param detached whether the file shall stay as it is to the last byte
        TimeAsked.Of asked(boolean detached) {
            if (signed() && !detached) {
                return TimeAsked.Of.SIGNATURE;
            }
            return manifest.isPresent() ? TimeAsked.Of.MANIFEST : TimeAsked.Of.FILE;
        }

        @Override
        public String toString() {
            return "Standing";
        }
    }

    /// A request that was written.
    record Written(TimeAsked asked, Path file) {
        @Override
        public String toString() {
            return "Written " + asked.of();
        }
    }

    /// A reply that was taken in.
    ///
    /// @param noted whether the ledger says so
    record Attached(TimeTaken taken, boolean noted) {
        @Override
        public String toString() {
            return "Attached " + taken.of();
        }
    }

    private record Ended(Attached attached, Standing standing) {
        @Override
        public String toString() {
            return "Ended";
        }
    }

    private final Desk desk;
    private final Messages own;
    private final ObjectProperty<@Nullable Standing> standing = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final BooleanProperty detached = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Written> written = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> asking = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> request = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Path> reply = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Attached> attached = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> attaching = new SimpleObjectProperty<>();
    private final BooleanProperty foreign = new SimpleBooleanProperty();
    private final BooleanProperty working = new SimpleBooleanProperty();
    private Optional<Path> list = Optional.empty();
    /// Counts the files that were taken in hand.
    private int turn;

    TimeViewModel(Desk desk) {
        this.desk = desk;
        this.own = desk.words().of("bundles");
    }

    /// The file that it is about, once it was looked at.
    ObjectProperty<@Nullable Standing> standingProperty() {
        return standing;
    }

    /// What is told of choosing it.
    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether a signed file shall stay as it is to the last byte: the time is asked of the list of hashes then.
    BooleanProperty detachedProperty() {
        return detached;
    }

    /// The request that was written.
    ObjectProperty<@Nullable Written> writtenProperty() {
        return written;
    }

    /// What is told of writing it.
    ObjectProperty<@Nullable Told> askingProperty() {
        return asking;
    }

    /// The request that a reply is to.
    ObjectProperty<@Nullable Path> requestProperty() {
        return request;
    }

    ObjectProperty<@Nullable Path> replyProperty() {
        return reply;
    }

    /// The reply that was taken in.
    ObjectProperty<@Nullable Attached> attachedProperty() {
        return attached;
    }

    /// What is told of taking it in.
    ObjectProperty<@Nullable Told> attachingProperty() {
        return attaching;
    }

    /// Whether the reply was refused only because this archive did not write the file: it can be taken in without the
    /// ledger.
    BooleanProperty foreignProperty() {
        return foreign;
    }

    /// Whether something is going on.
    BooleanProperty workingProperty() {
        return working;
    }

    /// Takes a file in hand; whatever was done with another is forgotten.
    void open(Path pdf) {
        turn++;
        standing.set(null);
        list = Optional.empty();
        detached.set(false);
        written.set(null);
        request.set(null);
        reply.set(null);
        attached.set(null);
        List.of(told, asking, attaching).forEach(one -> one.set(null));
        foreign.set(false);
        look(pdf);
    }

    /// Says which list of hashes names the file.
    void against(Path manifest) {
        Standing now = standing.get();
        if (now != null) {
            list = Optional.of(manifest);
            look(now.pdf());
        }
    }

    private void look(Path pdf) {
        Optional<Path> with = list;
        work(() -> standing(pdf, with), standing::set, failure -> {
            standing.set(null);
            told.set(BundleRefusal.told(desk, failure));
        });
    }

    private static Standing standing(Path pdf, Optional<Path> list) {
        List<SignatureSaid> signatures = Bundles.signatures(pdf);
        try {
            return new Standing(pdf, signatures, list.isPresent() ? list : Bundles.manifestBeside(pdf), false);
        } catch (ArchiveException.InvalidInput e) {
            return new Standing(pdf, signatures, Optional.empty(), true);
        }
    }

    /// Writes the request into a file that is not there yet.
    void ask(Path into) {
        Standing now = standing.get();
        if (now == null) {
            return;
        }
        asking.set(null);
        boolean whole = detached.get();
        Optional<Path> with = list;
        work(
                () -> {
                    FreshFile.require(into);
                    TimeAsked asked = BundleTimes.ask(
                            now.pdf(), with, whole, desk.environment().random());
                    return new Written(asked, FreshFile.write(into, asked.request()));
                },
                done -> {
                    written.set(done);
                    request.set(done.file());
                    asking.set(Told.success(
                            own.text("time.asked", Direction.isolate(done.file().toString()))));
                },
                failure -> asking.set(BundleRefusal.told(desk, failure)));
    }

    /// Takes the reply in.
    ///
    /// @param noting whether the ledger says so
    void attach(boolean noting) {
        Standing now = standing.get();
        Path asked = request.get();
        Path replied = reply.get();
        if (now == null || asked == null || replied == null) {
            return;
        }
        attaching.set(null);
        foreign.set(false);
        Optional<Path> with = list;
        work(
                () -> {
                    byte[] question = bytes(asked, "request", "notARequest");
                    byte[] answer = bytes(replied, "reply", "notAReply");
                    TimeTaken taken = noting
                            ? desk.archive().bundleTimes().attachAndNote(now.pdf(), with, question, answer)
                            : BundleTimes.attach(now.pdf(), with, question, answer);
                    return new Ended(new Attached(taken, noting), standing(now.pdf(), with));
                },
                done -> {
                    standing.set(done.standing());
                    attached.set(done.attached());
                },
                this::refused);
    }

    private void refused(Throwable failure) {
        attaching.set(
                failure instanceof ArchiveException.AlreadyThere
                        ? BundleRefusal.told(desk, new ArchiveException.InvalidInput("reply", "anotherReply"))
                        : BundleRefusal.told(desk, failure));
        foreign.set(
                BundleRefusal.reason(failure).filter("notServedHere"::equals).isPresent());
    }

    private static byte[] bytes(Path file, String what, String wrong) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new ArchiveException.InvalidInput(what, wrong);
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private <T> void work(Callable<T> work, Consumer<? super T> then, Consumer<? super Throwable> otherwise) {
        working.set(true);
        int mine = turn;
        desk.tasks()
                .fetch(
                        work,
                        done -> ended(mine, () -> then.accept(done)),
                        failure -> ended(mine, () -> otherwise.accept(failure)));
    }

    /// What was begun with another file says nothing of this one.
    private void ended(int ofTurn, Runnable told) {
        if (ofTurn == turn) {
            working.set(false);
            told.run();
        }
    }
}
