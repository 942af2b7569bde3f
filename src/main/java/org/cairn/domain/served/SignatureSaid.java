package org.cairn.domain.served;

import java.time.Instant;
import java.util.Optional;
import org.cairn.domain.Fingerprint;

/// What a signature says, and how far that holds. Whether its signer is who they say is for those to judge who know the
/// certificate: nobody is trusted by being in a list here.
///
/// @param subject whom the certificate names
/// @param issuer who issued it; the same as the subject where nobody vouches
/// @param certificate hash of the certificate, to be compared by whoever has it from elsewhere
/// @param sound whether what it covers is as it was when it was signed, with this certificate
/// @param wholeFile whether it covers all of the file but itself
/// @param claimed the time that the signer says
/// @param attested the time that an authority attests
public record SignatureSaid(
        String subject,
        String issuer,
        Fingerprint certificate,
        boolean sound,
        boolean wholeFile,
        Optional<Instant> claimed,
        Optional<TimeSaid> attested) {

    /// Whether nobody but itself vouches for the certificate.
    public boolean selfIssued() {
        return subject.equals(issuer);
    }

    @Override
    public String toString() {
        return "SignatureSaid";
    }
}
