package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.cairn.conversion.ConversionLimits;
import org.cairn.conversion.Held;
import org.cairn.conversion.NotConverted;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.intake.ChildSink;
import org.cairn.intake.Limits;
import org.cairn.intake.Passwords;
import org.cairn.intake.Reader;
import org.cairn.progress.Progress;

/// An office document as it is without its lock, for a program that can be told no password: taken out of it by a
/// reading process, with the passwords that were given, and held in memory until this is closed.
final class OutOfLock implements AutoCloseable {

    private final Held held;
    private final String mediaType;

    private OutOfLock(Held held, String mediaType) {
        this.held = held;
        this.mediaType = mediaType;
    }

    /// @return nothing where the document has no lock after all
    /// @throws NotConverted when none of the passwords opens it, or it is too large
    static Optional<OutOfLock> of(
            Session session, Reference reference, EvidenceItem item, ConversionLimits limits, Progress progress)
            throws NotConverted {
        Held held = Held.nothing();
        boolean done = false;
        try {
            Sink sink = new Sink(held, limits, progress);
            Reading taken = taken(session, reference, item, sink, progress);
            if (sink.refused.isPresent()) {
                throw sink.refused.get();
            }
            if (taken.locked() || taken.reason().equals("unsupported")) {
                throw new NotConverted(Reason.LOCKED);
            }
            // one that broke off has no lock that is known: the program may make something of it
            done = !held.isEmpty() && taken.childrenFound() == 1;
            return done ? Optional.of(new OutOfLock(held, taken.mediaType())) : Optional.empty();
        } catch (UncheckedIOException e) {
            // the folder in memory is full
            throw new NotConverted(Reason.NO_FOLDER);
        } finally {
            if (!done) {
                held.close();
            }
        }
    }

    /// Takes a document out of its lock with the passwords that were given.
    ///
    /// @param sink takes it
    /// @return what it is then, or why it stays where it is
    static Reading taken(Session session, Reference reference, EvidenceItem item, ChildSink sink, Progress progress) {
        Passwords passwords = session.store().read(view -> GivenPassword.NONE.before(view, reference));
        try (Reader reader = session.workers().map(Reader::new).orElseGet(() -> new Reader(Limits.DEFAULT))) {
            return reader.unlock(new SealedSource(session, item), item.fileName(), passwords, sink, progress);
        }
    }

    /// What it is without its lock.
    String mediaType() {
        return mediaType;
    }

    InputStream open() throws IOException {
        return held.open();
    }

    /// Wipes it.
    @Override
    public void close() {
        held.close();
    }

    @Override
    public String toString() {
        return "OutOfLock";
    }

    /// Takes the document as it comes out of the reading process.
    private static final class Sink implements ChildSink {

        private final Held held;
        private final ConversionLimits limits;
        private final Progress progress;
        private Optional<NotConverted> refused = Optional.empty();

        Sink(Held held, ConversionLimits limits, Progress progress) {
            this.held = held;
            this.limits = limits;
            this.progress = progress;
        }

        @Override
        public void child(String name, InputStream bytes) throws IOException {
            try {
                held.take(bytes, limits, progress);
            } catch (NotConverted e) {
                held.empty();
                refused = Optional.of(e);
            }
        }

        @Override
        public void again() {
            held.empty();
        }
    }
}
