package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.locks.ReentrantLock;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Role;
import org.cairn.search.PassageIndex;
import org.cairn.store.Store;
import org.cairn.vault.Disk;
import org.cairn.vault.Vault;

/// Makes archives and unlocks them.
public final class Archives {

    private Archives() {}

    /// Whether a folder holds an archive, locked or not.
    public static boolean isArchive(Path folder) {
        return KeyFile.existsIn(folder);
    }

    /// Makes a new archive and unlocks it.
    ///
    /// Its first user holds every role; further users are let in with fewer.
    ///
    /// @param folder must not exist, or be empty
    /// @param archiveName what people call it; kept inside, encrypted
    /// @throws ArchiveException.AlreadyThere when something stands in the folder
    /// @throws ArchiveException.InvalidInput when name, user or passphrase will not do
    public static Archive create(
            Path folder, String archiveName, String userName, char[] passphrase, Environment environment) {
        requireGiven("name", archiveName);
        String ownersName = Users.usable(userName);
        Keyring.requireStrength(passphrase);
        Creation.requireRoom(folder);
        Deque<AutoCloseable> opened = new ArrayDeque<>();
        try {
            ArchiveLock lock = ArchiveLock.take(folder);
            opened.push(lock);
            Creation creation = Creation.begin(folder);
            opened.push(creation);
            User owner = new User(ownersName, EnumSet.allOf(Role.class));
            Keyring.Founded founded = Keyring.found(owner, passphrase, environment);
            opened.push(founded.keyring());
            Store store = withKey(founded.keyring(), "records", key -> Store.create(folder.resolve("records.db"), key));
            opened.push(store);
            Session session = session(folder, founded.file(), founded.keyring(), store, environment);
            opened.push(session.vault());
            opened.push(session.index());
            store.inTransaction(tx -> {
                tx.putSetting("name", archiveName.strip());
                tx.putSetting("identityKey", founded.file().identityKey());
                Users.remember(tx, owner);
                Map<String, String> founding = new TreeMap<>(
                        Users.introduction(owner, founded.keyring().keys().signingKey()));
                founding.put("format", String.valueOf(KeyFile.FORMAT));
                return session.note(tx, "CREATED", Optional.empty(), founding);
            });
            // the key file comes last: an archive is either whole or none
            founded.file().write(folder);
            creation.finish();
            return new Archive(folder, archiveName.strip(), session, lock);
        } catch (IOException e) {
            RuntimeException meaning = Disk.unwritable(e, folder);
            opened.forEach(part -> closeAfter(part, e));
            throw meaning;
        } catch (RuntimeException | Error e) {
            opened.forEach(part -> closeAfter(part, e));
            throw e;
        }
    }

    /// Unlocks an archive.
    ///
    /// @throws ArchiveException.NotAnArchive when the folder holds none
    /// @throws ArchiveException.WrongPassphrase when user and passphrase do not fit, whichever of them
    /// @throws ArchiveException.InUse when somebody else has it open
    /// @throws ArchiveException.NewerFormat when a later program made it
    /// @throws ArchiveException.Damaged when its keys or records are not what they were
    public static Archive open(Path folder, String userName, char[] passphrase, Environment environment) {
        KeyFile file = KeyFile.read(folder);
        Keyring keyring = Keyring.unlock(file, userName, passphrase);
        ArchiveLock lock = takeOrWipe(folder, keyring);
        Deque<AutoCloseable> opened = new ArrayDeque<>(List.of(lock, keyring));
        try {
            Store store = withKey(keyring, "records", key -> Store.open(folder.resolve("records.db"), key));
            opened.push(store);
            requireOwnKeys(store, file);
            Session session = session(folder, file, keyring, store, environment);
            opened.push(session.vault());
            opened.push(session.index());
            String name = store.read(view -> view.setting("name")).orElse("");
            Creation.forget(folder);
            KeyChange.finish(store, folder)
                    .map(KeyFile.Slot::holder)
                    .filter(keyring.holderOf(keyring.user())::equals)
                    .ifPresent(superseded -> {
                        // by the ledger this passphrase was given another in its stead: its keys sign nothing any more
                        throw new ArchiveException.WrongPassphrase();
                    });
            Intake.sweep(session);
            OfferedList.endInterrupted(session);
            // before anything is asked of it
            new Indexer(session).discardIfAhead();
            store.inTransaction(tx -> session.note(tx, "OPENED", Optional.empty(), Map.of()));
            Archive archive = new Archive(folder, name, session, lock);
            archive.recordings().finishAtOpening();
            return archive;
        } catch (RuntimeException | Error e) {
            // the last opened first
            opened.forEach(part -> closeAfter(part, e));
            throw e;
        }
    }

    /// The recovery kit an archive has, if any: what its papers are marked with, and how many shares it takes.
    ///
    /// @throws ArchiveException.NotAnArchive when the folder holds none
    public static Optional<KitMark> recoveryKit(Path folder) {
        return Optional.ofNullable(KeyFile.read(folder).recovery()).map(kit -> new KitMark(kit.kit(), kit.needed()));
    }

    /// Checks that a phrase and shares open this archive, and changes nothing.
    ///
    /// @throws ArchiveException.NoRecoveryKit when the archive has no kit
    /// @throws ArchiveException.RecoveryMistyped when a share is of another kit, or there are too few
    /// @throws ArchiveException.WrongRecovery when they do not open it, whichever of them is wrong
    public static void rehearse(Path folder, RecoveryParts parts) {
        Recovering.open(KeyFile.read(folder), parts).close();
    }

    /// Gives a user another passphrase by phrase and shares, writes that down, and unlocks the archive as them.
    ///
    /// Whoever made the kit keeps their keys; anybody else gets fresh ones. The passphrase before opens nothing any
    /// more. The kit stays valid: whoever used it had better make another.
    ///
    /// @param userName somebody who may unlock the archive, usually its founder
    /// @throws ArchiveException.NoRecoveryKit when the archive has no kit
    /// @throws ArchiveException.RecoveryMistyped when a share is of another kit, or there are too few
    /// @throws ArchiveException.WrongRecovery when they do not open it, whichever of them is wrong
    /// @throws ArchiveException.InvalidInput when the passphrase is too short or the archive has no such user
    /// @throws ArchiveException.InUse when somebody else has it open
    public static Archive recover(
            Path folder, String userName, RecoveryParts parts, char[] newPassphrase, Environment environment) {
        Keyring.requireStrength(newPassphrase);
        Recovering.reseal(folder, userName, parts, newPassphrase, environment);
        return open(folder, userName, newPassphrase, environment);
    }

    /// What was opened is closed again, and the first thing that went wrong is the one that is told.
    private static void closeAfter(AutoCloseable part, Throwable first) {
        try {
            part.close();
        } catch (Exception e) {
            first.addSuppressed(e);
        }
    }

    private static ArchiveLock takeOrWipe(Path folder, Keyring keyring) {
        try {
            return ArchiveLock.take(folder);
        } catch (ArchiveException e) {
            keyring.close();
            throw e;
        }
    }

    /// Nobody can have identities sealed to a key of their own by putting it in the key file.
    static void requireOwnKeys(Store store, KeyFile file) {
        if (!store.read(view -> view.setting("identityKey")).equals(Optional.of(file.identityKey()))) {
            throw new ArchiveException.Damaged("keys");
        }
    }

    static Session session(Path folder, KeyFile file, Keyring keyring, Store store, Environment environment) {
        Vault vault = withKey(keyring, "files", key -> Vault.open(folder.resolve("files"), key, environment.random()));
        PassageIndex index = withKey(
                keyring, "index", key -> PassageIndex.open(folder.resolve("index"), key, new RecordTexts(store)));
        return new Session(
                file.id(),
                keyring,
                store,
                vault,
                index,
                new ReentrantLock(),
                environment.clock(),
                environment.random(),
                environment.workers(),
                new Looks(),
                new Closing());
    }

    static <T> T withKey(Keyring keyring, String purpose, java.util.function.Function<Secret, T> use) {
        try (Secret key = keyring.forPurpose(purpose)) {
            return use.apply(key);
        }
    }

    private static void requireGiven(String field, String value) {
        if (value.isBlank()) {
            throw new ArchiveException.InvalidInput(field, "missing");
        }
    }
}
