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

/// Who may unlock the archive, and as what.
public final class Users {

    private static final String SETTING = "users";

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
        KeyChange.putInPlace(folder);
        KeyChange.finish(session.store(), folder);
    }

    /// Until somebody is let in for good but for the last step.
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
        KeyChange.finish(session.store(), folder);
        KeyFile file = KeyFile.read(folder);
        Keyring.Admitted admitted = session.keyring().admit(file, newcomer, passphrase, session.random());
        KeyChange.begin(session.store(), folder, file, admitted.slot(), tx -> {
            remember(tx, newcomer);
            return session.note(tx, "USER_ADDED", Optional.empty(), introduction(newcomer, admitted.signingKey()));
        });
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
