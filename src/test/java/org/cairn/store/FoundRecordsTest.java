package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FrozenList;
import org.cairn.domain.FrozenList.Line;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.Finding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a search had found is kept whole, however much it is, and nobody changes it unnoticed.
class FoundRecordsTest {

    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private Path file;
    private Store store;

    @BeforeEach
    void create() {
        file = folder.resolve("records.db");
        store = Store.create(file, Samples.key());
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Optional<FrozenList> under(Fingerprint hash) {
        return store.read(view -> view.foundRecords(hash));
    }

    private static FrozenList many() {
        return new FrozenList(IntStream.rangeClosed(1, MANY)
                .mapToObj(i -> new Line(new Reference(RecordKind.EVIDENCE, i), 1 + i % 7))
                .toList());
    }

    @Test
    void keepsAHundredThousandInLittleRoom() throws Exception {
        FrozenList list = many();
        Fingerprint hash = store.inTransaction(tx -> tx.putFound(list, Samples.salt(1)));
        assertThat(under(hash)).contains(list);
        store.close();
        assertThat(Files.size(file)).isLessThan(1_500_000);
        store = Store.open(file, Samples.key());
    }

    @Test
    void givesTheSameListAnotherHashWithOtherRandomBytes() {
        Fingerprint one = store.inTransaction(tx -> tx.putFound(Samples.FOUND, Samples.salt(1)));
        Fingerprint two = store.inTransaction(tx -> tx.putFound(Samples.FOUND, Samples.salt(2)));
        assertThat(one).isNotEqualTo(two).isNotEqualTo(Samples.FOUND.hash());
        assertThat(under(Samples.FOUND.hash())).isEmpty();
    }

    @Test
    void noticesWhatWasChangedTakenAwayOrBelongsToNothing() throws Exception {
        keep(Samples.full(RecordKind.SEARCH), 2);
        keep(Samples.full(RecordKind.LIST), 3);
        assertThat(store.check()).isEmpty();
        store.close();
        Tampering.of(
                file,
                Samples.key(),
                "UPDATE found_records SET content = (SELECT content FROM found_records ORDER BY hash LIMIT 1)",
                "INSERT INTO found_records SELECT '"
                        + Fingerprint.of(new byte[] {9}).hex() + "', content FROM found_records LIMIT 1");
        store = Store.open(file, Samples.key());
        assertThat(store.check())
                .extracting(Finding::code)
                .containsOnly("foundDiffers")
                .hasSize(2);
        store.close();
        Tampering.of(file, Samples.key(), "DELETE FROM found_records");
        store = Store.open(file, Samples.key());
        assertThat(store.check())
                .extracting(finding -> finding.arguments().getFirst())
                .contains("S-0001", "K-0001");
    }

    private void keep(ArchiveRecord record, int salt) {
        store.inTransaction(tx -> {
            tx.putFound(Samples.FOUND, Samples.salt(salt));
            return tx.keep(tx.next(record.kind()), record, 0, "amina", Samples.NOON);
        });
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        try {
            store.inTransaction(tx -> {
                tx.putFound(Samples.FOUND, Samples.salt(1));
                throw new IllegalStateException("no name");
            });
        } catch (IllegalStateException e) {
            assertThat(e).hasMessage("no name");
        }
        assertThat(under(FoundRecords.hash(Samples.FOUND, Samples.salt(1)))).isEmpty();
        assertThat(store.check()).isEmpty();
    }
}
