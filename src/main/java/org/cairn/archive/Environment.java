package org.cairn.archive;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.cairn.crypto.Argon2Cost;
import org.cairn.intake.Workers;

/// What an archive takes from the machine around it.
///
/// @param clock the time, always read in UTC
/// @param random where keys and nonces come from
/// @param cost what unlocking a new archive shall cost somebody who guesses
/// @param workers who reads files, where several archives share them; else each archive has workers of its own, which
///     end with it
public record Environment(Clock clock, SecureRandom random, Argon2Cost cost, Optional<Workers> workers) {

    /// A machine on which each archive reads with workers of its own.
    public Environment(Clock clock, SecureRandom random, Argon2Cost cost) {
        this(clock, random, cost, Optional.empty());
    }

    /// The machine as it is.
    public static Environment system() {
        return new Environment(Clock.systemUTC(), new SecureRandom(), Argon2Cost.DEFAULT);
    }
}
