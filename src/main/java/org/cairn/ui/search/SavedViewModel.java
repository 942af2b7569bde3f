package org.cairn.ui.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.SavedSearches;
import org.cairn.archive.SavedSearches.Opened;
import org.cairn.archive.SavedSearches.OpenedList;
import org.cairn.archive.SearchRerun;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.search.SearchRequest;
import org.cairn.i18n.Messages;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Saved searches and frozen lists: saving what is asked, asking again, freezing, stating, naming otherwise.
final class SavedViewModel {

    /// More are counted, and shown by the command line.
    private static final int SHOWN = 500;

    /// Which of the two is looked at.
    enum Side {
        SEARCHES,
        LISTS
    }

    /// A record with a word on why it stands there.
    ///
    /// @param why a key of the message files
    record Row(Reference reference, String title, List<String> why) {
        @Override
        public String toString() {
            return reference.toString();
        }
    }

    /// A saved search asked again, with what is shown of it.
    record Again(SearchRerun rerun, List<Row> fresh, List<Row> gone) {
        @Override
        public String toString() {
            return "Again";
        }
    }

    /// A frozen list, with what is shown of it.
    record Frozen(OpenedList list, List<Row> rows) {
        @Override
        public String toString() {
            return "Frozen";
        }
    }

    private final Desk desk;
    private final Messages own;
    private final Supplier<SearchRequest> asked;
    private final PagedRows<Summary> searches;
    private final PagedRows<Summary> lists;
    private final BooleanProperty shown = new SimpleBooleanProperty();
    private final ObjectProperty<Side> side = new SimpleObjectProperty<>(Side.SEARCHES);
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty listName = new SimpleStringProperty("");
    private final ObjectProperty<Protection> keptAs;
    private final ObjectProperty<@Nullable Opened> opened = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Again> again = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Frozen> frozen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// @param asked what the search screen asks now
    SavedViewModel(Desk desk, Supplier<SearchRequest> asked) {
        this.desk = desk;
        this.own = desk.words().of("search");
        this.asked = asked;
        this.searches = new PagedRows<>(desk.tasks(), this::fail);
        this.lists = new PagedRows<>(desk.tasks(), this::fail);
        this.keptAs = new SimpleObjectProperty<>(desk.archive().savedSearches().usual());
    }

    BooleanProperty shownProperty() {
        return shown;
    }

    ObjectProperty<Side> sideProperty() {
        return side;
    }

    PagedRows<Summary> searches() {
        return searches;
    }

    PagedRows<Summary> lists() {
        return lists;
    }

    /// What the search that is saved will be called.
    StringProperty nameProperty() {
        return name;
    }

    /// What the list that is frozen will be called.
    StringProperty listNameProperty() {
        return listName;
    }

    /// How closely what is saved or frozen is kept.
    ObjectProperty<Protection> keptAsProperty() {
        return keptAs;
    }

    /// The levels that this person may choose.
    List<Protection> levels() {
        Protection most = desk.archive().savedSearches().usual();
        return List.of(Protection.values()).stream().filter(most::covers).toList();
    }

    /// The saved search that was chosen.
    ObjectProperty<@Nullable Opened> openedProperty() {
        return opened;
    }

    /// The same asked again; nothing until it was.
    ObjectProperty<@Nullable Again> againProperty() {
        return again;
    }

    /// The frozen list that was chosen.
    ObjectProperty<@Nullable Frozen> frozenProperty() {
        return frozen;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Whether this person may save and freeze.
    boolean mayKeep() {
        return desk.archive().savedSearches().mayKeep();
    }

    /// Whether the answer that is shown may be kept in the place of the one before.
    boolean mayKeepAnswer() {
        Again answer = again.get();
        return answer != null
                && desk.archive().savedSearches().mayKeep(answer.rerun().saved());
    }

    /// Shows or hides all of it.
    void toggle() {
        shown.set(!shown.get());
        if (shown.get()) {
            refresh();
        }
    }

    private void refresh() {
        searches.show((offset, limit) -> desk.archive().savedSearches().list(offset, limit), total -> {});
        lists.show((offset, limit) -> desk.archive().savedSearches().lists(offset, limit), total -> {});
    }

    /// Keeps what the screen asks now, with all that it finds.
    void save() {
        String called = name.get();
        SearchRequest request = asked.get();
        Protection level = keptAs.get();
        start(
                progress -> {
                    SavedSearches saved = desk.archive().savedSearches();
                    return saved.open(
                            saved.save(called, request, level, progress).reference());
                },
                kept -> {
                    name.set("");
                    refresh();
                    show(kept);
                    told.set(Told.success(own.text(
                            "saved.saved",
                            Direction.isolate(kept.revision().reference().toString()),
                            kept.found().count())));
                });
    }

    /// Opens a saved search.
    void choose(Reference search) {
        told.set(null);
        desk.tasks().fetch(() -> desk.archive().savedSearches().open(search), this::show, this::fail);
    }

    private void show(Opened chosen) {
        again.set(null);
        listName.set("");
        opened.set(chosen);
    }

    /// Asks the chosen search again.
    void askAgain() {
        Opened chosen = opened.get();
        if (chosen == null) {
            return;
        }
        start(
                progress -> shown(
                        desk.archive().savedSearches().run(chosen.revision().reference(), progress)),
                answered -> {
                    if (chosen.equals(opened.get())) {
                        again.set(answered);
                    }
                });
    }

    private Again shown(SearchRerun rerun) {
        return new Again(
                rerun,
                rerun.fresh().stream()
                        .limit(SHOWN)
                        .map(one -> row(one.reference(), List.of("saved.since." + one.since())))
                        .toList(),
                rerun.gone().stream()
                        .limit(SHOWN)
                        .map(one -> row(one.reference(), why(one)))
                        .toList());
    }

    private static List<String> why(SearchRerun.Gone gone) {
        List<String> why = new ArrayList<>();
        why.add(gone.changed() ? "saved.gone.changed" : "saved.gone.unchanged");
        if (gone.withdrawn()) {
            why.add("saved.gone.withdrawn");
        }
        return why;
    }

    private Row row(Reference reference, List<String> why) {
        String title = desk.archive()
                .records()
                .summary(reference)
                .map(desk.words()::called)
                .orElse("");
        return new Row(reference, title, why);
    }

    /// Keeps the answer that is shown: the next one is compared with it.
    void keep() {
        Again answer = again.get();
        if (answer == null) {
            return;
        }
        start(
                progress -> {
                    SavedSearches saved = desk.archive().savedSearches();
                    return saved.open(saved.keep(answer.rerun()).reference());
                },
                kept -> {
                    refresh();
                    show(kept);
                    told.set(Told.success(own.text("saved.kept", kept.found().count())));
                });
    }

    /// Freezes what the chosen search had found when it was kept last.
    void freeze() {
        Opened chosen = opened.get();
        if (chosen == null) {
            return;
        }
        String called = listName.get();
        Protection level = keptAs.get();
        start(
                progress -> {
                    SavedSearches saved = desk.archive().savedSearches();
                    return saved.openList(saved.freeze(chosen.revision().reference(), called, level)
                            .reference());
                },
                list -> {
                    listName.set("");
                    refresh();
                    told.set(Told.success(own.text(
                            "saved.frozen",
                            Direction.isolate(list.revision().reference().toString()),
                            list.lines().count())));
                });
    }

    /// Opens a frozen list.
    void chooseList(Reference list) {
        told.set(null);
        desk.tasks().fetch(() -> opened(list), frozen::set, this::fail);
    }

    private Frozen opened(Reference list) {
        OpenedList found = desk.archive().savedSearches().openList(list);
        return new Frozen(
                found,
                found.lines().lines().stream()
                        .limit(SHOWN)
                        .map(FrozenList.Line::reference)
                        .map(reference -> row(reference, List.of()))
                        .toList());
    }

    /// Gives the chosen search another name.
    void rename(String called) {
        Opened chosen = opened.get();
        if (chosen != null) {
            Reference search = chosen.revision().reference();
            rename(search, called, saved -> saved.open(search), this::show);
        }
    }

    /// Gives the chosen list another name.
    void renameList(String called) {
        Frozen chosen = frozen.get();
        if (chosen != null) {
            Reference list = chosen.list().revision().reference();
            rename(list, called, saved -> opened(list), frozen::set);
        }
    }

    private <T> void rename(
            Reference reference, String called, Function<SavedSearches, T> opening, Consumer<? super T> shows) {
        start(
                progress -> {
                    desk.archive().savedSearches().rename(reference, called);
                    return opening.apply(desk.archive().savedSearches());
                },
                named -> {
                    refresh();
                    shows.accept(named);
                    told.set(Told.success(own.text(
                            "saved.renamed",
                            Direction.isolate(reference.toString()),
                            Direction.isolate(called.strip()))));
                });
    }

    /// Searches once more and writes the signed statement of what came of it into a folder.
    ///
    /// @param saved whether of the chosen saved search, else of what the screen asks now
    void state(Path folder, boolean saved) {
        Optional<Opened> chosen = saved ? Optional.ofNullable(opened.get()) : Optional.empty();
        SearchRequest request =
                chosen.map(Opened::search).map(SavedSearches::request).orElseGet(asked);
        Optional<Reference> of = chosen.map(Opened::revision).map(revision -> revision.reference());
        Locale language = desk.words().locale();
        start(
                progress -> desk.archive()
                        .searchStatements()
                        .write(desk.archive().searchStatements().state(request, of, progress), folder, language),
                papers -> told.set(Told.success(
                        own.text("saved.stated", Direction.isolate(papers.pdf().toString())))));
    }

    private <T> void start(Function<Progress, T> work, Consumer<? super T> then) {
        told.set(null);
        desk.tasks()
                .start(
                        own.text("saved.title"),
                        progress -> Objects.requireNonNull(work.apply(progress)),
                        then,
                        this::fail);
    }

    private void fail(Throwable failure) {
        told.set(desk.errors().tell(failure));
    }
}
