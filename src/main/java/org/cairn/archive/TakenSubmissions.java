package org.cairn.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.SubmissionReport.FormLine;
import org.cairn.archive.SubmissionReport.Line;
import org.cairn.archive.SubmissionReport.Outcome;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormOrigin;
import org.cairn.domain.NotMapped;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.SubmissionMapping;
import org.cairn.exchange.ChildTables;
import org.cairn.exchange.ForeignForm;
import org.cairn.exchange.ForeignForms;
import org.cairn.exchange.InferredForm;
import org.cairn.exchange.Offered;
import org.cairn.exchange.ProposedMapping;
import org.cairn.exchange.Submissions;
import org.cairn.exchange.Unreadable;
import org.cairn.exchange.ZippedTables;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Takes submissions of Martus, ODK and its kin in as statements: forms first, then each submission by itself. One that
/// cannot be taken keeps none other out, and the report tells of all of them.
public final class TakenSubmissions {

    /// Pictures may be larger; they are taken in as every file is.
    private static final long MOST_BYTES = 64L * 1024 * 1024;

    /// Faults of the whole that the message files have words for here.
    private static final Set<String> STOPS = Set.of("storageFull", "notReachable", "damaged", "readerNotStarted");

    private final Session session;
    private final OwnForms ownForms;
    private final Evidence evidence;

    TakenSubmissions(Session session, OwnForms ownForms, Evidence evidence) {
        this.session = session;
        this.ownForms = ownForms;
        this.evidence = evidence;
    }

    /// A file that was read.
    private record Opened(Path path, List<Offered> offered) {

        @Override
        public String toString() {
            return "Opened";
        }
    }

    /// A form that was offered, and where it lay.
    ///
    /// @param id what its makers call it; it may be kept under another name
    private record Beside(Path path, String id, KeptForm form) {

        @Override
        public String toString() {
            return "Beside";
        }
    }

    /// Everything that was offered, read and not yet kept.
    private static final class Offers {
        final List<Opened> files = new ArrayList<>();
        final Map<Path, ForeignForm> forms = new LinkedHashMap<>();
        final List<Path> others = new ArrayList<>();
        final List<Line> lines = new ArrayList<>();
        final Map<String, List<Map<String, Object>>> answers = new HashMap<>();
        final Map<String, KeptForm> kept = new HashMap<>();
        final List<Beside> definitions = new ArrayList<>();
        final ChildTables rounds = new ChildTables();
        final Map<String, Path> tablesOfRounds = new LinkedHashMap<>();

        /// The files whose tables are rounds of some submissions.
        List<Path> tables(List<Offered> offered) {
            Set<String> named = rounds.of(offered);
            return tablesOfRounds.entrySet().stream()
                    .filter(table -> named.contains(table.getKey()))
                    .map(Map.Entry::getValue)
                    .filter(path -> files.stream()
                            .filter(file -> file.offered() == offered)
                            .noneMatch(file -> file.path().equals(path)))
                    .toList();
        }
    }

    /// Takes everything in that is a submission, or that one names.
    ///
    /// @param offered files and folders: submissions, the forms they answer, and the pictures and sounds they name
    public SubmissionReport take(List<Path> offered, SubmissionTerms terms, Progress progress) {
        session.require(Permission.RECORD);
        if (terms.source().isBlank()) {
            throw new ArchiveException.InvalidInput("source", "missing");
        }
        Vocabulary.require("acquisition", "acquired", terms.how());
        terms.form().ifPresent(this::answered);
        Offers offers = read(offered, terms, progress);
        List<FormLine> forms = new ArrayList<>();
        Set<Path> used = new HashSet<>();
        Place at = new Place();
        try {
            take(offers, terms, progress, forms, used, at);
        } catch (CancelledException e) {
            offers.lines.add(Line.without(at.file, at.place, "", Outcome.STOPPED, List.of("cancelled")));
        } catch (ArchiveException e) {
            // what was taken stays taken, and is told
            String why = STOPS.contains(e.code()) ? e.code() : "notKept " + e.code();
            offers.lines.add(Line.without(at.file, at.place, "", Outcome.STOPPED, List.of(why)));
        }
        return new SubmissionReport(forms, offers.lines);
    }

    /// Where it is.
    private static final class Place {
        String file = "";
        int place;
    }

    private void take(
            Offers offers, SubmissionTerms terms, Progress progress, List<FormLine> forms, Set<Path> used, Place at) {
        keepForms(offers, forms);
        int done = 0;
        for (Opened file : offers.files) {
            TakenFile taking = new TakenFile(
                    session, file.path(), terms, offers.tables(file.offered()), besides(offers, file.path()), used);
            for (Offered one : file.offered()) {
                at.file = taking.name();
                at.place = one.place();
                progress.checkCancelled();
                offers.lines.add(take(taking, one, offers, terms, forms));
            }
            progress.step("submissions", ++done, offers.files.size());
        }
        offers.others.stream()
                .filter(path -> !used.contains(path))
                .map(path -> Line.without(name(path), 0, "", Outcome.UNUSED, List.of()))
                .forEach(offers.lines::add);
        if (!used.isEmpty()) {
            at.file = "";
            at.place = 0;
            readWaiting(progress);
        }
    }

    /// Everything is kept by now: what is not read today waits to be read.
    private void readWaiting(Progress progress) {
        try {
            evidence.readWaiting(progress);
        } catch (CancelledException e) {
            return;
        }
    }

    /// Which answers would be taken as what, without keeping anything: form by form.
    public Map<String, SubmissionMapping> proposed(List<Path> offered, SubmissionTerms terms, Progress progress) {
        session.require(Permission.READ);
        Offers offers = read(offered, terms, progress);
        Map<String, SubmissionMapping> proposed = new LinkedHashMap<>();
        offers.forms.values().forEach(form -> proposed.put(form.form().id(), ProposedMapping.of(form.form())));
        offers.files.stream().flatMap(file -> file.offered().stream()).forEach(one -> {
            if (one instanceof Offered.Submission submission && !proposed.containsKey(submission.form())) {
                FormDefinition form = submission.own() != null
                        ? submission.own().form()
                        : known(submission.form()).map(KeptForm::form).orElseGet(() -> inferred(offers, submission));
                proposed.put(submission.form(), ProposedMapping.of(form));
            }
        });
        return proposed;
    }

    private Offers read(List<Path> offered, SubmissionTerms terms, Progress progress) {
        Offers offers = new Offers();
        for (IncomingFiles.Incoming incoming : IncomingFiles.walk(offered, progress)) {
            Path path = incoming.path();
            if (!incoming.refusal().isEmpty()) {
                offers.lines.add(Line.refused(name(path), 0, "", List.of(incoming.refusal())));
            } else {
                read(path, offers, terms);
            }
        }
        join(offers);
        return offers;
    }

    /// Tables of rounds may come before those they belong to: all are read first.
    private static void join(Offers offers) {
        List<Opened> whole = offers.files.stream()
                .map(file -> new Opened(file.path(), offers.rounds.join(file.offered())))
                .toList();
        offers.files.clear();
        offers.files.addAll(whole);
        offers.tablesOfRounds.forEach((name, path) -> {
            List<Offered> alone = offers.rounds.alone(name);
            if (!alone.isEmpty()) {
                offers.files.add(new Opened(path.resolveSibling(name), alone));
            }
        });
        whole.stream().flatMap(file -> file.offered().stream()).forEach(one -> {
            if (one instanceof Offered.Submission submission) {
                offers.answers
                        .computeIfAbsent(submission.form(), form -> new ArrayList<>())
                        .add(submission.answers());
            }
        });
    }

    private static void read(Path path, Offers offers, SubmissionTerms terms) {
        try {
            if (!mayHoldSubmissions(path)) {
                offers.others.add(path);
                return;
            }
            if (Files.size(path) > MOST_BYTES) {
                throw new Unreadable("tooLarge");
            }
            byte[] bytes;
            try (var in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
                bytes = in.readAllBytes();
            }
            boolean zip = name(path).toLowerCase(java.util.Locale.ROOT).endsWith(".zip") && ZippedTables.isZip(bytes);
            if (!zip && Submissions.isForm(bytes)) {
                offers.forms.put(path, ForeignForms.read(bytes, name(path), RecordKind.TESTIMONY));
                return;
            }
            Map<String, byte[]> zipped = zip ? ZippedTables.read(bytes) : Map.of();
            if (zip && zipped.isEmpty()) {
                offers.others.add(path);
                return;
            }
            if (zipped.isEmpty()) {
                table(path, name(path), bytes, offers, terms);
            }
            for (Map.Entry<String, byte[]> table : zipped.entrySet()) {
                table(path, table.getKey(), table.getValue(), offers, terms);
            }
        } catch (Unreadable e) {
            offers.lines.add(Line.refused(name(path), 0, "", List.of((e.code() + " " + e.detail()).strip())));
        } catch (IOException e) {
            offers.lines.add(Line.refused(name(path), 0, "", List.of(IncomingFiles.whyUnreadable(path))));
        }
    }

    private static void table(Path path, String name, byte[] bytes, Offers offers, SubmissionTerms terms)
            throws Unreadable {
        if (ChildTables.looksLikeOne(bytes)) {
            offers.rounds.add(bytes, name);
            offers.tablesOfRounds.put(name, path);
            return;
        }
        offers.files.add(
                new Opened(path, Submissions.read(bytes, name, terms.form().isPresent())));
    }

    /// Pictures, sounds and the like belong to submissions; nobody opens them here.
    private static boolean mayHoldSubmissions(Path path) {
        return name(path).toLowerCase(java.util.Locale.ROOT).matches(".*\\.(xml|csv|zip|xlsx|xls|mct|mba)");
    }

    private void keepForms(Offers offers, List<FormLine> lines) {
        offers.forms.forEach((path, form) -> {
            try {
                KeptForm kept = keep(form.form());
                offers.definitions.add(new Beside(path, form.form().id(), kept));
                lines.add(line(name(path), kept, form.notMapped()));
            } catch (ArchiveException.InvalidInput e) {
                offers.lines.add(Line.refused(
                        name(path), 0, "", List.of("notKept " + e.arguments().getFirst())));
            }
        });
    }

    private static FormLine line(String file, KeptForm kept, List<NotMapped> notMapped) {
        return new FormLine(file, kept.form().id(), kept.reference(), kept.revision(), notMapped);
    }

    /// A form that came with submissions is not asked in statements, unless somebody has added it to be asked. It
    /// never takes the place of what another tool, or the archive itself, calls the same.
    private KeptForm keep(FormDefinition form) {
        Optional<KeptForm> asked =
                ownForms.called(form.id()).filter(known -> !known.form().retired());
        boolean same =
                asked.filter(known -> tool(known.form()).equals(tool(form))).isPresent();
        FormDefinition kept = asked.isPresent() && !same || OwnForms.reserved(form.id())
                ? form.called(tool(form) + ":" + form.id()).retired(true)
                : form.retired(!same);
        Kept revision = ownForms.add(kept);
        return new KeptForm(revision.reference(), revision.revision(), kept);
    }

    private static String tool(FormDefinition form) {
        return form.origin().map(FormOrigin::tool).orElse("");
    }

    private Line take(TakenFile file, Offered one, Offers offers, SubmissionTerms terms, List<FormLine> forms) {
        return switch (one) {
            case Offered.Refused refused ->
                Line.refused(file.name(), refused.place(), refused.title(), refused.reasons());
            case Offered.Submission submission -> {
                try {
                    KeptForm form = form(submission, file.path(), offers, terms, forms);
                    SubmissionMapping mapping = terms.mapping().orElseGet(() -> ProposedMapping.of(form.form()));
                    yield file.take(submission, form, mapping);
                } catch (ArchiveException.InvalidInput e) {
                    yield Line.refused(
                            file.name(),
                            submission.place(),
                            submission.title(),
                            List.of("notKept " + e.arguments().getFirst()));
                } catch (ArchiveException.NotFound e) {
                    // what it corrects is closed to the person
                    yield Line.refused(file.name(), submission.place(), submission.title(), List.of("closed"));
                } catch (ArchiveException.RecordSealed
                        | ArchiveException.ChangedMeanwhile
                        | ArchiveException.NotPermitted e) {
                    yield Line.refused(
                            file.name(), submission.place(), submission.title(), List.of("notKept " + e.code()));
                } catch (IOException e) {
                    yield Line.refused(file.name(), submission.place(), submission.title(), List.of("unreachable"));
                }
            }
        };
    }

    private KeptForm form(
            Offered.Submission submission, Path file, Offers offers, SubmissionTerms terms, List<FormLine> forms) {
        if (terms.form().isPresent() && submission.own() == null) {
            return answered(terms.form().get());
        }
        Optional<KeptForm> beside = nearest(offers, submission, file);
        if (beside.isPresent()) {
            return beside.get();
        }
        KeptForm before = offers.kept.get(submission.form());
        if (before != null) {
            return before;
        }
        KeptForm kept = submission.own() != null
                ? keep(submission.own().form())
                : known(submission.form()).orElseGet(() -> keep(inferred(offers, submission)));
        offers.kept.put(submission.form(), kept);
        List<NotMapped> notMapped =
                submission.own() == null ? List.of() : submission.own().notMapped();
        forms.add(line("", kept, notMapped));
        return kept;
    }

    private KeptForm answered(Reference form) {
        return ownForms.list().stream()
                .filter(kept -> kept.reference().equals(form))
                .findFirst()
                .orElseThrow(() -> new ArchiveException.NotFound(form));
    }

    private Optional<KeptForm> known(String id) {
        return OwnForms.reserved(id) ? Optional.empty() : ownForms.called(id);
    }

    /// Of several forms of one name the one of the same version, then the one that lies nearest.
    private static Optional<KeptForm> nearest(Offers offers, Offered.Submission submission, Path file) {
        List<Beside> all = offers.definitions.stream()
                .filter(one -> one.id().equals(submission.form()))
                .toList();
        List<Beside> same = all.stream()
                .filter(one -> one.form().form().version().equals(submission.formVersion()))
                .toList();
        return (same.isEmpty() ? all : same)
                .stream()
                        .max(Comparator.comparingInt(one -> inCommon(one.path(), file)))
                        .map(Beside::form);
    }

    private static int inCommon(Path one, Path other) {
        Path first = one.toAbsolutePath().normalize();
        Path second = other.toAbsolutePath().normalize();
        int common = 0;
        while (common < Math.min(first.getNameCount(), second.getNameCount())
                && first.getName(common).equals(second.getName(common))) {
            common++;
        }
        return common;
    }

    private FormDefinition inferred(Offers offers, Offered.Submission submission) {
        FormDefinition now = InferredForm.of(
                submission.tool(), submission.form(), Objects.requireNonNull(offers.answers.get(submission.form())));
        return ownForms.called(now.id())
                .map(earlier -> InferredForm.joined(earlier.form(), now))
                .orElse(now);
    }

    /// Files by their names: those of the same folder, and those of folders without submissions of their own where no
    /// other file is called so. A picture of somebody else is worse than none.
    private static Map<String, Path> besides(Offers offers, Path file) {
        Set<Optional<Path>> owned = new HashSet<>();
        offers.files.forEach(other -> owned.add(Optional.ofNullable(other.path().getParent())));
        Map<String, Integer> called = new HashMap<>();
        offers.others.forEach(other -> called.merge(name(other), 1, Integer::sum));
        Map<String, Path> besides = new HashMap<>();
        for (Path other : offers.others) {
            Optional<Path> folder = Optional.ofNullable(other.getParent());
            boolean beside = folder.equals(Optional.ofNullable(file.getParent()));
            boolean only = Objects.equals(called.get(name(other)), 1) && !owned.contains(folder);
            if (beside || only) {
                besides.put(name(other), other);
            }
        }
        return besides;
    }

    static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }

    /// What its tool's answers to a form come to as a file's name inside a folder: never a way out of it.
    static Optional<Path> beside(Path file, String named) {
        String last = named.replace('\\', '/').replaceFirst(".*/", "");
        Path parent = file.toAbsolutePath().getParent();
        if (last.isBlank() || last.equals("..") || last.equals(".") || parent == null) {
            return Optional.empty();
        }
        try {
            Path there = parent.resolve(last);
            return Files.isRegularFile(there, LinkOption.NOFOLLOW_LINKS) ? Optional.of(there) : Optional.empty();
        } catch (java.nio.file.InvalidPathException e) {
            return Optional.empty();
        }
    }
}
