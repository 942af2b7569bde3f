package org.cairn.audio;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class PlayerTest {

    /// A recording on a disk that fails.
    private static final class Unreadable implements Sound {
        @Override
        public SoundFormat format() {
            return new SoundFormat(48_000, 1);
        }

        @Override
        public long frames() {
            return 48_000;
        }

        @Override
        public int read(short[] to) throws IOException {
            throw new IOException("unreadable");
        }

        @Override
        public void seek(long frame) {
            // nowhere
        }

        @Override
        public void close() {
            // nothing is open
        }
    }

    @Test
    void saysThatItCouldNotReadAnyFurtherAndPlaysNoMore() throws Exception {
        CompletableFuture<Player.State> told = new CompletableFuture<>();
        Player player = new Player(new Unreadable(), state -> {
            if (state.failed()) {
                told.complete(state);
            }
        });
        player.play();
        Player.State failed = told.get(10, TimeUnit.SECONDS);
        assertThat(failed.noDevice()).isFalse();
        assertThat(failed.playing()).isFalse();
        player.play();
        assertThat(player.playing()).isFalse();
    }
}
