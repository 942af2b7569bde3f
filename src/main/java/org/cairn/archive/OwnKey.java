package org.cairn.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import org.cairn.bundle.sign.ArchiveKey;
import org.cairn.bundle.sign.Signer;
import org.cairn.bundle.sign.SigningException;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;

/// The archive's own key for bundles, and the certificate that it issued to itself.
///
/// Made of the archive's key, which never changes: a passphrase is changed, somebody let in and a kit made by sealing
/// that key anew, and a backup or a recovered archive holds the same. So key and certificate are the same for the
/// archive's life, down to the last byte, for everybody who may write bundles. Were the archive ever moved under
/// another key, it would sign with another one too, and say so by another certificate.
final class OwnKey {

    private static final String PURPOSE = "bundle signature";

    /// That no end is known (RFC 5280, 4.1.2.5): nobody renews it, and what it signed must verify in decades.
    private static final Instant NEVER = Instant.parse("9999-12-31T23:59:59Z");

    private OwnKey() {}

    /// It names the archive by its random number: what people call it may say what is in it, or whose it is.
    static Signer of(Session session) {
        byte[] secret;
        try (Secret derived = session.keyring().forPurpose(PURPOSE, ArchiveKey.SECRET)) {
            secret = derived.copy();
        }
        try {
            return ArchiveKey.signer(secret, "Cairn archive " + session.archiveId(), from(session), NEVER);
        } catch (SigningException e) {
            throw new IllegalStateException("the archive's own key signs", e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /// The year in which the archive was founded: more would tell everybody who gets a bundle when that was.
    private static Instant from(Session session) {
        Instant founded = session.store().read(view -> view.custody(Optional.empty(), 0, 1)).stream()
                .findFirst()
                .orElseThrow(() -> new ArchiveException.Damaged("ledger"))
                .at();
        int year = LocalDate.ofInstant(founded, ZoneOffset.UTC).getYear();
        return LocalDate.of(year, Month.JANUARY, 1).atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    static OwnCertificate certificate(Session session) {
        Signer signer = of(session);
        try {
            return new OwnCertificate(signer.subject(), signer.fingerprint(), from(session), NEVER, signer.encoded());
        } catch (SigningException e) {
            throw new IllegalStateException("the archive's own key has a certificate", e);
        }
    }
}
