package org.cairn.verify;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.custody.VerificationReport;
import org.cairn.progress.Progress;
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

    /// @param store the open database
    /// @param vault the sealed files
    /// @param index the index, brought up to date before
    public ArchiveVerifier(Store store, Vault vault, PassageIndex index) {
        this.store = store;
        this.vault = vault;
        this.index = index;
    }

    /// Recomputes everything. Reads every file whole: the time is that of reading the archive once.
    public VerificationReport verify(Progress progress) {
        StoreCheck records = store.check(progress);
        List<Finding> findings = new ArrayList<>(records.findings());
        Set<Fingerprint> known = new TreeSet<>(store.read(StoreView::fingerprints));
        files(known, findings, progress);
        index(findings, progress);
        return new VerificationReport(
                records.records(), records.revisions(), records.events(), known.size(), index.passages(), findings);
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
        vault.strangers(known).forEach(stranger -> findings.add(Finding.of("fileStrange", stranger)));
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
        long head = store.read(StoreView::outboxHead);
        if (index.appliedSequence() < head) {
            findings.add(Finding.of("indexBehind", index.appliedSequence(), head));
        }
    }
}
