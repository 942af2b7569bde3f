package org.cairn.domain.served;

import java.nio.file.Path;
import org.cairn.domain.Fingerprint;

/// A request for the time of a bundle, to be carried to an authority.
///
/// @param of what the time is asked of
/// @param file the file that this is, or is in
/// @param hash what the authority is told: SHA-256 of it
/// @param request the request (RFC 3161), for a `.tsq` file
@SuppressWarnings("ArrayRecordComponent") // written to a file, never compared
public record TimeAsked(Of of, Path file, Fingerprint hash, byte[] request) {

    /// What an authority attests the time of.
    public enum Of {
        /// The signature in the file, and with it all that it covers.
        SIGNATURE,
        /// The list of hashes beside the bundle, and with it every file that it names.
        MANIFEST,
        /// The file alone.
        FILE
    }

    @Override
    public String toString() {
        return "TimeAsked " + of;
    }
}
