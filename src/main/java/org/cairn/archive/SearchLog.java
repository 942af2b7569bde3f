package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.store.AskedLine;
import org.cairn.store.RecordJson;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// What people searched for, where the archive's policy has that in the ledger. Everybody may read the ledger: its line
/// says who, when, and a salted hash; the words lie beside it, for whoever asked, the owner and auditors.
final class SearchLog {

    /// What a line of the ledger calls it.
    static final String ACTION = "SEARCHED";

    /// Turning over the pages of an answer, or having it again at once, is one search.
    private static final Duration ONE_LOOK = Duration.ofMinutes(1);

    private final Session session;
    private Optional<Look> last = Optional.empty();
    private Optional<Look> lastInside = Optional.empty();

    SearchLog(Session session) {
        this.session = session;
    }

    private record Question(List<String> queries, Filter filter) {
        static Question of(List<SearchRequest> requests) {
            return new Question(
                    requests.stream().map(SearchRequest::query).toList(),
                    requests.getFirst().filter());
        }

        @Override
        public String toString() {
            return "Question";
        }
    }

    /// @param shown what was shown of what it found
    private record Look(Question question, Instant at, Set<Reference> shown) {
        boolean covers(Reference record) {
            return question.filter().equals(Filter.NONE) || shown.contains(record);
        }
    }

    /// What lies beside a line of the ledger, as it is hashed.
    ///
    /// @param salt random, so that nobody who reads the hash can try words until one fits
    record Asked(byte[] salt, List<String> queries, Filter filter, Protection clearance, long items) {
        @Override
        public String toString() {
            return "Asked";
        }
    }

    /// Tells of a search before anybody sees its answer, or a part of it.
    void note(SearchRequest request, SearchAnswer answer) {
        List<Reference> shown = answer.hits().stream().map(Hit::reference).toList();
        note(Question.of(List.of(request)), answer.total(), request.offset() > 0, shown);
    }

    /// Tells of a search of which no answer is shown in parts.
    void note(SearchRequest request, long items) {
        note(List.of(request), items);
    }

    /// Tells of a list of terms as of one search.
    void note(List<SearchRequest> requests, long items) {
        note(Question.of(requests), items, false, List.of());
    }

    private synchronized void note(Question question, long items, boolean furtherPart, List<Reference> shown) {
        if (isNoOther(question) || !session.store().read(Policies::searchesInLedger)) {
            return;
        }
        boolean inside = question.filter().within().isPresent();
        Instant now = session.now();
        Optional<Look> same = (inside ? lastInside : last)
                .filter(look -> look.question().equals(question))
                .filter(look -> furtherPart || now.isBefore(look.at().plus(ONE_LOOK)));
        if (same.isPresent()) {
            same.get().shown().addAll(shown);
            return;
        }
        session.store().inTransaction(tx -> write(tx, question, items));
        // only now: what could not be written down was not answered
        Optional<Look> look = Optional.of(new Look(question, now, new HashSet<>(shown)));
        if (inside) {
            lastInside = look;
        } else {
            last = look;
        }
    }

    /// Opening one record, or looking where the words stand in it that were asked for before, is no other search; but
    /// asking for them in a record that what was asked before had left out is.
    private boolean isNoOther(Question question) {
        return question.filter()
                .within()
                .filter(record -> question.queries().stream().allMatch(String::isBlank)
                        || last.filter(look -> look.question().queries().equals(question.queries()))
                                .filter(look -> look.covers(record))
                                .isPresent())
                .isPresent();
    }

    private CustodyEvent write(StoreTransaction tx, Question question, long items) {
        String json = RecordJson.write(
                new Asked(session.salt(), question.queries(), question.filter(), session.clearance(), items));
        Fingerprint hash = Fingerprint.of(json.getBytes(StandardCharsets.UTF_8));
        CustodyEvent event = session.note(tx, ACTION, Optional.empty(), Map.of("hash", hash.hex()));
        tx.putAsked(new AskedLine(event.sequence(), event.actor(), json));
        return event;
    }

    /// Whether this person reads what others asked.
    boolean mayReadAll() {
        return session.user().roles().stream().anyMatch(role -> role == Role.OWNER || role == Role.AUDITOR);
    }

    /// What was asked after a line of the ledger: one's own, or everybody's for the owner and auditors.
    List<AskedSearch> after(long sequence, Optional<String> person, int limit) {
        return read(view -> view.askedAfter(whose(person), sequence, limit));
    }

    /// The same before a line of the ledger, the last first.
    List<AskedSearch> before(long sequence, Optional<String> person, int limit) {
        return read(view -> view.askedBefore(whose(person), sequence, limit));
    }

    /// Whose searches this person reads: who asked nothing is not among them.
    List<String> persons() {
        session.require(Permission.AUDIT);
        String own = session.user().name();
        return session.store().read(StoreView::askedBy).stream()
                .filter(person -> mayReadAll() || person.equals(own))
                .toList();
    }

    private Optional<String> whose(Optional<String> person) {
        if (mayReadAll()) {
            return person;
        }
        String own = session.user().name();
        if (person.filter(other -> !other.equals(own)).isPresent()) {
            throw new ArchiveException.NotPermitted("readSearches");
        }
        return Optional.of(own);
    }

    private List<AskedSearch> read(Function<StoreView, List<AskedLine>> lines) {
        session.require(Permission.AUDIT);
        return session.store()
                .read(view -> lines.apply(view).stream()
                        .map(line -> asked(
                                line,
                                view.custody(Optional.empty(), line.sequence() - 1, 1)
                                        .getFirst()))
                        .toList());
    }

    private AskedSearch asked(AskedLine line, CustodyEvent event) {
        Asked asked = RecordJson.readValue(Asked.class, line.json());
        boolean countable = session.clearance().covers(asked.clearance());
        return new AskedSearch(
                line.sequence(),
                event.at(),
                line.person(),
                asked.queries(),
                asked.filter(),
                countable ? Optional.of(asked.items()) : Optional.empty());
    }
}
