package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.bundle.StatementPreview;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Conduct;
import org.cairn.domain.ExhibitMark;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.ReadBack;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.Witness;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Statements of witnesses, until they are sealed and after.
public final class Testimonies {

    /// Without these there is nothing to seal, or no right to.
    private static final Set<String> FORBIDDING = Set.of("paragraphs", "consentStore", "consentRecorded");

    private static final String STORE = "STORE";

    private static final int EVERY_STATEMENT = 10_000;

    private final Session session;
    private final Witnesses witnesses;

    Testimonies(Session session, Witnesses witnesses) {
        this.session = session;
        this.witnesses = witnesses;
    }

    /// Keeps a new statement. Nothing is required of it yet but its witness.
    public Kept keep(Testimony testimony) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> keep(tx, testimony)));
    }

    /// Keeps a new statement and seals it: both, or neither.
    ///
    /// @throws ArchiveException.NotReady when it has no words, or the witness has not allowed it to be stored
    public Kept keepSealed(Testimony testimony) {
        session.require(Permission.RECORD);
        List<String> missing = missingBeforeSealing(testimony, Optional.empty());
        requireSealable(missing);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision kept = keep(tx, testimony);
            return seal(tx, kept.reference(), (Testimony) kept.record(), kept.number(), missing);
        }));
    }

    private Revision keep(StoreTransaction tx, Testimony testimony) {
        requireKnown(tx, testimony);
        return session.keep(
                tx, tx.next(RecordKind.TESTIMONY), settled(tx, open(testimony), Optional.empty()), 0, "KEPT");
    }

    /// Keeps a further revision of a statement that is not sealed.
    public Kept revise(Reference reference, Testimony testimony, int basedOn) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, reference);
            requireKnown(tx, testimony);
            return session.keep(
                    tx, reference, settled(tx, open(testimony), Optional.of(reference)), basedOn, "REVISED");
        }));
    }

    /// With a mark for each exhibit that was shown, and with what was changed while it was read back.
    private Testimony settled(StoreView view, Testimony statement, Optional<Reference> kept) {
        ExhibitMarks.requireFree(view, statement, kept);
        return ReadingBack.settled(
                statement.marking(ExhibitMarks.complete(view, statement, kept, Drafts.mine(session))));
    }

    /// The marks of a statement in progress: each exhibit that its account names has one, the same as in other
    /// statements of its witness.
    ///
    /// @param kept its reference, once it has one
    public List<ExhibitMark> marks(Testimony statement, Optional<Reference> kept) {
        session.require(Permission.RECORD);
        return session.store().read(view -> ExhibitMarks.complete(view, statement, kept, Drafts.mine(session)));
    }

    /// Keeps a translation of a statement, sealed or not, in the place of the one into the same language. The original
    /// prevails and stays as it is.
    ///
    /// @param basedOn the revision that was translated
    public Kept translate(Reference reference, Translation translation, int basedOn) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            if (!(session.visible(tx, reference).record() instanceof Testimony statement)) {
                throw new ArchiveException.InvalidInput("reference", "unknownValue");
            }
            if (translation.language().equals(statement.language())) {
                throw new ArchiveException.InvalidInput("language", "languageOfTheOriginal");
            }
            return session.keep(tx, reference, statement.translated(translation), basedOn, "TRANSLATED");
        }));
    }

    /// Whether the person may add translations.
    public boolean mayTranslate() {
        return Permission.RECORD.allows(session.user());
    }

    /// What a statement still lacks: codes with words in the message files `testimony` (`missing.<code>`).
    ///
    /// @param kept its reference, once it has one: what a witness decided on it alone counts before the rest
    public List<String> missingBeforeSealing(Testimony testimony, Optional<Reference> kept) {
        List<String> missing = new ArrayList<>();
        note(missing, testimony.paragraphs().stream().noneMatch(p -> !p.text().isBlank()), "paragraphs");
        note(missing, testimony.language().equals(LanguageTag.UNDETERMINED), "language");
        note(missing, testimony.interview().date().isEmpty(), "interviewDate");
        note(missing, testimony.interview().interviewer().isBlank(), "interviewer");
        noteConsent(missing, testimony.witness(), kept);
        note(missing, cautionOpen(testimony), "caution");
        note(missing, lacksWantedAnswers(testimony), "addedQuestions");
        if (testimony.interviewKind() != InterviewKind.FIRST_ACCOUNT) {
            noteClosing(missing, testimony);
        }
        return missing;
    }

    /// A short first account is neither read back nor signed: it is often all that should be taken in the field.
    private static void noteClosing(List<String> missing, Testimony testimony) {
        note(missing, testimony.readBack().filter(ReadBack::told).isEmpty(), "readBack");
        note(missing, !testimony.declarations().containsAll(Vocabulary.codes("declaration")), "declarations");
        note(missing, testimony.signature().isEmpty(), "signature");
        boolean interpreted = !testimony.interview().interpreters().isEmpty();
        note(missing, interpreted && testimony.interpreterCertificate().isEmpty(), "interpreterCertificate");
    }

    /// Whether the caution to an insider or possible suspect was not read yet, or not understood.
    private boolean cautionOpen(Testimony testimony) {
        boolean read = testimony
                .interview()
                .conduct()
                .flatMap(Conduct::caution)
                .filter(Conduct.Caution::understood)
                .isPresent();
        return !read
                && session.store()
                                .read(view -> session.visible(view, testimony.witness()))
                                .record()
                        instanceof Witness witness
                && witness.insider();
    }

    /// Seals a statement: from now on it may only be followed by a correction or a supplement.
    ///
    /// What is missing otherwise stays missing, and the ledger says so: a witness may have had to go.
    ///
    /// @throws ArchiveException.NotReady when it has no words, or the witness has not allowed it to be stored
    public Kept seal(Reference reference, int basedOn) {
        session.require(Permission.RECORD);
        Testimony testimony = (Testimony)
                session.store().read(view -> session.visible(view, reference)).record();
        if (testimony.sealed()) {
            throw new ArchiveException.RecordSealed(reference);
        }
        List<String> missing = missingBeforeSealing(testimony, Optional.of(reference));
        requireSealable(missing);
        return Kept.of(session.store().inTransaction(tx -> seal(tx, reference, testimony, basedOn, missing)));
    }

    private Revision seal(
            StoreTransaction tx, Reference reference, Testimony testimony, int basedOn, List<String> missing) {
        int number = StatementNumbers.next(tx, testimony.witness());
        Revision sealed = session.keep(tx, reference, testimony.seal(number), basedOn, "SEALED");
        if (!missing.isEmpty()) {
            Map<String, String> details = Map.of("missing", String.join(",", missing));
            session.note(tx, "SEALED_INCOMPLETE", Optional.of(reference), details);
        }
        return sealed;
    }

    private static void requireSealable(List<String> missing) {
        List<String> forbidding = missing.stream().filter(FORBIDDING::contains).toList();
        if (!forbidding.isEmpty()) {
            throw new ArchiveException.NotReady(forbidding);
        }
    }

    /// The statement as it will print: a PDF, under the number that it has or would get now.
    ///
    /// @param ui the language of headings where the statement's own is not spoken by the program
    public byte[] preview(Testimony testimony, Reference witness, Locale ui) {
        session.require(Permission.READ);
        int number =
                testimony.number().orElseGet(() -> session.store().read(view -> StatementNumbers.next(view, witness)));
        List<FormDefinition> forms = session.store().read(view -> OwnForms.answered(view, testimony.answers()));
        return StatementPreview.pdf(testimony, witness.toString(), number, ui, forms);
    }

    /// Every statement of a witness, in order.
    public List<Summary> ofWitness(Reference witness) {
        session.require(Permission.READ);
        ListQuery query = ListQuery.first(EVERY_STATEMENT).of(witness);
        return session.store()
                .read(view -> view.list(RecordKind.TESTIMONY, query, session.clearance()))
                .items();
    }

    /// What may be kept must first have been allowed to be written down or recorded: both are named at once.
    private void noteConsent(List<String> missing, Reference witness, Optional<Reference> statement) {
        ConsentStanding storing = witnesses.standing(witness, statement, STORE, Optional.empty());
        note(missing, !storing.permits() && storing.lacking().isEmpty(), "consentStore");
        List<String> ways = ConsentScope.of(STORE).needs();
        boolean recorded = ways.isEmpty()
                || ways.stream()
                        .anyMatch(way -> witnesses
                                .standing(witness, statement, way, Optional.empty())
                                .permits());
        note(missing, !recorded, "consentRecorded");
    }

    private boolean lacksWantedAnswers(Testimony testimony) {
        List<KeptForm> asked = new OwnForms(session).of(RecordKind.TESTIMONY);
        return session.store().read(view -> new AnswerRules(session, view).lacksWanted(testimony, asked));
    }

    private void requireKnown(StoreView view, Testimony testimony) {
        session.requireWitness(view, testimony.witness());
        testimony.interview().conduct().stream()
                .flatMap(conduct -> conduct.referrals().stream())
                .forEach(referral -> Vocabulary.require("referral", "interview.conduct.referrals", referral.type()));
        testimony.follows().ifPresent(earlier -> session.visible(view, earlier));
        new AnswerRules(session, view).require(testimony.answers());
        testimony.paragraphs().stream()
                .flatMap(paragraph -> paragraph.exhibits().stream())
                .distinct()
                .forEach(exhibit -> session.visible(view, exhibit));
    }

    /// Sealing is an act of its own, with its own line in the ledger: it never slips in with a revision.
    private static Testimony open(Testimony testimony) {
        if (testimony.sealed()) {
            throw new ArchiveException.InvalidInput("sealed", "unknownValue");
        }
        return testimony;
    }

    private static void note(List<String> missing, boolean lacks, String code) {
        if (lacks) {
            missing.add(code);
        }
    }
}
