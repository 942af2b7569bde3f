package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.cairn.dates.Said;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Assessment;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.ElementLink;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormRecord;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Note;
import org.cairn.domain.Page;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.Serving;
import org.cairn.domain.Summary;
import org.cairn.domain.SynonymGroup;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.store.StoreView;

/// Records of every kind: keep, revise, read, list.
///
/// A kind with rules of its own is kept by the use case that knows them: whoever asks here gets no way round.
public final class Records {

    private static final BiConsumer<StoreView, Reference> NO_RULE = (view, reference) -> {};

    private final Session session;
    private final Witnesses witnesses;
    private final Testimonies testimonies;
    private final Evidence evidence;
    private final Bundles bundles;
    private final OwnForms ownForms;
    private final ElementLinks elementLinks;

    Records(
            Session session,
            Witnesses witnesses,
            Testimonies testimonies,
            Evidence evidence,
            Bundles bundles,
            OwnForms ownForms,
            ElementLinks elementLinks) {
        this.session = session;
        this.witnesses = witnesses;
        this.testimonies = testimonies;
        this.evidence = evidence;
        this.bundles = bundles;
        this.ownForms = ownForms;
        this.elementLinks = elementLinks;
    }

    /// Keeps a new record; when it returns, the record is durable.
    ///
    /// @throws ArchiveException.InvalidInput for an evidence item, which is nothing without its bytes; for a search and
    ///     a list, which are nothing without what was found; for words that mean the same, which have own rules;
    ///     and for a serving, which is nothing without the bundle
    public Kept keep(ArchiveRecord record) {
        session.require(Permission.RECORD);
        return switch (record) {
            case Witness witness -> witnesses.keep(witness, Optional.empty());
            case Consent consent -> witnesses.decide(consent);
            case RiskAssessment risk -> witnesses.assess(risk);
            case Testimony testimony -> testimonies.keep(testimony);
            case BundleDraft draft -> bundles.keep(draft);
            case FormRecord form -> keepForm(form);
            case FormDefinition form -> ownForms.add(form);
            case Note note -> new Notes(session).add(note);
            case Assessment assessment -> new Assessments(session).keep(assessment);
            case ElementLink link -> elementLinks.add(link);
            case EvidenceItem item -> throw notLikeThis();
            case SavedSearch search -> throw notLikeThis();
            case SavedList list -> throw notLikeThis();
            case SynonymGroup group -> throw notLikeThis();
            case Serving serving -> throw notLikeThis();
        };
    }

    /// Keeps a further revision.
    ///
    /// @param basedOn the revision the change was made from
    /// @throws ArchiveException.ChangedMeanwhile when another came after it
    /// @throws ArchiveException.RecordSealed when the record may only be followed
    public Kept revise(Reference reference, ArchiveRecord record, int basedOn) {
        session.require(Permission.RECORD);
        if (record.kind() != reference.kind()) {
            throw new ArchiveException.InvalidInput("kind", "unknownValue");
        }
        return switch (record) {
            case Testimony testimony -> testimonies.revise(reference, testimony, basedOn);
            case EvidenceItem item -> evidence.describe(reference, item, basedOn);
            case BundleDraft draft -> reviseFree(reference, draft, basedOn, this::requireNeverServed);
            case Consent consent -> reviseFree(reference, consent, basedOn, Records::refuseClosed);
            case FormDefinition form -> ownForms.revise(reference, form, basedOn);
            case Witness witness ->
                reviseFree(
                        reference,
                        witness,
                        basedOn,
                        (view, same) -> new AnswerRules(session, view).require(witness.answers()));
            case RiskAssessment risk -> reviseFree(reference, risk, basedOn, NO_RULE);
            case Note note -> new Notes(session).revise(reference, note, basedOn);
            case Assessment assessment -> new Assessments(session).revise(reference, assessment, basedOn);
            case ElementLink link -> elementLinks.revise(reference, link, basedOn);
            case SavedSearch search -> throw notLikeThis();
            case SavedList list -> throw notLikeThis();
            case SynonymGroup group -> throw notLikeThis();
            case Serving serving -> throw notLikeThis();
            case FormRecord form ->
                reviseFree(
                        reference,
                        Examinations.required(form),
                        basedOn,
                        (view, same) -> new AnswerRules(session, view).require(form));
        };
    }

    /// A record with the dates in its answers understood as they are said.
    ArchiveRecord understood(ArchiveRecord record, Said writer) {
        return session.store().read(view -> new AnsweredDates(view, writer).understood(record));
    }

    /// The day it is now.
    LocalDate today() {
        return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
    }

    private static ArchiveException.InvalidInput notLikeThis() {
        return new ArchiveException.InvalidInput("kind", "unknownValue");
    }

    private Kept keepForm(FormRecord given) {
        FormRecord form = Examinations.required(given);
        return Kept.of(session.store().inTransaction(tx -> {
            form.witness().ifPresent(witness -> session.requireWitness(tx, witness));
            new AnswerRules(session, tx).require(form);
            return session.keep(tx, tx.next(form.kind()), form, 0, "KEPT");
        }));
    }

    private Kept reviseFree(
            Reference reference, ArchiveRecord record, int basedOn, BiConsumer<StoreView, Reference> rule) {
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, reference);
            rule.accept(tx, reference);
            record.concerns().ifPresent(witness -> session.requireWitness(tx, witness));
            return session.keep(tx, reference, record, basedOn, "REVISED");
        }));
    }

    /// What was served stays as it was served: a witness who withdraws must be told of every bundle they are in.
    private void requireNeverServed(StoreView view, Reference bundle) {
        boolean served = view.custody(Optional.of(bundle), 0, Integer.MAX_VALUE).stream()
                .anyMatch(event -> event.action().equals("EXPORT_BEGUN"));
        if (served) {
            throw new ArchiveException.RecordSealed(bundle);
        }
    }

    /// A decision is superseded by a later one, never changed.
    private static void refuseClosed(StoreView view, Reference consent) {
        throw new ArchiveException.RecordSealed(consent);
    }

    /// The current revision. Reading something that is closely kept is itself written down.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public Revision open(Reference reference) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().note(session, revision, "record");
        return revision;
    }

    /// The line that a list shows of a record.
    public Optional<Summary> summary(Reference reference) {
        session.require(Permission.READ);
        return session.store()
                .read(view -> view.summary(reference))
                .filter(summary -> session.clearance().covers(summary.protection()));
    }

    /// Every revision, first to last.
    public List<Revision> history(Reference reference) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().noteOnce(session, revision, "history");
        return session.store().read(view -> view.history(reference));
    }

    /// Part of the list of a kind.
    public Page<Summary> list(RecordKind kind, ListQuery query) {
        session.require(Permission.READ);
        return session.store().read(view -> view.list(kind, query, session.clearance()));
    }

    /// How many there are of a kind, for this person.
    public long count(RecordKind kind) {
        session.require(Permission.READ);
        return session.store().read(view -> view.count(kind, session.clearance()));
    }
}
