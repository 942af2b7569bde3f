package org.cairn.domain.served;

import java.time.Instant;
import org.cairn.domain.Fingerprint;

/// A time that an authority attests.
///
/// @param at the time
/// @param authority whom its certificate names
/// @param certificate hash of the certificate
/// @param fits whether it is of what it stands beside, and its own signature sound
public record TimeSaid(Instant at, String authority, Fingerprint certificate, boolean fits) {
    @Override
    public String toString() {
        return "TimeSaid";
    }
}
