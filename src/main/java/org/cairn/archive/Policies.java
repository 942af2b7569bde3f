package org.cairn.archive;

import java.util.Map;
import java.util.Optional;
import org.cairn.store.StoreView;

/// What the archive's owner decided for everybody who works in it. Each change is a line of the ledger.
public final class Policies {

    private static final String SEARCHES = "searchesInLedger";
    private static final String ON = "on";
    private static final String OFF = "off";

    private final Session session;

    Policies(Session session) {
        this.session = session;
    }

    /// Whether this person may change them.
    public boolean mayChange() {
        return Permission.ADMINISTER.allows(session.user());
    }

    /// Whether each search is a line of the ledger; not so until the owner says so. Whoever searches may know it.
    public boolean searchesInLedger() {
        return session.store().read(Policies::searchesInLedger);
    }

    static boolean searchesInLedger(StoreView view) {
        return view.setting(SEARCHES).filter(ON::equals).isPresent();
    }

    /// Has each search be a line of the ledger from now on, or no longer.
    ///
    /// @throws org.cairn.domain.ArchiveException.NotPermitted unless the owner asks
    public void putSearchesInLedger(boolean on) {
        session.require(Permission.ADMINISTER);
        session.store().inTransaction(tx -> {
            if (searchesInLedger(tx) != on) {
                String value = on ? ON : OFF;
                tx.putSetting(SEARCHES, value);
                session.note(tx, "POLICY_CHANGED", Optional.empty(), Map.of("policy", SEARCHES, "value", value));
            }
            return on;
        });
    }
}
