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
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.store.RecordJson;
import org.cairn.vault.Disk;

/// Original bytes on their way out: written, hashed again, and with the story of their custody beside them.
final class OriginalExport {

    private static final int LONGEST_NAME = 180;

    private final Session session;
    private final Handover handover;
    private final List<Reference> decisions;

    /// @param decisions the consents that allow it, which are written into what leaves
    OriginalExport(Session session, Handover handover, List<Reference> decisions) {
        this.session = session;
        this.handover = handover;
        this.decisions = decisions;
    }

    Path write(Revision revision, Path folder) {
        EvidenceItem item = Evidence.item(revision);
        Path target = folder.resolve(revision.reference() + "_" + safe(item.fileName()));
        Path unfinished = folder.resolve("." + revision.reference() + ".part");
        try {
            Files.createDirectories(folder);
            if (Files.exists(target)) {
                throw new ArchiveException.AlreadyThere();
            }
            noteExport(revision, item);
            try {
                copy(item, unfinished);
                // before the original has its name: it never lies there without its story
                Files.write(
                        folder.resolve(revision.reference() + "_custody.json"),
                        custody(revision),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.SYNC);
                Disk.rename(unfinished, target);
            } finally {
                Files.deleteIfExists(unfinished);
            }
            return target;
        } catch (IOException e) {
            throw Disk.unwritable(e, folder);
        }
    }

    /// Written before the first byte leaves: a crash cannot hide that something left.
    private void noteExport(Revision revision, EvidenceItem item) {
        session.store()
                .inTransaction(tx -> session.note(tx, "EXPORTED", Optional.of(revision.reference()), details(item)));
    }

    private Map<String, String> details(EvidenceItem item) {
        Map<String, String> details = new TreeMap<>();
        details.put("sha256", item.fingerprint().hex());
        details.put("purpose", "original");
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

    private void copy(EvidenceItem item, Path unfinished) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (InputStream in = new DigestInputStream(session.vault().open(item.fingerprint()), digest);
                FileChannel file = FileChannel.open(
                        unfinished,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE);
                OutputStream out = Channels.newOutputStream(file)) {
            in.transferTo(out);
            // said to be written only when a stick that is pulled out now has it
            file.force(true);
        }
        if (!Fingerprint.ofDigest(digest.digest()).equals(item.fingerprint())) {
            throw new ArchiveException.Damaged("file");
        }
    }

    private byte[] custody(Revision revision) {
        List<CustodyEvent> events = session.store().read(view -> CustodyExtract.of(view, revision.reference()));
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
