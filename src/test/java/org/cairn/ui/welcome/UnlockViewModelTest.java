package org.cairn.ui.welcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnlockViewModelTest {

    private static final String PASSPHRASE = "lantern orchard gravel meadow";

    @TempDir
    private Path folder;

    private final DirectTasks tasks = new DirectTasks();
    private final MovableClock clock = new MovableClock();
    private final List<Archive> opened = new ArrayList<>();
    private UnlockViewModel model;

    @BeforeEach
    void makeAnArchive() {
        Environment environment = new Environment(clock, new SecureRandom(), new Argon2Cost(8192, 1, 1));
        Path archive = folder.resolve("a.cairn");
        Archives.create(archive, "A", "amina", PASSPHRASE.toCharArray(), environment)
                .close();
        model = new UnlockViewModel(new Doorway(
                tasks,
                new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                new Preferences(),
                environment,
                () -> {},
                opened::add));
        model.folderProperty().set(archive.toString());
        model.userProperty().set("amina");
    }

    @AfterEach
    void close() {
        opened.forEach(Archive::close);
    }

    @Test
    void opensWithTheRightPassphrase() {
        model.unlock(PASSPHRASE.toCharArray());

        assertThat(opened).hasSize(1);
    }

    @Test
    void neverSaysWhetherTheUserOrThePassphraseWasWrong() {
        model.unlock("not this one".toCharArray());
        Told wrongPassphrase = model.toldProperty().get();
        clock.pass(Duration.ofSeconds(2));
        tasks.tick();
        model.userProperty().set("nobody");
        model.unlock(PASSPHRASE.toCharArray());

        assertThat(model.toldProperty().get()).isEqualTo(wrongPassphrase);
        assertThat(opened).isEmpty();
    }

    @Test
    void makesOneWaitLongerAfterEachWrongAnswer() {
        model.unlock("wrong".toCharArray());
        assertThat(model.waitSecondsProperty().get()).isEqualTo(1);
        clock.pass(Duration.ofSeconds(1));
        tasks.tick();
        model.unlock("wrong".toCharArray());

        assertThat(model.waitSecondsProperty().get()).isEqualTo(2);
    }

    @Test
    void doesNotTryWhileOneMustWait() {
        model.unlock("wrong".toCharArray());
        model.unlock(PASSPHRASE.toCharArray());

        assertThat(opened).isEmpty();
    }

    @Test
    void wipesThePassphraseInEveryCase() {
        char[] wrong = "wrong".toCharArray();
        model.unlock(wrong);
        char[] early = PASSPHRASE.toCharArray();
        model.unlock(early);

        assertThat(wrong).containsOnly('\0');
        assertThat(early).containsOnly('\0');
    }

    private static final class MovableClock extends Clock {

        private Instant now = Instant.parse("2026-01-01T00:00:00Z");

        void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
