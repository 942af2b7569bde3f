package org.cairn.verify;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.cairn.store.Store;

/// That every sealed identity is the one that the ledger has a line of, and that none is gone.
///
/// Lines of an early version have no hash: of them it is known only that the witness has an identity, the first.
final class IdentityCheck {

    private static final int AT_ONCE = 1_000;

    private final Store store;
    private final List<Finding> findings;
    private final Progress progress;
    private final Map<Place, Fingerprint> kept = new HashMap<>();
    private final Set<Place> told = new HashSet<>();

    IdentityCheck(Store store, List<Finding> findings, Progress progress) {
        this.store = store;
        this.findings = findings;
        this.progress = progress;
    }

    private record Place(Reference witness, int number) {}

    /// What is sealed meanwhile is looked at the next time.
    void run() {
        long end = store.read(view -> {
            view.identities().forEach(one -> kept.put(new Place(one.witness(), one.number()), one.fingerprint()));
            return view.head().map(CustodyEvent::sequence).orElse(0L);
        });
        List<CustodyEvent> lines = after(0);
        while (!lines.isEmpty()) {
            progress.checkCancelled();
            lines.stream().filter(line -> line.sequence() <= end).forEach(this::look);
            lines = after(lines.getLast().sequence());
        }
        kept.keySet().stream().filter(place -> !told.contains(place)).forEach(place -> find("identityStrange", place));
    }

    private List<CustodyEvent> after(long sequence) {
        return store.read(view -> view.custody(Optional.empty(), sequence, AT_ONCE));
    }

    private void look(CustodyEvent line) {
        if (!line.action().equals("IDENTITY_SEALED") || line.subject().isEmpty()) {
            return;
        }
        Optional<String> hash = Optional.ofNullable(line.details().get("hash"));
        Place place = new Place(line.subject().get(), number(line));
        Fingerprint found = kept.get(place);
        told.add(place);
        if (found == null) {
            find("identityMissing", place);
        } else if (hash.isPresent() && !hash.get().equals(found.hex())) {
            find("identityDamaged", place);
        }
    }

    private static int number(CustodyEvent line) {
        return Integer.parseInt(line.details().getOrDefault("revision", "1"));
    }

    private void find(String code, Place place) {
        findings.add(Finding.of(code, place.witness(), place.number()));
    }
}
