package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.query.Asked;
import org.cairn.domain.query.Parsed;
import org.cairn.domain.query.Place;
import org.cairn.domain.query.QueryLanguage;
import org.cairn.domain.query.SynonymSwitch;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.search.CourtUse;
import org.cairn.domain.search.FoundInside;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.TermsReport.Standing;
import org.cairn.progress.Progress;
import org.cairn.search.Found;
import org.cairn.search.Sight;
import org.cairn.search.Tally;
import org.cairn.store.StoreView;

/// Finding passages, within what the person may see, and saying what could not be looked at.
public final class Searches {

    private static final int AT_ONCE = 500;

    private static final int A_FEW = 60;

    /// With which words of most languages begin, in their letters.
    private static final List<String> BEGINNINGS = List.of("a", "\u0627", "\u0430", "\u0915", "\u05D0", "");

    private final Session session;
    private final SearchLog log;
    private final Synonyms synonyms;
    private volatile Lag last = new Lag(0, 0, 0, Set.of());

    Searches(Session session, Synonyms synonyms) {
        this.session = session;
        this.synonyms = synonyms;
        this.log = new SearchLog(session);
    }

    /// How far the index is behind the records.
    ///
    /// @param followed the last change it has followed
    /// @param head the last change there is
    /// @param waiting how many records it has still to follow
    /// @param withheld those of them that the person may not see as they are now: the index may still show them as
    ///     they were
    private record Lag(long followed, long head, long waiting, Set<Reference> withheld) {}

    /// Items of which the index says that a tag or a link has them bear on one of these elements, in order: no answer
    /// to a question, and nothing that a ledger tells of.
    ///
    /// @param codes some, at once: the index is asked and follows the records only once
    List<Reference> itemsOfElements(List<String> codes) {
        SearchRequest request = dated(SearchRequest.of("kind:evidence element:(" + String.join(" OR ", codes) + ")"));
        return session.closing()
                .mayOvertake(() -> ofOneState(
                        lag -> session.index().all(request, sight(lag)).references()));
    }

    /// Answers a request from everything kept until now; from what the index holds, and says so, where much waits for
    /// it as when it is made anew. Where the archive's policy has searches in the ledger, it tells of this one before
    /// anybody sees the answer.
    ///
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    public SearchAnswer search(SearchRequest asked) {
        return search(asked, session.clearance());
    }

    private SearchAnswer search(SearchRequest asked, Protection known) {
        session.require(Permission.READ);
        return session.closing().mayOvertake(() -> {
            SearchAnswer answer = answer(asked, known);
            log.note(asked, answer);
            return answer;
        });
    }

    /// A few items that fit what somebody is still typing, to choose one of them: no answer to a question, and like
    /// suggestions nothing that a ledger tells of.
    ///
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    public List<Hit> whileTyping(SearchRequest asked) {
        session.require(Permission.READ);
        return session.closing()
                .mayOvertake(() -> answer(asked.part(0, Math.min(asked.limit(), A_FEW)), session.clearance())
                        .hits());
    }

    /// Has the first question answered as quickly as those after it: what a search needs is loaded, and what most
    /// questions read of the index. It asks for a word of the archive; nobody wanted to know, and nothing is told.
    ///
    /// @return whether there was a word to ask for
    public boolean warm() {
        return BEGINNINGS.stream()
                .flatMap(beginning -> suggest(beginning, A_FEW).stream())
                .flatMap(Searches::word)
                .findFirst()
                .map(word -> whileTyping(SearchRequest.of(QueryLanguage.print(word))))
                .isPresent();
    }

    /// What no search of this person can look at now: nobody asked for anything, and nothing is told.
    public Unseen unseen() {
        session.require(Permission.READ);
        return session.closing()
                .mayOvertake(() -> answer(SearchRequest.of("").part(0, 1), session.clearance())
                        .unseen());
    }

    private SearchAnswer answer(SearchRequest asked, Protection known) {
        SearchRequest request = dated(asked);
        return ofOneState(lag -> {
            SearchAnswer answer = session.index().search(request, sight(lag, alike(request, known)));
            List<Hit> hits = session.store().read(view -> {
                CourtUses uses = courtUses(view);
                return answer.hits().stream()
                        .map(hit -> hit.with(uses.of(hit.reference())))
                        .map(hit -> said(view, hit))
                        .map(hit -> MachineRead.mark(view, hit))
                        .map(hit -> Covered.mark(view, hit))
                        .toList();
            });
            return answer.withHits(hits).withUnseen(unseen(lag, answer.unseen().undated()));
        });
    }

    /// What a message says it is about, which is no title that anybody gave.
    private static Hit said(StoreView view, Hit hit) {
        return hit.reference().kind() == RecordKind.EVIDENCE
                ? hit.saying(view.summary(hit.reference()).flatMap(Summary::said))
                : hit;
    }

    /// Asks the index in the state of the records in which it is settled what is withheld: the texts that are shown are
    /// those of that moment, and none that was closed to the person since.
    private <T> T ofOneState(Function<Lag, T> question) {
        new Indexer(session).catchUpALittle();
        return session.store().read(view -> question.apply(lag(view)));
    }

    /// What this person may see, with the words that mean the same for them.
    private Sight sight(Lag lag) {
        return sight(lag, synonyms.upTo(session.clearance()));
    }

    private Sight sight(Lag lag, Synonyms.InUse words) {
        return new Sight(session.clearance(), lag.withheld(), words.table());
    }

    private SearchRequest dated(SearchRequest asked) {
        return asked.on().isPresent() ? asked : asked.on(today());
    }

    /// All that a request finds, and of which state of the archive.
    ///
    /// @param changes the last change of records that the index had followed
    /// @param synonyms the hash of the groups of words that meant the same; empty where there were none
    record Whole(
            SearchRequest request,
            Found found,
            Unseen unseen,
            Standing standing,
            long changes,
            Optional<Fingerprint> synonyms) {
        @Override
        public String toString() {
            return "Whole at " + standing.headLine();
        }
    }

    /// All that a request finds, however much, once the index has seen everything that is kept by now.
    ///
    /// @param known how closely the answer is kept: it goes by words that mean the same for everybody who may see it
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    Whole whole(SearchRequest asked, Protection known, Progress progress) {
        session.require(Permission.READ);
        catchUp(progress);
        return session.closing().mayOvertake(() -> {
            SearchRequest request = dated(asked);
            // what is kept from here on waits for the next time: it may be found, but is never claimed
            Standing standing = session.standing();
            Whole whole = ofOneState(lag -> {
                Synonyms.InUse words = alike(request, known);
                Found found = session.index().all(request, sight(lag, words));
                return new Whole(request, found, unseen(lag, found.undated()), standing, lag.followed(), words.state());
            });
            log.note(request, whole.found().references().size());
            return whole;
        });
    }

    /// None where the query wants none: then it does not matter when they change.
    private Synonyms.InUse alike(SearchRequest request, Protection known) {
        boolean off = QueryLanguage.parse(request.query()) instanceof Parsed.Understood understood
                && SynonymSwitch.isOff(understood.asked());
        return off
                ? Synonyms.InUse.NONE
                : synonyms.upTo(session.clearance().covers(known) ? known : session.clearance());
    }

    /// Takes all that a search finds, piece by piece, with what it could not look at.
    interface Everything {
        void begin(long items, Unseen unseen);

        void take(List<Hit> hits);
    }

    /// Tells the ledger of a request that is written out, where the archive's policy has it.
    void told(SearchRequest asked, long items) {
        log.note(asked, items);
    }

    /// Hands over all that a request finds in what the index holds, as it is at one moment.
    ///
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    void every(SearchRequest asked, Everything everything) {
        session.require(Permission.READ);
        SearchRequest request = dated(asked);
        ofOneState(lag -> every(request, lag, everything));
    }

    private boolean every(SearchRequest request, Lag lag, Everything everything) {
        session.index().every(request, sight(lag), new org.cairn.search.Everything() {
            @Override
            public void begin(long items, long undated) {
                everything.begin(items, unseen(lag, undated));
            }

            @Override
            public void take(List<Hit> hits) {
                session.closing().check();
                everything.take(session.store()
                        .read(view -> hits.stream()
                                .map(hit -> MachineRead.mark(view, hit))
                                .map(hit -> Covered.mark(view, hit))
                                .toList()));
            }
        });
        return true;
    }

    /// What each of several requests finds, counted, with what none of them could find.
    record Counted(Tally tally, Unseen unseen) {}

    /// Counts what each of several requests finds in what the index holds.
    Counted tally(List<SearchRequest> asked) {
        session.require(Permission.READ);
        List<SearchRequest> requests = asked.stream().map(this::dated).toList();
        Counted counted = ofOneState(lag -> new Counted(session.index().tally(requests, sight(lag)), unseen(lag, 0)));
        log.note(requests, counted.tally().items());
        return counted;
    }

    /// All that a request finds, in the order of their references, however many; for whoever does something to all of
    /// them, and so after the index has seen everything.
    ///
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    public List<Reference> references(SearchRequest asked, Progress progress) {
        return inOrder(asked, session.clearance(), progress).stream().sorted().toList();
    }

    /// The same, in the order asked for.
    ///
    /// @param known how closely the answer is kept: it goes by words that mean the same for everybody who may see it
    List<Reference> inOrder(SearchRequest asked, Protection known, Progress progress) {
        catchUp(progress);
        Set<Reference> all = new LinkedHashSet<>();
        int offset = 0;
        SearchAnswer part = search(asked.part(offset, AT_ONCE), known);
        while (!part.hits().isEmpty()) {
            progress.checkCancelled();
            part.hits().stream().map(Hit::reference).forEach(all::add);
            offset += part.hits().size();
            part = search(asked.part(offset, AT_ONCE), known);
        }
        return List.copyOf(all);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
    }

    /// What people searched for after a line of the ledger, where the archive's policy has that in it: one's own
    /// searches, or everybody's for the owner and auditors.
    public List<AskedSearch> asked(long afterLine, int limit) {
        return asked(afterLine, Optional.empty(), limit);
    }

    /// The same, of one person.
    ///
    /// @throws ArchiveException.NotPermitted for the searches of another, unless the owner or an auditor asks
    public List<AskedSearch> asked(long afterLine, Optional<String> person, int limit) {
        return log.after(afterLine, person, limit);
    }

    /// What people searched for before a line of the ledger, the last first; of one person, or of all that whoever asks
    /// may read of.
    ///
    /// @throws ArchiveException.NotPermitted for the searches of another, unless the owner or an auditor asks
    public List<AskedSearch> askedBefore(long line, Optional<String> person, int limit) {
        return log.before(line, person, limit);
    }

    /// Those of whose searches [#asked] tells.
    public List<String> askedBy() {
        return log.persons();
    }

    /// Whether this person reads what others searched for.
    public boolean mayReadAllAsked() {
        return log.mayReadAll();
    }

    /// What the witnesses behind a record allow of it before a court, as it stands today, the strictest of them first;
    /// empty where it belongs to no witness.
    public Optional<CourtUse> courtUse(Reference reference) {
        session.require(Permission.READ);
        return session.store().read(view -> courtUses(view).of(reference));
    }

    private CourtUses courtUses(StoreView view) {
        return new CourtUses(view, today());
    }

    /// Words of the archive that begin like this.
    public List<String> suggest(String prefix, int limit) {
        session.require(Permission.READ);
        return session.closing()
                .mayOvertake(() ->
                        ofOneState(lag -> session.index().suggest(prefix, session.clearance(), limit, lag.withheld())));
    }

    /// What may have been meant by a query, the best first, in words of the archive: the same with others in the place
    /// of those that stand nowhere as they were asked for, whatever the query finds.
    public List<String> meant(String query) {
        session.require(Permission.READ);
        return session.closing()
                .mayOvertake(
                        () -> ofOneState(lag -> session.index().meant(query, session.clearance(), lag.withheld())));
    }

    /// What may have been meant by a query whose answer leaves a word open: where the only hits sound like it, it may
    /// be a mistyped one, and not a name. What is shown already is not offered.
    public List<String> meant(String query, SearchAnswer answer) {
        return answer.mayBeMistyped() ? answer.asksForMore(query, meant(query)) : List.of();
    }

    /// Every place of one record that a query finds, in the order of the record. That is a search like others, unless
    /// it was asked of everything before.
    ///
    /// @param language in which the dates of the query are tried first
    /// @param most so many are handed over, and all are counted
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    public FoundInside inside(Reference record, String query, Locale language, int most) {
        session.require(Permission.READ);
        session.store().read(view -> session.visible(view, record));
        Filter within = new Filter(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(record));
        SearchRequest request = new SearchRequest(query, within, SearchRequest.Sort.REFERENCE, 1, 0, 1).in(language);
        List<Hit.Snippet> places = new ArrayList<>();
        AtomicLong count = new AtomicLong();
        List<String> words = session.closing().mayOvertake(() -> {
            every(request, new Everything() {
                @Override
                public void begin(long items, Unseen unseen) {
                    places.clear();
                }

                @Override
                public void take(List<Hit> hits) {
                    for (Hit.Snippet place : hits.stream()
                            .flatMap(hit -> hit.snippets().stream())
                            .toList()) {
                        if (count.getAndIncrement() < most) {
                            places.add(place);
                        }
                    }
                }
            });
            List<String> met = ofOneState(lag -> session.index().met(dated(request), sight(lag)));
            log.note(request, Math.min(count.get(), 1));
            return met;
        });
        return new FoundInside(count.get(), places, words);
    }

    /// A query that finds what is like a record, or like one passage of it: any of the words that tell most of it, but
    /// not the record itself. It is a query as any other, to be read, changed and asked again.
    ///
    /// @throws org.cairn.domain.ArchiveException.InvalidInput (`like`) where no word of it is anywhere else
    public String like(Reference record, Optional<Pinpoint> place) {
        session.require(Permission.READ);
        session.store().read(view -> session.visible(view, record));
        List<Asked> words = session
                .closing()
                .mayOvertake(() ->
                        ofOneState(lag -> session.index().telling(record, place, session.clearance(), lag.withheld())))
                .stream()
                .flatMap(Searches::word)
                .toList();
        if (words.isEmpty()) {
            throw new ArchiveException.InvalidInput("like", "missing");
        }
        Place nowhere = new Place(0, 0);
        Asked any = words.size() == 1 ? words.getFirst() : new Asked.Any(nowhere, words);
        Asked itself = new Asked.Within(nowhere, "ref", new Asked.Word(nowhere, record.toString()));
        return QueryLanguage.print(new Asked.All(nowhere, List.of(any, new Asked.Not(nowhere, itself))));
    }

    /// What is read as one word and nothing else.
    private static Stream<Asked> word(String written) {
        return QueryLanguage.parse(written) instanceof Parsed.Understood understood
                        && understood.asked() instanceof Asked.Word word
                        && !word.wild()
                ? Stream.of(word)
                : Stream.empty();
    }

    /// Brings the index up to date: a moment's work, but for an index that was lost. Searches go on meanwhile.
    ///
    /// When it is cancelled, it goes on from there the next time.
    public void catchUp(Progress progress) {
        session.closing().mayOvertake(() -> {
            new Indexer(session).catchUp(progress);
            return progress;
        });
    }

    /// How many records wait to be looked at by the index.
    public long waiting() {
        long followed = session.index().committedSequence();
        return session.store().read(view -> view.countChangedAfter(followed));
    }

    private Lag lag(StoreView view) {
        // an index that gets further meanwhile needs less withheld
        long followed = session.index().committedSequence();
        long head = view.outboxHead();
        Lag before = last;
        Lag lag = before.followed() == followed && before.head() == head
                ? before
                : new Lag(
                        followed,
                        head,
                        view.countChangedAfter(followed),
                        view.changedAbove(session.clearance(), followed));
        last = lag;
        return lag;
    }

    private Unseen unseen(Lag lag, long undated) {
        Protection clearance = session.clearance();
        return session.store()
                .read(view -> new Unseen(
                        view.countUnread(clearance)
                                + view.countReadings(ReadingStatus.UNREADABLE, clearance)
                                + view.countReadings(ReadingStatus.PARTIAL, clearance)
                                + view.countReadings(ReadingStatus.ENCRYPTED, clearance),
                        view.countReadings(ReadingStatus.NO_TEXT, clearance),
                        view.countAbove(clearance, Indexer.SEARCHED),
                        undated,
                        lag.waiting()));
    }
}
