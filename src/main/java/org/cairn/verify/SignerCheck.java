package org.cairn.verify;

import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.Progress;
import org.cairn.store.Store;

/// That every line of the ledger was signed with the key of the person it names.
///
/// The first line introduces the founder, who signs it; whoever is let in later is introduced by a line that an owner
/// signs. A ledger written anew by somebody who only holds the archive's key has no such line for the key it was
/// signed with, or not the key that its readers unlock with.
final class SignerCheck {

    private static final int AT_ONCE = 1_000;

    /// More of one kind would help nobody and could fill the memory.
    private static final int MOST_FINDINGS = 10_000;

    private final Store store;
    private final List<Finding> findings;
    private final Progress progress;
    private final Map<String, Known> known = new HashMap<>();
    private int found;

    SignerCheck(Store store, List<Finding> findings, Progress progress) {
        this.store = store;
        this.findings = findings;
        this.progress = progress;
    }

    /// Somebody who was introduced.
    ///
    /// @param signingKey in hexadecimal
    private record Known(String signingKey, boolean owner) {}

    void run() {
        List<CustodyEvent> lines = after(0);
        while (!lines.isEmpty()) {
            progress.checkCancelled();
            lines.forEach(this::look);
            lines = after(lines.getLast().sequence());
        }
    }

    private List<CustodyEvent> after(long sequence) {
        return store.read(view -> view.custody(Optional.empty(), sequence, AT_ONCE));
    }

    private void look(CustodyEvent line) {
        Optional<String> introduced = Optional.ofNullable(line.details().get("signingKey"));
        if (line.sequence() == 1) {
            introduced.ifPresent(key -> introduce(line, key));
        }
        Known actor = known.get(line.actor());
        if (actor == null || !actor.signingKey().equals(HexFormat.of().formatHex(line.signer()))) {
            report(line);
        } else if (introduced.isPresent() && actor.owner()) {
            introduce(line, introduced.get());
        } else if (introduced.isPresent()) {
            report(line);
        }
    }

    private void introduce(CustodyEvent line, String signingKey) {
        List<String> roles = List.of(line.details().getOrDefault("roles", "").split(","));
        String user = line.details().getOrDefault("user", "");
        known.put(user, new Known(signingKey, roles.contains(Role.OWNER.name())));
    }

    private void report(CustodyEvent line) {
        if (found < MOST_FINDINGS) {
            findings.add(Finding.of("ledgerSigner", line.sequence()));
            found++;
        }
    }
}
