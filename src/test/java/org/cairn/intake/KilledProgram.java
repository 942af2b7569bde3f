package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.cairn.progress.Progress;

/// A program that reads a file, says so in the middle, and waits there until it is killed.
final class KilledProgram {

    private KilledProgram() {}

    public static void main(String[] arguments) {
        byte[] archive = Papers.zip(Map.of("a.txt", new byte[] {65, 66, 67}));
        try (Reader reader = new Reader(new Limits(Duration.ofSeconds(60), 128, 1_000_000, 1))) {
            reader.read(Papers.source(archive), "a.zip", waiting(), Progress.none());
        }
    }

    private static ChildSink waiting() {
        return new ChildSink() {
            @Override
            public void child(String name, InputStream bytes) throws IOException {
                System.out.print('R');
                System.out.flush();
                try {
                    new CountDownLatch(1).await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }

            @Override
            public void again() {
                throw new IllegalStateException("killed before");
            }
        };
    }
}
