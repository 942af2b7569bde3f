package org.cairn.store;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Assessment;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Glance;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations.Relation;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.WordPlace;
import org.jdbi.v3.core.Handle;

/// One state of the database, to be asked; lent by [Store#read] and of no use after it returns.
public sealed class StoreView permits StoreTransaction {

    final Revisions revisions;
    final Lists lists;
    final Readings readings;
    final Ledger ledger;
    final Outbox outbox;
    final Keepsakes keepsakes;
    final Reviews reviews;
    final Related related;
    final Glances glances;
    final RecognisedPages recognised;
    final PasswordTable passwords;
    final Letters letters;
    final Intakes intakes;
    final Sketches sketches;
    final FoundRecords found;
    final AskedSearches asked;
    final ReviewSets reviewSets;

    StoreView(Handle handle) {
        Counters counters = new Counters(handle);
        this.outbox = new Outbox(handle, counters);
        this.revisions = new Revisions(handle, counters);
        this.lists = new Lists(handle);
        this.readings = new Readings(handle);
        this.ledger = new Ledger(handle, counters);
        this.keepsakes = new Keepsakes(handle);
        this.reviews = new Reviews(handle);
        this.related = new Related(handle);
        this.glances = new Glances(handle);
        this.recognised = new RecognisedPages(handle);
        this.passwords = new PasswordTable(handle);
        this.letters = new Letters(handle);
        this.intakes = new Intakes(handle);
        this.sketches = new Sketches(handle);
        this.found = new FoundRecords(handle);
        this.asked = new AskedSearches(handle);
        this.reviewSets = new ReviewSets(handle);
    }

    /// The last revision of a record.
    public final Optional<Revision> current(Reference reference) {
        return revisions.current(reference);
    }

    /// Every revision of a record, the first first.
    public final List<Revision> history(Reference reference) {
        return revisions.history(reference);
    }

    /// The JSON that a revision's hash is of.
    public final Optional<String> canonicalJson(Reference reference, int revision) {
        return revisions.canonicalJson(reference, revision);
    }

    /// The number of the last revision of any record of a kind; 0 where there is none.
    public final long lastRevisionOf(RecordKind kind) {
        return revisions.last(kind);
    }

    /// Lines of a list, and how many there are that the clearance covers.
    public final Page<Summary> list(RecordKind kind, ListQuery query, Protection clearance) {
        return lists.list(kind, query, clearance);
    }

    /// The line that a list shows of one record.
    public final Optional<Summary> summary(Reference reference) {
        return lists.summary(reference);
    }

    /// How closely a record is kept: as it says itself, and no less closely than the witness it concerns.
    ///
    /// @return nothing where there is no such record
    public final Optional<Protection> protection(Reference reference) {
        return revisions.protection(reference);
    }

    /// How many records of a kind the clearance covers.
    public final long count(RecordKind kind, Protection clearance) {
        return lists.count(kind, clearance);
    }

    /// How many records of some kinds the clearance does not cover.
    public final long countAbove(Protection clearance, Set<RecordKind> kinds) {
        return lists.countAbove(clearance, kinds);
    }

    /// What a witness allowed and refused, in the order kept.
    public final List<Revision> consentsOf(Reference witness) {
        return revisions.belongingTo(witness, RecordKind.CONSENT);
    }

    /// The last revisions of what belongs to a witness, in the order in which they were kept.
    public final List<Revision> belongingTo(Reference witness, RecordKind kind) {
        return revisions.belongingTo(witness, kind);
    }

    /// The last revisions of what is about a record, by number.
    public final List<Revision> about(Reference subject, RecordKind kind) {
        return revisions.about(subject, kind);
    }

    /// Every review set with something in it that a clearance covers, counted as far as that goes; the last made first.
    public final List<ReviewSet> reviewSets(Protection clearance) {
        return reviewSets.all(clearance);
    }

    /// What a clearance covers of a review set, in its order.
    public final List<Reference> reviewSetItems(int number, Protection clearance) {
        return reviewSets.items(number, clearance);
    }

    /// Who has looked a record through, the first first.
    public final List<ReviewMark> reviews(Reference record) {
        return reviews.of(record);
    }

    /// What other items are to an item, as they say themselves; not what was found inside it.
    public final List<Relation> relatedTo(Reference item) {
        return related.toward(item);
    }

    /// What a list shows of the work on each of some records, as far as the clearance covers.
    public final Map<Reference, Glance> glances(List<Reference> records, Protection clearance) {
        return glances.of(records, clearance);
    }

    /// How many notes beside a record are not closed, of those that a clearance may see.
    public final int openNotes(Reference record, Protection clearance) {
        return glances.openNotes(record, clearance);
    }

    /// The elements of crimes that links which are not withdrawn say a record bears on, of those that a clearance
    /// may see.
    public final Set<String> linkedElements(Reference record, Protection clearance) {
        return glances.linkedElements(record, clearance);
    }

    /// What is held of a record, as codes; what nobody assessed is not there.
    public final Map<Assessment.Aspect, String> assessed(Reference record) {
        return glances.assessed(record);
    }

    /// The evidence items of some bytes.
    public final List<Reference> evidenceWith(Fingerprint fingerprint) {
        return lists.evidenceWith(fingerprint);
    }

    /// The attachments and members of an evidence item.
    public final List<Reference> childrenOf(Reference evidence) {
        return lists.childrenOf(evidence);
    }

    /// The fingerprints of all evidence, of every revision's last state.
    public final Set<Fingerprint> fingerprints() {
        return lists.fingerprints();
    }

    /// Every record that some bundle's sections hold.
    public final List<Reference> bundled() {
        return lists.bundled();
    }

    /// The bundles whose sections hold a record.
    public final List<Reference> bundlesContaining(Reference reference) {
        return lists.bundlesContaining(reference);
    }

    /// What could be read of a file, once it was tried.
    public final Optional<Reading> reading(Reference reference) {
        return readings.reading(reference);
    }

    /// Every number that a message is known by or names.
    public final Set<String> letterNumbers(Reference message) {
        return letters.named(message);
    }

    /// The messages that are known by one of these numbers or name one.
    public final List<Reference> lettersNaming(Set<String> numbers) {
        return letters.naming(numbers);
    }

    /// The hash of what was read of a file: another one where it was read otherwise.
    public final Optional<String> readingHash(Reference reference) {
        return readings.hash(reference);
    }

    /// Everything that was read of a file, in order.
    public final List<Passage> passages(Reference reference) {
        return readings.passages(reference, 0, Integer.MAX_VALUE);
    }

    /// A part of what was read of a file, in order.
    public final List<Passage> passages(Reference reference, int offset, int limit) {
        return readings.passages(reference, offset, limit);
    }

    /// One page, part or second of a file.
    public final Optional<Passage> passage(Reference reference, int ordinal) {
        return readings.passage(reference, ordinal);
    }

    /// Whether a password opened an item, or something in it.
    public final boolean openedByPassword(Reference reference) {
        return passwords.opened(reference);
    }

    /// Passwords that opened items: those of one item first, then the others, the last given first.
    public final List<String> passwords(Reference reference, int most) {
        return passwords.passwords(reference, most);
    }

    /// Evidence that nobody tried to read yet.
    public final List<Reference> unreadEvidence(int limit) {
        return lists.unreadEvidence(limit);
    }

    /// Evidence that could be read that far, by number.
    ///
    /// @param after the number after which to begin
    public final List<Reference> evidenceRead(ReadingStatus status, int after, int limit) {
        return lists.evidenceIn(status.name(), after, limit);
    }

    /// How many files could be read that far.
    public final long countReadings(ReadingStatus status, Protection clearance) {
        return lists.countState(status.name(), clearance);
    }

    /// How many files nobody tried to read yet.
    public final long countUnread(Protection clearance) {
        return lists.countState(Projection.WAITING, clearance);
    }

    /// Items of which pages wait to be recognised, by number.
    ///
    /// @param after the number after which to begin
    public final List<Reference> waitingToBeRecognised(Protection clearance, int after, int limit) {
        return recognised.waiting(clearance, after, limit);
    }

    /// How many pages wait to be recognised.
    public final long countWaitingPages(Protection clearance) {
        return recognised.countWaiting(clearance);
    }

    /// How many pages of an item wait to be recognised.
    public final int waitingPages(Reference reference) {
        return recognised.waitingOf(reference);
    }

    /// What came of an item's pages that were given to the machine.
    public final List<RecognisedPage> recognisedPages(Reference reference) {
        return recognised.pages(reference);
    }

    /// What came of one page, where it was given to the machine.
    public final Optional<RecognisedPage> recognisedPage(Reference reference, int page) {
        return recognised.page(reference, page);
    }

    /// Where the words of a recognised page stand; nothing for any other page.
    public final List<WordPlace> wordPlaces(Reference reference, int page) {
        return recognised.words(reference, page);
    }

    /// Items whose sketch is not of what is read of them now, by number.
    ///
    /// @param after the number after which to begin
    public final List<Reference> unsketched(String sense, int after, int limit) {
        return sketches.missing(sense, after, limit);
    }

    /// Items that have a sketch, by number.
    ///
    /// @param after the number after which to begin
    public final List<Reference> sketched(int after, int limit) {
        return sketches.after(after, limit);
    }

    /// The sketch of an item; nothing where there is none, or nothing to be drawn.
    public final Optional<byte[]> sketch(Reference item, String sense) {
        return sketches.sketch(item, sense);
    }

    /// Items that share a part of an item's sketch, each with its own.
    ///
    /// @param mostForEach how many for each part
    public final Map<Reference, byte[]> sharing(Reference item, String sense, int mostForEach) {
        return sketches.sharing(item, sense, mostForEach);
    }

    /// What was taken in at once, the last first, as far as a clearance covers what was offered.
    public final List<IntakeRun> intakes(Protection clearance, int offset, int limit) {
        return intakes.all(clearance, offset, limit);
    }

    /// One taking in of files that were offered at once.
    public final Optional<IntakeRun> intake(int number) {
        return intakes.run(number);
    }

    /// Every taking in that has not ended.
    public final List<IntakeRun> intakesGoingOn() {
        return intakes.goingOn();
    }

    /// Every file that was offered at once, in order.
    public final List<OfferedFile> offered(int intake) {
        return intakes.files(intake);
    }

    /// The hash of what is told of the files that were offered at once.
    public final Fingerprint offeredHash(int intake) {
        return intakes.hash(intake);
    }

    /// The records that lie under a hash, in the revisions that they had.
    public final Optional<FrozenList> foundRecords(Fingerprint hash) {
        return found.get(hash);
    }

    /// What was asked after a line of the ledger, by one person or by everybody.
    public final List<AskedLine> askedAfter(Optional<String> person, long sequence, int limit) {
        return asked.after(person, sequence, limit);
    }

    /// What was asked before a line of the ledger, the last first: by one person or by all.
    public final List<AskedLine> askedBefore(Optional<String> person, long sequence, int limit) {
        return asked.before(person, sequence, limit);
    }

    /// Everybody who asked something.
    public final List<String> askedBy() {
        return asked.persons();
    }

    /// The numbers of the records of a kind that a clearance does not cover.
    public final Set<Integer> above(RecordKind kind, Protection clearance) {
        return lists.above(kind, clearance);
    }

    /// The number of a record's last revision; nothing where there is no such record.
    public final Optional<Integer> lastRevision(Reference reference) {
        return lists.lastRevision(reference);
    }

    /// The first line of the ledger that tells of a record; nothing where there is none.
    public final Optional<Long> firstLine(Reference reference) {
        return ledger.first(reference);
    }

    /// The sequence of a record's last change.
    public final Optional<Long> lastChange(Reference reference) {
        return outbox.last(reference);
    }

    /// Lines of the ledger, of one record or of all.
    public final List<CustodyEvent> custody(Optional<Reference> subject, long afterSequence, int limit) {
        return ledger.events(subject, afterSequence, limit);
    }

    /// The last line of the ledger.
    public final Optional<CustodyEvent> head() {
        return ledger.head();
    }

    /// The sequence of the last change, 0 before the first.
    public final long outboxHead() {
        return outbox.head();
    }

    /// The records that changed after a sequence, each with its last change only, in the order of these.
    public final List<OutboxEntry> outboxAfter(long sequence, int limit) {
        return outbox.after(sequence, limit);
    }

    /// How many records changed after a sequence.
    public final long countChangedAfter(long sequence) {
        return outbox.countAfter(sequence);
    }

    /// The records that changed after a sequence and that the clearance does not cover as they are now.
    public final Set<Reference> changedAbove(Protection clearance, long sequence) {
        return outbox.above(clearance, sequence);
    }

    /// A draft as it was saved last.
    public final Optional<byte[]> draft(String id) {
        return keepsakes.draft(id);
    }

    /// All drafts, the last saved first.
    public final List<DraftLine> drafts() {
        return keepsakes.drafts();
    }

    /// Every identity that was sealed of a witness, the last first.
    public final List<SealedIdentity> identities(Reference witness) {
        return keepsakes.identities(witness);
    }

    /// Every identity that was ever sealed.
    public final List<SealedIdentity> identities() {
        return keepsakes.identities();
    }

    /// A setting of the archive.
    public final Optional<String> setting(String key) {
        return keepsakes.setting(key);
    }
}
