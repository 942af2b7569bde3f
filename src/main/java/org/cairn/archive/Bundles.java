package org.cairn.archive;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.bundle.BundleChecker;
import org.cairn.bundle.BundlePlan;
import org.cairn.bundle.BundleWriter;
import org.cairn.bundle.CourtProfile;
import org.cairn.bundle.SectionTitles;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
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

    Bundles(Session session, Witnesses witnesses, Searches searches) {
        this.session = session;
        this.witnesses = witnesses;
        this.searches = searches;
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

    /// The courts whose rules are known, the default first.
    public static List<String> profiles() {
        return CourtProfile.codes();
    }

    /// The languages that headings, index and schedules can be in.
    public static List<String> languages() {
        return SectionTitles.languages();
    }

    /// What the bundle needs before it can be written; nothing is written by asking.
    public Preflight preflight(BundleDraft draft, Choices choices) {
        session.require(Permission.READ);
        List<Revision> exhibits = new BundlePlanner(session, draft).exhibits();
        BundleConsent consent = judge(draft, choices, exhibits);
        return new Preflight(new BundleFindings(session, draft, exhibits).of(consent), consent.gaps());
    }

    /// Writes a bundle and the folder beside it, reads it back, and only then gives it its name.
    ///
    /// @param folder where to; made when it is not there
    /// @throws ArchiveException.ConsentMissing when a witness has not allowed it; nothing is written then
    /// @throws ArchiveException.ProtectionTooClose when an exhibit, or something inside it, is kept more closely than
    ///     the bundle
    /// @throws ArchiveException.ClosedInside when something inside an exhibit is closed to the person
    /// @throws ArchiveException.BundleRefused when the finished file breaks a rule
    public ServedBundle write(BundleDraft draft, Choices choices, Path folder, Progress progress) {
        session.require(Permission.EXPORT);
        return session.closing().mayOvertake(() -> written(draft, choices, folder, progress));
    }

    private ServedBundle written(BundleDraft draft, Choices choices, Path folder, Progress progress) {
        if (draft.references().isEmpty()) {
            throw new ArchiveException.InvalidInput("sections", "missing");
        }
        BundlePlanner planner = new BundlePlanner(session, draft);
        List<Revision> exhibits = planner.exhibits();
        BundleConsent consent = judge(draft, choices, exhibits);
        consent.require();
        List<Reference> whole =
                consent.whole().stream().map(ConsentJudge.Leaving::reference).toList();
        Reference bundle = keep(draft).reference();
        note(bundle, "EXPORT_BEGUN", whole, choices);
        BundlePlan plan = new BundlePlan(
                draft,
                today(),
                Locale.forLanguageTag(draft.language().tag()),
                PROGRAM,
                planner.sections(),
                consent.lines(),
                new BundleFindings(session, draft, exhibits).of(consent));
        return new BundleWriter().write(plan, folder, progress, served -> noteServed(bundle, served, whole));
    }

    /// Checks a finished bundle by reading it back; needs no archive.
    ///
    /// @param manifest the list of hashes beside it
    public static List<RuleResult> check(Path pdf, Optional<Path> manifest) {
        return BundleChecker.check(pdf, manifest);
    }

    private BundleConsent judge(BundleDraft draft, Choices choices, List<Revision> exhibits) {
        requireKnown("profile", profiles(), draft.profile());
        requireKnown("language", languages(), draft.language().primary());
        return new BundleConsent(session, witnesses, draft, choices, exhibits);
    }

    private static void requireKnown(String field, List<String> known, String given) {
        if (!known.contains(given)) {
            throw new ArchiveException.InvalidInput(field, "unknownValue", known);
        }
    }

    private void note(Reference bundle, String action, List<Reference> whole, Choices choices) {
        String references = whole.stream().map(Reference::toString).collect(Collectors.joining(","));
        String met = choices.conditionsMet().stream()
                .map(Reference::toString)
                .sorted()
                .collect(Collectors.joining(","));
        session.store()
                .inTransaction(tx -> session.note(
                        tx, action, Optional.of(bundle), Map.of("exhibits", references, "conditionsMet", met)));
    }

    private void noteServed(Reference bundle, ServedBundle served, List<Reference> whole) {
        session.closing().check();
        session.store().inTransaction(tx -> {
            whole.forEach(item -> session.note(
                    tx, "EXPORTED", Optional.of(item), Map.of("bundle", bundle.toString(), "purpose", "bundle")));
            return session.note(
                    tx,
                    "BUNDLE_WRITTEN",
                    Optional.of(bundle),
                    Map.of("sha256", served.fingerprint().hex(), "pages", String.valueOf(served.pages())));
        });
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
    }
}
