package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumSet;
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

    /// Everybody who was let in.
    public List<User> list() {
        return session.store().read(Users::listed);
    }

    static List<User> listed(StoreView view) {
        return view.setting(SETTING).orElse("").lines().map(Users::read).toList();
    }

    /// Lets somebody in.
    ///
    /// @throws ArchiveException.NotPermitted unless the owner asks
    /// @throws ArchiveException.AlreadyThere when the name is taken
    public void add(String name, Set<Role> roles, char[] passphrase) {
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
        KeyFile file = session.keyring().admit(KeyFile.read(folder), newcomer, passphrase, session.random());
        try {
            session.store().inTransaction(tx -> {
                remember(tx, newcomer);
                String granted = roles.stream().map(Role::name).sorted().collect(Collectors.joining(","));
                return session.note(
                        tx, "USER_ADDED", Optional.empty(), Map.of("user", newcomer.name(), "roles", granted));
            });
            file.write(folder);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    static void remember(StoreTransaction tx, User user) {
        String roles = user.roles().stream().map(Role::name).sorted().collect(Collectors.joining(","));
        String line = user.name() + "\t" + roles;
        tx.putSetting(
                SETTING, tx.setting(SETTING).map(lines -> lines + "\n" + line).orElse(line));
    }

    private static User read(String line) {
        String[] parts = line.split("\t", 2);
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(parts[1].split(",")).map(Role::valueOf).forEach(roles::add);
        return new User(parts[0], roles);
    }
}
