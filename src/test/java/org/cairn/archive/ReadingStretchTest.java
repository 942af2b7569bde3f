package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// No file holds up another, nobody who wants to seal waits for all of them, and none is forgotten.
class ReadingStretchTest {

    private static final int MANY = 150;

    @TempDir
    Path temp;

    private OpenArchive open;
    private final Set<Reference> left = ConcurrentHashMap.newKeySet();
    private final List<String> told = new ArrayList<>();

    @BeforeEach
    void layOutWork() {
        open = new OpenArchive(temp);
        IntStream.rangeClosed(1, MANY).mapToObj(ReadingStretchTest::item).forEach(left::add);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    private static Reference item(int number) {
        return new Reference(RecordKind.EVIDENCE, number);
    }

    private ReadingStretch stretch() {
        return stretch(Progress.none());
    }

    private ReadingStretch stretch(Progress progress) {
        return new ReadingStretch(open.archive.session(), 2, taken -> told.add(taken.name()), progress);
    }

    private List<Reference> first(int count) {
        return left.stream().sorted().limit(count).toList();
    }

    private Future<List<Taken>> done(Reference reference, KeepingTogether keeping) {
        return keeping.keep(1, tx -> {
            left.remove(reference);
            return List.of(new Taken(reference.toString(), Outcome.TAKEN, Optional.empty(), Optional.empty(), ""));
        });
    }

    @Test
    void readsAllOthersWhileOneTakesForEver() {
        CountDownLatch others = new CountDownLatch(MANY - 1);
        int read = stretch()
                .read(
                        this::first,
                        (reference, keeping, progress) -> {
                            if (reference.equals(item(1))) {
                                await(others);
                            } else {
                                others.countDown();
                            }
                            return done(reference, keeping);
                        },
                        0);
        assertThat(read).isEqualTo(MANY);
        assertThat(told).hasSize(MANY).isSorted();
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Progress telling(CountDownLatch stepped) {
        return new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                stepped.countDown();
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
    }

    /// All but the first wait until the end was noticed, so that it is not the threads' luck how many were read.
    @Test
    void endsSoonWhenSomebodyElseWantsATurnAndLeavesTheRestWaiting() throws InterruptedException {
        Turns turns = open.archive.session().vault().turns();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        CountDownLatch had = new CountDownLatch(1);
        Thread other = Thread.ofPlatform().start(() -> {
            await(begun);
            try (Turns.Turn turn = turns.await(Progress.none())) {
                had.countDown();
            }
        });
        int read;
        try (Turns.Turn turn = turns.await(Progress.none())) {
            read = stretch(telling(noticed))
                    .read(
                            this::first,
                            (reference, keeping, progress) -> {
                                begun.countDown();
                                while (!turns.wanted()) {
                                    Thread.onSpinWait();
                                }
                                if (!reference.equals(item(1))) {
                                    await(noticed);
                                }
                                return done(reference, keeping);
                            },
                            0);
        }
        await(had);
        other.join();
        assertThat(read).isBetween(1, 3);
        assertThat(left).hasSize(MANY - read);
    }

    @Test
    void endsAlsoWhenWhoIsToldFails() {
        ReadingStretch stretch = new ReadingStretch(
                open.archive.session(),
                2,
                taken -> {
                    throw new IllegalStateException("who is told fails");
                },
                Progress.none());
        assertThatThrownBy(
                        () -> stretch.read(this::first, (reference, keeping, progress) -> done(reference, keeping), 0))
                .hasMessage("who is told fails");
    }

    @Test
    void tellsOfWhatWasKeptWhenOneFails() {
        assertThatThrownBy(() -> stretch()
                        .read(
                                this::first,
                                (reference, keeping, progress) -> {
                                    progress.checkCancelled();
                                    if (reference.equals(item(7))) {
                                        throw new IllegalStateException("a fault of ours");
                                    }
                                    return done(reference, keeping);
                                },
                                0))
                .hasMessage("a fault of ours");
        assertThat(told).hasSize(MANY - left.size());
    }
}
