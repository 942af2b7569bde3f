package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.domain.Reference;
import org.cairn.intake.Passwords;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// A password that somebody gives while items are read; what it opens is remembered, and the password with it.
final class GivenPassword {

    /// Nobody gave one: those that opened something before are tried.
    static final GivenPassword NONE = new GivenPassword("");

    private static final int MOST = 40;

    private final String word;
    private final Set<Reference> opened = ConcurrentHashMap.newKeySet();

    GivenPassword(String word) {
        this.word = word;
    }

    boolean opened(Reference reference) {
        return opened.contains(reference);
    }

    /// What to try on an item: this one, then what opened it before, then what opened others.
    Passwords before(StoreView view, Reference reference) {
        List<String> words = new ArrayList<>(view.passwords(reference, MOST));
        words.addFirst(word);
        return Passwords.of(words);
    }

    /// Keeps what opened an item. The ledger hears that a password was given, and whether it opened something.
    void keep(Session session, StoreTransaction tx, Reference reference, Passwords fitting) {
        fitting.words().forEach(fit -> tx.putPassword(reference, fit));
        if (word.isEmpty()) {
            return;
        }
        boolean fits = fitting.holds(word);
        if (fits) {
            opened.add(reference);
        }
        session.note(tx, "PASSWORD_GIVEN", Optional.of(reference), Map.of("opened", String.valueOf(fits)));
    }

    @Override
    public String toString() {
        return "GivenPassword";
    }
}
