package org.cairn.archive;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.cairn.crypto.Argon2Cost;

/// Begins to create an archive and is gone when its first line is about to be dated: everything but the key file is
/// there then.
public final class CreateAndDie {

    static final int DIED = 42;

    private CreateAndDie() {}

    public static void main(String[] arguments) {
        Environment environment = new Environment(new LastHour(), new SecureRandom(), new Argon2Cost(64, 1, 1));
        Archives.create(Path.of(arguments[0]), "Study", "amina", OpenArchive.passphrase(), environment);
    }

    private static final class LastHour extends Clock {
        @Override
        public Instant instant() {
            Runtime.getRuntime().halt(DIED);
            return Instant.EPOCH;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
