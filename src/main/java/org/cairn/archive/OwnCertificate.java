package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.cairn.domain.Fingerprint;

/// The certificate of the archive's own key, for whoever wants to compare what a bundle is signed with.
///
/// @param subject whom it names: the archive, by its number
/// @param fingerprint SHA-256 of it
/// @param from from when on it counts
/// @param until until when; the year 9999 where no end is known
/// @param encoded it itself (X.509, DER)
@SuppressWarnings("ArrayRecordComponent") // written to a file, never compared
public record OwnCertificate(String subject, Fingerprint fingerprint, Instant from, Instant until, byte[] encoded) {

    private static final int LINE = 64;

    /// As a file that other programs read (RFC 7468).
    public String pem() {
        byte[] end = "\n".getBytes(StandardCharsets.US_ASCII);
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(LINE, end).encodeToString(encoded)
                + "\n-----END CERTIFICATE-----\n";
    }

    @Override
    public String toString() {
        return "OwnCertificate";
    }
}
