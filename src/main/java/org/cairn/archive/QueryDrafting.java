package org.cairn.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.bundle.CourtProfile;
import org.cairn.bundle.SectionTitles;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.progress.Progress;

/// Gathers everything a search finds, page by page, into a draft; nothing that is left out is left out silently.
final class QueryDrafting {

    private static final String RULE = "QUERY";
    private static final int AT_ONCE = 1_000;

    private final Searches searches;
    private final SearchRequest request;
    private final Optional<Integer> most;
    private final int atOnce;
    private final Set<Reference> found = new LinkedHashSet<>();
    private long total;
    private SearchAnswer.Unseen unseen = SearchAnswer.Unseen.NOTHING;

    QueryDrafting(Searches searches, SearchRequest request, Optional<Integer> most) {
        this(searches, request, most, AT_ONCE);
    }

    /// @param atOnce how many items are asked for at a time
    QueryDrafting(Searches searches, SearchRequest request, Optional<Integer> most, int atOnce) {
        this.atOnce = atOnce;
        this.searches = searches;
        this.request = request;
        this.most = most;
    }

    QueryDraft draft(String title, LanguageTag language) {
        gather();
        List<BundleDraft.Section> sections = new ArrayList<>();
        section(sections, RecordKind.TESTIMONY, language);
        section(sections, RecordKind.EVIDENCE, language);
        BundleDraft draft = new BundleDraft(
                title,
                title,
                "",
                CourtProfile.codes().getFirst(),
                Protection.CONFIDENTIAL,
                language,
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                sections,
                List.of());
        return new QueryDraft(draft, results());
    }

    private void gather() {
        // a bundle must not lack what merely waits for the index
        searches.catchUp(Progress.none());
        int offset = request.offset();
        int end = most.map(count -> request.offset() + count).orElse(Integer.MAX_VALUE);
        while (offset < end) {
            int size = Math.min(atOnce, end - offset);
            SearchAnswer answer = searches.search(request.part(offset, size));
            total = answer.total();
            unseen = answer.unseen();
            answer.hits().stream().map(Hit::reference).forEach(found::add);
            offset += answer.hits().size();
            if (answer.hits().isEmpty() || offset >= total) {
                return;
            }
        }
    }

    private void section(List<BundleDraft.Section> sections, RecordKind kind, LanguageTag language) {
        List<BundleDraft.Exhibit> exhibits = found.stream()
                .filter(reference -> reference.kind() == kind)
                .map(reference -> new BundleDraft.Exhibit(reference, ""))
                .toList();
        if (!exhibits.isEmpty()) {
            String title = SectionTitles.of(kind, Locale.forLanguageTag(language.tag()));
            sections.add(new BundleDraft.Section(title, exhibits));
        }
    }

    private List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>();
        results.add(RuleResult.of(
                RULE, Outcome.MET, "query.taken", total, of(RecordKind.TESTIMONY), of(RecordKind.EVIDENCE)));
        if (found.size() < total) {
            results.add(RuleResult.of(RULE, Outcome.NEEDS_PERSON, "query.notAskedFor", total - found.size(), total));
        }
        others().forEach((kind, references) -> results.add(RuleResult.of(
                RULE, Outcome.NEEDS_PERSON, "query.otherKind." + kind.code(), references.size(), some(references))));
        if (unseen.unread() + unseen.awaitingOcr() > 0) {
            results.add(
                    RuleResult.of(RULE, Outcome.NEEDS_PERSON, "query.unread", unseen.unread(), unseen.awaitingOcr()));
        }
        if (unseen.noPermission() > 0) {
            results.add(RuleResult.of(RULE, Outcome.NEEDS_PERSON, "query.noPermission", unseen.noPermission()));
        }
        if (unseen.undated() > 0) {
            results.add(RuleResult.of(RULE, Outcome.NEEDS_PERSON, "query.undated", unseen.undated()));
        }
        return results;
    }

    private long of(RecordKind kind) {
        return found.stream().filter(reference -> reference.kind() == kind).count();
    }

    /// What a bundle does not hold: it is made of statements and documents.
    private Map<RecordKind, List<Reference>> others() {
        Map<RecordKind, List<Reference>> others = new EnumMap<>(found.stream()
                .filter(reference -> reference.kind() != RecordKind.TESTIMONY)
                .filter(reference -> reference.kind() != RecordKind.EVIDENCE)
                // nobody would miss what was noted at the desk
                .filter(reference -> reference.kind() != RecordKind.NOTE)
                .collect(Collectors.groupingBy(
                        Reference::kind, () -> new EnumMap<>(RecordKind.class), Collectors.toList())));
        return others;
    }

    private static String some(List<Reference> references) {
        String first = references.stream().limit(20).map(Reference::toString).collect(Collectors.joining(", "));
        return references.size() > 20 ? first + ", …" : first;
    }
}
