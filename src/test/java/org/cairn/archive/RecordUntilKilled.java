package org.cairn.archive;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.cairn.audio.Tones;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// Records as time goes, and says on standard output how much sound was spoken by then; somebody kills it.
public final class RecordUntilKilled {

    static final int SECONDS = 60;

    private RecordUntilKilled() {}

    public static void main(String[] arguments) {
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1));
        Archive archive = Archives.open(Path.of(arguments[0]), OpenArchive.USER, OpenArchive.passphrase(), environment);
        byte[] sound = Tones.bytes(Tones.voice(GivenSound.RATE * SECONDS));
        RunningRecording running = archive.recordings()
                .begin(
                        new RecordingTerms(
                                Reference.parse(arguments[1]),
                                Optional.empty(),
                                "Trial",
                                Optional.empty(),
                                Protection.CONFIDENTIAL,
                                RecordingTerms.Answer.NOT_ASKED),
                        new GivenSound(sound, true));
        while (running.end().isEmpty()) {
            System.out.println(running.seconds());
            System.out.flush();
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
        }
    }
}
