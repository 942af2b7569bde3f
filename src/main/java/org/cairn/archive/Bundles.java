package org.cairn.archive;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.cairn.bundle.BundleChecker;
import org.cairn.bundle.BundlePlan;
import org.cairn.bundle.BundlePreview;
import org.cairn.bundle.BundleWriter;
import org.cairn.bundle.CheckReport;
import org.cairn.bundle.CourtProfile;
import org.cairn.bundle.SectionTitles;
import org.cairn.bundle.check.PictureWords;
import org.cairn.bundle.sign.SignedBy;
import org.cairn.bundle.sign.SignedFile;
import org.cairn.bundle.sign.Signer;
import org.cairn.bundle.sign.SigningException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Serving;
import org.cairn.domain.Summary;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.progress.Progress;

/// Bundles for a tribunal: drafted, checked before, written, checked after.
///
/// A bundle leaves only when every witness in it has allowed that, and nothing in it is kept more closely than it is.
public final class Bundles {

    /// What a bundle says it was written by.
    static final String PROGRAM = "Cairn 0.1.0";

    private final Session session;
    private final Witnesses witnesses;
    private final Searches searches;
    private final Renditions renditions;
    private final Recognition recognition;

    Bundles(Session session, Witnesses witnesses, Searches searches, Renditions renditions, Recognition recognition) {
        this.session = session;
        this.witnesses = witnesses;
        this.searches = searches;
        this.renditions = renditions;
        this.recognition = recognition;
    }

    /// Keeps a draft.
    public Kept keep(BundleDraft draft) {
        session.require(Permission.RECORD);
        return Kept.of(
                session.store().inTransaction(tx -> session.keep(tx, tx.next(RecordKind.BUNDLE), draft, 0, "KEPT")));
    }

    /// A draft that was kept.
    public BundleDraft draft(Reference reference) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        if (revision.record() instanceof BundleDraft draft) {
            return draft;
        }
        throw new ArchiveException.NotFound(reference);
    }

    /// A draft of everything that a search finds: statements first, then documents; and what of it was left out.
    ///
    /// @param most how many at most; without it, all of them
    /// @param language of headings, one of [#languages]
    public QueryDraft fromQuery(SearchRequest request, Optional<Integer> most, String title, LanguageTag language) {
        session.require(Permission.READ);
        requireKnown("language", languages(), language.primary());
        return new QueryDrafting(searches, request, most).draft(title, language);
    }

    /// A draft that a bundle for a court begins with: its sections, still empty, its schedules and versions.
    ///
    /// @param profile one of [#profiles]
    /// @param language of headings, one of [#languages]
    public static BundleDraft fromTemplate(String profile, String title, LanguageTag language) {
        requireKnown("profile", profiles(), profile);
        requireKnown("language", languages(), language.primary());
        CourtProfile.Template template = CourtProfile.of(profile).template();
        List<BundleMaking.Version> versions = template.versions();
        return new BundleDraft(
                title,
                "",
                "",
                profile,
                Protection.CONFIDENTIAL,
                language,
                versions.isEmpty() ? "SUBMIT_TRIBUNAL" : versions.getFirst().scope(),
                Optional.empty(),
                1,
                "",
                template.sections().stream()
                        .map(kind -> new BundleDraft.Section(
                                SectionTitles.of(kind, Locale.forLanguageTag(language.tag())), List.of()))
                        .toList(),
                List.of(),
                // the one version that there is needs no name
                Optional.of(new BundleMaking(
                        template.schedules(),
                        versions.size() > 1 ? versions : List.of(),
                        false,
                        false,
                        Optional.empty())));
    }

    /// The courts whose rules are known, the default first.
    public static List<String> profiles() {
        return CourtProfile.codes();
    }

    /// The languages that headings, index and schedules can be in.
    public static List<String> languages() {
        return SectionTitles.languages();
    }

    /// What the bundle, in each of its versions, needs before it can be written, and which version needs it; nothing is
    /// written by asking.
    public Preflight preflight(BundleDraft draft, Choices choices) {
        session.require(Permission.READ);
        List<RuleResult> results = new ArrayList<>();
        List<ConsentGap> gaps = new ArrayList<>();
        List<Preflight.OfVersion> versions = new ArrayList<>();
        for (Planned version : planned(draft, choices)) {
            Preflight one = version.preflight();
            version.edition()
                    .version()
                    .ifPresent(kind -> versions.add(new Preflight.OfVersion(kind, one.results(), one.gaps())));
            one.results().stream().filter(result -> !results.contains(result)).forEach(results::add);
            one.gaps().stream().filter(gap -> !gaps.contains(gap)).forEach(gaps::add);
        }
        return new Preflight(results, gaps, versions);
    }

    /// Writes every version of a draft, as the longer call does with nothing chosen and no key, and gives the closest.
    public ServedBundle write(BundleDraft draft, Choices choices, Path folder, Progress progress) {
        return write(draft, Optional.empty(), Set.of(), choices, Optional.empty(), folder, progress)
                .getFirst();
    }

    /// Writes a bundle, in as many versions as are asked for, and the folders beside it, reads each back, and only then
    /// gives it its name. Every version is judged before the first is written.
    ///
    /// @param kept the record of the draft, where it has one that says the same
    /// @param versions which of the draft's versions; all of them where none is named
    /// @param key what each file is signed with, where somebody signs it
    /// @param folder where to; made when it is not there
    /// @return each that was written, the closest first
    /// @throws ArchiveException.ConsentMissing when a witness has not allowed it; nothing is written then
    /// @throws ArchiveException.ProtectionTooClose when an exhibit, or something inside it, is kept more closely than
    ///     the bundle
    /// @throws ArchiveException.ClosedInside when something inside an exhibit is closed to the person
    /// @throws ArchiveException.BundleRefused when the finished file breaks a rule
    /// @throws ArchiveException.ProtectedWordsLeft when protected words are left in it
    public List<ServedBundle> write(
            BundleDraft draft,
            Optional<Reference> kept,
            Set<BundleVersion> versions,
            Choices choices,
            Optional<? extends BundleKey> key,
            Path folder,
            Progress progress) {
        session.require(Permission.EXPORT);
        return session.closing().mayOvertake(() -> written(draft, kept, versions, choices, key, folder, progress));
    }

    private List<ServedBundle> written(
            BundleDraft draft,
            Optional<Reference> kept,
            Set<BundleVersion> versions,
            Choices choices,
            Optional<? extends BundleKey> key,
            Path folder,
            Progress progress) {
        if (draft.references().isEmpty()) {
            throw new ArchiveException.InvalidInput("sections", "missing");
        }
        List<Planned> all = planned(draft, choices);
        List<Planned> wanted = named(all, versions);
        wanted.forEach(Planned::require);
        // a key that does not open leaves no record of a bundle that was never written
        Optional<Signer> signer = key.map(this::signer);
        BundleWriter writer = new BundleWriter(signer.map(one -> new SignedBy(one, session.now())));
        Kept bundle = kept.map(reference -> keepAgain(reference, draft)).orElseGet(() -> keep(draft));
        Map<Planned, BundlePlan> plans = new LinkedHashMap<>();
        all.forEach(version -> plans.put(version, version.plan(today())));
        List<BundlePlan> versionsOfIt = List.copyOf(plans.values());
        List<ServedBundle> served = new ArrayList<>();
        for (Planned version : wanted) {
            BundlePlan plan = Objects.requireNonNull(plans.get(version));
            List<Reference> whole = version.whole();
            note(bundle.reference(), "EXPORT_BEGUN", version, whole, choices);
            List<String> words = new ProtectedWords(witnesses)
                    .of(plan, choices.wordsNotIn(plan.edition().version()));
            Optional<PictureWords> reader = words.isEmpty()
                    ? Optional.empty()
                    : PaintedReader.of(recognition.program(), words, draft.language(), progress);
            served.add(writer.proving(words, reader)
                    .write(
                            plan,
                            versionsOfIt,
                            folder,
                            progress,
                            done -> noteServed(bundle, version, plan, done, whole, signer)));
        }
        return served;
    }

    /// Those that are named, or all.
    ///
    /// @throws ArchiveException.InvalidInput when one is not among them
    private static List<Planned> named(List<Planned> all, Set<BundleVersion> named) {
        List<BundleVersion> kinds =
                all.stream().flatMap(one -> one.edition().version().stream()).toList();
        if (!kinds.containsAll(named)) {
            throw new ArchiveException.InvalidInput(
                    "versions", "unknownValue", kinds.stream().map(Enum::name).toList());
        }
        return all.stream()
                .filter(one -> named.isEmpty()
                        || one.edition().version().filter(named::contains).isPresent())
                .toList();
    }

    /// The versions of a draft, the closest first; the draft itself where it has none.
    private List<Planned> planned(BundleDraft draft, Choices choices) {
        requireKnown("profile", profiles(), draft.profile());
        requireKnown("language", languages(), draft.language().primary());
        requireOnce(draft.references());
        List<BundleMaking.Version> there = draft.how().versions();
        List<BundleVersion> kinds =
                there.stream().map(BundleMaking.Version::kind).toList();
        Optional<LatePages> late =
                draft.how().after().map(reference -> LatePages.after(session, renditions, serving(reference)));
        if (there.isEmpty()) {
            return List.of(
                    new Planned(session, witnesses, renditions, draft, Optional.empty(), List.of(), late, choices));
        }
        return there.stream()
                .map(version -> new Planned(
                        session,
                        witnesses,
                        renditions,
                        draft.of(version),
                        Optional.of(version.kind()),
                        kinds.stream().filter(kind -> kind != version.kind()).toList(),
                        late,
                        choices))
                .toList();
    }

    /// A record has one place in a bundle, and one mark: listed twice, it would have two.
    private static void requireOnce(List<Reference> exhibits) {
        Set<Reference> seen = new HashSet<>();
        for (Reference exhibit : exhibits) {
            if (!seen.add(exhibit)) {
                throw new ArchiveException.InvalidInput(exhibit.toString(), "givenTwice");
            }
        }
    }

    /// The bundle as it would be written now, with all that the person may see, to be looked at and never to leave: no
    /// witness is asked for it. Looks at what is kept closely are in the ledger.
    ///
    /// @param version which of the draft's versions; the closest where none is named
    public DraftPages preview(BundleDraft draft, Optional<BundleVersion> version, Choices choices, Progress progress) {
        session.require(Permission.READ);
        return session.closing().mayOvertake(() -> {
            List<Planned> all = planned(draft, choices);
            List<BundlePlan> plans = all.stream().map(one -> one.plan(today())).toList();
            BundlePlan plan = plans.stream()
                    .filter(one -> version.isEmpty() || one.edition().version().equals(version))
                    .findFirst()
                    .orElseThrow(() -> new ArchiveException.InvalidInput("versions", "unknownValue"));
            all.forEach(one -> one.exhibits().forEach(exhibit -> session.looks().noteOnce(session, exhibit, "pages")));
            return new DraftPages(
                    BundlePreview.of(plan, plans, session.closing().watching(progress)));
        });
    }

    /// A serving: what was served, when, and to whom.
    public Serving serving(Reference reference) {
        session.require(Permission.READ);
        return Servings.of(session, reference);
    }

    /// What was served so far, the last first.
    public Page<Summary> servings(int offset, int limit) {
        session.require(Permission.READ);
        return session.store()
                .read(view ->
                        view.list(RecordKind.SERVING, ListQuery.latest(limit).from(offset), session.clearance()));
    }

    /// Checks a finished bundle by reading it back; needs no archive.
    ///
    /// @param manifest the list of hashes beside it
    public static List<RuleResult> check(Path pdf, Optional<Path> manifest) {
        return BundleChecker.check(pdf, manifest);
    }

    /// Checks a finished bundle as [#check] does, and says what its signatures say; needs no archive.
    ///
    /// @param manifest the list of hashes beside it
    /// @throws ArchiveException.NotReachable when a file cannot be read
    public static CheckedBundle readBack(Path pdf, Optional<Path> manifest) {
        try {
            return BundleChecker.readBack(pdf, manifest);
        } catch (UncheckedIOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// The list of hashes in the same folder that names a finished bundle; needs no archive.
    ///
    /// @throws ArchiveException.InvalidInput when several do
    /// @throws ArchiveException.NotReachable when a file cannot be read
    public static Optional<Path> manifestBeside(Path pdf) {
        try {
            return BundleChecker.manifestBeside(pdf);
        } catch (UncheckedIOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// The report of a check, to be filed with the bundle; needs no archive.
    ///
    /// @param at when it was checked
    /// @param paper whether as a PDF with room to sign; else as text in UTF-8
    public static byte[] report(CheckedBundle checked, Instant at, Locale language, boolean paper) {
        return paper
                ? CheckReport.pdf(checked, PROGRAM, at, language)
                : CheckReport.text(checked, PROGRAM, at, language);
    }

    /// What the signatures of a finished file say; none where nobody signed it. Needs no archive.
    ///
    /// @throws ArchiveException.NotReachable when the file cannot be read
    public static List<SignatureSaid> signatures(Path pdf) {
        try {
            return new SignedFile(pdf).signatures();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private static void requireKnown(String field, List<String> known, String given) {
        if (!known.contains(given)) {
            throw new ArchiveException.InvalidInput(field, "unknownValue", known);
        }
    }

    /// A draft that is another by now is another record: what was served of the first stays what was drafted.
    private Kept keepAgain(Reference reference, BundleDraft draft) {
        Revision before = session.store().read(view -> session.visible(view, reference));
        if (before.record().equals(draft)) {
            return Kept.of(before);
        }
        return keep(draft);
    }

    private void note(Reference bundle, String action, Planned version, List<Reference> whole, Choices choices) {
        String references = whole.stream().map(Reference::toString).collect(Collectors.joining(","));
        String met = choices.conditionsMet().stream()
                .map(Reference::toString)
                .sorted()
                .collect(Collectors.joining(","));
        Map<String, String> details = new TreeMap<>(Map.of(
                "exhibits", references,
                "conditionsMet", met,
                "scope", version.draft().scope()));
        version.edition().version().ifPresent(kind -> details.put("version", kind.name()));
        session.store().inTransaction(tx -> session.note(tx, action, Optional.of(bundle), details));
    }

    private Signer signer(BundleKey key) {
        return switch (key) {
            case SigningKey file -> file.signer();
            case BundleKey.OfArchive own -> OwnKey.of(session);
        };
    }

    /// The certificate of the archive's own key, the same for the archive's life.
    public OwnCertificate certificate() {
        session.require(Permission.READ);
        return OwnKey.certificate(session);
    }

    private void noteServed(
            Kept bundle,
            Planned version,
            BundlePlan plan,
            ServedBundle served,
            List<Reference> whole,
            Optional<Signer> signer) {
        session.closing().check();
        Map<String, String> told = new TreeMap<>(Map.of("pages", String.valueOf(served.pages())));
        signer.ifPresent(one -> told.put("certificate", fingerprint(one).hex()));
        session.store().inTransaction(tx -> {
            whole.forEach(item -> session.note(
                    tx,
                    "EXPORTED",
                    Optional.of(item),
                    Map.of("bundle", bundle.reference().toString(), "purpose", "bundle")));
            Revision kept = session.keep(
                    tx, tx.next(RecordKind.SERVING), Servings.of(bundle, version, plan, served), 0, "KEPT");
            String hashes = served.volumes().stream()
                    .map(volume -> volume.fingerprint().hex())
                    .collect(Collectors.joining(","));
            told.put("sha256", hashes);
            told.put("serving", kept.reference().toString());
            return session.note(tx, "BUNDLE_WRITTEN", Optional.of(bundle.reference()), told);
        });
    }

    /// Of the certificate, so that whoever gets the bundle can compare what it is signed with.
    private static Fingerprint fingerprint(Signer signer) {
        try {
            return signer.fingerprint();
        } catch (SigningException e) {
            throw new ArchiveException.InvalidInput("signer", e.reasonCode());
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
    }
}
