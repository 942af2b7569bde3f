package org.cairn.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.search.PassageIndex;
import org.cairn.store.Store;
import org.cairn.store.StoreCheck;
import org.cairn.store.StoreView;
import org.cairn.vault.Vault;

/// Looks at everything an archive holds, and goes on after each thing found wrong.
public final class ArchiveVerifier {

    private final Store store;
    private final Vault vault;
    private final PassageIndex index;
    private final Optional<String> founder;
    private final long changes;

    /// @param store the open database
    /// @param vault the sealed files
    /// @param index the index, brought up to date between this and [#verify]
    /// @param founder the key that the founder signs with, in hexadecimal, as the reader was told it apart from the
    ///     ledger
    public ArchiveVerifier(Store store, Vault vault, PassageIndex index, Optional<String> founder) {
        this.store = store;
        this.vault = vault;
        this.index = index;
        this.founder = founder;
        this.changes = changesUntilNow();
    }

    private long changesUntilNow() {
        try {
            return store.read(StoreView::outboxHead);
        } catch (ArchiveException.Damaged e) {
            // found and named when it is verified
            return 0;
        }
    }

    /// Recomputes everything. Reads every file whole: the time is that of reading the archive once.
    ///
    /// A part too damaged to be looked at is a finding too, and the next part is looked at all the same.
    public VerificationReport verify(Progress progress) {
        List<Finding> findings = new ArrayList<>();
        StoreCheck records = records(findings, progress);
        stage("ledger", findings, () -> new SignerCheck(store, founder, findings, progress).run());
        stage("record", findings, () -> new IdentityCheck(store, findings, progress).run());
        Set<Fingerprint> known = new TreeSet<>();
        stage("record", findings, () -> known.addAll(store.read(StoreView::fingerprints)));
        stage("files", findings, () -> files(known, findings, progress));
        stage("files", findings, () -> strangers(findings, progress));
        stage("index", findings, () -> index(findings, progress));
        return new VerificationReport(
                records.records(), records.revisions(), records.events(), known.size(), passages(findings), findings);
    }

    private StoreCheck records(List<Finding> findings, Progress progress) {
        StoreCheck[] records = {new StoreCheck(0, 0, 0, List.of())};
        stage("structure", findings, () -> records[0] = store.check(progress));
        findings.addAll(0, records[0].findings());
        return records[0];
    }

    private long passages(List<Finding> findings) {
        long[] passages = {0};
        stage("index", findings, () -> passages[0] = index.passages());
        return passages[0];
    }

    private static void stage(String part, List<Finding> findings, Runnable look) {
        try {
            look.run();
        } catch (ArchiveException.Damaged e) {
            findings.add(damaged(String.valueOf(e.arguments().getFirst()), part));
        } catch (ArchiveException.NotReachable e) {
            findings.add(damaged(part.equals("files") ? "file" : part, part));
        }
    }

    private static Finding damaged(String what, String part) {
        return switch (what) {
            case "index" -> Finding.of("indexDamaged", "files");
            case "file" -> Finding.of("filesUnreadable");
            default -> Finding.of("databaseDamaged", part);
        };
    }

    private void files(Set<Fingerprint> known, List<Finding> findings, Progress progress) {
        long done = 0;
        for (Fingerprint fingerprint : known) {
            progress.checkCancelled();
            if (!vault.has(fingerprint)) {
                findings.add(Finding.of("fileMissing", owners(fingerprint)));
            } else if (!intact(fingerprint, progress)) {
                findings.add(Finding.of("fileDamaged", owners(fingerprint)));
            }
            done++;
            progress.step("verifyFiles", done, known.size());
        }
    }

    /// A file that is being taken in lies on the shelf for a moment before its record is kept: whatever looks strange
    /// is looked at again when nothing is being taken in.
    private void strangers(List<Finding> findings, Progress progress) {
        if (strange().isEmpty()) {
            return;
        }
        try (Turns.Turn turn = vault.turns().await(progress)) {
            strange().forEach(stranger -> findings.add(Finding.of("fileStrange", stranger)));
        }
    }

    private List<String> strange() {
        return vault.strangers(store.read(StoreView::fingerprints));
    }

    private boolean intact(Fingerprint fingerprint, Progress progress) {
        try {
            return vault.intact(fingerprint, progress);
        } catch (ArchiveException.Damaged e) {
            return false;
        }
    }

    private String owners(Fingerprint fingerprint) {
        List<Reference> owners = store.read(view -> view.evidenceWith(fingerprint));
        return String.join(", ", owners.stream().map(Reference::toString).toList());
    }

    private void index(List<Finding> findings, Progress progress) {
        findings.addAll(index.check(progress));
        long applied = index.appliedSequence();
        if (applied < changes) {
            findings.add(Finding.of("indexBehind", applied, changes));
        }
        long head = store.read(StoreView::outboxHead);
        if (applied > head) {
            findings.add(Finding.of("indexAhead", applied, head));
        }
    }
}
