package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.archive.SubmissionMarks.Before;
import org.cairn.archive.SubmissionReport.Attachment;
import org.cairn.archive.SubmissionReport.Line;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormCheck;
import org.cairn.domain.Identity;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.SubmissionMapping;
import org.cairn.domain.SubmissionOrigin;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.exchange.Conversion;
import org.cairn.exchange.Conversion.Converted;
import org.cairn.exchange.Offered.Submission;
import org.cairn.exchange.Taking;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// One file of submissions while it is taken in. The file itself is sealed as it came, and nobody reads its text: it
/// may say in clear what is kept apart in its statements.
final class TakenFile {

    private final Session session;
    private final Path path;
    private final SubmissionTerms terms;
    private final SourceFile source;
    private final List<SourceFile> rounds;
    private final TakenAttachments attached;

    /// @param rounds the files whose tables are repeats of its submissions
    /// @param besides files that lie beside it, by their names
    /// @param used where those go that a submission named
    TakenFile(
            Session session,
            Path path,
            SubmissionTerms terms,
            List<Path> rounds,
            Map<String, Path> besides,
            Set<Path> used) {
        Intake intake = new Intake(session);
        this.session = session;
        this.path = path;
        this.terms = terms;
        this.source = new SourceFile(session, intake, path, terms);
        this.rounds = rounds.stream()
                .map(table -> new SourceFile(session, intake, table, terms))
                .toList();
        this.attached = new TakenAttachments(intake, path, terms, besides, used);
    }

    Path path() {
        return path;
    }

    String name() {
        return TakenSubmissions.name(path);
    }

    Line take(Submission submission, KeptForm form, SubmissionMapping mapping) throws IOException {
        Optional<Before> before = session.store().read(view -> SubmissionMarks.before(view, submission));
        if (before.filter(Before::same).isPresent()) {
            return already(submission, form, mapping, before.get().testimony());
        }
        Taking taking = new Taking(form.form(), submission.answers());
        DraftedStatement drafted = DraftedStatement.of(taking, form, mapping, before.map(Before::testimony));
        Protection protection = protection(submission, drafted.identity().isPresent());
        Reference kept = source.keep(protection);
        for (SourceFile table : rounds) {
            table.keep(protection);
        }
        Reference witness = before.map(earlier -> witnessOf(earlier.testimony()))
                .orElseGet(() -> witness(submission, drafted, protection));
        Converted converted = Conversion.of(form.form(), taking.left());
        List<Attachment> attachments = new ArrayList<>();
        Map<String, Object> values = attached.values(submission, converted, witness, protection, attachments);
        FilledForm filled = checked(form, values, converted, origin(submission, kept, taking.mapped()));
        Testimony testimony = drafted.testimony(witness, protection, Answers.of(List.of(filled)));
        Optional<Identity> corrected = before.flatMap(earlier -> drafted.identity());
        Reference reference = session.store().inTransaction(tx -> {
            corrected.ifPresent(who -> new Witnesses(session).seal(tx, witness, who));
            return keep(tx, submission, testimony, witness);
        });
        List<NotMapped> notMapped = new ArrayList<>(submission.notMapped());
        notMapped.addAll(converted.notMapped());
        return new Line(
                name(),
                submission.place(),
                submission.title(),
                before.isPresent() ? Outcome.CORRECTION : Outcome.TAKEN,
                Optional.of(reference),
                Optional.of(witness),
                Optional.of(kept),
                Optional.of(form.name()),
                List.of(),
                taking.mapped(),
                notMapped,
                attachments);
    }

    /// What was told when it was taken is told again: perhaps nobody has read it.
    private Line already(Submission submission, KeptForm form, SubmissionMapping mapping, Reference testimony) {
        Taking taking = new Taking(form.form(), submission.answers());
        DraftedStatement.of(taking, form, mapping, Optional.empty());
        Converted converted = Conversion.of(form.form(), taking.left());
        Map<String, Object> values = new TreeMap<>(converted.values());
        List<Attachment> attachments = attachments(submission, converted, testimony, values);
        misfits(form, values, converted);
        List<NotMapped> notMapped = new ArrayList<>(submission.notMapped());
        notMapped.addAll(converted.notMapped());
        session.store()
                .inTransaction(tx -> session.note(
                        tx, "DUPLICATE_OFFERED", Optional.of(testimony), Map.of("submission", submission.content())));
        return new Line(
                name(),
                submission.place(),
                submission.title(),
                Outcome.ALREADY_HERE,
                Optional.of(testimony),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                taking.mapped(),
                notMapped,
                attachments);
    }

    /// The files that it names, with what came of them when it was taken.
    private List<Attachment> attachments(
            Submission submission, Converted converted, Reference testimony, Map<String, Object> values) {
        Map<String, Object> kept = session.store().read(view -> keptAnswers(view, testimony));
        Map<String, String> named = new LinkedHashMap<>(converted.attachments());
        for (int i = 0; i < submission.attachments().size(); i++) {
            named.put(
                    "martusAttachments[" + i + "].file",
                    submission.attachments().get(i));
        }
        List<Attachment> attachments = new ArrayList<>();
        named.forEach((where, name) -> {
            Optional<Object> value = Misfits.take(kept, where);
            value.ifPresent(reference -> Misfits.put(values, where, reference));
            attachments.add(new Attachment(name, value.flatMap(text -> Reference.tryParse(String.valueOf(text)))));
        });
        return attachments;
    }

    private Map<String, Object> keptAnswers(StoreView view, Reference testimony) {
        return session.maySee(view, testimony)
                ? ((Testimony) session.visible(view, testimony).record())
                        .answers().map(Answers::forms).orElse(List.of()).stream()
                                .findFirst()
                                .map(filled -> Misfits.copied(filled.values()))
                                .orElseGet(TreeMap::new)
                : new TreeMap<>();
    }

    private Reference witnessOf(Reference testimony) {
        return ((Testimony) session.store()
                        .read(view -> session.visible(view, testimony))
                        .record())
                .witness();
    }

    /// What a tool kept private, and whose name is sealed apart, is no more open here.
    private Protection protection(Submission submission, boolean named) {
        boolean confidential = named || submission.answers().keySet().stream().anyMatch(submission.hidden()::contains);
        return confidential ? terms.protection().stricter(Protection.CONFIDENTIAL) : terms.protection();
    }

    /// Kept together with who it is; somebody who was stopped in between finds the same witness again.
    private Reference witness(Submission submission, DraftedStatement drafted, Protection protection) {
        String key = SubmissionMarks.witness(submission);
        Witnesses witnesses = new Witnesses(session);
        return session.store()
                .inTransaction(tx -> tx.setting(key)
                        .flatMap(Reference::tryParse)
                        .orElseGet(() -> {
                            LanguageTag language = drafted.language().orElse(LanguageTag.UNDETERMINED);
                            Witness witness = new Witness("not-stated", language, protection, false, "");
                            Reference kept = witnesses
                                    .keep(tx, witness, drafted.identity())
                                    .reference();
                            tx.putSetting(key, kept.toString());
                            return kept;
                        }));
    }

    private SubmissionOrigin origin(Submission submission, Reference kept, List<SubmissionMapping.Mapped> taken) {
        return new SubmissionOrigin(
                submission.tool(),
                submission.form(),
                submission.formVersion(),
                submission.instance(),
                source.fingerprint(),
                Optional.of(kept),
                submission.place(),
                Optional.of(taken));
    }

    /// What does not meet the form's own conditions is kept as it was written, not lost.
    private FilledForm checked(
            KeptForm form, Map<String, Object> values, Converted converted, SubmissionOrigin origin) {
        Map<String, Object> fitting = misfits(form, values, converted);
        return new FilledForm(form.name(), fitting, converted.asWritten(), Optional.of(origin));
    }

    private Map<String, Object> misfits(KeptForm form, Map<String, Object> values, Converted converted) {
        Map<String, Object> fitting = Misfits.copied(values);
        session.store().read(view -> {
            List<FormCheck.Finding> findings =
                    new AnswerRules(session, view).findings(form.form(), new FilledForm(form.name(), fitting));
            for (FormCheck.Finding finding : findings) {
                if (!finding.onlyWanted()) {
                    Misfits.take(fitting, finding.path())
                            .ifPresent(value -> converted.asWritten().put(finding.path(), Misfits.text(value)));
                    converted.notMapped().add(new NotMapped("doesNotFit", finding.path(), finding.reason()));
                }
            }
            return view;
        });
        return fitting;
    }

    private Reference keep(StoreTransaction tx, Submission submission, Testimony testimony, Reference witness) {
        new AnswerRules(session, tx).require(testimony.answers());
        Reference reference = session.keep(tx, tx.next(RecordKind.TESTIMONY), testimony, 0, "KEPT")
                .reference();
        tx.putSetting(SubmissionMarks.content(submission), reference.toString());
        if (!submission.instance().isEmpty()) {
            tx.putSetting(SubmissionMarks.instance(submission, submission.instance()), reference.toString());
        }
        source.tie(tx, witness);
        rounds.forEach(table -> table.tie(tx, witness));
        return reference;
    }
}
