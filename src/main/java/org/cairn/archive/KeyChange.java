package org.cairn.archive;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import org.cairn.store.Store;
import org.cairn.store.StoreTransaction;
import org.cairn.vault.Disk;

/// A change of the key file that the ledger tells of: on the disk first, beside the old one; then in the ledger,
/// together with what is still to do; then in its place. A full disk stops it before anything is kept, and what a crash
/// leaves half done is finished at the next opening.
final class KeyChange {

    /// The slot of somebody who is in the ledger already but may not be in the key file yet.
    private static final String SLOT = "slotUnderWay";
    /// The recovery kit of which the same is true.
    private static final String KIT = "kitUnderWay";

    private KeyChange() {}

    /// A slot for somebody new, or another one for somebody who has one: all but the last step.
    static <T> void begin(
            Store store, Path folder, KeyFile file, KeyFile.Slot slot, Function<StoreTransaction, T> kept) {
        begin(store, folder, file.replacing(slot), SLOT, slot.line(), kept);
    }

    /// Another recovery kit, or the first: all but the last step.
    static <T> void begin(
            Store store, Path folder, KeyFile file, KeyFile.Recovery kit, Function<StoreTransaction, T> kept) {
        begin(store, folder, file.with(kit), KIT, kit.line(), kept);
    }

    private static <T> void begin(
            Store store,
            Path folder,
            KeyFile changed,
            String setting,
            String line,
            Function<StoreTransaction, T> kept) {
        Disk.write(keyFile(folder), () -> {
            changed.writeBeside(folder);
            return folder;
        });
        store.inTransaction(tx -> {
            tx.putSetting(setting, line);
            return kept.apply(tx);
        });
    }

    /// The last step.
    static void putInPlace(Path folder) {
        Disk.write(keyFile(folder), () -> {
            KeyFile.putInPlace(folder);
            return folder;
        });
    }

    /// Does what is still to do, if anything is.
    ///
    /// @return the slot that was not in the key file before: what was in its stead opens nothing any more
    static Optional<KeyFile.Slot> finish(Store store, Path folder) {
        Optional<KeyFile.Slot> slot = waiting(store, SLOT).map(KeyFile.Slot::ofLine);
        Optional<KeyFile.Recovery> kit = waiting(store, KIT).map(KeyFile.Recovery::ofLine);
        if (slot.isEmpty() && kit.isEmpty()) {
            return Optional.empty();
        }
        KeyFile file = KeyFile.read(folder);
        Optional<KeyFile.Slot> missing = slot.filter(known -> !file.slots().contains(known));
        Optional<KeyFile.Recovery> missingKit = kit.filter(known -> !known.equals(file.recovery()));
        if (missing.isPresent() || missingKit.isPresent()) {
            KeyFile withSlot = missing.map(file::replacing).orElse(file);
            KeyFile whole = missingKit.map(withSlot::with).orElse(withSlot);
            Disk.write(keyFile(folder), () -> {
                whole.write(folder);
                return folder;
            });
        }
        store.inTransaction(tx -> {
            tx.putSetting(SLOT, "");
            tx.putSetting(KIT, "");
            return tx;
        });
        return missing;
    }

    private static Optional<String> waiting(Store store, String setting) {
        return store.read(view -> view.setting(setting)).filter(line -> !line.isEmpty());
    }

    private static Path keyFile(Path folder) {
        return folder.resolve("archive.json");
    }
}
