package org.cairn.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.crypto.Argon2Cost;
import org.cairn.crypto.KeyedNames;
import org.cairn.crypto.Passphrases;
import org.cairn.crypto.SealedBox;
import org.cairn.crypto.Sealing;
import org.cairn.crypto.Secret;
import org.cairn.crypto.TamperedException;
import org.cairn.crypto.UserKeys;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Role;
import org.jspecify.annotations.Nullable;

/// The keys that one unlocked user holds; wiped when the archive is locked.
///
/// Passphrase → Argon2id → the user's private keys → the archive's key, from which one key is derived for each purpose.
final class Keyring implements AutoCloseable {

    /// Fewer characters than this are refused: whoever finds the laptop has years to guess.
    static final int LEAST_CHARACTERS = 8;

    private static final byte[] ARCHIVE = "cairn archive key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] IDENTITY = "cairn identity key".getBytes(StandardCharsets.UTF_8);
    private static final byte[] USER = "cairn user".getBytes(StandardCharsets.UTF_8);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final User user;
    private final UserKeys keys;
    private final Secret archive;
    private final @Nullable UserKeys identity;
    private final @Nullable String founder;

    private Keyring(User user, UserKeys keys, Secret archive, @Nullable UserKeys identity, @Nullable String founder) {
        this.user = user;
        this.keys = keys;
        this.archive = archive;
        this.identity = identity;
        this.founder = founder;
    }

    /// What a slot says of its user.
    ///
    /// @param founder the founder's signing key; none in the slots of an early archive
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record SlotUser(
            String name,
            List<String> roles,
            String keys,
            @Nullable String founder) {
        @Override
        public String toString() {
            return "SlotUser";
        }
    }

    /// What somebody holds who holds everything.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record Holdings(
            String name,
            List<String> roles,
            String keys,
            String archive,
            String identity,
            @Nullable String founder) {
        @Override
        public String toString() {
            return "Holdings";
        }
    }

    /// A keyring and the key file that opens to it.
    record Founded(KeyFile file, Keyring keyring) {}

    static Founded found(User owner, char[] passphrase, Environment environment) {
        SecureRandom random = environment.random();
        byte[] id = new byte[16];
        byte[] salt = new byte[16];
        random.nextBytes(id);
        random.nextBytes(salt);
        Secret archive = Secret.random(random, 32);
        UserKeys identity = UserKeys.generate(random);
        HexFormat hex = HexFormat.of();
        KeyFile empty = new KeyFile(
                KeyFile.FORMAT,
                hex.formatHex(id),
                environment.cost(),
                hex.formatHex(salt),
                hex.formatHex(identity.agreementKey()),
                List.of(),
                null,
                null);
        UserKeys keys = UserKeys.generate(random);
        Keyring keyring = new Keyring(owner, keys, archive, identity, hex.formatHex(keys.signingKey()));
        return new Founded(empty.with(keyring.slot(empty, owner, keys, passphrase, random)), keyring);
    }

    static Keyring unlock(KeyFile file, String userName, char[] passphrase) {
        try (Secret stretched = stretch(file, userName, passphrase)) {
            return file.slots().stream()
                    .map(slot -> tryOpen(slot, stretched))
                    .filter(java.util.Objects::nonNull)
                    .findFirst()
                    .orElseThrow(ArchiveException.WrongPassphrase::new);
        }
    }

    /// A user's slot, and the public key that they will sign with.
    record Admitted(KeyFile.Slot slot, byte[] signingKey) {}

    /// A slot in which somebody has fresh keys.
    Admitted admit(KeyFile file, User other, char[] passphrase, SecureRandom random) {
        UserKeys theirs = UserKeys.generate(random);
        try (theirs) {
            KeyFile.Slot slot = slot(file, other, theirs, passphrase, random);
            return new Admitted(slot, theirs.signingKey());
        }
    }

    /// A slot in which this user keeps their keys under another passphrase.
    Admitted reseal(KeyFile file, char[] passphrase, SecureRandom random) {
        return new Admitted(slot(file, user, keys, passphrase, random), keys.signingKey());
    }

    static void requireStrength(char[] passphrase) {
        if (passphrase.length < LEAST_CHARACTERS) {
            throw new ArchiveException.InvalidInput("passphrase", "tooShort");
        }
    }

    User user() {
        return user;
    }

    UserKeys keys() {
        return keys;
    }

    /// The key that the founder signs with, in hexadecimal, as it was sealed for this user when they were let in: who
    /// writes the ledger anew cannot change it here. None in the slots of an early archive.
    Optional<String> founder() {
        return Optional.ofNullable(founder);
    }

    Secret forPurpose(String purpose) {
        return archive.derive("cairn/1/" + purpose);
    }

    /// The same, of another length in bytes.
    Secret forPurpose(String purpose, int length) {
        return archive.derive("cairn/1/" + purpose, length);
    }

    /// All that this user holds, always of the same length, to be sealed for recovery.
    ///
    /// @throws ArchiveException.NotPermitted unless they hold what a founder holds
    Secret holdings() {
        if (identity == null) {
            throw new ArchiveException.NotPermitted("readIdentity");
        }
        try (Secret own = keys.toSecret();
                Secret identities = identity.toSecret()) {
            HexFormat hex = HexFormat.of();
            return Secret.taking(padded(
                    new Holdings(
                            user.name(),
                            names(user.roles()),
                            own.use(hex::formatHex),
                            archive.use(hex::formatHex),
                            identities.use(hex::formatHex),
                            founder),
                    2048));
        }
    }

    /// The keyring of whoever's holdings these are.
    static Keyring holding(Secret holdings) {
        HexFormat hex = HexFormat.of();
        Holdings held = holdings.use(json -> {
            try {
                return JSON.readValue(json, Holdings.class);
            } catch (IOException e) {
                throw new ArchiveException.Damaged("keys");
            }
        });
        try (Secret own = Secret.taking(hex.parseHex(held.keys()));
                Secret identities = Secret.taking(hex.parseHex(held.identity()))) {
            return new Keyring(
                    new User(held.name(), roles(held.roles())),
                    UserKeys.fromSecret(own),
                    Secret.taking(hex.parseHex(held.archive())),
                    UserKeys.fromSecret(identities),
                    held.founder());
        }
    }

    /// Whether these are the keys of the archive that the key file belongs to.
    boolean opens(KeyFile file) {
        return identity != null && Arrays.equals(identity.agreementKey(), file.identityKeyBytes());
    }

    /// Opens an identity, which only a custodian can.
    byte[] unsealIdentity(byte[] sealed, byte[] context) {
        if (identity == null) {
            throw new ArchiveException.NotPermitted("readIdentity");
        }
        try {
            return identity.unseal(sealed, context);
        } catch (TamperedException e) {
            throw new ArchiveException.Damaged("records");
        }
    }

    @Override
    public void close() {
        keys.close();
        archive.close();
        if (identity != null) {
            identity.close();
        }
    }

    private KeyFile.Slot slot(KeyFile file, User holder, UserKeys own, char[] passphrase, SecureRandom random) {
        HexFormat hex = HexFormat.of();
        byte[] sealedArchive = archive.use(bytes -> SealedBox.seal(own.agreementKey(), bytes, ARCHIVE, random));
        byte[] sealedIdentity = sealedIdentity(holder, own, identity, random);
        try (Secret stretched = stretch(file, holder.name(), passphrase)) {
            byte[] who = userBytes(holder, own, founder);
            byte[] sealedUser = Sealing.seal(stretched, who, USER, random);
            Arrays.fill(who, (byte) 0);
            return new KeyFile.Slot(
                    hex.formatHex(sealedUser),
                    hex.formatHex(sealedArchive),
                    hex.formatHex(sealedIdentity),
                    holder(archive, holder.name()));
        }
    }

    private static byte[] sealedIdentity(User user, UserKeys keys, @Nullable UserKeys identity, SecureRandom random) {
        try (UserKeys unused = UserKeys.generate(random)) {
            boolean custodian = user.roles().contains(Role.IDENTITY_CUSTODIAN);
            if (custodian && identity == null) {
                throw new ArchiveException.NotPermitted("readIdentity");
            }
            UserKeys given = custodian && identity != null ? identity : unused;
            byte[] target = custodian ? keys.agreementKey() : unused.agreementKey();
            try (Secret secret = given.toSecret()) {
                return secret.use(bytes -> SealedBox.seal(target, bytes, IDENTITY, random));
            }
        }
    }

    /// Always the same length, so that a slot tells neither name nor roles.
    private static byte[] userBytes(User user, UserKeys keys, @Nullable String founder) {
        try (Secret secret = keys.toSecret()) {
            String own = secret.use(HexFormat.of()::formatHex);
            return padded(new SlotUser(user.name(), names(user.roles()), own, founder), 1024);
        }
    }

    private static List<String> names(Set<Role> roles) {
        return roles.stream().map(Role::name).sorted().toList();
    }

    private static Set<Role> roles(List<String> names) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        names.forEach(name -> roles.add(Role.valueOf(name)));
        return roles;
    }

    /// JSON of a length that tells nothing; it is the caller's to wipe.
    private static byte[] padded(Object held, int length) {
        try {
            byte[] json = JSON.writeValueAsBytes(held);
            byte[] padded = Arrays.copyOf(json, Math.max(length, json.length));
            Arrays.fill(padded, json.length, padded.length, (byte) ' ');
            Arrays.fill(json, (byte) 0);
            return padded;
        } catch (IOException e) {
            throw new IllegalStateException("a user is plain JSON", e);
        }
    }

    private static @Nullable Keyring tryOpen(KeyFile.Slot slot, Secret stretched) {
        HexFormat hex = HexFormat.of();
        try {
            SlotUser who = JSON.readValue(Sealing.unseal(stretched, hex.parseHex(slot.user()), USER), SlotUser.class);
            Set<Role> roles = roles(who.roles());
            UserKeys keys = UserKeys.fromSecret(Secret.taking(hex.parseHex(who.keys())));
            Secret archive = Secret.taking(keys.unseal(hex.parseHex(slot.archive()), ARCHIVE));
            UserKeys identity = roles.contains(Role.IDENTITY_CUSTODIAN)
                    ? UserKeys.fromSecret(Secret.taking(keys.unseal(hex.parseHex(slot.identity()), IDENTITY)))
                    : null;
            return new Keyring(new User(who.name(), roles), keys, archive, identity, who.founder());
        } catch (TamperedException e) {
            return null;
        } catch (IOException e) {
            throw new ArchiveException.Damaged("keys");
        }
    }

    /// The user's name is part of the salt: one guess tries one user, and a wrong name looks like a wrong passphrase.
    private static Secret stretch(KeyFile file, String userName, char[] passphrase) {
        MessageDigest digest = Fingerprint.sha256();
        digest.update(file.saltBytes());
        digest.update(plain(userName).getBytes(StandardCharsets.UTF_8));
        Argon2Cost cost = file.cost();
        return Passphrases.stretch(passphrase, digest.digest(), cost);
    }

    /// What marks the slot of a user of this archive.
    String holderOf(User other) {
        return holder(archive, other.name());
    }

    /// Whose slot it is, told to those alone who hold the archive's key.
    private static String holder(Secret archive, String userName) {
        try (Secret key = archive.derive("cairn/1/holders")) {
            return KeyedNames.name(key, plain(userName).getBytes(StandardCharsets.UTF_8));
        }
    }

    /// A name as it is compared: capitals and ways of composing letters do not tell people apart.
    static String plain(String userName) {
        return Normalizer.normalize(userName.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
    }
}
