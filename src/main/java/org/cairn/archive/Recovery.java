package org.cairn.archive;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.crypto.RecoveryPhrase;
import org.cairn.crypto.SplitSecret;
import org.cairn.domain.ArchiveException;

/// The recovery kit of an open archive: drawn first, and kept only when its paper is safe.
public final class Recovery {

    /// More shares than this are more than anybody keeps an eye on.
    public static final int MOST_SHARES = 8;

    private final Session session;
    private final Path folder;

    Recovery(Session session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /// The kit that opens the archive now.
    public Optional<KitMark> current() {
        return Archives.recoveryKit(folder);
    }

    /// Draws a kit by lot. It opens nothing before [#keep].
    ///
    /// @param shares how many papers with a share, 1 to [#MOST_SHARES]
    /// @param needed how many of them it takes
    /// @throws ArchiveException.NotPermitted unless an owner who may read identities asks
    /// @throws ArchiveException.InvalidInput when there cannot be such a kit
    public RecoveryKit draw(int shares, int needed) {
        session.require(Permission.ADMINISTER);
        session.require(Permission.READ_IDENTITY);
        requirePossible(shares, needed);
        return new RecoveryKit(
                SplitSecret.fresh(shares, needed, session.random()),
                RecoveryPhrase.random(session.random()),
                LocalDate.ofInstant(session.now(), ZoneOffset.UTC));
    }

    /// Refuses a kit that there cannot be.
    ///
    /// @throws ArchiveException.InvalidInput unless 1 ≤ needed ≤ shares ≤ [#MOST_SHARES]
    public static void requirePossible(int shares, int needed) {
        if (shares < 1 || shares > MOST_SHARES) {
            throw new ArchiveException.InvalidInput("shares", "outOfRange");
        }
        if (needed < 1 || needed > shares) {
            throw new ArchiveException.InvalidInput("needed", "outOfRange");
        }
    }

    /// Draws a kit, writes its papers into a file and makes it the one that opens this archive: all or nothing.
    ///
    /// @param file where the papers go; nothing is overwritten
    /// @return what they are marked with
    public KitMark make(int shares, int needed, Path file, Locale language) {
        try (RecoveryKit kit = draw(shares, needed)) {
            kit.write(file, language);
            try {
                begin(kit);
            } catch (RuntimeException e) {
                RecoveryKit.discard(file, e);
                throw e;
            }
            // from here on these are the papers of the archive's kit, whatever becomes of the disk
            finish();
            return kit.mark();
        }
    }

    /// Makes the kit the one that opens this archive. A former kit opens it no more.
    ///
    /// @throws ArchiveException.NotPermitted unless an owner who may read identities asks
    /// @throws ArchiveException.StorageFull when there is no room: the former kit, if any, still opens it
    public void keep(RecoveryKit kit) {
        begin(kit);
        finish();
    }

    /// All but the last step.
    void begin(RecoveryKit kit) {
        session.require(Permission.ADMINISTER);
        session.require(Permission.READ_IDENTITY);
        KeyChange.finish(session.store(), folder);
        KeyFile file = KeyFile.read(folder);
        Map<String, String> details = new TreeMap<>();
        details.put("kit", kit.mark().letters());
        details.put("shares", String.valueOf(kit.shares()));
        details.put("needed", String.valueOf(kit.mark().needed()));
        KeyFile.Recovery former = file.recovery();
        if (former != null) {
            details.put("replaces", former.kit());
        }
        KeyFile.Recovery kept = Recovering.seal(file, kit, session.keyring(), session.random());
        KeyChange.begin(
                session.store(),
                folder,
                file,
                kept,
                tx -> session.note(tx, "RECOVERY_KIT_MADE", Optional.empty(), details));
    }

    private void finish() {
        KeyChange.putInPlace(folder);
        KeyChange.finish(session.store(), folder);
    }
}
