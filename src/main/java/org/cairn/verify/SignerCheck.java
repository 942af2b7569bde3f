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
/// signs, once, and a second time only when an owner gave them fresh keys by the recovery kit. A ledger written anew by
/// somebody who only holds the archive's key begins with another founder's key than the one that was sealed for its
/// readers when they were let in.
///
/// Ledgers of an early version say whose a key is only by using it: the founder's is that of the first line, and how
/// many lines are of people whose key nobody ever introduced is told once.
final class SignerCheck {

    private static final int AT_ONCE = 1_000;

    /// More of one kind would help nobody and could fill the memory.
    private static final int MOST_FINDINGS = 10_000;

    private final Store store;
    private final Optional<String> founder;
    private final List<Finding> findings;
    private final Progress progress;
    private final Map<String, Known> known = new HashMap<>();
    private boolean early;
    private long unproved;
    private int found;

    SignerCheck(Store store, Optional<String> founder, List<Finding> findings, Progress progress) {
        this.store = store;
        this.founder = founder;
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
        if (unproved > 0) {
            findings.add(Finding.of("ledgerSignersUnknown", unproved));
        }
    }

    private List<CustodyEvent> after(long sequence) {
        return store.read(view -> view.custody(Optional.empty(), sequence, AT_ONCE));
    }

    private void look(CustodyEvent line) {
        if (line.sequence() == 1) {
            begin(line);
        }
        Known actor = known.get(line.actor());
        if (actor == null && early) {
            unproved++;
        } else if (actor == null || !actor.signingKey().equals(signer(line))) {
            report(line);
        } else if (line.sequence() > 1) {
            introduced(line).ifPresent(key -> introduce(line, key, actor));
        }
    }

    private void begin(CustodyEvent line) {
        early = introduced(line).isEmpty();
        String key = introduced(line).orElseGet(() -> signer(line));
        known.put(line.actor(), new Known(key, early || roles(line).contains(Role.OWNER.name())));
        if (founder.isPresent() && !founder.get().equals(key)) {
            findings.add(Finding.of("ledgerFounder"));
        }
    }

    private void introduce(CustodyEvent line, String signingKey, Known actor) {
        String user = line.details().getOrDefault("user", "");
        boolean again = known.containsKey(user) && !line.action().equals("RECOVERED");
        if (!actor.owner() || again) {
            report(line);
        } else {
            known.put(user, new Known(signingKey, roles(line).contains(Role.OWNER.name())));
        }
    }

    private static Optional<String> introduced(CustodyEvent line) {
        return Optional.ofNullable(line.details().get("signingKey"));
    }

    private static List<String> roles(CustodyEvent line) {
        return List.of(line.details().getOrDefault("roles", "").split(","));
    }

    private static String signer(CustodyEvent line) {
        return HexFormat.of().formatHex(line.signer());
    }

    private void report(CustodyEvent line) {
        if (found < MOST_FINDINGS) {
            findings.add(Finding.of("ledgerSigner", line.sequence()));
            found++;
        }
    }
}
