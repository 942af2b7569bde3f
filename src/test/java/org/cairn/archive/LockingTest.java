package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.store.Store;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Locking takes the keys away at once, whatever still reads.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LockingTest {

    @TempDir
    Path temp;

    private final CountDownLatch further = new CountDownLatch(1);
    private final ExecutorService others = Executors.newCachedThreadPool();
    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        further.countDown();
        others.close();
        open.close();
    }

    @Test
    void takesTheKeysAwayWhileSomebodyStillReads() throws Exception {
        Session session = unlocked();
        Keyring keyring = session.keyring();
        Store store = session.store();
        Archive archive = new Archive(open.folder, "Study", session, ArchiveLock.take(open.folder));
        CountDownLatch reads = new CountDownLatch(1);
        Future<?> reading = others.submit(() -> store.read(view -> {
            reads.countDown();
            await(further);
            return view;
        }));
        reads.await();
        Future<?> closing = others.submit(archive::close);
        while (holdsKeys(keyring)) {
            Thread.onSpinWait();
        }
        assertThat(closing.isDone()).isFalse();
        further.countDown();
        reading.get();
        closing.get();
    }

    @Test
    void stopsACheckAtItsNextStep() {
        Session session = unlocked();
        Archive archive = new Archive(open.folder, "Study", session, ArchiveLock.take(open.folder));
        Progress lockedMeanwhile = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                session.closing().begin();
            }

            @Override
            public boolean cancelled() {
                return false;
            }
        };
        assertThatThrownBy(() -> archive.custody().verify(lockedMeanwhile)).isInstanceOf(CancelledException.class);
        archive.close();
    }

    private Session unlocked() {
        open.archive.close();
        KeyFile file = KeyFile.read(open.folder);
        Keyring keyring = Keyring.unlock(file, OpenArchive.USER, OpenArchive.passphrase());
        Store store = Archives.withKey(keyring, "records", key -> Store.open(open.folder.resolve("records.db"), key));
        return Archives.session(open.folder, file, keyring, store, open.environment);
    }

    private static boolean holdsKeys(Keyring keyring) {
        try {
            keyring.forPurpose("records").close();
            return true;
        } catch (IllegalStateException e) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
