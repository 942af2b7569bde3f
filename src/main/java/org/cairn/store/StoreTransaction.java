package org.cairn.store;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.Revision;
import org.cairn.domain.Transcript;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.IntakeRun;
import org.cairn.domain.custody.OfferedFile;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.WordPlace;
import org.jdbi.v3.core.Handle;

/// Changes that are kept together or not at all; lent by [Store#inTransaction] and of no use after it returns.
public final class StoreTransaction extends StoreView {

    StoreTransaction(Handle handle) {
        super(handle);
    }

    /// A reference that was never given before.
    public Reference next(RecordKind kind) {
        return revisions.next(kind);
    }

    /// Keeps a record's next revision; what belongs to a witness, is about a record or names it, is listed
    /// as closely as they are kept from now on.
    ///
    /// @param expectedPrevious the number of the revision it was made from, 0 for a new record
    /// @throws ArchiveException.ChangedMeanwhile when the last revision is another
    /// @throws ArchiveException.RecordSealed when the last revision is closed, and this one does not only add to it
    public Revision keep(Reference reference, ArchiveRecord record, int expectedPrevious, String author, Instant at) {
        Revision kept = revisions.keep(reference, record, expectedPrevious, author, at);
        outbox.changed(reference);
        record.about().ifPresent(outbox::changed);
        if (kept.number() > 1) {
            revisions.follow(reference).forEach(outbox::changed);
        }
        return kept;
    }

    /// Appends a signed line to the ledger.
    ///
    /// @param action a code such as `KEPT`
    /// @param signer gives the Ed25519 signature of the 32 bytes of the line's hash
    /// @param signerKey the public key of the signature, 32 raw bytes
    public CustodyEvent append(
            String actor,
            String action,
            Optional<Reference> subject,
            Map<String, String> details,
            Instant at,
            Function<byte[], byte[]> signer,
            byte[] signerKey) {
        CustodyEvent event = ledger.append(actor, action, subject, details, at, signer, signerKey);
        if (Reviews.marks(action)) {
            reviews.follow(event);
            subject.ifPresent(outbox::changed);
        }
        return event;
    }

    /// Makes a review set.
    ///
    /// @return its number
    ///
    /// @param set its number, persons and items do not count yet
    /// @param keptAs who sees less is not told what was asked
    /// @param salt 16 random bytes, so that its hash tells nobody what is in it
    public int putReviewSet(ReviewSet set, Protection keptAs, FrozenList list, byte[] salt) {
        return reviewSets.put(set, keptAs, list, salt);
    }

    /// The hash of what is in a review set, which the ledger is told.
    public Fingerprint reviewSetHash(int number) {
        return reviewSets.hash(number);
    }

    /// Says whom a review set is given to, in the place of whom it was given to before; nobody means everybody.
    public void assignReviewSet(int number, List<String> persons) {
        reviewSets.assign(number, persons);
    }

    /// Says that a review set is done with.
    public void closeReviewSet(int number) {
        reviewSets.close(number);
    }

    /// Keeps what was read of a file in the place of what was read of it before.
    public void putReading(Reference reference, Reading reading, List<Passage> passages) {
        readings.put(reference, reading, passages);
        letters.follow(reference, reading);
        recognised.follow(reference, reading, passages, typedPages(reference));
        outbox.changed(reference);
    }

    private Set<Integer> typedPages(Reference reference) {
        Set<Integer> pages = new HashSet<>();
        current(reference).ifPresent(revision -> {
            if (revision.record() instanceof EvidenceItem item) {
                item.transcript()
                        .flatMap(Transcript::typed)
                        .ifPresent(typed -> typed.pages().forEach(page -> pages.add(page.page())));
            }
        });
        return pages;
    }

    /// Keeps what came of a page that was given to the machine; its text is kept with the reading, after this.
    ///
    /// @param words in the order of the page's text; empty where nothing was read
    public void putRecognised(Reference reference, RecognisedPage page, List<WordPlace> words) {
        recognised.put(reference, page, words);
    }

    /// Keeps a password that opened an item; it is told to nobody but the reader of files.
    public void putPassword(Reference reference, String word) {
        passwords.put(reference, word);
    }

    /// Keeps the sketch of an item in the place of the one before.
    ///
    /// @param basis the hash of what it is made from
    /// @param sketch no bytes where there is nothing to be drawn
    /// @param parts what items that are alike have in common, some of them
    public void putSketch(Reference item, String sense, String basis, byte[] sketch, long[] parts) {
        sketches.put(item, sense, basis, sketch, parts);
    }

    /// Keeps what is offered at once, before any of it is taken.
    ///
    /// @return its number
    public int beginIntake(IntakeRun run, List<OfferedFile> files) {
        return intakes.begin(run, files);
    }

    /// Keeps what became of a file that was offered.
    public void putOffered(int intake, int position, OfferedFile file) {
        intakes.put(intake, position, file);
    }

    /// Keeps how a taking in ended.
    ///
    /// @param whyNotReached said of the files that it never came to
    public void endIntake(int intake, IntakeRun.Ending ending, String whyNotReached, Instant at) {
        intakes.end(intake, ending, whyNotReached, at);
    }

    /// Keeps a list of records apart, to be named by a revision of the same transaction.
    ///
    /// @param salt 16 random bytes, so that its hash tells nobody what is in it
    /// @return the hash under which it lies
    public Fingerprint putFound(FrozenList list, byte[] salt) {
        return found.put(list, salt);
    }

    /// Keeps what was asked, beside its line of the ledger in the same transaction.
    public void putAsked(AskedLine line) {
        asked.put(line);
    }

    /// Saves a draft over the one before.
    public void putDraft(String id, byte[] content, Instant at) {
        keepsakes.putDraft(id, content, at);
    }

    /// Discards a draft; one that is not there is discarded already.
    public void removeDraft(String id) {
        keepsakes.removeDraft(id);
    }

    /// Keeps a sealed identity of a witness after those before it.
    public SealedIdentity addIdentity(Reference witness, byte[] sealed) {
        return keepsakes.addIdentity(witness, sealed);
    }

    /// Keeps a setting of the archive.
    public void putSetting(String key, String value) {
        keepsakes.putSetting(key, value);
    }
}
