package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.store.Samples.NOON;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.crypto.UserKeys;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Finding;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckTest {

    private static final Reference ITEM = new Reference(RecordKind.EVIDENCE, 1);

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = Files.copy(shared.resolve("records.db"), folder.resolve("records.db"));
    }

    @BeforeAll
    static void fill() {
        try (Store store = Store.create(shared.resolve("records.db"), Samples.key());
                UserKeys keys = UserKeys.generate(new SecureRandom())) {
            store.inTransaction(tx -> {
                tx.keep(tx.next(RecordKind.WITNESS), Samples.witness(Protection.RESTRICTED), 0, "amina", NOON);
                Reference statement = tx.next(RecordKind.TESTIMONY);
                tx.keep(statement, Samples.testimony("one", false), 0, "amina", NOON);
                tx.keep(statement, Samples.testimony("two", false), 1, "amina", NOON);
                tx.keep(statement, Samples.testimony("three", true), 2, "amina", NOON);
                tx.keep(
                        tx.next(RecordKind.CONSENT),
                        Samples.consent("STORE", ConsentDecision.GRANTED),
                        0,
                        "amina",
                        NOON);
                tx.keep(tx.next(RecordKind.BUNDLE), Samples.bundle(statement), 0, "amina", NOON);
                tx.keep(tx.next(RecordKind.EVIDENCE), Samples.evidence("a", Protection.PUBLIC), 0, "amina", NOON);
                tx.putReading(ITEM, reading(), List.of(passage(1), passage(2)));
                for (int i = 0; i < 4; i++) {
                    Optional<Reference> subject = i % 2 == 0 ? Optional.of(ITEM) : Optional.empty();
                    tx.append("amina", "VIEWED", subject, Map.of("n", "" + i), NOON, keys::sign, keys.signingKey());
                }
                return null;
            });
        }
    }

    private static Reading reading() {
        return new Reading(ReadingStatus.COMPLETE, "", "application/pdf", 2, 2, Optional.empty(), 0, 0, Map.of());
    }

    private static Passage passage(int page) {
        return new Passage(Passage.Unit.PAGE, page, "words of page " + page, Optional.empty());
    }

    private StoreCheck check() {
        try (Store store = Store.open(file, Samples.key())) {
            return store.check(Progress.none());
        }
    }

    @Test
    void findsNothingWrongWhereNothingIs() {
        assertThat(check()).isEqualTo(new StoreCheck(5, 7, 4, List.of()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        UPDATE revision SET json = replace(json, 'two', 'TWO') WHERE kind = 'T' AND revision = 2 | recordHash | T-0001,2
        UPDATE revision SET json = 'no json' WHERE kind = 'T' AND revision = 2 | recordHash | T-0001,2
        UPDATE revision SET author = 'bob' WHERE kind = 'T' AND revision = 2 | recordHash | T-0001,2
        UPDATE revision SET at = '2020-01-01T00:00:00Z' WHERE kind = 'W' | recordHash | W-0001,1
        UPDATE revision SET previous = hash WHERE kind = 'T' AND revision = 2 | recordChain | T-0001,2
        DELETE FROM revision WHERE kind = 'T' AND revision = 2 | recordChain | T-0001,3
        DELETE FROM revision WHERE kind = 'T' AND revision = 2 | recordGap | 6,7
        DELETE FROM revision WHERE kind = 'W' | recordGap | 6,7
        UPDATE record SET title = 'other' WHERE kind = 'T' | projectionDiffers | T-0001
        UPDATE record SET protection = 0 WHERE kind = 'T' | projectionDiffers | T-0001
        UPDATE record SET kept = 1 WHERE kind = 'T' | projectionDiffers | T-0001
        UPDATE record SET revision = 2 WHERE kind = 'T' | projectionDiffers | T-0001
        DELETE FROM record WHERE kind = 'T' | projectionDiffers | T-0001
        DELETE FROM exhibit | projectionDiffers | B-0001
        UPDATE ledger SET json = replace(json, 'amina', 'bobby') WHERE sequence = 2 | ledgerHash | 2
        UPDATE ledger SET json = replace(json, 'amina', 'bobby') WHERE sequence = 2 | ledgerSignature | 2
        UPDATE ledger SET json = '{}' WHERE sequence = 2 | ledgerHash | 2
        UPDATE ledger SET subject = NULL WHERE sequence = 1 | ledgerHash | 1
        UPDATE ledger SET hash = (SELECT hash FROM ledger WHERE sequence = 1) WHERE sequence = 2 | ledgerChain | 3
        UPDATE ledger SET signature = zeroblob(64) WHERE sequence = 3 | ledgerSignature | 3
        DELETE FROM ledger WHERE sequence = 2 | ledgerGap | 2
        DELETE FROM ledger WHERE sequence = 2 | ledgerChain | 3
        DELETE FROM ledger WHERE sequence = 4 | ledgerGap | 4
        UPDATE passage SET text = 'other' WHERE ordinal = 2 | readingDiffers | E-0001
        DELETE FROM passage WHERE ordinal = 2 | readingDiffers | E-0001
        UPDATE passage SET unit = 'CHAPTER' WHERE ordinal = 2 | readingDiffers | E-0001
        UPDATE reading SET json = replace(json, 'COMPLETE', 'EMPTY') | readingDiffers | E-0001
        DELETE FROM reading | readingDiffers | E-0001
        DELETE FROM reading | databaseDamaged | relations
        DELETE FROM outbox WHERE reference = 'T-0001' | outboxDiffers | T-0001
        UPDATE counter SET value = 99 WHERE name = 'outbox' | outboxDiffers | 8
        """)
    void namesWhatSomebodyChanged(String sql, String code, String arguments) throws Exception {
        Tampering.of(file, sql);

        assertThat(check().findings()).contains(new Finding(code, List.of(arguments.split(","))));
    }

    @Test
    void seesThroughAHashThatWasMadeToFitAChangedRecord() throws Exception {
        String json;
        try (Store store = Store.open(file, Samples.key())) {
            json = store.read(view -> view.canonicalJson(new Reference(RecordKind.TESTIMONY, 1), 2)
                    .orElseThrow()
                    .replace("two", "2nd"));
        }
        Tampering.of(
                file,
                "UPDATE revision SET json = replace(json, 'two', '2nd'), hash = '"
                        + Envelope.hash(json).hex() + "' WHERE kind = 'T' AND revision = 2");

        assertThat(check().findings()).containsExactly(Finding.of("recordChain", "T-0001", 3));
    }

    @Test
    void keepsNoWordOfARecordInItsFindings() throws Exception {
        Tampering.of(file, "UPDATE revision SET json = replace(json, 'Account', 'plantedword')");

        assertThat(check().findings())
                .isNotEmpty()
                .noneMatch(finding -> finding.toString().contains("plantedword"));
    }

    @Test
    void refusesToShowALedgerLineThatIsNone() throws Exception {
        Tampering.of(file, "UPDATE ledger SET json = '{}' WHERE sequence = 4");
        try (Store store = Store.open(file, Samples.key())) {
            assertThatThrownBy(() -> store.read(StoreView::head)).isInstanceOf(ArchiveException.Damaged.class);
        }
    }

    @Test
    void namesAFlippedByteWhereverItIs() throws Exception {
        long size = Files.size(file);
        List<Long> positions = new ArrayList<>();
        for (long near = 0; near < 128; near += 9) {
            positions.add(near);
        }
        for (long position = 4096; position < size; position += 2777) {
            positions.add(position);
        }
        for (long end = 1; end <= 33; end += 8) {
            positions.add(4096 - end);
            positions.add(size - end);
        }
        List<Long> unseen = new ArrayList<>();
        for (long position : positions) {
            Tampering.flip(file, position);
            if (!damageIsNamed()) {
                unseen.add(position);
            }
            Tampering.flip(file, position);
        }
        assertThat(unseen).isEmpty();
        assertThat(check().findings()).isEmpty();
    }

    private boolean damageIsNamed() {
        try {
            return check().findings().stream()
                    .anyMatch(finding -> finding.code().equals("databaseDamaged"));
        } catch (ArchiveException.Damaged e) {
            return e.arguments().equals(List.of("records"));
        }
    }

    @Test
    void goesOnWithTheOtherPartsWhenOneCannotBeRead() throws Exception {
        Tampering.of(
                file,
                "UPDATE ledger SET signature = zeroblob(64) WHERE sequence = 3",
                "DROP TABLE passage",
                "CREATE TABLE passage (id INTEGER PRIMARY KEY, kind, number, position, unit, ordinal, text, language,"
                        + " extent)");

        assertThat(check().findings())
                .contains(Finding.of("ledgerSignature", 3), Finding.of("readingDiffers", "E-0001"));
    }

    @Test
    void chainsAndSignsTheLedger() {
        try (Store store = Store.open(file, Samples.key())) {
            List<CustodyEvent> events = store.read(view -> view.custody(Optional.empty(), 0, 10));
            assertThat(events).extracting(CustodyEvent::sequence).containsExactly(1L, 2L, 3L, 4L);
            Fingerprint before = CustodyEvent.BEGINNING;
            for (CustodyEvent event : events) {
                assertThat(event.previous()).isEqualTo(before);
                before = event.hash();
            }
            assertThat(store.read(StoreView::head).orElseThrow().hash()).isEqualTo(before);
            assertThat(store.read(view -> view.custody(Optional.of(ITEM), 1, 10)).stream()
                            .map(CustodyEvent::sequence)
                            .toList())
                    .containsExactly(3L);
        }
    }

    @Test
    void stopsWhenAsked() {
        Progress stopped = new Progress() {
            @Override
            public void step(String stage, long done, long total) {
                // only the wish to stop matters here
            }

            @Override
            public boolean cancelled() {
                return true;
            }
        };
        try (Store store = Store.open(file, Samples.key())) {
            assertThatThrownBy(() -> store.check(stopped)).isInstanceOf(CancelledException.class);
            assertThat(store.check()).isEmpty();
        }
    }
}
