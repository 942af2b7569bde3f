package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.cairn.store.Samples.NOON;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.crypto.Secret;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveException.ChangedMeanwhile;
import org.cairn.domain.ArchiveException.Damaged;
import org.cairn.domain.ArchiveException.RecordSealed;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {

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

    private void reopen() {
        store.close();
        store = Store.open(file, Samples.key());
    }

    private Reference keep(ArchiveRecord record) {
        return store.inTransaction(tx -> {
            Reference reference = tx.next(record.kind());
            tx.keep(reference, record, 0, "amina", NOON);
            return reference;
        });
    }

    private Revision revise(Reference reference, ArchiveRecord record, int basedOn) {
        return store.inTransaction(tx -> tx.keep(reference, record, basedOn, "amina", NOON.plusSeconds(60)));
    }

    @Test
    void keepsARecordOfEveryKindAcrossReopening() {
        store.inTransaction(tx -> tx.putFound(Samples.FOUND, Samples.salt(2)));
        store.inTransaction(tx -> tx.putFound(Samples.FOUND, Samples.salt(3)));
        for (RecordKind kind : RecordKind.values()) {
            keep(Samples.full(kind));
        }
        reopen();
        for (RecordKind kind : RecordKind.values()) {
            Revision revision =
                    store.read(view -> view.current(new Reference(kind, 1)).orElseThrow());
            assertThat(revision.record()).isEqualTo(Samples.full(kind));
            assertThat(revision.author()).isEqualTo("amina");
            assertThat(revision.at()).isEqualTo(NOON);
        }
        assertThat(store.check()).isEmpty();
    }

    @Test
    void chainsRevisionsByTheHashOfTheirJson() {
        Reference reference = keep(Samples.testimony("first", false));
        revise(reference, Samples.testimony("second", false), 1);

        List<Revision> history = store.read(view -> view.history(reference));

        assertThat(history).extracting(Revision::number).containsExactly(1, 2);
        assertThat(history.get(0).previous()).isEmpty();
        assertThat(history.get(1).previous()).contains(history.get(0).hash());
        String json = store.read(view -> view.canonicalJson(reference, 2).orElseThrow());
        assertThat(Fingerprint.of(json.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(history.get(1).hash());
        assertThat(json).contains(history.get(0).hash().hex());
        store.read(view -> assertThat(view.current(reference)).contains(history.get(1)));
    }

    @Test
    void refusesARevisionOfAnOlderState() {
        Reference reference = keep(Samples.testimony("first", false));
        revise(reference, Samples.testimony("second", false), 1);

        assertThatThrownBy(() -> revise(reference, Samples.testimony("other", false), 1))
                .isInstanceOf(ChangedMeanwhile.class);
        assertThatThrownBy(() -> revise(reference, Samples.testimony("other", false), 0))
                .isInstanceOf(ChangedMeanwhile.class);
        store.read(view -> assertThat(view.history(reference)).hasSize(2));
    }

    @Test
    void refusesToReviseWhatIsSealed() {
        Reference sealed = keep(Samples.testimony("first", true));
        Reference consent = keep(Samples.consent("STORE", ConsentDecision.GRANTED));

        assertThatThrownBy(() -> revise(sealed, Samples.testimony("second", true), 1))
                .isInstanceOf(RecordSealed.class);
        assertThatThrownBy(() -> revise(consent, Samples.consent("STORE", ConsentDecision.WITHDRAWN), 1))
                .isInstanceOf(RecordSealed.class);
    }

    @Test
    void givesNoReferenceTwice() {
        Reference first = store.inTransaction(tx -> tx.next(RecordKind.EVIDENCE));
        reopen();
        Reference second = store.inTransaction(tx -> tx.next(RecordKind.EVIDENCE));
        Reference other = store.inTransaction(tx -> tx.next(RecordKind.WITNESS));

        assertThat(List.of(first.number(), second.number(), other.number())).containsExactly(1, 2, 1);
    }

    @Test
    void refusesAReferenceThatWasNeverGiven() {
        Reference invented = new Reference(RecordKind.WITNESS, 5);

        assertThatThrownBy(() -> revise(invented, Samples.witness(Protection.PUBLIC), 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsNothingOfATransactionThatFails() {
        assertThatThrownBy(() -> store.inTransaction(tx -> {
                    tx.keep(tx.next(RecordKind.WITNESS), Samples.witness(Protection.PUBLIC), 0, "amina", NOON);
                    tx.putSetting("name", "x");
                    throw new ArchiveException.NotPermitted("test");
                }))
                .isInstanceOf(ArchiveException.NotPermitted.class);

        store.read(view ->
                assertThat(view.count(RecordKind.WITNESS, Protection.SEALED)).isZero());
        store.read(view -> assertThat(view.setting("name")).isEmpty());
        assertThat(store.read(StoreView::outboxHead)).isZero();
    }

    @Test
    void refusesATransactionInsideAnother() {
        assertThatThrownBy(() -> store.inTransaction(outer -> store.inTransaction(inner -> 1)))
                .isInstanceOf(IllegalStateException.class);
        assertThat(keep(Samples.witness(Protection.PUBLIC)).number()).isEqualTo(1);
    }

    @Test
    void readsOneStateInsideNestedReads() {
        Reference reference = keep(Samples.witness(Protection.PUBLIC));
        store.read(outer -> {
            revise(reference, Samples.witness(Protection.SEALED), 1);
            long seen = store.read(inner -> (long) inner.history(reference).size());
            assertThat(seen).isEqualTo(1);
            return seen;
        });
        store.read(view -> assertThat(view.history(reference)).hasSize(2));
    }

    @Test
    void keepsConsentsOfOneWitnessInOrder() {
        keep(Samples.consent("STORE", ConsentDecision.GRANTED));
        keep(Samples.consent("SUBMIT_TRIBUNAL", ConsentDecision.GRANTED));
        keep(Samples.consent("SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN));
        keep(Samples.risk());

        store.read(view -> assertThat(view.consentsOf(Samples.WITNESS))
                .extracting(revision -> revision.record().title())
                .containsExactly("STORE GRANTED", "SUBMIT_TRIBUNAL GRANTED", "SUBMIT_TRIBUNAL WITHDRAWN"));
        store.read(view ->
                assertThat(view.belongingTo(Samples.WITNESS, RecordKind.RISK)).hasSize(1));
        store.read(view -> assertThat(view.consentsOf(new Reference(RecordKind.WITNESS, 2)))
                .isEqualTo(List.of()));
    }

    @Test
    void findsTheBundlesThatHoldAStatementNow() {
        Reference statement = new Reference(RecordKind.TESTIMONY, 1);
        Reference bundle = keep(Samples.bundle(statement));
        keep(Samples.bundle(new Reference(RecordKind.TESTIMONY, 10)));

        store.read(view -> assertThat(view.bundlesContaining(statement)).containsExactly(bundle));

        revise(bundle, Samples.bundle(), 1);
        store.read(view -> assertThat(view.bundlesContaining(statement)).isEqualTo(List.of()));
        assertThat(store.check()).isEmpty();
    }

    @Test
    void keepsWhatWasReadOfAFile() {
        Reference item = keep(Samples.evidence("a", Protection.PUBLIC));
        Reference other = keep(Samples.evidence("b", Protection.PUBLIC));
        store.read(view -> assertThat(view.unreadEvidence(10)).containsExactly(item, other));
        store.read(view -> assertThat(view.summary(item).orElseThrow().state()).isEqualTo("WAITING"));

        List<Passage> passages = List.of(
                new Passage(Passage.Unit.PAGE, 1, "one\u0000\n线", Optional.of(new LanguageTag("zh"))),
                new Passage(
                        Passage.Unit.PARAGRAPH,
                        2,
                        "",
                        Optional.empty(),
                        Optional.of(new Extent(Extent.Counted.ROWS, 51, 100, "Wards \u2013 2"))));
        store.inTransaction(tx -> {
            tx.putReading(item, reading(ReadingStatus.PARTIAL, 2), passages);
            return null;
        });
        reopen();

        store.read(view -> assertThat(view.reading(item)).contains(reading(ReadingStatus.PARTIAL, 2)));
        store.read(view -> assertThat(view.passages(item)).isEqualTo(passages));
        store.read(view -> assertThat(view.passages(item, 1, 5)).isEqualTo(passages.subList(1, 2)));
        store.read(view -> assertThat(view.passage(item, 2)).contains(passages.get(1)));
        store.read(view -> assertThat(view.passage(item, 3)).isEmpty());
        store.read(view -> assertThat(view.unreadEvidence(10)).containsExactly(other));
        store.read(view -> assertThat(view.countReadings(ReadingStatus.PARTIAL, Protection.SEALED))
                .isEqualTo(1));
        assertThat(store.read(view -> view.countUnread(Protection.SEALED)).longValue())
                .isEqualTo(1);
        assertThat(store.check()).isEmpty();
    }

    @Test
    void replacesAReadingAndKeepsItsStateThroughRevisions() {
        Reference item = keep(Samples.evidence("a", Protection.PUBLIC));
        store.inTransaction(tx -> {
            tx.putReading(item, reading(ReadingStatus.NO_TEXT, 0), List.of());
            tx.putReading(
                    item,
                    reading(ReadingStatus.COMPLETE, 1),
                    List.of(new Passage(Passage.Unit.PAGE, 1, "read", Optional.empty())));
            return null;
        });
        revise(item, Samples.evidence("a", Protection.SEALED), 1);

        store.read(view -> assertThat(view.summary(item).orElseThrow().state()).isEqualTo("COMPLETE"));
        store.read(view -> assertThat(view.passages(item)).hasSize(1));
        assertThat(store.check()).isEmpty();
    }

    private static Reading reading(ReadingStatus status, int passages) {
        return new Reading(
                status, "", "application/pdf", passages, passages, Optional.empty(), 0, 0, Map.of("author", "x"));
    }

    @Test
    void findsEvidenceByItsBytesAndItsParent() {
        Reference item = keep(Samples.evidence("a", Protection.PUBLIC));
        Fingerprint fingerprint = Fingerprint.of("a".getBytes(StandardCharsets.UTF_8));

        store.read(view -> assertThat(view.evidenceWith(fingerprint)).containsExactly(item));
        assertThat(store.read(StoreView::fingerprints)).containsExactly(fingerprint);
        store.read(view -> assertThat(view.childrenOf(item)).isEqualTo(List.of()));
    }

    @Test
    void tellsAFollowerEveryRecordThatChangedOnceInOrder() {
        Reference first = keep(Samples.witness(Protection.PUBLIC));
        Reference second = keep(Samples.witness(Protection.PUBLIC));
        long seen = store.read(StoreView::outboxHead);
        revise(first, Samples.witness(Protection.SEALED), 1);

        store.read(view -> assertThat(view.outboxAfter(0, 10))
                .extracting(OutboxEntry::reference)
                .containsExactly(second, first));
        store.read(view -> assertThat(view.outboxAfter(seen, 10)).containsExactly(new OutboxEntry(3, first)));
        assertThat(store.read(StoreView::outboxHead)).isEqualTo(3);
    }

    @Test
    void keepsDraftsIdentitiesAndSettings() {
        store.inTransaction(tx -> {
            tx.putDraft("testimony:new", new byte[] {1}, NOON);
            tx.putDraft("testimony:new", new byte[] {2, 3}, NOON.plusMillis(1));
            tx.putDraft("other", new byte[] {4}, NOON);
            tx.addIdentity(Samples.WITNESS, new byte[] {8});
            tx.addIdentity(Samples.WITNESS, new byte[] {9});
            tx.putSetting("name", "a");
            tx.putSetting("name", "b");
            return null;
        });
        reopen();

        store.read(view -> assertThat(view.draft("testimony:new")).contains(new byte[] {2, 3}));
        assertThat(store.read(StoreView::drafts))
                .containsExactly(new DraftLine("testimony:new", NOON.plusMillis(1)), new DraftLine("other", NOON));
        store.read(view -> assertThat(view.identities(Samples.WITNESS))
                .extracting(SealedIdentity::number, SealedIdentity::sealed)
                .containsExactly(tuple(2, new byte[] {9}), tuple(1, new byte[] {8})));
        List<SealedIdentity> ofAnother = store.read(view -> view.identities(new Reference(RecordKind.WITNESS, 2)));
        assertThat(ofAnother).isEmpty();
        store.read(view -> assertThat(view.setting("name")).contains("b"));

        store.inTransaction(tx -> {
            tx.removeDraft("testimony:new");
            tx.removeDraft("never there");
            return null;
        });
        store.read(view -> assertThat(view.draft("testimony:new")).isEmpty());
    }

    @Test
    void refusesAWrongKeyAndWhatIsNoDatabaseInTheSameWay() throws Exception {
        keep(Samples.witness(Protection.PUBLIC));
        store.close();
        Path noise = Files.write(folder.resolve("noise.db"), new byte[8192]);
        Path empty = Files.createFile(folder.resolve("empty.db"));

        for (Path damaged : List.of(noise, empty, folder.resolve("missing.db"))) {
            assertThatThrownBy(() -> Store.open(damaged, Samples.key()))
                    .isInstanceOf(Damaged.class)
                    .hasNoCause();
        }
        assertThatThrownBy(() -> Store.open(file, Samples.key(8)))
                .isInstanceOf(Damaged.class)
                .hasNoCause();
        store = Store.open(file, Samples.key());
        assertThat(store.check()).isEmpty();
    }

    @Test
    void neverCreatesOverAFile() {
        assertThatThrownBy(() -> Store.create(file, Samples.key())).isInstanceOf(ArchiveException.AlreadyThere.class);
    }

    @Test
    void outlivesTheKeyItWasOpenedWith() {
        store.close();
        try (Secret key = Samples.key()) {
            store = Store.open(file, key);
        }
        keep(Samples.witness(Protection.PUBLIC));
        assertThat(store.check()).isEmpty();
    }

    @Test
    void opensInAFolderOfAnyName() throws Exception {
        Path odd = Files.createDirectory(folder.resolve("who? 100% #شاهد 证据;a=b&c"));
        try (Store elsewhere = Store.create(odd.resolve("records.db"), Samples.key())) {
            assertThat(elsewhere.check()).isEmpty();
        }
        try (var names = Files.list(odd)) {
            assertThat(names.map(name -> name.getFileName().toString())).containsExactly("records.db");
        }
    }

    @Test
    void leavesNoWordInClearNorALogBehind() throws Exception {
        store.inTransaction(tx -> {
            tx.keep(
                    tx.next(RecordKind.WITNESS),
                    new Witness("family", LanguageTag.UNDETERMINED, Protection.PUBLIC, false, "plantedword"),
                    0,
                    "amina",
                    NOON);
            tx.putDraft("d", "plantedword".getBytes(StandardCharsets.UTF_8), NOON);
            return null;
        });
        assertThat(wordsOnDisk()).doesNotContain("plantedword").doesNotContain("SQLite format 3");
        store.close();
        assertThat(wordsOnDisk()).doesNotContain("plantedword").doesNotContain("SQLite format 3");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    private String wordsOnDisk() throws Exception {
        StringBuilder all = new StringBuilder();
        try (var files = Files.list(folder)) {
            for (Path path : files.toList()) {
                all.append(new String(Files.readAllBytes(path), StandardCharsets.ISO_8859_1));
            }
        }
        return all.toString();
    }

    @Test
    void refusesWorkAfterClosingAndClosesTwice() {
        store.close();
        store.close();

        assertThatThrownBy(() -> store.read(StoreView::outboxHead)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> store.inTransaction(tx -> 1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void saysNothingOfWhatItWasAskedWhenTheDatabaseRefuses() throws Exception {
        store.close();
        Tampering.of(file, "DROP TABLE setting");
        store = Store.open(file, Samples.key());

        assertThatThrownBy(() -> store.inTransaction(tx -> {
                    tx.putSetting("plantedword", "plantedword");
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasNoCause()
                .hasMessageNotContaining("plantedword");
    }
}
