package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Revision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {

    private static final long SEED = 20_260_301;

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void readsBackWhateverItWrote(RecordKind kind) {
        RandomRecords records = new RandomRecords(SEED + kind.ordinal());
        for (int i = 0; i < 300; i++) {
            ArchiveRecord record = records.next(kind);
            String json = RecordJson.canonical(record);

            assertThat(RecordJson.read(kind, json))
                    .as("record %s of seed %s", i, SEED)
                    .isEqualTo(record);
            assertThat(RecordJson.canonical(RecordJson.read(kind, json))).isEqualTo(json);
        }
    }

    @Test
    void keepsAnyRecordThroughTheDatabase(@TempDir Path folder) {
        RandomRecords records = new RandomRecords(SEED);
        List<Revision> kept = new ArrayList<>();
        try (Store store = Store.create(folder.resolve("records.db"), Samples.key())) {
            store.inTransaction(tx -> {
                for (int i = 0; i < 220; i++) {
                    RecordKind kind = RecordKind.values()[i % 12];
                    kept.add(tx.keep(tx.next(kind), records.next(kind), 0, "amina", Samples.NOON.plusNanos(i)));
                }
                return null;
            });
        }
        try (Store store = Store.open(folder.resolve("records.db"), Samples.key())) {
            assertThat(store.check()).isEmpty();
            for (Revision revision : kept) {
                store.read(
                        view -> assertThat(view.current(revision.reference())).contains(revision));
            }
        }
    }
}
