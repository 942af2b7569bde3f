package org.cairn.ui.bundles;

import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextArea;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import javafx.util.Subscription;
import org.cairn.domain.Occurrence;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.FoundViewModel.Line;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// The words that are looked for, and every place of them in the exhibits, each with a tick.
final class FoundPane extends VBox {

    private final Words words;
    private final Messages own;
    private final FoundViewModel model;
    private final ListView<Line> list = new ListView<>();
    private final Label count = new Label();
    private final Button apply;
    private final CheckBox all;

    FoundPane(Words words, RedactViewModel pages) {
        this.words = words;
        this.own = words.of("bundles");
        this.model = pages.found();
        setId("redact-found");
        getStyleClass().add("redact-left");
        TextArea field = new TextArea();
        field.setId("redact-words");
        field.setPromptText(own.text("redact.words.prompt"));
        field.setAccessibleText(own.text("redact.words"));
        field.setPrefRowCount(4);
        field.setMinHeight(USE_PREF_SIZE);
        field.textProperty().bindBidirectional(model.wordsProperty());
        Button names = Glyphs.button("redact-propose", own.text("redact.propose"), model::propose);
        names.setVisible(model.mayPropose());
        names.setManaged(model.mayPropose());
        Button find = Glyphs.button("redact-find", Material2MZ.SEARCH, own.text("redact.find"), model::find);
        find.setMinWidth(USE_PREF_SIZE);
        find.disableProperty().bind(model.wordsProperty().map(String::isBlank));
        names.setMinWidth(USE_PREF_SIZE);
        FlowPane steps = new FlowPane(8, 6, names, find);
        count.setId("redact-count");
        count.setWrapText(true);
        count.setMinHeight(USE_PREF_SIZE);
        all = new CheckBox(own.text("redact.all"));
        all.setId("redact-all");
        all.setOnAction(event -> model.confirmAll(all.isSelected()));
        list.setId("redact-list");
        list.setAccessibleText(own.text("redact.list"));
        list.setItems(model.lines());
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().selectedItemProperty().subscribe(line -> {
            if (line != null) {
                pages.open(line.found().exhibit(), line.found().page());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        list.setMinHeight(120);
        apply = Glyphs.primary("redact-apply", "", model::redactConfirmed);
        apply.setMaxWidth(Double.MAX_VALUE);
        getChildren().addAll(field, steps, working(), count, all, list, apply);
        model.lines().subscribe(this::counted);
        model.notSeen().subscribe(this::counted);
        model.lookedProperty().subscribe(this::counted);
        model.confirmedProperty().subscribe(this::ticked);
        pages.fromProperty().subscribe(this::again);
        model.changesProperty().subscribe(this::again);
        counted();
    }

    private void again() {
        list.refresh();
        counted();
    }

    private Node working() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        HBox row = new HBox(8, bar, Glyphs.button("redact-cancel", own.text("write.cancel"), model::cancel));
        row.setAlignment(Pos.CENTER_LEFT);
        model.jobProperty().subscribe(job -> {
            row.setVisible(job != null);
            row.setManaged(job != null);
            bar.progressProperty().unbind();
            if (job instanceof Job running) {
                bar.progressProperty().bind(running.fractionProperty());
            }
        });
        return row;
    }

    private void counted() {
        boolean any = !model.lines().isEmpty();
        long waiting =
                model.lines().stream().filter(line -> model.waits(line.found())).count();
        String said = model.lookedProperty().get()
                ? own.text("redact.count", model.lines().size(), waiting)
                : own.text("redact.before");
        count.setText(
                model.notSeen().isEmpty()
                        ? said
                        : said + "\n"
                                + own.text(
                                        "redact.notSeen",
                                        String.join(
                                                ", ",
                                                model.notSeen().stream()
                                                        .map(Object::toString)
                                                        .toList())));
        for (Node part : new Node[] {all, list, apply}) {
            part.setVisible(any);
            part.setManaged(any);
        }
        ticked();
    }

    private void ticked() {
        int confirmed = model.confirmedProperty().get();
        apply.setText(own.text("redact.apply", confirmed));
        apply.setDisable(confirmed == 0);
        all.setSelected(confirmed > 0
                && model.lines().stream()
                        .filter(line -> model.waits(line.found()))
                        .allMatch(line -> line.confirmed().get()));
    }

    private final class Cell extends ListCell<Line> {

        private Subscription ticking = Subscription.EMPTY;

        Cell() {
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Line line, boolean nothing) {
            super.updateItem(line, nothing);
            ticking.unsubscribe();
            ticking = Subscription.EMPTY;
            setText(null);
            setGraphic(line == null || nothing ? null : shown(line));
        }

        private Node shown(Line line) {
            Occurrence found = line.found();
            CheckBox tick = new CheckBox();
            tick.setAccessibleText(own.text("redact.tick", found.itself()));
            tick.setDisable(!model.waits(found));
            tick.setSelected(line.confirmed().get());
            tick.setOnAction(event -> line.confirmed().set(tick.isSelected()));
            ticking = line.confirmed().subscribe(yes -> tick.setSelected(yes));
            Text word = new Text(found.itself());
            word.getStyleClass().addAll("written", "found-word");
            Text before = new Text(found.before());
            before.getStyleClass().add("written");
            Text after = new Text(found.after());
            after.getStyleClass().add("written");
            TextFlow around = new TextFlow(before, word, after);
            around.getStyleClass().add("marked-text");
            around.setNodeOrientation(Direction.of(found.before() + found.itself() + found.after()));
            Label place = new Label(own.text("redact.place", found.exhibit().toString(), found.page()));
            place.getStyleClass().add("quiet");
            place.setNodeOrientation(NodeOrientation.INHERIT);
            HBox head = new HBox(8, place);
            head.setAlignment(Pos.CENTER_LEFT);
            if (model.isHidden(found)) {
                head.getChildren().add(Badge.good(own.text("redact.hidden")));
            }
            if (found.spots().isEmpty()) {
                head.getChildren().add(Badge.bad(own.text("redact.beyond")));
            }
            VBox text = new VBox(2, head, around);
            text.setMinWidth(0);
            HBox.setHgrow(text, Priority.ALWAYS);
            HBox row = new HBox(8, tick, text);
            row.getStyleClass().add("found-line");
            return row;
        }
    }
}
