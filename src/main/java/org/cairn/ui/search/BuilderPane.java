package org.cairn.ui.search;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.query.QueryRows;
import org.cairn.domain.query.QueryRows.Kind;
import org.cairn.domain.query.QueryRows.Row;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.kordamp.ikonli.material2.Material2AL;

/// The query as rows to be filled in; what they ask stands in the search field above, where it can be changed.
final class BuilderPane extends VBox {

    private static final double KIND = 210;

    private final Messages own;
    private final BuilderViewModel model;
    private final Runnable ask;
    private final VBox rows = new VBox(6);
    private boolean typing;

    /// @param ask asks the query as it stands
    BuilderPane(Messages own, BuilderViewModel model, Runnable ask) {
        this.own = own;
        this.model = model;
        this.ask = ask;
        setId("builder");
        Label misread = Headed.quiet(own.text("build.misread"));
        misread.setId("build-misread");
        misread.setWrapText(true);
        misread.visibleProperty().bind(model.understoodProperty().not());
        misread.managedProperty().bind(model.understoodProperty().not());
        Button add = Glyphs.button("build-add", Material2AL.ADD, own.text("build.add"), () -> {
            model.add();
            focus(rows.getChildren().size() - 1);
        });
        add.disableProperty().bind(model.understoodProperty().not());
        HBox buttons = new HBox(
                8,
                add,
                Glyphs.primary("build-ask", own.text("query.ask"), ask),
                Glyphs.button("build-leave", own.text("build.leave"), model::toggle));
        buttons.setAlignment(Pos.CENTER_LEFT);
        getChildren()
                .add(Headed.card(
                        own.text("build.title"),
                        Headed.quiet(own.text("build.explained")),
                        misread,
                        rows,
                        rest(),
                        buttons));
        visibleProperty().bind(model.shownProperty());
        managedProperty().bind(model.shownProperty());
        model.rows().subscribe(this::show);
        model.shownProperty().subscribe(on -> {
            if (on) {
                focus(0);
            }
        });
        show();
    }

    /// What is being typed into is not made anew under the hand.
    private void show() {
        if (!typing) {
            rows.getChildren().clear();
            for (int i = 0; i < model.rows().size(); i++) {
                rows.getChildren().add(new Line(i, model.rows().get(i)));
            }
        }
    }

    private void focus(int row) {
        if (row >= 0 && row < rows.getChildren().size() && rows.getChildren().get(row) instanceof Line line) {
            Focus.on(line.words);
        }
    }

    private Node rest() {
        Label told = new Label();
        told.setId("build-rest");
        told.setWrapText(true);
        HBox.setHgrow(told, Priority.ALWAYS);
        told.setMaxWidth(Double.MAX_VALUE);
        HBox row = new HBox(8, told, Glyphs.button("build-drop", own.text("build.drop"), model::dropRest));
        row.setAlignment(Pos.CENTER_LEFT);
        Runnable tell = () -> {
            List<String> rest = model.rest();
            told.setText(own.text(
                    "build.rest",
                    String.join("   ", rest.stream().map(Direction::isolate).toList())));
            row.setVisible(!rest.isEmpty());
            row.setManaged(!rest.isEmpty());
        };
        model.rest().subscribe(tell);
        tell.run();
        return row;
    }

    /// One row.
    private final class Line extends HBox {

        private final int index;
        private final CodePicker<Kind> kind;
        private final CodePicker<String> field;
        private final TextField words = new TextField();
        private final TextField apart = new TextField();
        private final Label within = Headed.quiet(own.text("build.words"));
        private final TextField other = new TextField();

        Line(int index, Row row) {
            super(6);
            this.index = index;
            kind = new CodePicker<>(
                    "build-kind-" + index, List.of(Kind.values()), one -> own.text("build." + one.name()));
            kind.setAccessibleText(own.text("build.kind"));
            kind.setPrefWidth(KIND);
            kind.setMinWidth(USE_PREF_SIZE);
            kind.setValue(row.kind());
            field = new CodePicker<>("build-field-" + index, QueryRows.FIELDS, one -> own.text("build.field." + one));
            field.setAccessibleText(own.text("build.field"));
            field.setValue(row.field().isEmpty() ? QueryRows.FIELDS.getFirst() : row.field());
            words.setId("build-words-" + index);
            apart.setId("build-apart-" + index);
            other.setId("build-other-" + index);
            words.setText(row.words());
            apart.setText(String.valueOf(row.apart()));
            other.setText(row.other());
            apart.setPrefColumnCount(3);
            apart.setMinWidth(USE_PREF_SIZE);
            apart.setAccessibleText(own.text("build.apart"));
            other.setAccessibleText(own.text("build.other"));
            within.setMinWidth(USE_PREF_SIZE);
            for (TextField typed : List.of(words, other)) {
                HBox.setHgrow(typed, Priority.ALWAYS);
                typed.nodeOrientationProperty().bind(typed.textProperty().map(Direction::of));
            }
            for (TextField typed : List.of(words, other, apart)) {
                typed.setOnAction(event -> ask.run());
                typed.textProperty().subscribe((was, is) -> changed());
            }
            kind.valueProperty().subscribe((was, is) -> {
                arrange();
                changed();
            });
            field.valueProperty().subscribe((was, is) -> {
                arrange();
                changed();
            });
            setAlignment(Pos.CENTER_LEFT);
            getChildren()
                    .addAll(
                            kind,
                            field,
                            words,
                            apart,
                            within,
                            other,
                            Glyphs.quiet(
                                    "build-remove-" + index,
                                    Material2AL.DELETE_OUTLINE,
                                    own.text("build.remove"),
                                    () -> model.remove(index)));
            arrange();
        }

        private void arrange() {
            Kind now = kind.getValue();
            show(field, now.ofField());
            show(apart, now.twoSided());
            show(within, now.twoSided());
            show(other, now.twoSided());
            String example = now.ofField() ? "guide." + field.getValue() + ".example" : "";
            words.setPromptText(own.has(example) ? own.text(example).replaceFirst("^[a-z]+:", "") : "");
            words.setAccessibleText(own.text("build." + now.name()));
        }

        private static void show(Node node, boolean on) {
            node.setVisible(on);
            node.setManaged(on);
        }

        private void changed() {
            String digits = apart.getText().strip();
            Row row = new Row(
                    kind.getValue(),
                    kind.getValue().ofField() ? field.getValue() : "",
                    words.getText(),
                    other.getText(),
                    digits.matches("[0-9]{1,4}") ? Integer.parseInt(digits) : 5);
            typing = true;
            try {
                model.change(index, row);
            } finally {
                typing = false;
            }
        }
    }
}
