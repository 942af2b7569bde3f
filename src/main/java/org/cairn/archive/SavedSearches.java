package org.cairn.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FrozenList;
import org.cairn.domain.FrozenList.Line;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.SavedSearch.Run;
import org.cairn.domain.Summary;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.progress.Progress;
import org.cairn.store.StoreView;

/// Searches that are asked again, with what they had found, and lists that were frozen from them.
///
/// What was found is kept whole, and shown to each person as far as they may see: a search and its answers can be
/// shared between people who see more and less, and nobody can tell from a number that there is more.
public final class SavedSearches {

    private final Session session;
    private final Searches searches;

    SavedSearches(Session session, Searches searches) {
        this.session = session;
        this.searches = searches;
    }

    /// A saved search with the answer that was kept last, as far as whoever opens it may see.
    ///
    /// @param keptBy whose answer it is; whoever gave it another name since is the author of its last revision
    /// @param found what it had found
    public record Opened(Revision revision, SavedSearch search, String keptBy, FrozenList found) {
        @Override
        public String toString() {
            return "Opened " + revision.reference();
        }
    }

    /// A frozen list, as far as whoever opens it may see.
    ///
    /// @param revision the last one, since it may have been given another name
    /// @param frozenBy who froze it
    /// @param frozenAt when, in UTC
    /// @param lines what is on it
    public record OpenedList(Revision revision, SavedList list, String frozenBy, Instant frozenAt, FrozenList lines) {
        @Override
        public String toString() {
            return "OpenedList " + revision.reference();
        }
    }

    /// Whether this person may save searches and freeze lists.
    public boolean mayKeep() {
        return Permission.RECORD.allows(session.user());
    }

    /// Whether this person may keep another answer of a search in the place of the one that is kept.
    public boolean mayKeep(SavedSearch search) {
        return mayKeep() && session.clearance().covers(search.run().clearance());
    }

    /// How closely a search is kept where nobody says otherwise: whoever sees less than the one who saves it may not
    /// read what was asked.
    public Protection usual() {
        return session.clearance();
    }

    /// Keeps a search and all that it finds now.
    ///
    /// @param protection how closely; not above what the person may see
    /// @throws ArchiveException.QueryNotUnderstood when the query is no query
    public Kept save(String name, SearchRequest asked, Protection protection, Progress progress) {
        session.require(Permission.RECORD);
        requireWithin(protection);
        if (asked.filter().within().isPresent()) {
            throw new ArchiveException.InvalidInput("within", "unknownValue");
        }
        Searches.Whole whole = searches.whole(asked, protection, progress);
        FrozenList found = frozen(whole);
        return Kept.of(session.store().inTransaction(tx -> {
            Fingerprint result = tx.putFound(found, session.salt());
            SavedSearch search = search(name.strip(), whole.request(), protection, run(whole, result));
            return session.keep(tx, tx.next(RecordKind.SEARCH), search, 0, "KEPT");
        }));
    }

    private void requireWithin(Protection protection) {
        if (!session.clearance().covers(protection)) {
            throw new ArchiveException.InvalidInput("protection", "unknownValue");
        }
    }

    private static SavedSearch search(String name, SearchRequest request, Protection protection, Run run) {
        Filter filter = request.filter();
        return new SavedSearch(
                name,
                request.query(),
                filter.kinds(),
                filter.types(),
                filter.languages(),
                filter.from(),
                filter.to(),
                filter.protections(),
                request.language(),
                protection,
                run);
    }

    private Run run(Searches.Whole whole, Fingerprint result) {
        return new Run(
                whole.standing().asOf(),
                whole.request().on().orElseGet(() -> LocalDate.ofInstant(session.now(), ZoneOffset.UTC)),
                whole.standing().program(),
                whole.standing().analyser(),
                whole.standing().headLine(),
                whole.standing().head(),
                whole.changes(),
                session.clearance(),
                result,
                whole.synonyms());
    }

    private FrozenList frozen(Searches.Whole whole) {
        return session.store()
                .read(view -> new FrozenList(whole.found().references().stream()
                        .map(reference ->
                                new Line(reference, view.lastRevision(reference).orElse(0)))
                        .toList()));
    }

    /// What a saved search asks, today.
    public static SearchRequest request(SavedSearch saved) {
        Filter filter = new Filter(
                saved.kinds(),
                saved.types(),
                saved.languages(),
                saved.from(),
                saved.to(),
                saved.protections(),
                Optional.empty());
        return new SearchRequest(saved.query(), filter, SearchRequest.Sort.REFERENCE, 0, 0, 0)
                .in(Locale.of(saved.spoken()));
    }

    /// The saved searches that this person may read, the last kept first.
    public Page<Summary> list(int offset, int limit) {
        return list(RecordKind.SEARCH, offset, limit);
    }

    /// The frozen lists that this person may read, the last first.
    public Page<Summary> lists(int offset, int limit) {
        return list(RecordKind.LIST, offset, limit);
    }

    private Page<Summary> list(RecordKind kind, int offset, int limit) {
        session.require(Permission.READ);
        return session.store()
                .read(view -> view.list(kind, ListQuery.latest(limit).from(offset), session.clearance()));
    }

    /// A saved search with what it had found.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public Opened open(Reference reference) {
        session.require(Permission.READ);
        Opened opened = session.store().read(view -> opened(view, reference));
        session.looks().noteOnce(session, opened.revision(), "search");
        return opened;
    }

    private Opened opened(StoreView view, Reference reference) {
        Revision revision = session.visible(view, reference);
        if (!(revision.record() instanceof SavedSearch search)) {
            throw new ArchiveException.NotFound(reference);
        }
        return new Opened(
                revision,
                search,
                keptBy(view, revision, search.run()),
                visible(view, stored(view, search.run().result())));
    }

    private static String keptBy(StoreView view, Revision last, Run run) {
        return view.history(last.reference()).stream()
                .filter(before -> before.record() instanceof SavedSearch search
                        && search.run().equals(run))
                .findFirst()
                .orElse(last)
                .author();
    }

    private static FrozenList stored(StoreView view, Fingerprint hash) {
        return view.foundRecords(hash).orElseThrow(() -> new ArchiveException.Damaged("records"));
    }

    private FrozenList visible(StoreView view, FrozenList all) {
        Map<RecordKind, Set<Integer>> above = new EnumMap<>(RecordKind.class);
        return new FrozenList(all.lines().stream()
                .filter(line -> !above.computeIfAbsent(
                                line.reference().kind(), kind -> view.above(kind, session.clearance()))
                        .contains(line.reference().number()))
                .toList());
    }

    /// Asks a saved search again and compares; nothing of it is kept.
    public SearchRerun run(Reference reference, Progress progress) {
        Opened before = open(reference);
        Searches.Whole whole =
                searches.whole(request(before.search()), before.search().protection(), progress);
        FrozenList now = frozen(whole);
        Run answered = run(whole, Fingerprint.of(new byte[0]));
        return session.store().read(view -> {
            FrozenList all = stored(view, before.search().run().result());
            FrozenList then = visible(view, all);
            boolean mine = before.keptBy().equals(session.user().name());
            return new Comparison(view, session, before.search().run(), then)
                    .with(now, before, whole, answered, mine && all.count() > then.count(), progress);
        });
    }

    /// Keeps what a search found when it was asked again: the next time is compared with this.
    ///
    /// @throws ArchiveException.ChangedMeanwhile when somebody kept another answer since
    /// @throws ArchiveException.NotPermitted where the answer that was kept is of somebody who sees more: what they
    ///     had found would be forgotten, and never be told as gone
    public Kept keep(SearchRerun rerun) {
        session.require(Permission.RECORD);
        if (!mayKeep(rerun.saved())) {
            throw new ArchiveException.NotPermitted("keepAnswer");
        }
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, rerun.search());
            Run run = rerun.run();
            Run kept = new Run(
                    run.asOf(),
                    run.on(),
                    run.program(),
                    run.analyser(),
                    run.headLine(),
                    run.head(),
                    run.followed(),
                    run.clearance(),
                    tx.putFound(rerun.kept(), session.salt()),
                    run.synonyms());
            return session.keep(tx, rerun.search(), rerun.saved().answered(kept), rerun.revision(), "REVISED");
        }));
    }

    /// Freezes the answer of a saved search that was kept last, as far as this person sees it, under a name.
    ///
    /// @param protection how closely; not above what the person may see, and no less closely than the search
    public Kept freeze(Reference search, String name, Protection protection) {
        session.require(Permission.RECORD);
        requireWithin(protection);
        Opened opened = open(search);
        return Kept.of(session.store().inTransaction(tx -> {
            session.visible(tx, search);
            Run run = opened.search().run();
            SavedList list = new SavedList(
                    name.strip(),
                    search,
                    opened.revision().number(),
                    run.headLine(),
                    run.head(),
                    run.analyser(),
                    protection,
                    tx.putFound(visible(tx, opened.found()), session.salt()));
            return session.keep(tx, tx.next(RecordKind.LIST), list, 0, "KEPT");
        }));
    }

    /// A frozen list with what is on it.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public OpenedList openList(Reference reference) {
        session.require(Permission.READ);
        OpenedList opened = session.store().read(view -> {
            Revision revision = session.visible(view, reference);
            if (!(revision.record() instanceof SavedList list)) {
                throw new ArchiveException.NotFound(reference);
            }
            Revision frozen = view.history(reference).getFirst();
            return new OpenedList(
                    revision, list, frozen.author(), frozen.at(), visible(view, stored(view, list.lines())));
        });
        session.looks().noteOnce(session, opened.revision(), "list");
        return opened;
    }

    /// Gives a saved search or a frozen list another name, and changes nothing else of it: whose answer it is and what
    /// was found stay as they are. The same name again is no revision.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public Kept rename(Reference reference, String name) {
        session.require(Permission.RECORD);
        String called = name.strip();
        return Kept.of(session.store().inTransaction(tx -> {
            Revision last = session.visible(tx, reference);
            ArchiveRecord named = switch (last.record()) {
                case SavedSearch search -> search.named(called);
                case SavedList list -> list.named(called);
                default -> throw new ArchiveException.NotFound(reference);
            };
            return named.equals(last.record()) ? last : session.keep(tx, reference, named, last.number(), "REVISED");
        }));
    }
}
