package org.cairn.domain.custody;

import java.util.Optional;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;

/// One file that was offered, and what became of it.
///
/// @param path as it was offered
/// @param reason a code of the message file `reading`; empty where nothing is to be said
/// @param offered how many bytes it had when it was found
/// @param size how many bytes were read of it; empty where it was not read to its end
/// @param fingerprint of these bytes
/// @param item its record, or that of the same bytes
public record OfferedFile(
        String path,
        Fate fate,
        String reason,
        long offered,
        Optional<Long> size,
        Optional<Fingerprint> fingerprint,
        Optional<Reference> item) {

    /// What became of a file.
    public enum Fate {
        /// It was not come to.
        NOT_REACHED,
        /// Its bytes are sealed and its record is kept.
        TAKEN,
        /// The archive had the very same bytes.
        DUPLICATE,
        /// Nothing of it is in the archive.
        NOT_TAKEN
    }

    /// One that was found and not come to yet.
    public static OfferedFile found(String path, long offered) {
        return new OfferedFile(
                path, Fate.NOT_REACHED, "", offered, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, with nothing of it taken.
    public OfferedFile refused(String why) {
        return new OfferedFile(
                path, Fate.NOT_TAKEN, why, offered, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, not come to.
    public OfferedFile notReached(String why) {
        return new OfferedFile(
                path, Fate.NOT_REACHED, why, offered, Optional.empty(), Optional.empty(), Optional.empty());
    }

    /// The same, read to its end.
    public OfferedFile read(Fate became, String why, long bytes, Fingerprint hash, Reference reference) {
        return new OfferedFile(
                path, became, why, offered, Optional.of(bytes), Optional.of(hash), Optional.of(reference));
    }

    /// The bytes to be counted: those that were read, else those that were found.
    public long bytes() {
        return size.orElse(offered);
    }

    @Override
    public String toString() {
        return "OfferedFile " + fate;
    }
}
