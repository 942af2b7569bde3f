package org.cairn.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.cairn.crypto.Secret;
import org.cairn.crypto.UserKeys;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.custody.Finding;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.search.HeldTexts;
import org.cairn.search.PassageIndex;
import org.cairn.store.Store;
import org.cairn.store.Tampering;
import org.cairn.vault.Stored;
import org.cairn.vault.Vault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class ArchiveVerifierTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final byte[] KEY = new byte[32];

    @TempDir
    Path temp;

    private final UserKeys founder = UserKeys.generate(new SecureRandom());
    private Store store;
    private Vault vault;
    private PassageIndex index;

    @BeforeEach
    void makeTheParts() {
        try (Secret key = Secret.of(KEY)) {
            store = Store.create(temp.resolve("records.db"), key);
            vault = Vault.open(temp.resolve("files"), key, new SecureRandom());
            index = PassageIndex.open(temp.resolve("index"), key, new HeldTexts());
        }
        store.inTransaction(tx -> tx.append(
                "amina",
                "CREATED",
                Optional.empty(),
                Map.of(
                        "user",
                        "amina",
                        "roles",
                        "OWNER",
                        "signingKey",
                        java.util.HexFormat.of().formatHex(founder.signingKey())),
                NOON,
                founder::sign,
                founder.signingKey()));
        keep(put("first"));
    }

    @AfterEach
    void closeThem() {
        index.close();
        vault.close();
        store.close();
        founder.close();
    }

    @Test
    @Timeout(60)
    void takesNoFileForAStrangerThatIsBeingTakenInMeanwhile() throws Exception {
        CountDownLatch sealed = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        Thread importing = Thread.ofPlatform().unstarted(() -> takeInSlowly(sealed, waited));
        List<Finding> findings = new ArchiveVerifier(store, vault, index, Optional.empty())
                .verify(new Meanwhile(importing, sealed, waited, false))
                .findings();
        waited.countDown();
        importing.join();
        assertThat(findings).extracting(Finding::code).doesNotContain("fileStrange");
    }

    @Test
    @Timeout(60)
    void mayBeStoppedWhileItWaitsForAnIntake() throws Exception {
        CountDownLatch sealed = new CountDownLatch(1);
        CountDownLatch waited = new CountDownLatch(1);
        Thread importing = Thread.ofPlatform().unstarted(() -> takeInSlowly(sealed, waited));
        Progress stopping = new Meanwhile(importing, sealed, waited, true);
        assertThatThrownBy(() -> new ArchiveVerifier(store, vault, index, Optional.empty()).verify(stopping))
                .isInstanceOf(CancelledException.class);
        importing.join();
    }

    @Test
    void namesAStrangerThatStays() {
        put("nobody's");
        assertThat(codes()).contains("fileStrange");
    }

    @Test
    void goesOnAfterAPartThatCannotBeLookedAt() throws Exception {
        vault.remove(Fingerprint.of(bytes("first")));
        store.close();
        try (Secret key = Secret.of(KEY)) {
            Tampering.of(temp.resolve("records.db"), key, "UPDATE ledger SET json = 'nonsense' WHERE sequence = 1");
            store = Store.open(temp.resolve("records.db"), key);
        }
        assertThat(codes()).contains("ledgerHash", "databaseDamaged", "fileMissing", "indexBehind");
    }

    @Test
    void tellsWhatItFoundBeforeTheListOfFilesCouldNotBeRead() throws Exception {
        store.close();
        try (Secret key = Secret.of(KEY)) {
            Tampering.of(
                    temp.resolve("records.db"),
                    key,
                    "UPDATE record SET fingerprint = 'nonsense'",
                    "UPDATE record SET title = 'another'");
            store = Store.open(temp.resolve("records.db"), key);
        }
        assertThat(codes()).contains("projectionDiffers", "databaseDamaged", "indexBehind");
    }

    @Test
    void namesAnIndexThatIsBehindOrAheadOfTheRecords() {
        assertThat(codes()).containsExactly("indexBehind");
        index.apply(1, List.of());
        assertThat(codes()).isEmpty();
        index.apply(99, List.of());
        assertThat(codes()).containsExactly("indexAhead");
    }

    @Test
    void takesNoIndexForBehindWhenSomethingIsKeptMeanwhile() {
        index.apply(1, List.of());
        ArchiveVerifier verifier = new ArchiveVerifier(store, vault, index, Optional.empty());
        keep(put("second"));
        assertThat(verifier.verify(Progress.none()).findings()).isEmpty();
    }

    private List<String> codes() {
        return new ArchiveVerifier(store, vault, index, Optional.empty())
                .verify(Progress.none()).findings().stream().map(Finding::code).toList();
    }

    /// As an intake does: in its turn until the record is kept; in no hurry while nobody waits for it.
    private void takeInSlowly(CountDownLatch sealed, CountDownLatch waited) {
        try (Turns.Turn turn = vault.turns().await(Progress.none())) {
            Stored second = put("second");
            sealed.countDown();
            await(waited);
            keep(second);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Stored put(String words) {
        try {
            return vault.put(new ByteArrayInputStream(bytes(words)), Progress.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keep(Stored stored) {
        store.inTransaction(tx -> tx.keep(tx.next(RecordKind.EVIDENCE), item(stored), 0, "amina", NOON));
    }

    private static byte[] bytes(String words) {
        return words.getBytes(StandardCharsets.UTF_8);
    }

    private static EvidenceItem item(Stored stored) {
        return new EvidenceItem(
                "A paper",
                "UNSORTED",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                new Acquisition("HANDED_OVER", "the registry", "amina", Optional.empty()),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "paper.txt",
                stored.fingerprint(),
                stored.size(),
                "",
                Protection.RESTRICTED,
                Set.of(),
                false);
    }

    /// Begins to take something in while files are verified; somebody may have enough when it has to be waited for.
    private record Meanwhile(Thread importing, CountDownLatch sealed, CountDownLatch waited, boolean impatient)
            implements Progress {

        @Override
        public void step(String stage, long done, long total) {
            if (stage.equals("verifyFiles") && sealed.getCount() > 0) {
                importing.start();
                await(sealed);
            }
            if (stage.equals("wait")) {
                waited.countDown();
            }
        }

        @Override
        public boolean cancelled() {
            return impatient && waited.getCount() == 0;
        }
    }
}
