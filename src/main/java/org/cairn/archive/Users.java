package org.cairn.archive;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Role;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;
import org.cairn.vault.Disk;

/// Who may unlock the archive, and as what.
public final class Users {

    private static final String SETTING = "users";

    /// The slot of somebody who is let in already but may not be in the key file yet.
    private static final String UNDER_WAY = "slotUnderWay";

    private final Session session;
    private final Path folder;

    Users(Session session, Path folder) {
        this.session = session;
        this.folder = folder;
    }

    /// Everybody who was let in: whoever reads the ledger reads these names in it too.
    public List<User> list() {
        session.require(Permission.AUDIT);
        return session.store().read(Users::listed);
    }

    static List<User> listed(StoreView view) {
        return view.setting(SETTING).orElse("").lines().map(Users::read).toList();
    }

    /// Lets somebody in.
    ///
    /// @throws ArchiveException.NotPermitted unless the owner asks
    /// @throws ArchiveException.AlreadyThere when the name is taken
    public synchronized void add(String name, Set<Role> roles, char[] passphrase) {
        admit(name, roles, passphrase);
        Disk.write(keyFile(folder), () -> {
            KeyFile.putInPlace(folder);
            return folder;
        });
        finishAdmitting(session, folder);
    }

    private static Path keyFile(Path folder) {
        return folder.resolve("archive.json");
    }

    /// Until somebody is let in for good: what is left to do is remembered, and done at the next opening after a crash.
    void admit(String name, Set<Role> roles, char[] passphrase) {
        session.require(Permission.ADMINISTER);
        Keyring.requireStrength(passphrase);
        User newcomer = new User(name.strip(), roles);
        if (name.isBlank() || name.contains("\n") || name.contains("\t")) {
            throw new ArchiveException.InvalidInput("user", "missing");
        }
        if (roles.isEmpty()) {
            throw new ArchiveException.InvalidInput("roles", "missing");
        }
        if (list().stream().anyMatch(user -> user.name().equalsIgnoreCase(newcomer.name()))) {
            throw new ArchiveException.AlreadyThere();
        }
        finishAdmitting(session, folder);
        KeyFile file = KeyFile.read(folder);
        Keyring.Admitted admitted = session.keyring().admit(file, newcomer, passphrase, session.random());
        // a full disk is met here, before anything is kept
        Disk.write(keyFile(folder), () -> {
            file.with(admitted.slot()).writeBeside(folder);
            return folder;
        });
        session.store().inTransaction(tx -> {
            remember(tx, newcomer);
            tx.putSetting(UNDER_WAY, admitted.slot().line());
            return session.note(tx, "USER_ADDED", Optional.empty(), introduction(newcomer, admitted.signingKey()));
        });
    }

    /// Puts the slot of somebody who was let in into the key file, where a crash came before that.
    static void finishAdmitting(Session session, Path folder) {
        Optional<KeyFile.Slot> waiting = session.store()
                .read(view -> view.setting(UNDER_WAY))
                .filter(line -> !line.isEmpty())
                .map(KeyFile.Slot::ofLine);
        waiting.ifPresent(slot -> {
            KeyFile file = KeyFile.read(folder);
            if (!file.slots().contains(slot)) {
                Disk.write(keyFile(folder), () -> {
                    file.with(slot).write(folder);
                    return file;
                });
            }
            session.store().inTransaction(tx -> {
                tx.putSetting(UNDER_WAY, "");
                return tx;
            });
        });
    }

    /// Forgets the slot of somebody whose passphrase was lost before it was in the key file.
    static void forgetWaiting(StoreTransaction tx, String holder) {
        tx.setting(UNDER_WAY)
                .filter(line -> !line.isEmpty())
                .map(KeyFile.Slot::ofLine)
                .filter(slot -> holder.equals(slot.holder()))
                .ifPresent(slot -> tx.putSetting(UNDER_WAY, ""));
    }

    /// What the ledger keeps of somebody: from then on, lines of theirs must be signed with this key.
    static Map<String, String> introduction(User user, byte[] signingKey) {
        return Map.of(
                "user",
                user.name(),
                "roles",
                roles(user),
                "signingKey",
                HexFormat.of().formatHex(signingKey));
    }

    static void remember(StoreTransaction tx, User user) {
        String line = user.name() + "\t" + roles(user);
        tx.putSetting(
                SETTING, tx.setting(SETTING).map(lines -> lines + "\n" + line).orElse(line));
    }

    private static String roles(User user) {
        return user.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
    }

    private static User read(String line) {
        String[] parts = line.split("\t", 2);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(parts[1].split(",")).map(Role::valueOf).forEach(roles::add);
        return new User(parts[0], roles);
    }
}
