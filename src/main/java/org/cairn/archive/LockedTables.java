package org.cairn.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Reading;
import org.cairn.intake.ChildSink;
import org.cairn.progress.Progress;
import org.cairn.vault.MadeFiles;

/// Workbooks out of their locks, to be looked at as tables: taken out by a reading process with the passwords that were
/// given, and kept sealed beside what else was made of items. None of it is ever in clear on a disk, and where a system
/// has no folder in memory it is looked at all the same.
final class LockedTables {

    /// Of the workbook, and of what it is without its lock.
    private static final String TABLES = "unlocked tables 1 ";

    private static final String TYPE = "unlocked tables type 1 ";
    private static final int LONGEST_TYPE = 200;

    private final Session session;
    private final MadeFiles made;

    LockedTables(Session session, MadeFiles made) {
        this.session = session;
        this.made = made;
    }

    /// Taken out when it is asked for the first time; nothing where it has no lock after all.
    ///
    /// @throws ArchiveException.NotConverted when none of the passwords opens it
    Optional<Renditions.Tables> of(Revision revision, Progress progress) {
        String of = Evidence.item(revision).bytes().hex();
        try {
            Optional<Renditions.Tables> known = kept(of);
            return known.isPresent() ? known : unlocked(of, revision, progress);
        } catch (IOException | UncheckedIOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private Optional<Renditions.Tables> kept(String of) throws IOException {
        Optional<SeekableByteChannel> type = made.find(TYPE + of);
        if (type.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream said = Channels.newInputStream(type.get())) {
            String mediaType = new String(said.readNBytes(LONGEST_TYPE), StandardCharsets.US_ASCII);
            return made.find(TABLES + of).map(bytes -> new Renditions.Tables(mediaType, bytes));
        }
    }

    private Optional<Renditions.Tables> unlocked(String of, Revision revision, Progress progress) throws IOException {
        try (Taken tables = new Taken(TABLES + of, progress)) {
            Reading taken = OutOfLock.taken(session, revision.reference(), Evidence.item(revision), tables, progress);
            if (taken.locked() || taken.reason().equals("unsupported")) {
                throw new ArchiveException.NotConverted(Reason.LOCKED.code());
            }
            if (taken.childrenFound() != 1) {
                return Optional.empty();
            }
            byte[] type = taken.mediaType().getBytes(StandardCharsets.US_ASCII);
            made.keep(TYPE + of, new ByteArrayInputStream(type), progress).close();
            return tables.handedOver().map(bytes -> new Renditions.Tables(taken.mediaType(), bytes));
        }
    }

    /// What comes out of a lock, kept as it comes: to be read on also where it is too large to stay, and forgotten
    /// where it is not handed over.
    private final class Taken implements ChildSink, AutoCloseable {

        private final String name;
        private final Progress progress;
        private Optional<SeekableByteChannel> bytes = Optional.empty();
        private boolean handedOver;

        Taken(String name, Progress progress) {
            this.name = name;
            this.progress = progress;
        }

        @Override
        public void child(String inner, InputStream coming) throws IOException {
            letGo();
            bytes = Optional.of(made.keep(name, coming, progress));
        }

        @Override
        public void again() {
            // what comes then takes its place
        }

        Optional<SeekableByteChannel> handedOver() {
            handedOver = true;
            return bytes;
        }

        private void letGo() throws IOException {
            if (bytes.isPresent()) {
                bytes.get().close();
                bytes = Optional.empty();
            }
        }

        @Override
        public void close() throws IOException {
            if (!handedOver) {
                letGo();
                made.forget(name);
            }
        }
    }
}
