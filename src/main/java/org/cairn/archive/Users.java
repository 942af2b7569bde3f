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

    /// Kinds of letters that no name has. What joins the letters of Persian or Indian names is none of them.
    private static final Set<Byte> HIDDEN =
            Set.of(Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE);

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
        User newcomer = new User(usable(name), roles);
        if (roles.isEmpty()) {
            throw new ArchiveException.InvalidInput("roles", "missing");
        }
        if (list().stream().anyMatch(user -> Keyring.plain(user.name()).equals(Keyring.plain(newcomer.name())))) {
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

    /// A name as it is kept: what cannot be seen could not be typed again, nor be told from another name.
    ///
    /// @throws ArchiveException.InvalidInput when it is blank, or holds a tab, a line's end or the like
    static String usable(String name) {
        String stripped = name.strip();
        if (stripped.isEmpty()) {
            throw new ArchiveException.InvalidInput("user", "missing");
        }
        boolean hidden = stripped.codePoints().anyMatch(letter -> HIDDEN.contains((byte) Character.getType(letter)));
        boolean spaced = Character.isSpaceChar(stripped.codePointAt(0))
                || Character.isSpaceChar(stripped.codePointBefore(stripped.length()));
        if (hidden || spaced) {
            throw new ArchiveException.InvalidInput("user", "hiddenLetters");
        }
        return stripped;
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
