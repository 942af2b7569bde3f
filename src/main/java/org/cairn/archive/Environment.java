package org.cairn.archive;

import java.security.SecureRandom;
import java.time.Clock;
import org.cairn.crypto.Argon2Cost;

/// What an archive takes from the machine around it.
///
/// @param clock the time, always read in UTC
/// @param random where keys and nonces come from
/// @param cost what unlocking a new archive shall cost somebody who guesses
public record Environment(Clock clock, SecureRandom random, Argon2Cost cost) {

    /// The machine as it is.
    public static Environment system() {
        return new Environment(Clock.systemUTC(), new SecureRandom(), Argon2Cost.DEFAULT);
    }
}
