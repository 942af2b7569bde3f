package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.archive.SubmissionReport.Attachment;
import org.cairn.archive.SubmissionReport.Line;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.domain.Acquisition;
import org.cairn.domain.Answers;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FilledForm;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormCheck;
import org.cairn.domain.Identity;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.SubmissionMapping;
import org.cairn.domain.SubmissionOrigin;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.exchange.Conversion;
import org.cairn.exchange.Conversion.Converted;
import org.cairn.exchange.Offered.Submission;
import org.cairn.exchange.Taking;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;
import org.cairn.vault.Stored;

/// One file of submissions while it is taken in. The file itself is sealed as it came, and nobody reads its text: it
/// may say in clear what is kept apart in its statements.
final class TakenFile {

    /// Why its text is not read.
    static final String UNREAD = "keptUnread";

    private static final String HERE = "submission.";
    private static final String FILE = "submissionFile.";

    private final Session session;
    private final Path path;
    private final SubmissionTerms terms;
    private final Map<String, Path> besides;
    private final Set<Path> used;
    private final Intake intake;
    private Optional<Reference> source = Optional.empty();
    private Optional<Fingerprint> fingerprint = Optional.empty();

    TakenFile(Session session, Path path, SubmissionTerms terms, Map<String, Path> besides, Set<Path> used) {
        this.session = session;
        this.path = path;
        this.terms = terms;
        this.besides = besides;
        this.used = used;
        this.intake = new Intake(session);
    }

    Path path() {
        return path;
    }

    String name() {
        return TakenSubmissions.name(path);
    }

    /// What the archive has of a submission already.
    ///
    /// @param same whether it says the same
    private record Before(Reference testimony, boolean same) {}

    Line take(Submission submission, KeptForm form, SubmissionMapping mapping) throws IOException {
        Optional<Before> before = session.store().read(view -> before(view, submission));
        if (before.filter(Before::same).isPresent()) {
            return already(submission, form, mapping, before.get().testimony());
        }
        Taking taking = new Taking(form.form(), submission.answers());
        Drafted drafted = draft(taking, submission, form, mapping, before);
        Protection protection = protection(submission, drafted.identity().isPresent());
        Reference kept = keepSource(protection);
        Reference witness = before.map(earlier -> witnessOf(earlier.testimony()))
                .orElseGet(() -> witness(submission, drafted, protection));
        Converted converted = Conversion.of(form.form(), taking.left());
        List<Attachment> attachments = new ArrayList<>();
        Map<String, Object> values = values(submission, converted, witness, protection, attachments);
        FilledForm filled = checked(form, values, converted, origin(submission, kept));
        Testimony testimony = drafted.testimony(witness, protection, Answers.of(List.of(filled)));
        Optional<Identity> corrected = before.flatMap(earlier -> drafted.identity());
        Reference reference = session.store().inTransaction(tx -> {
            corrected.ifPresent(who -> new Witnesses(session).seal(tx, witness, who));
            return keep(tx, submission, testimony, kept, witness);
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
        draft(taking, submission, form, mapping, Optional.empty());
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

    /// The same content, or another state of what the tool calls the same.
    private static Optional<Before> before(StoreView view, Submission submission) {
        Optional<Before> same = view.setting(HERE + content(submission))
                .flatMap(Reference::tryParse)
                .map(testimony -> new Before(testimony, true));
        return same.or(() -> List.of(submission.instance(), submission.replaces()).stream()
                .filter(instance -> !instance.isEmpty())
                .flatMap(instance -> view.setting(HERE + instance(submission, instance)).stream())
                .flatMap(text -> Reference.tryParse(text).stream())
                .findFirst()
                .map(testimony -> new Before(testimony, false)));
    }

    private static String content(Submission submission) {
        return mark("content", submission.tool(), submission.form(), submission.content());
    }

    private static String instance(Submission submission, String instance) {
        return mark("instance", submission.tool(), submission.form(), instance);
    }

    private static String mark(String... parts) {
        return Fingerprint.of(String.join("\u0000", parts).getBytes(StandardCharsets.UTF_8))
                .hex();
    }

    private Reference witnessOf(Reference testimony) {
        return ((Testimony) session.store()
                        .read(view -> session.visible(view, testimony))
                        .record())
                .witness();
    }

    /// A statement in the making, and who made it.
    private record Drafted(
            String title,
            Optional<LanguageTag> language,
            Interview interview,
            List<String> account,
            Optional<Identity> identity,
            Optional<Reference> follows) {

        @Override
        public String toString() {
            return "Drafted";
        }

        Testimony testimony(Reference witness, Protection protection, Optional<Answers> answers) {
            return new Testimony(
                            witness,
                            title,
                            follows.isPresent() ? InterviewKind.CORRECTION : InterviewKind.FIRST_ACCOUNT,
                            language.orElse(LanguageTag.UNDETERMINED),
                            interview,
                            account.stream().map(Paragraph::of).toList(),
                            Optional.empty(),
                            Set.of(),
                            Optional.empty(),
                            Optional.empty(),
                            List.of(),
                            protection,
                            false,
                            follows)
                    .answering(answers);
        }
    }

    private static Drafted draft(
            Taking taking, Submission submission, KeptForm form, SubmissionMapping mapping, Optional<Before> before) {
        Optional<LanguageTag> language = taking.language(mapping);
        String reader = language.map(LanguageTag::tag).orElse("en");
        String title = taking.title(mapping).orElseGet(() -> form.form().titleFor(reader));
        Interview blank = Interview.blank();
        Interview interview = new Interview(
                taking.date("date", mapping.date()),
                taking.first("place", mapping.place(), text -> true).orElse(""),
                taking.first("interviewer", mapping.interviewer(), text -> true).orElse(""),
                blank.interpreters(),
                blank.present(),
                blank.recording(),
                blank.witnessReadsLanguage(),
                blank.breaks());
        return new Drafted(
                title,
                language,
                interview,
                taking.account(mapping),
                identity(taking, mapping),
                before.map(Before::testimony));
    }

    private static Optional<Identity> identity(Taking taking, SubmissionMapping mapping) {
        List<String> names = taking.all("name", mapping.name());
        List<String> aliases = taking.all("aliases", mapping.aliases());
        List<String> contacts = taking.all("contact", mapping.contact());
        List<String> family = taking.all("family", mapping.family());
        var born = taking.date("born", mapping.born());
        if (names.isEmpty() && aliases.isEmpty() && contacts.isEmpty() && family.isEmpty() && born.isEmpty()) {
            return Optional.empty();
        }
        String name = names.isEmpty() ? "?" : String.join(" ", names);
        return Optional.of(new Identity(name, aliases, born, String.join("\n", contacts), family, ""));
    }

    /// What a tool kept private, and whose name is sealed apart, is no more open here.
    private Protection protection(Submission submission, boolean named) {
        boolean confidential = named || submission.answers().keySet().stream().anyMatch(submission.hidden()::contains);
        return confidential ? terms.protection().stricter(Protection.CONFIDENTIAL) : terms.protection();
    }

    /// Kept together with who it is; somebody who was stopped in between finds the same witness again.
    private Reference witness(Submission submission, Drafted drafted, Protection protection) {
        String key = HERE + content(submission) + ".witness";
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

    /// The file as it came: once, however many submissions it holds.
    private Reference keepSource(Protection protection) throws IOException {
        if (source.isEmpty()) {
            try (Turns.Turn turn = session.vault().turns().await(Progress.none())) {
                source = Optional.of(intake.tidily(() -> sealed(protection)));
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
            intake.endSealing();
        }
        return source.get();
    }

    private Reference sealed(Protection protection) {
        try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
            Stored stored = session.vault().put(in, Progress.none());
            fingerprint = Optional.of(stored.fingerprint());
            return session.store().inTransaction(tx -> sourceRecord(tx, stored, protection));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Reference sourceRecord(StoreTransaction tx, Stored stored, Protection protection) {
        String key = FILE + stored.fingerprint().hex();
        Optional<Reference> known = tx.setting(key).flatMap(Reference::tryParse);
        if (known.isPresent()) {
            return known.get();
        }
        EvidenceItem item = new EvidenceItem(
                "Submissions " + stored.fingerprint().hex().substring(0, 8),
                "STATEMENT",
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                new Acquisition(terms.source(), terms.how(), terms.by(), Optional.empty()),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                name(),
                stored.fingerprint(),
                stored.size(),
                "",
                protection.stricter(Protection.CONFIDENTIAL),
                Set.of(),
                false);
        Reference kept =
                session.keep(tx, tx.next(RecordKind.EVIDENCE), item, 0, "KEPT").reference();
        session.note(tx, "INGESTED", Optional.of(kept), Intake.ingested(item));
        Reading unread = new Reading(
                ReadingStatus.UNREADABLE, UNREAD, "application/xml", 0, 0, Optional.empty(), 0, 0, Map.of());
        tx.putReading(kept, unread, List.of());
        tx.putSetting(key, kept.toString());
        return kept;
    }

    private SubmissionOrigin origin(Submission submission, Reference kept) {
        return new SubmissionOrigin(
                submission.tool(),
                submission.form(),
                submission.formVersion(),
                submission.instance(),
                fingerprint.orElseThrow(),
                Optional.of(kept),
                submission.place());
    }

    /// The values with the references of the files that were found.
    private Map<String, Object> values(
            Submission submission,
            Converted converted,
            Reference witness,
            Protection protection,
            List<Attachment> attachments) {
        Map<String, Object> values = new TreeMap<>(converted.values());
        converted.attachments().forEach((where, named) -> {
            Optional<Reference> found = attachment(named, witness, protection);
            attachments.add(new Attachment(named, found));
            if (found.isEmpty() || !Misfits.put(values, where, found.get().toString())) {
                converted.asWritten().put(where, named);
            }
        });
        List<Object> more = new ArrayList<>();
        for (String named : submission.attachments()) {
            Optional<Reference> found = attachment(named, witness, protection);
            attachments.add(new Attachment(named, found));
            int place = more.size();
            more.add(found.<Map<String, Object>>map(reference -> Map.of("file", reference.toString()))
                    .orElse(Map.of()));
            if (found.isEmpty()) {
                converted.asWritten().put("martusAttachments[" + place + "].file", named);
            }
        }
        if (!more.isEmpty()) {
            values.put("martusAttachments", more);
        }
        return values;
    }

    private Optional<Reference> attachment(String named, Reference witness, Protection protection) {
        String last = named.replace('\\', '/').replaceFirst(".*/", "");
        Optional<Path> found = Optional.ofNullable(besides.get(last)).or(() -> TakenSubmissions.beside(path, named));
        return found.flatMap(there -> {
            used.add(there);
            IntakeTerms of = new IntakeTerms(
                    terms.source(),
                    terms.how(),
                    terms.by(),
                    Optional.empty(),
                    protection,
                    Optional.of(witness),
                    Set.of(),
                    false);
            return intake.take(List.of(there), of, Progress.none(), taken -> {})
                    .files()
                    .getFirst()
                    .reference();
        });
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

    private Reference keep(
            StoreTransaction tx, Submission submission, Testimony testimony, Reference kept, Reference witness) {
        new AnswerRules(session, tx).require(testimony.answers());
        Reference reference = session.keep(tx, tx.next(RecordKind.TESTIMONY), testimony, 0, "KEPT")
                .reference();
        tx.putSetting(HERE + content(submission), reference.toString());
        if (!submission.instance().isEmpty()) {
            tx.putSetting(HERE + instance(submission, submission.instance()), reference.toString());
        }
        tie(tx, kept, witness);
        return reference;
    }

    /// Whoever speaks in a file is asked before it leaves: each of them.
    private void tie(StoreTransaction tx, Reference kept, Reference witness) {
        Revision current = tx.current(kept).orElseThrow();
        if (!Ties.of(tx, current).contains(witness)) {
            EvidenceItem item = (EvidenceItem) current.record();
            session.keep(tx, kept, item.belongingTo(witness), current.number(), "DESCRIBED");
        }
    }
}
