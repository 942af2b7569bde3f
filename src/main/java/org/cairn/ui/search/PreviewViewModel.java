package org.cairn.ui.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.search.FoundInside;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.Hit.Snippet;
import org.cairn.domain.search.SearchRequest;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.Place;
import org.cairn.ui.documents.PageSource;
import org.cairn.ui.documents.RecognisedBoxes;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.pages.Pictures;
import org.jspecify.annotations.Nullable;

/// What is shown of the selected find: the record, every place in it that was found, and the one looked at.
final class PreviewViewModel implements AutoCloseable {

    private static final int MOST_PLACES = 2_000;

    /// A find with all its places.
    ///
    /// @param places one for each page or paragraph, in order
    /// @param sought the words as they stand there
    /// @param facts what the fields of a filled-in form say
    /// @param answers what a statement answers to added questions, by the numbers by which they are cited
    record Shown(
            Hit hit,
            ArchiveRecord record,
            Optional<Reading> reading,
            List<Snippet> places,
            Sought sought,
            Map<String, String> facts,
            List<AnswerLine> answers) {

        boolean pages() {
            return record instanceof EvidenceItem
                    && reading.map(Reading::mediaType)
                            .filter("application/pdf"::equals)
                            .isPresent();
        }

        /// Whether the find stands on a picture.
        boolean picture() {
            return record instanceof EvidenceItem
                    && reading.map(Reading::mediaType).filter(Pictures::shows).isPresent();
        }

        boolean graphic() {
            return record instanceof EvidenceItem item && item.graphic();
        }

        Optional<Testimony> testimony() {
            return record instanceof Testimony statement ? Optional.of(statement) : Optional.empty();
        }

        @Override
        public String toString() {
            return "Shown";
        }
    }

    private final Desk desk;
    private final Consumer<Throwable> otherwise;
    private final ObjectProperty<@Nullable Shown> shown = new SimpleObjectProperty<>();
    private final IntegerProperty at = new SimpleIntegerProperty(-1);
    private final ObservableList<Passage> passages = FXCollections.observableArrayList();
    private final PageSource pages;
    private final StringProperty inside = new SimpleStringProperty("");
    private final StringProperty insideFault = new SimpleStringProperty("");
    private @Nullable Reference wanted;
    private SearchRequest request = SearchRequest.of("");

    PreviewViewModel(Desk desk, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
        this.pages = new PageSource(desk.tasks(), otherwise);
    }

    ObjectProperty<@Nullable Shown> shownProperty() {
        return shown;
    }

    /// Which place is looked at, from 0; -1 where there is none.
    IntegerProperty atProperty() {
        return at;
    }

    /// The text around the place looked at, where there are no pages.
    ObservableList<Passage> passages() {
        return passages;
    }

    PageSource pages() {
        return pages;
    }

    /// What is looked for within the find alone; empty where it is what the whole search looks for.
    StringProperty insideProperty() {
        return inside;
    }

    /// Why that was not understood; empty where it was.
    StringProperty insideFaultProperty() {
        return insideFault;
    }

    /// Shows a find at its best passage.
    void show(Hit hit, SearchRequest asked) {
        inside.set("");
        insideFault.set("");
        request = asked;
        load(hit, asked);
    }

    /// Looks for something else within the find that is shown, in the same language of queries; for what the whole
    /// search looks for, where nothing is typed. What is shown already goes on to its next place.
    void lookInside(String words) {
        Shown now = shown.get();
        if (now == null) {
            return;
        }
        String asked = words.strip();
        if (asked.equals(inside.get()) && !asked.isEmpty()) {
            next();
            return;
        }
        inside.set(asked);
        insideFault.set("");
        load(
                now.hit(),
                asked.isEmpty()
                        ? request
                        : SearchRequest.of(asked).in(desk.words().locale()));
    }

    private void load(Hit hit, SearchRequest asked) {
        wanted = hit.reference();
        desk.tasks()
                .fetch(
                        () -> loaded(hit, asked),
                        loaded -> {
                            if (hit.reference().equals(wanted)) {
                                pages.close();
                                passages.clear();
                                at.set(-1);
                                shown.set(loaded);
                                at.set(best(loaded, hit));
                            }
                        },
                        failure -> {
                            if (failure instanceof ArchiveException.QueryNotUnderstood fault
                                    && !inside.get().isEmpty()) {
                                Messages own = desk.words().of("search");
                                String key = "fault." + fault.reason();
                                insideFault.set(own.text(own.has(key) ? key : "fault.other", fault.start() + 1));
                            } else {
                                otherwise.accept(failure);
                            }
                        });
    }

    /// Shows nothing.
    void clear() {
        wanted = null;
        pages.close();
        passages.clear();
        at.set(-1);
        shown.set(null);
    }

    /// The next place; the first after the last.
    void next() {
        step(1);
    }

    /// The place before; the last before the first.
    void previous() {
        step(-1);
    }

    /// The place looked at.
    Optional<Snippet> place() {
        Shown now = shown.get();
        return now == null || at.get() < 0 || at.get() >= now.places().size()
                ? Optional.empty()
                : Optional.of(now.places().get(at.get()));
    }

    /// Opens the pages of the find at the place looked at.
    void openPages(Runnable then) {
        Shown now = shown.get();
        if (now == null) {
            return;
        }
        Reference reference = now.hit().reference();
        int page = place().map(Snippet::pinpoint).map(Pinpoint::ordinal).orElse(1);
        pages.alsoMark((number, words) -> RecognisedBoxes.of(desk.archive(), reference, number, words));
        pages.open(() -> desk.archive().evidence().bytes(reference), page, now.sought(), then);
    }

    /// Fetches the text around the place looked at.
    ///
    /// @param then called once it is there, also where there is none
    void fetchPassages(Runnable then) {
        Shown now = shown.get();
        if (now == null || now.hit().reference().kind() != RecordKind.EVIDENCE) {
            return;
        }
        Reference reference = now.hit().reference();
        Pinpoint at = place().map(Snippet::pinpoint).orElseGet(() -> new Pinpoint.OfPage(reference, 1));
        desk.tasks()
                .fetch(
                        () -> desk.archive().evidence().at(at),
                        found -> {
                            if (reference.equals(wanted)) {
                                passages.setAll(found);
                                then.run();
                            }
                        },
                        otherwise);
    }

    /// Where the whole record is read, at the place looked at.
    static Place whole(Hit hit, Optional<Snippet> place, Sought sought) {
        Place to = place.map(snippet -> Place.to(snippet.pinpoint())).orElseGet(() -> Place.to(hit.reference()));
        return new Place(to.screen(), to.reference(), to.pinpoint(), sought.written());
    }

    @Override
    public void close() {
        clear();
    }

    private void step(int by) {
        Shown now = shown.get();
        if (now != null && !now.places().isEmpty()) {
            at.set(Math.floorMod(at.get() + by, now.places().size()));
        }
    }

    private Shown loaded(Hit hit, SearchRequest request) {
        Reference reference = hit.reference();
        ArchiveRecord record = desk.archive().records().open(reference).record();
        Optional<Reading> reading = reference.kind() == RecordKind.EVIDENCE
                ? desk.archive().evidence().reading(reference)
                : Optional.empty();
        FoundInside found = found(hit, request);
        return new Shown(
                hit, record, reading, found.places(), new Sought(found.words()), facts(record), answers(record));
    }

    private Map<String, String> facts(ArchiveRecord record) {
        return record instanceof FormRecord form
                ? new FormWords(desk.words(), desk.archive().ownForms()).facts(form)
                : Map.of();
    }

    private List<AnswerLine> answers(ArchiveRecord record) {
        if (!(record instanceof Testimony statement)) {
            return List.of();
        }
        FormWords words = new FormWords(desk.words(), desk.archive().ownForms());
        return statement.answers().map(Answers::forms).orElse(List.of()).stream()
                .flatMap(filled -> words.lines(filled).stream())
                .filter(line -> !line.heading())
                .toList();
    }

    /// Every place in this one record; a search for nothing finds no place but the first.
    private FoundInside found(Hit hit, SearchRequest request) {
        if (request.query().isBlank()) {
            List<Snippet> first = hit.snippets().stream().limit(1).toList();
            return new FoundInside(first.size(), first, List.of());
        }
        return desk.archive()
                .searches()
                .inside(hit.reference(), request.query(), Locale.of(request.language()), MOST_PLACES);
    }

    private static int best(Shown loaded, Hit hit) {
        if (loaded.places().isEmpty()) {
            return -1;
        }
        return hit.snippets().stream()
                .findFirst()
                .map(Snippet::pinpoint)
                .map(wanted ->
                        loaded.places().stream().map(Snippet::pinpoint).toList().indexOf(wanted))
                .map(index -> Math.max(0, index))
                .orElse(0);
    }
}
