package org.cairn.ui.search;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Page;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.query.Loosened;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.SearchRequest.Sort;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// A search: its words, what narrows it, and its answer, fetched part by part.
final class SearchViewModel {

    /// What can be narrowed by ticking, in order; the names are those of the answer's facets.
    static final List<String> FACETS = List.of("kind", "type", "language", "protection");

    private static final int SUGGESTIONS = 6;
    private static final int PASSAGES = 3;

    /// A query that was not understood.
    ///
    /// @param position of the first character that was not, from 0
    /// @param end after the last; the first, where nobody knows how far it goes
    /// @param reason a code: `missingOperand`, `unclosedQuote`…
    record Misunderstood(String query, int position, int end, String reason) {
        @Override
        public String toString() {
            return "Misunderstood";
        }
    }

    /// What was asked in the place of what somebody typed.
    ///
    /// @param typed what they typed
    /// @param found how many items that found; empty where it was read as a sentence, and asked for nothing
    /// @param query what was asked
    record Instead(String typed, Optional<Long> found, String query) {
        @Override
        public String toString() {
            return "Instead";
        }
    }

    /// So many records the index follows in moments.
    private static final int FEW = 200;

    private final Desk desk;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObjectProperty<Sort> sort = new SimpleObjectProperty<>(Sort.RELEVANCE);
    private final Map<String, Set<String>> ticked = new java.util.HashMap<>();
    private final ObjectProperty<Optional<FuzzyDate>> from = new SimpleObjectProperty<>(Optional.empty());
    private final ObjectProperty<Optional<FuzzyDate>> to = new SimpleObjectProperty<>(Optional.empty());
    private final PagedRows<Hit> hits;
    private final ObjectProperty<@Nullable SearchAnswer> answer = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Misunderstood> misunderstood = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final ObservableList<String> suggestions = FXCollections.observableArrayList();
    private final ObservableList<String> meant = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Instead> instead = new SimpleObjectProperty<>();
    private final ObjectProperty<Optional<String>> offered = new SimpleObjectProperty<>(Optional.empty());
    private final IntegerProperty asked = new SimpleIntegerProperty();
    private SearchRequest request = SearchRequest.of("");
    private String asTyped = "";

    SearchViewModel(Desk desk) {
        this.desk = desk;
        this.hits = new PagedRows<>(desk.tasks(), this::fail);
        query.subscribe((from, to) -> suggest());
        sort.subscribe((from, to) -> run());
    }

    StringProperty queryProperty() {
        return query;
    }

    ObjectProperty<Sort> sortProperty() {
        return sort;
    }

    /// From when on, as somebody said it.
    ObjectProperty<Optional<FuzzyDate>> fromProperty() {
        return from;
    }

    /// Until when.
    ObjectProperty<Optional<FuzzyDate>> toProperty() {
        return to;
    }

    /// What was found, best first.
    PagedRows<Hit> hits() {
        return hits;
    }

    /// The first part of the answer, with counts and what was not seen.
    ObjectProperty<@Nullable SearchAnswer> answerProperty() {
        return answer;
    }

    ObjectProperty<@Nullable Misunderstood> misunderstoodProperty() {
        return misunderstood;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Words of the archive that begin like the last one typed.
    ObservableList<String> suggestions() {
        return suggestions;
    }

    /// What somebody typed, where what is shown was asked in its place: any of the words of a sentence of which nothing
    /// has all.
    ObjectProperty<@Nullable Instead> insteadProperty() {
        return instead;
    }

    /// Any of the words, to be asked for by a click where nothing has all of them.
    ObjectProperty<Optional<String>> offeredProperty() {
        return offered;
    }

    /// What may have been meant where nothing was found, or only what sounds like it.
    ObservableList<String> meant() {
        return meant;
    }

    /// Counts up with every answer.
    IntegerProperty askedProperty() {
        return asked;
    }

    /// What the answer answers.
    SearchRequest request() {
        return request;
    }

    /// Whether something narrows the search by a value.
    boolean ticked(String facet, String value) {
        return ticked.getOrDefault(facet, Set.of()).contains(value);
    }

    /// The values that narrow by a facet.
    Set<String> ticked(String facet) {
        return Set.copyOf(ticked.getOrDefault(facet, Set.of()));
    }

    /// Narrows by a value, or no longer.
    void tick(String facet, String value, boolean on) {
        Set<String> values = ticked.computeIfAbsent(facet, name -> new LinkedHashSet<>());
        if (on ? values.add(value) : values.remove(value)) {
            run();
        }
    }

    /// Narrows by nothing.
    void widen() {
        widenSilently();
        run();
    }

    /// Whether anything narrows the search.
    boolean narrowed() {
        return ticked.values().stream().anyMatch(values -> !values.isEmpty())
                || from.get().isPresent()
                || to.get().isPresent();
    }

    /// Asks.
    void run() {
        Instead before = instead.get();
        String typed = query.get().strip();
        boolean same = before != null && before.query().equals(typed);
        begin();
        if (same) {
            // narrowed or ordered otherwise
            instead.set(before);
        }
        boolean mayLoosen = !same && !typed.equals(asTyped);
        Optional<String> sentence = mayLoosen ? Loosened.insteadOfSentence(typed) : Optional.empty();
        if (sentence.isPresent()) {
            askInstead(new Instead(typed, Optional.empty(), sentence.get()));
        } else {
            ask(asking(), mayLoosen);
        }
    }

    /// Asks for what somebody typed and nothing else, whatever it finds, until they type something else.
    void runAsTyped() {
        Instead before = instead.get();
        if (before != null) {
            asTyped = before.typed();
            query.set(asTyped);
        }
        run();
    }

    private void begin() {
        misunderstood.set(null);
        told.set(null);
        meant.clear();
        offered.set(Optional.empty());
        instead.set(null);
        suggestions.clear();
    }

    /// Asks for what is like a record, or like one place of it; what is asked stands in the field.
    void like(Reference record, Optional<Pinpoint> place) {
        told.set(null);
        desk.tasks()
                .fetch(
                        () -> desk.archive().searches().like(record, place),
                        alike -> {
                            widenSilently();
                            query.set(alike);
                            run();
                        },
                        this::fail);
    }

    private void widenSilently() {
        ticked.clear();
        from.set(Optional.empty());
        to.set(Optional.empty());
    }

    /// Shows one record alone, with the places in it that a query finds; itself, where it finds none there.
    void showOne(String words, Reference record) {
        begin();
        Filter within = new Filter(
                Set.of(), Set.of(), Set.of(), Optional.empty(), Optional.empty(), Set.of(), Optional.of(record));
        SearchRequest asking = new SearchRequest(words, within, Sort.RELEVANCE, 0, 0, PASSAGES)
                .in(desk.words().locale());
        desk.tasks()
                .fetch(
                        () -> desk.archive()
                                                .searches()
                                                .search(asking.part(0, 1))
                                                .total()
                                        > 0
                                ? asking
                                : new SearchRequest("", within, Sort.RELEVANCE, 0, 0, PASSAGES),
                        asked -> ask(asked, false),
                        this::fail);
    }

    /// @param mayLoosen whether any of the words may be asked for in the place of all of them
    private void ask(SearchRequest asking, boolean mayLoosen) {
        AtomicReference<@Nullable SearchAnswer> first = new AtomicReference<>();
        request = asking;
        hits.show(
                (offset, limit) -> {
                    SearchAnswer part = desk.archive().searches().search(asking.part(offset, limit));
                    first.compareAndSet(null, part);
                    return new Page<>(part.hits(), part.total());
                },
                total -> {
                    SearchAnswer shown = first.get();
                    Optional<Instead> other =
                            mayLoosen && shown != null ? inThePlaceOf(asking, shown) : Optional.empty();
                    if (other.isPresent()) {
                        askInstead(other.get());
                        return;
                    }
                    answer.set(shown);
                    meant.clear();
                    asked.set(asked.get() + 1);
                    if (total == 0) {
                        offered.set(Loosened.offer(asking.query()));
                    }
                    Instead before = instead.get();
                    if (before != null && before.found().isPresent()) {
                        askWhatWasMeantByTyped(before);
                    } else if (shown != null && shown.mayBeMistyped()) {
                        askWhatWasMeant(asking, shown);
                    }
                    if (total == 0) {
                        askAgainSoon(asking);
                    }
                });
    }

    /// Nothing where the answer is narrowed, or of a part of the index, so that nobody knows what has all of the words;
    /// nor where somebody is typing something else meanwhile.
    private Optional<Instead> inThePlaceOf(SearchRequest asking, SearchAnswer shown) {
        boolean whole = asking.filter().equals(Filter.NONE)
                && asking.sort() == Sort.RELEVANCE
                && shown.unseen().waiting() == 0
                && asking.query().equals(query.get().strip());
        return whole
                ? Loosened.instead(asking.query(), shown.total())
                        .map(other -> new Instead(asking.query(), Optional.of(shown.total()), other))
                : Optional.empty();
    }

    /// Asks for any of the words. It stands in the field, as what is like a record does, so that it can be
    /// read, changed and kept.
    private void askInstead(Instead other) {
        misunderstood.set(null);
        instead.set(other);
        query.set(other.query());
        ask(asking(), false);
    }

    private void askWhatWasMeantByTyped(Instead other) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().searches().meant(other.typed()),
                        others -> {
                            if (other.equals(instead.get())) {
                                meant.setAll(others);
                            }
                        },
                        this::fail);
    }

    /// What stands in the field, narrowed as it is.
    SearchRequest asking() {
        return new SearchRequest(query.get().strip(), filter(), sort.get(), 0, 0, PASSAGES)
                .in(desk.words().locale());
    }

    /// The same request may have been answered again meanwhile, and found something.
    private void askWhatWasMeant(SearchRequest asking, SearchAnswer shown) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().searches().meant(asking.query(), shown),
                        others -> {
                            if (asking.equals(request) && shown.equals(answer.get())) {
                                meant.setAll(others);
                            }
                        },
                        this::fail);
    }

    /// What was found nowhere may be in the few records that wait for the index: it is asked again once it has
    /// followed them. Where something was found the list stays as it is under the eyes of whoever reads it.
    private void askAgainSoon(SearchRequest asking) {
        SearchAnswer shown = answer.get();
        if (shown == null || !mayComeSoon(shown)) {
            return;
        }
        desk.tasks()
                .fetch(
                        () -> {
                            desk.archive().searches().catchUp(Progress.none());
                            return asking;
                        },
                        followed -> {
                            if (followed.equals(request) && hits.isEmpty()) {
                                run();
                            }
                        },
                        this::fail);
    }

    private static boolean mayComeSoon(SearchAnswer shown) {
        long waiting = shown.unseen().waiting();
        return waiting > 0 && waiting <= FEW;
    }

    /// Completes the last word of the query with a suggestion.
    void take(String suggestion) {
        String typed = query.get();
        query.set(typed.substring(0, lastWord(typed)) + suggestion + " ");
    }

    private Filter filter() {
        return new Filter(
                kinds(),
                ticked("type"),
                ticked("language").stream().map(LanguageTag::new).collect(java.util.stream.Collectors.toSet()),
                from.get().flatMap(FuzzyDate::earliest),
                to.get().flatMap(FuzzyDate::latest),
                ticked("protection").stream().map(Protection::valueOf).collect(java.util.stream.Collectors.toSet()),
                Optional.empty());
    }

    private Set<RecordKind> kinds() {
        Set<RecordKind> kinds = EnumSet.noneOf(RecordKind.class);
        ticked("kind").forEach(code -> RecordKind.ofCode(code).ifPresent(kinds::add));
        return kinds;
    }

    private void suggest() {
        String typed = query.get();
        String prefix = typed.substring(lastWord(typed));
        Instead asked = instead.get();
        boolean writtenByItself = asked != null && asked.query().equals(typed);
        if (writtenByItself || prefix.length() < 2 || !Character.isLetterOrDigit(prefix.codePointAt(0))) {
            suggestions.clear();
            return;
        }
        desk.tasks()
                .fetch(
                        () -> desk.archive().searches().suggest(prefix, SUGGESTIONS + 1),
                        words -> {
                            if (typed.equals(query.get())) {
                                suggestions.setAll(words.stream()
                                        .filter(word -> !word.equalsIgnoreCase(prefix))
                                        .limit(SUGGESTIONS)
                                        .toList());
                            }
                        },
                        failure -> suggestions.clear());
    }

    private static int lastWord(String typed) {
        int at = typed.length();
        while (at > 0 && Character.isLetterOrDigit(typed.codePointBefore(at))) {
            at -= Character.charCount(typed.codePointBefore(at));
        }
        return at;
    }

    private void fail(Throwable failure) {
        if (failure instanceof ArchiveException.QueryNotUnderstood known) {
            misunderstood.set(new Misunderstood(request.query(), known.start(), known.end(), known.reason()));
            return;
        }
        told.set(desk.errors().tell(failure));
    }
}
