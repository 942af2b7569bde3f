package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.bundle.HeldFolder;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.progress.Progress;
import org.cairn.store.RecordJson;
import org.cairn.vault.Disk;

/// Original bytes, or what was made of them, on their way out: written, hashed again, and with the story of their
/// custody beside them.
final class OriginalExport {

    private static final int LONGEST_NAME = 180;
    private static final int CHUNK = 1 << 20;

    private final Session session;
    private final Handover handover;
    private final List<Reference> decisions;

    /// @param decisions the consents that allow it, which are written into what leaves
    OriginalExport(Session session, Handover handover, List<Reference> decisions) {
        this.session = session;
        this.handover = handover;
        this.decisions = decisions;
    }

    /// Everything is made in a hidden folder, which goes away however this ends; a killed run's goes with the next.
    ///
    /// That it was begun is written down before the first byte leaves, that it left before the original has its name: a
    /// crash can hide neither, and no original lies there under its name that the ledger knows nothing of.
    Path write(Revision revision, Path folder, Progress progress) {
        return write(revision, Leaving.original(session, Evidence.item(revision)), folder, progress);
    }

    /// The same of something else than the original.
    Path write(Revision revision, Leaving leaving, Path folder, Progress progress) {
        Path target = folder.resolve(revision.reference() + "_" + safe(leaving.fileName()));
        try {
            Files.createDirectories(folder);
            HeldFolder.sweep(folder);
            if (Files.exists(target)) {
                throw new ArchiveException.AlreadyThere();
            }
            try (HeldFolder hidden = hidden(folder, revision.reference())) {
                note(revision, leaving, "EXPORT_BEGUN");
                Path copied = hidden.path().resolve("original");
                copy(leaving, copied, progress);
                check(progress);
                CustodyEvent exported = note(revision, leaving, "EXPORTED");
                Path story = hidden.path().resolve("custody");
                write(story, custody(revision, exported));
                // before the original has its name: it never lies there without its story
                Disk.rename(story, folder.resolve(revision.reference() + "_custody.json"));
                Disk.rename(copied, target);
            }
            return target;
        } catch (IOException e) {
            throw Disk.unwritable(e, folder);
        }
    }

    /// @throws ArchiveException.AlreadyThere where another run is giving the same item into the same folder
    private static HeldFolder hidden(Path folder, Reference reference) throws IOException {
        return HeldFolder.make(folder, reference.toString()).orElseThrow(ArchiveException.AlreadyThere::new);
    }

    private void check(Progress progress) {
        progress.checkCancelled();
        session.closing().check();
    }

    private CustodyEvent note(Revision revision, Leaving leaving, String action) {
        return session.store()
                .inTransaction(tx -> session.note(tx, action, Optional.of(revision.reference()), details(leaving)));
    }

    private Map<String, String> details(Leaving leaving) {
        Map<String, String> details = new TreeMap<>(leaving.besides());
        details.put("sha256", leaving.fingerprint().hex());
        details.put("purpose", leaving.purpose());
        details.put("scope", handover.scope());
        handover.recipient().ifPresent(recipient -> details.put("recipient", recipient));
        if (!decisions.isEmpty()) {
            details.put(
                    "consent",
                    String.join(
                            ", ", decisions.stream().map(Reference::toString).toList()));
            details.put("conditionsMet", String.valueOf(handover.conditionsMet()));
        }
        return details;
    }

    private void copy(Leaving leaving, Path copied, Progress progress) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        byte[] chunk = new byte[CHUNK];
        try (InputStream in = leaving.opening().open();
                FileChannel file = FileChannel.open(copied, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            long done = 0;
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                // an open stream still decrypts when the keys are gone: it has to be asked
                check(progress);
                digest.update(chunk, 0, read);
                out.write(chunk, 0, read);
                done += read;
                progress.step("write", done, leaving.size());
            }
            // said to be written only when a stick that is pulled out now has it
            file.force(true);
        }
        if (!Fingerprint.ofDigest(digest.digest()).equals(leaving.fingerprint())) {
            throw new ArchiveException.Damaged("file");
        }
    }

    private static void write(Path file, byte[] content) throws IOException {
        Files.write(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, StandardOpenOption.SYNC);
    }

    private byte[] custody(Revision revision, CustodyEvent exported) {
        List<CustodyEvent> events =
                session.store().read(view -> CustodyExtract.of(view, revision.reference(), exported));
        return RecordJson.write(events).getBytes(StandardCharsets.UTF_8);
    }

    /// At most as long as file systems take, which count bytes; the end, which says what it is, is kept.
    private static String safe(String fileName) {
        String safe = fileName.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", "_");
        while (safe.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            safe = safe.substring(safe.offsetByCodePoints(0, 1));
        }
        return safe;
    }
}
