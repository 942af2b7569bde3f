package org.cairn.ui.search;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.ReviewProgress;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;

/// The review sets with how far they have come, and a new one of what was found; above it, the one being gone through.
final class ReviewSetsPane extends VBox {

    private static final double HIGH = 200;

    private final Messages own;
    private final ReviewSetsViewModel model;
    private final VBox list = new VBox(8);

    ReviewSetsPane(Words words, ReviewSetsViewModel model) {
        super(8);
        this.own = words.of("search");
        this.model = model;
        setId("review-sets");
        Node card = card();
        card.visibleProperty().bind(model.shownProperty());
        card.managedProperty().bind(model.shownProperty());
        getChildren().addAll(going(), new Notice("sets-notice", model.toldProperty(), words.of("shell")), card);
        model.sets().subscribe(this::show);
        show();
    }

    private Node card() {
        TextField name = new TextField();
        name.setId("sets-name");
        name.textProperty().bindBidirectional(model.nameProperty());
        TextField persons = new TextField();
        persons.setId("sets-persons");
        persons.textProperty().bindBidirectional(model.personsProperty());
        FieldRow called = FieldRow.of(own.text("sets.name"), name);
        FieldRow given = FieldRow.of(own.text("sets.persons"), persons).helped(own.text("sets.personsHelp"));
        HBox.setHgrow(given, Priority.ALWAYS);
        Button make = Glyphs.primary("sets-make", own.text("sets.make"), model::make);
        make.disableProperty().bind(model.nameProperty().map(String::isBlank));
        HBox fields = new HBox(18, called, given);
        HBox buttons = new HBox(8, Glyphs.button("sets-leave", own.text("sets.leave"), model::toggle));
        if (model.mayMake()) {
            buttons.getChildren().addFirst(make);
        }
        fields.setVisible(model.mayMake());
        fields.setManaged(model.mayMake());
        buttons.setAlignment(Pos.CENTER_LEFT);
        ScrollPane scrolling = new ScrollPane(list);
        scrolling.setFitToWidth(true);
        scrolling.setMaxHeight(HIGH);
        return Headed.card(
                own.text("sets.title"), Headed.quiet(own.text("sets.explained")), scrolling, fields, buttons);
    }

    private void show() {
        list.getChildren().setAll(model.sets().stream().map(this::line).toList());
        if (model.sets().isEmpty()) {
            list.getChildren().add(Headed.quiet(own.text("sets.none")));
        }
    }

    private Node line(ReviewProgress progress) {
        int number = progress.set().number();
        Label name = new Label(progress.set().name());
        name.getStyleClass().add("strong");
        Direction.own(name);
        Label told = Headed.quiet(told(progress));
        told.setId("set-" + number);
        ProgressBar bar = new ProgressBar(
                (double) progress.reviewed() / Math.max(1, progress.set().items()));
        bar.setAccessibleText(told.getText());
        bar.setPrefWidth(120);
        VBox says = new VBox(2, name, told);
        HBox.setHgrow(says, Priority.ALWAYS);
        HBox row = new HBox(10, says, bar);
        row.setAlignment(Pos.CENTER_LEFT);
        if (progress.left() > 0) {
            row.getChildren().add(Glyphs.button("set-go-" + number, own.text("sets.go"), () -> model.go(progress)));
        }
        if (!progress.set().closed() && model.mayMake()) {
            row.getChildren()
                    .add(Glyphs.button("set-close-" + number, own.text("sets.close"), () -> model.close(progress)));
        }
        return row;
    }

    private String told(ReviewProgress progress) {
        List<String> parts = new ArrayList<>();
        parts.add(own.text("sets.reviewed", progress.reviewed(), progress.set().items()));
        parts.add(progress.set().closed() ? own.text("sets.closed") : own.text("sets.left", progress.left()));
        progress.by().forEach((person, count) -> parts.add(own.text("sets.by", Direction.isolate(person), count)));
        parts.add(
                progress.set().open()
                        ? own.text("sets.forAll")
                        : own.text(
                                "sets.for",
                                String.join(
                                        own.text("unseen.between"),
                                        progress.set().persons())));
        return String.join(own.text("unseen.between"), parts);
    }

    /// What is seen while one goes through a set.
    private Node going() {
        Label told = new Label();
        told.setId("set-going");
        told.setWrapText(true);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(
                10,
                told,
                Glyphs.primary("set-next", own.text("sets.next"), model::next),
                Glyphs.button("set-leave", own.text("sets.stop"), model::leave));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("card-box");
        model.goingProperty().subscribe(progress -> {
            row.setVisible(progress != null);
            row.setManaged(progress != null);
            told.setText(progress == null ? "" : sentence(progress));
        });
        return row;
    }

    private String sentence(ReviewProgress progress) {
        return own.text(
                "sets.going",
                progress.set().name(),
                progress.reviewed(),
                progress.set().items(),
                progress.left());
    }
}
