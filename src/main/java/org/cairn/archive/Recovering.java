package org.cairn.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.crypto.RecoveryShare;
import org.cairn.crypto.Sealing;
import org.cairn.crypto.Secret;
import org.cairn.crypto.SplitSecret;
import org.cairn.crypto.TamperedException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.store.Store;
import org.cairn.store.StoreTransaction;

/// Seals what an owner holds under phrase and shares, and opens it by them.
final class Recovering {

    private Recovering() {}

    /// The recovery slot that this kit opens.
    static KeyFile.Recovery seal(KeyFile file, RecoveryKit kit, Keyring owner, SecureRandom random) {
        byte[] salt = new byte[16];
        random.nextBytes(salt);
        try (Secret key = kit.phrase().keyWith(kit.split().secret(), salt, file.cost());
                Secret holdings = owner.holdings()) {
            byte[] context = context(file, kit.mark().letters(), kit.mark().needed());
            byte[] sealed = holdings.use(plain -> Sealing.seal(key, plain, context, random));
            HexFormat hex = HexFormat.of();
            return new KeyFile.Recovery(
                    kit.mark().letters(), kit.mark().needed(), hex.formatHex(salt), hex.formatHex(sealed));
        }
    }

    /// The keys of whoever made the kit.
    ///
    /// Whatever is wrong, phrase or share or slot, the same work is done and the same refusal given.
    static Keyring open(KeyFile file, RecoveryParts parts) {
        KeyFile.Recovery slot = file.recovery();
        if (slot == null) {
            throw new ArchiveException.NoRecoveryKit();
        }
        List<RecoveryShare> shares = fitting(slot, parts.shares());
        HexFormat hex = HexFormat.of();
        try (Secret shared = SplitSecret.join(shares);
                Secret key = parts.phrase().keyWith(shared, hex.parseHex(slot.salt()), file.cost());
                Secret holdings = Secret.taking(
                        Sealing.unseal(key, hex.parseHex(slot.sealed()), context(file, slot.kit(), slot.needed())))) {
            Keyring keyring = Keyring.holding(holdings);
            if (!keyring.opens(file)) {
                keyring.close();
                throw new ArchiveException.WrongRecovery();
            }
            return keyring;
        } catch (TamperedException e) {
            throw new ArchiveException.WrongRecovery();
        } catch (IllegalArgumentException e) {
            throw new ArchiveException.Damaged("keys");
        }
    }

    /// As many different shares of this kit as it takes: what does not fit is named before anything is tried.
    private static List<RecoveryShare> fitting(KeyFile.Recovery slot, List<RecoveryShare> given) {
        TreeMap<Integer, RecoveryShare> different = new TreeMap<>();
        for (int i = 0; i < given.size(); i++) {
            RecoveryShare share = given.get(i);
            if (!share.kit().equals(slot.kit()) || share.needed() != slot.needed()) {
                throw new ArchiveException.RecoveryMistyped("share", i + 1, "otherKit", 0);
            }
            if (different.putIfAbsent(share.number(), share) != null) {
                throw new ArchiveException.RecoveryMistyped("share", i + 1, "twice", 0);
            }
        }
        if (different.size() < slot.needed()) {
            throw new ArchiveException.RecoveryMistyped("share", different.size() + 1, "tooFew", 0);
        }
        return different.values().stream().limit(slot.needed()).toList();
    }

    /// Gives a user another passphrase; the line of the ledger is signed by whoever made the kit.
    static void reseal(
            Path folder, String userName, RecoveryParts parts, char[] newPassphrase, Environment environment) {
        try (ArchiveLock lock = ArchiveLock.take(folder)) {
            begin(folder, userName, parts, newPassphrase, environment);
            KeyChange.putInPlace(folder);
        }
    }

    /// All but the last step.
    static void begin(
            Path folder, String userName, RecoveryParts parts, char[] newPassphrase, Environment environment) {
        try (Keyring maker = open(KeyFile.read(folder), parts);
                Store store =
                        Archives.withKey(maker, "records", key -> Store.open(folder.resolve("records.db"), key))) {
            Archives.requireOwnKeys(store, KeyFile.read(folder));
            User user = known(store, userName);
            KeyChange.finish(store, folder);
            KeyFile file = KeyFile.read(folder);
            Keyring.Admitted renewed = sameUser(maker.user(), user)
                    ? maker.reseal(file, newPassphrase, environment.random())
                    : maker.admit(file, user, newPassphrase, environment.random());
            KeyChange.begin(
                    store,
                    folder,
                    file,
                    renewed.slot(),
                    tx -> note(tx, maker, user, renewed, parts, environment.clock()));
        }
    }

    private static User known(Store store, String userName) {
        return store.read(Users::listed).stream()
                .filter(user -> Keyring.plain(user.name()).equals(Keyring.plain(userName)))
                .findFirst()
                .orElseThrow(() -> new ArchiveException.InvalidInput("user", "unknownUser"));
    }

    private static boolean sameUser(User one, User other) {
        return Keyring.plain(one.name()).equals(Keyring.plain(other.name()));
    }

    private static CustodyEvent note(
            StoreTransaction tx, Keyring maker, User user, Keyring.Admitted renewed, RecoveryParts parts, Clock clock) {
        String numbers = parts.shares().stream()
                .map(share -> String.valueOf(share.number()))
                .sorted()
                .collect(Collectors.joining(","));
        Map<String, String> details = new TreeMap<>(Users.introduction(user, renewed.signingKey()));
        details.put("kit", parts.shares().getFirst().kit());
        details.put("shares", numbers);
        return tx.append(
                maker.user().name(),
                "RECOVERED",
                Optional.empty(),
                details,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                maker.keys()::sign,
                maker.keys().signingKey());
    }

    /// Binds the slot to this archive and to what it says of itself.
    private static byte[] context(KeyFile file, String kit, int needed) {
        byte[] purpose = "cairn recovery".getBytes(StandardCharsets.UTF_8);
        byte[] bound = (file.id() + kit).getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(purpose.length + bound.length + Integer.BYTES)
                .put(purpose)
                .put(bound)
                .putInt(needed)
                .array();
    }
}
