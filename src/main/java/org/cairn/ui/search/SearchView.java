package org.cairn.ui.search;

import java.util.List;
import java.util.Optional;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBoxBase;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.i18n.Messages;
import org.cairn.ui.batch.BatchPane;
import org.cairn.ui.batch.BatchViewModel;
import org.cairn.ui.common.Beside;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Flowing;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.search.HitWorkViewModel.Writing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The search screen: field and guide above, filters left, results in the middle, the found place right.
final class SearchView extends BorderPane {

    private static final double FILTERS = 196;
    private static final double LEAST_OF_QUESTION = 360;
    private static final double LEAST_OF_UNSEEN = 200;
    private static final double LOWEST = 400;

    private final Desk desk;
    private final Messages own;
    private final SearchViewModel model;
    private final PreviewViewModel preview;
    private final TextField field = new TextField();
    private final ListView<@Nullable Hit> results = new ListView<>();
    private final PreviewPane previewPane;
    private final BatchViewModel batch;
    private final TermsViewModel terms;
    private final SavedViewModel saved;
    private final SavedPane savedPane;
    private final HitsViewModel hits;
    private final HitWorkViewModel work;
    private final ReviewSetsViewModel sets;
    private final BuilderViewModel builder;
    private final SplitPane middle = new SplitPane();
    private final StackPane found;
    private final VBox nothing;
    private final Button widen;
    private final VBox begin;
    private final Label count = new Label();
    private final Label unseen = new Label();
    private @Nullable Hit lastShown;
    private boolean acted;

    SearchView(Desk desk, SearchViewModel model, PreviewViewModel preview) {
        this.desk = desk;
        this.own = desk.words().of("search");
        this.model = model;
        this.preview = preview;
        this.batch = new BatchViewModel(desk, model::run);
        this.terms = new TermsViewModel(desk);
        this.saved = new SavedViewModel(desk, model::asking);
        this.savedPane = new SavedPane(
                desk.words(), saved, list -> batch.begin(list), reference -> desk.go(Place.to(reference)));
        this.builder = new BuilderViewModel(model.queryProperty());
        this.hits = new HitsViewModel(desk, model::request);
        this.sets = new ReviewSetsViewModel(desk, model::request, (set, record) -> {
            model.showOne(set.query(), record);
            results.requestFocus();
        });
        this.work = new HitWorkViewModel(
                desk, () -> preview.place().map(Hit.Snippet::pinpoint), model.toldProperty()::set, () -> goneOn());
        this.previewPane = new PreviewPane(
                desk,
                preview,
                this::openShown,
                new HitWorkBar(desk.words(), work, this::likeShown, results::requestFocus));
        this.widen = Glyphs.button("search-widen", own.text("filters.none"), model::widen);
        this.nothing = Headed.empty("search-nothing", own.text("nothing"), widen);
        this.begin = Headed.empty("search-begin", own.text("begin"));
        this.found = new StackPane(results, nothing, begin);
        setId("search");
        getStyleClass().add("search-view");
        furnishResults();
        setTop(top());
        setLeft(filters());
        middle.getItems().addAll(found, previewPane);
        middle.setDividerPositions(0.47);
        middle.getStyleClass().add("search-middle");
        // of what was found, however much is asked above it
        middle.setMinHeight(LOWEST);
        SplitPane.setResizableWithParent(found, false);
        setCenter(middle);
        model.answerProperty().subscribe(this::answered);
        // what is still shown answers an earlier question
        model.misunderstoodProperty().subscribe(fault -> middle.setOpacity(fault == null ? 1 : 0.35));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_TYPED, typed -> {
            // the letter that opened a field does not belong into it
            if (acted) {
                typed.consume();
            }
        });
        addEventFilter(KeyEvent.KEY_RELEASED, released -> acted = false);
    }

    /// Puts the cursor where one goes on.
    void ready() {
        field.requestFocus();
        field.end();
    }

    private Node top() {
        field.setId("query-field");
        field.setPromptText(own.text("query.prompt"));
        field.setAccessibleText(own.text("query.name"));
        field.textProperty().bindBidirectional(model.queryProperty());
        // quotation marks and stars stay beside the words they belong to
        field.nodeOrientationProperty().bind(field.textProperty().map(Direction::of));
        field.setOnAction(event -> ask());
        HBox.setHgrow(field, Priority.ALWAYS);
        CodePicker<SearchRequest.Sort> sort = new CodePicker<>(
                "search-sort", List.of(SearchRequest.Sort.values()), by -> own.text("sort." + by.name()));
        sort.setAccessibleText(own.text("sort.name"));
        sort.valueProperty().bindBidirectional(model.sortProperty());
        sort.setMinWidth(140);
        Guide guide = new Guide(own);
        Button help = Glyphs.button("guide-toggle", Material2AL.HELP_OUTLINE, own.text("guide.toggle"), guide::toggle);
        help.setMinWidth(Region.USE_PREF_SIZE);
        Button ask = Glyphs.primary("search-run", own.text("query.ask"), this::ask);
        ask.setMinWidth(Region.USE_PREF_SIZE);
        Button several = Glyphs.button(
                "terms-toggle",
                Material2AL.LIST,
                own.text("terms.toggle"),
                () -> terms.toggle(model.queryProperty().get()));
        several.setMinWidth(Region.USE_PREF_SIZE);
        Button keeping =
                Glyphs.button("saved-toggle", Material2AL.BOOKMARK_BORDER, own.text("saved.toggle"), saved::toggle);
        keeping.setMinWidth(Region.USE_PREF_SIZE);
        Button build = Glyphs.button("builder-toggle", Material2AL.BUILD, own.text("build.toggle"), builder::toggle);
        build.setMinWidth(Region.USE_PREF_SIZE);
        HBox asking = new HBox(8, field, ask, sort);
        asking.setAlignment(Pos.CENTER_LEFT);
        field.setMinWidth(160);
        Beside row = new Beside(
                8, asking, new Flowing(8, build, several, keeping, help), Beside.Grows.FIRST, LEAST_OF_QUESTION);
        count.setId("result-count");
        count.getStyleClass().add("result-count");
        count.setMinWidth(Region.USE_PREF_SIZE);
        unseen.setId("unseen");
        unseen.setWrapText(true);
        unseen.setGraphic(Glyphs.of(Material2MZ.VISIBILITY_OFF));
        unseen.getStyleClass().add("unseen");
        Button many = Glyphs.button(
                "search-batch", Material2AL.DONE_ALL, own.text("batch.all"), () -> batch.begin(model.request()));
        many.setMinWidth(Region.USE_PREF_SIZE);
        many.visibleProperty().bind(results.visibleProperty());
        Button list = Glyphs.button("hits-toggle", Material2AL.LIST_ALT, own.text("hits.toggle"), hits::toggle);
        list.setMinWidth(Region.USE_PREF_SIZE);
        list.visibleProperty().bind(results.visibleProperty());
        Button review = Glyphs.button("sets-toggle", Material2AL.CHECK_BOX, own.text("sets.toggle"), sets::toggle);
        review.setMinWidth(Region.USE_PREF_SIZE);
        Flowing doing = new Flowing(12, count, list, review);
        if (batch.mayRun()) {
            doing.getChildren().add(1, many);
        }
        Button state = Glyphs.button("search-state", own.text("saved.state"), () -> {
            if (!saved.shownProperty().get()) {
                saved.toggle();
            }
            savedPane.state(false);
        });
        state.setMinWidth(Region.USE_PREF_SIZE);
        state.visibleProperty().bind(model.answerProperty().isNotNull());
        doing.getChildren().add(state);
        Beside line = new Beside(12, doing, unseen, Beside.Grows.SECOND, LEAST_OF_UNSEEN);
        VBox top = new VBox(
                8,
                row,
                suggestions(),
                instead(),
                meant(),
                offered(),
                new QueryFault(own, model.misunderstoodProperty()),
                guide,
                new BuilderPane(own, builder, this::ask),
                new TermsPane(desk.words(), terms, this::askFor),
                savedPane,
                new Notice("search-notice", model.toldProperty(), desk.words().of("shell")),
                line,
                new ReviewSetsPane(desk.words(), sets),
                new HitsPane(
                        desk.words(),
                        hits,
                        () -> HitsPane.folder(own.text("hits.write"), getScene().getWindow())),
                new BatchPane(desk.words(), batch));
        top.getStyleClass().add("search-top");
        return top;
    }

    private Node suggestions() {
        FlowPane row = new FlowPane(6, 4);
        row.setId("suggestions");
        model.suggestions().subscribe(() -> {
            row.getChildren().clear();
            if (!model.suggestions().isEmpty()) {
                row.getChildren().add(Headed.quiet(own.text("suggestions")));
            }
            model.suggestions().forEach(word -> row.getChildren().add(suggestion(word)));
            row.setManaged(!model.suggestions().isEmpty());
        });
        row.setManaged(false);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node meant() {
        FlowPane row = new FlowPane(6, 4);
        row.setId("meant");
        row.setAlignment(Pos.CENTER_LEFT);
        row.setManaged(false);
        model.meant().subscribe(() -> {
            row.getChildren().clear();
            if (!model.meant().isEmpty()) {
                row.getChildren().add(Headed.quiet(own.text("meant")));
            }
            for (int i = 0; i < model.meant().size(); i++) {
                String query = model.meant().get(i);
                Button button = Glyphs.button("meant-" + i, query, () -> askFor(query));
                button.getStyleClass().add("suggestion");
                button.setNodeOrientation(Direction.of(query));
                row.getChildren().add(button);
            }
            row.setManaged(!model.meant().isEmpty());
        });
        return row;
    }

    /// Says that something else was asked than what was typed, and leads back to that.
    private Node instead() {
        Label said = new Label();
        said.setId("instead");
        said.setWrapText(true);
        Button back = Glyphs.button("instead-back", own.text("instead.back"), () -> {
            model.runAsTyped();
            results.requestFocus();
        });
        back.setMinWidth(Region.USE_PREF_SIZE);
        HBox row = new HBox(12, said, back);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("search-instead");
        model.insteadProperty().subscribe(other -> {
            said.setText(
                    other == null
                            ? ""
                            : other.found()
                                    .map(found -> own.text("instead", found))
                                    .orElseGet(() -> own.text("instead.sentence")));
            row.setVisible(other != null);
            row.setManaged(other != null);
        });
        return row;
    }

    private Node offered() {
        FlowPane row = new FlowPane(6, 4);
        row.setId("offered");
        row.setAlignment(Pos.CENTER_LEFT);
        model.offeredProperty().subscribe(other -> {
            row.getChildren().clear();
            other.ifPresent(query ->
                    row.getChildren().add(Glyphs.button("offered-any", own.text("offer"), () -> askFor(query))));
            row.setManaged(other.isPresent());
        });
        return row;
    }

    private Button suggestion(String word) {
        Button button = Glyphs.button("suggestion-" + word, word, () -> {
            model.take(word);
            ready();
        });
        button.getStyleClass().add("suggestion");
        return button;
    }

    private Node filters() {
        FiltersPane pane = new FiltersPane(desk.words(), model);
        Node scrolling = Headed.scrolling(pane);
        VBox column = new VBox(scrolling);
        column.getStyleClass().add("search-filters");
        // nothing to choose from before something was asked
        column.visibleProperty().bind(model.answerProperty().isNotNull());
        column.setPrefWidth(FILTERS);
        column.setMinWidth(FILTERS);
        column.setMaxWidth(FILTERS);
        return column;
    }

    private void furnishResults() {
        results.setId("results");
        results.setAccessibleText(own.text("results.name"));
        results.setItems(model.hits());
        results.setCellFactory(list -> new ResultCell(desk.words(), list));
        results.setPlaceholder(new Region());
        results.getSelectionModel().selectedItemProperty().subscribe(this::select);
        results.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                openShown();
            }
        });
    }

    private void ask() {
        model.suggestions().clear();
        model.run();
        results.requestFocus();
    }

    private void askFor(String term) {
        model.queryProperty().set(term);
        ask();
    }

    private void answered(@Nullable SearchAnswer answer) {
        boolean asked = answer != null;
        begin.setVisible(!asked);
        unseen.setVisible(asked);
        if (answer == null) {
            nothing.setVisible(false);
            results.setVisible(false);
            return;
        }
        count.setText(own.text("results.count", answer.total()));
        unseen.setText(UnseenLine.of(own, answer.unseen()));
        nothing.setVisible(answer.total() == 0);
        widen.setVisible(model.narrowed());
        widen.setManaged(model.narrowed());
        results.setVisible(answer.total() > 0);
        lastShown = null;
        if (answer.total() == 0) {
            preview.clear();
            work.look(null);
        } else {
            results.getSelectionModel().clearAndSelect(0);
            javafx.application.Platform.runLater(() -> results.scrollTo(0));
            select(results.getSelectionModel().getSelectedItem());
        }
    }

    private void select(@Nullable Hit hit) {
        if (hit != null && !hit.equals(lastShown)) {
            lastShown = hit;
            preview.show(hit, model.request());
            work.look(hit);
        }
    }

    private void openShown() {
        Hit hit = results.getSelectionModel().getSelectedItem();
        if (hit == null) {
            return;
        }
        boolean shown = preview.shownProperty().get() != null
                && preview.shownProperty().get().hit().reference().equals(hit.reference());
        Optional<Hit.Snippet> place =
                shown ? preview.place() : hit.snippets().stream().findFirst();
        desk.go(PreviewViewModel.whole(hit, place, Sought.in(hit.snippets())));
    }

    /// What is like the place looked at, or like the item where none is.
    private void likeShown() {
        Hit hit = results.getSelectionModel().getSelectedItem();
        if (hit != null) {
            model.like(
                    hit.reference(),
                    preview.place()
                            .map(Hit.Snippet::pinpoint)
                            .filter(place -> place.reference().equals(hit.reference())));
        }
    }

    private void goneOn() {
        sets.again();
    }

    /// The item after this one in the list, or before it.
    private void step(int by) {
        int next = results.getSelectionModel().getSelectedIndex() + by;
        if (next >= 0 && next < results.getItems().size()) {
            results.getSelectionModel().clearAndSelect(next);
            results.getFocusModel().focus(next);
            results.scrollTo(Math.max(0, next - 1));
        }
    }

    private void togglePreview() {
        if (middle.getItems().contains(previewPane)) {
            middle.getItems().remove(previewPane);
        } else {
            middle.getItems().add(previewPane);
            middle.setDividerPositions(0.47);
        }
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof javafx.scene.control.TextInputControl;
        if (typing && event.getTarget().equals(field) && event.getCode() == KeyCode.DOWN) {
            results.requestFocus();
            event.consume();
            return;
        }
        boolean pressing = event.getTarget() instanceof ButtonBase
                && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE);
        if (typing || event.isShortcutDown() || event.isAltDown() || pressing || ofChoices(event.getTarget())) {
            return;
        }
        boolean mirrored = getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT;
        Runnable action = switch (event.getCode()) {
            case SPACE -> this::togglePreview;
            case ENTER -> this::openShown;
            case B -> work::addToBundle;
            case N, F3 -> event.isShiftDown() ? preview::previous : preview::next;
            case P -> preview::previous;
            // forward is the way of reading
            case RIGHT -> mirrored ? preview::previous : preview::next;
            case LEFT -> mirrored ? preview::next : preview::previous;
            case J -> () -> step(1);
            case K -> () -> step(-1);
            case R -> work::review;
            case U -> sets::next;
            case M -> this::likeShown;
            case T -> () -> begin(Writing.TAG);
            case E -> () -> begin(Writing.ELEMENT);
            case C -> () -> begin(Writing.NOTE);
            default -> null;
        };
        if (action != null && ofResults(event.getTarget())) {
            acted = true;
            action.run();
            event.consume();
        }
    }

    /// What is chosen from takes letters and arrows itself.
    private static boolean ofChoices(Object target) {
        return target instanceof ComboBoxBase<?>;
    }

    /// Begins to write something down; what it is about is seen then.
    private void begin(Writing what) {
        if (!middle.getItems().contains(previewPane)) {
            togglePreview();
        }
        work.begin(what);
    }

    private boolean ofResults(Object target) {
        for (Node node = target instanceof Node n ? n : null; node != null; node = node.getParent()) {
            if (node.equals(middle)) {
                return true;
            }
        }
        return false;
    }

    /// A place in a few letters: `p. 3`, `¶14`, `00:12:31`.
    static String shortly(Pinpoint pinpoint) {
        return pinpoint.toString()
                .substring(pinpoint.reference().toString().length())
                .strip();
    }
}
