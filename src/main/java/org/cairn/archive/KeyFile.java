package org.cairn.archive;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.vault.Disk;
import org.jspecify.annotations.Nullable;

/// `archive.json`: format version, what a guess costs, and wrapped keys. Nothing in it is secret or personal; who the
/// slots belong to can only be learnt by unlocking one.
///
/// @param format version of the layout on disk
/// @param id a random number that names the archive, in hexadecimal
/// @param cost Argon2id parameters
/// @param salt 16 bytes, in hexadecimal
/// @param identityKey public key that identities are sealed to, in hexadecimal
/// @param slots one for each user, in no order that tells anything
/// @param recovery the keys of whoever made the recovery kit, sealed; none where there is no kit
/// @param checksum SHA-256 of everything before it, so that a damaged file is not taken for a wrong passphrase
@JsonInclude(JsonInclude.Include.NON_NULL)
record KeyFile(
        int format,
        String id,
        Argon2Cost cost,
        String salt,
        String identityKey,
        List<Slot> slots,
        @Nullable Recovery recovery,
        @Nullable String checksum) {

    /// The layout this program writes.
    static final int FORMAT = 1;

    private static final String NAME = "archive.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    KeyFile {
        slots = List.copyOf(slots);
    }

    /// One user's keys.
    ///
    /// @param user the user's name, roles and private keys, sealed under their passphrase
    /// @param archive the archive's key, sealed to the user's public key
    /// @param identity the private key of identities, sealed likewise for custodians; as many random bytes for others,
    ///     so that nobody can count custodians
    /// @param holder the user's name under a key that only users have, so that they can find whose slot it is;
    ///     none in the slots of an early archive
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Slot(
            String user,
            String archive,
            String identity,
            @Nullable String holder) {

        /// In one line, to be remembered until it is in the key file.
        String line() {
            return user + " " + archive + " " + identity + (holder == null ? "" : " " + holder);
        }

        static Slot ofLine(String line) {
            String[] parts = line.split(" ", 4);
            return new Slot(parts[0], parts[1], parts[2], parts.length > 3 ? parts[3] : null);
        }

        @Override
        public String toString() {
            return "Slot";
        }
    }

    /// What the recovery kit opens.
    ///
    /// @param kit the four letters on each of the kit's shares: chance, and no secret
    /// @param needed how many shares it takes
    /// @param salt 16 bytes, in hexadecimal
    /// @param sealed what the maker of the kit held, sealed under phrase and shares together
    record Recovery(String kit, int needed, String salt, String sealed) {

        /// In one line, to be remembered until it is in the key file.
        String line() {
            return kit + " " + needed + " " + salt + " " + sealed;
        }

        static Recovery ofLine(String line) {
            String[] parts = line.split(" ", 4);
            return new Recovery(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
        }

        @Override
        public String toString() {
            return "Recovery";
        }
    }

    static boolean existsIn(Path folder) {
        return Files.isRegularFile(folder.resolve(NAME));
    }

    static KeyFile read(Path folder) {
        byte[] bytes = bytesOf(folder.resolve(NAME));
        refuseNewer(bytes);
        try {
            KeyFile file = JSON.readValue(bytes, KeyFile.class);
            if (!file.computeChecksum().equals(file.checksum())) {
                throw new ArchiveException.Damaged("keys");
            }
            return file;
        } catch (IOException | RuntimeException e) {
            throw e instanceof ArchiveException known ? known : new ArchiveException.Damaged("keys");
        }
    }

    /// Written whole beside the old one, then moved over it: a crash or a power cut leaves one or the other.
    void write(Path folder) throws IOException {
        writeBeside(folder);
        putInPlace(folder);
    }

    /// The first half: on the disk, but not yet under its name.
    void writeBeside(Path folder) throws IOException {
        KeyFile whole = new KeyFile(format, id, cost, salt, identityKey, slots, recovery, computeChecksum());
        Path fresh = folder.resolve(NAME + ".new");
        byte[] bytes = JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(whole);
        try (FileChannel channel = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    /// The second half, which takes no further room.
    static void putInPlace(Path folder) throws IOException {
        Disk.rename(folder.resolve(NAME + ".new"), folder.resolve(NAME));
    }

    KeyFile with(Slot slot) {
        List<Slot> all = new java.util.ArrayList<>(slots);
        all.add(slot);
        return new KeyFile(format, id, cost, salt, identityKey, all, recovery, null);
    }

    /// The same with this slot in the stead of the one its holder had, if they had one.
    KeyFile replacing(Slot slot) {
        List<Slot> others = slots.stream()
                .filter(other -> other.holder() == null || !other.holder().equals(slot.holder()))
                .toList();
        return new KeyFile(format, id, cost, salt, identityKey, others, recovery, null).with(slot);
    }

    /// The same with another recovery kit, or its first: the former opens nothing any more.
    KeyFile with(Recovery kit) {
        return new KeyFile(format, id, cost, salt, identityKey, slots, kit, null);
    }

    byte[] saltBytes() {
        return HexFormat.of().parseHex(salt);
    }

    byte[] identityKeyBytes() {
        return HexFormat.of().parseHex(identityKey);
    }

    private static byte[] bytesOf(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw new ArchiveException.NotAnArchive();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private static void refuseNewer(byte[] bytes) {
        try {
            int found = JSON.readTree(bytes).path("format").asInt(-1);
            if (found > FORMAT) {
                throw new ArchiveException.NewerFormat(found, FORMAT);
            }
            if (found < 1) {
                throw new ArchiveException.Damaged("keys");
            }
        } catch (IOException e) {
            throw new ArchiveException.Damaged("keys");
        }
    }

    private String computeChecksum() {
        try {
            KeyFile bare = new KeyFile(format, id, cost, salt, identityKey, slots, recovery, null);
            TreeMap<String, Object> sorted = JSON.convertValue(bare, new TypeReference<TreeMap<String, Object>>() {});
            return Fingerprint.of(JSON.writeValueAsBytes(sorted)).hex();
        } catch (JacksonException e) {
            throw new IllegalStateException("a key file is plain JSON", e);
        }
    }

    @Override
    public String toString() {
        return "KeyFile";
    }
}
