package org.cairn.ui.testimony;

import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.testimony.ExhibitsViewModel.Shown;
import org.kordamp.ikonli.material2.Material2AL;

/// What was shown to the witness, under its mark; one more can be added where it was forgotten in the account.
final class ExhibitsStep extends VBox {

    private final ExhibitsViewModel model;
    private final Words words;
    private final Messages area;
    private final VBox list = new VBox(10);

    ExhibitsStep(ExhibitsViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        list.setId("exhibits-shown");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.exhibits")),
                        Headed.quiet(area.text("exhibits.line")),
                        Headed.card("", list),
                        Headed.card(area.text("exhibits.more"), adding()));
        model.shown().addListener((ListChangeListener<Shown>) change -> draw());
        draw();
        model.mark();
    }

    private void draw() {
        list.getChildren().clear();
        if (model.shown().isEmpty()) {
            list.getChildren().add(Headed.quiet(area.text("exhibits.none")));
        }
        model.shown().forEach(one -> list.getChildren().add(line(one)));
    }

    private Node line(Shown one) {
        Badge mark = one.mark().isEmpty()
                ? Badge.bad(area.text("exhibits.unknown"))
                : Badge.good(area.text("exhibits.mark", one.mark()));
        mark.setMinWidth(USE_PREF_SIZE);
        Label reference = new Label(one.exhibit().toString());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(USE_PREF_SIZE);
        Label title = new Label(one.title());
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label where = Headed.quiet(area.text(
                "exhibits.where", one.paragraphs().stream().map(words::number).collect(Collectors.joining(", "))));
        where.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(
                12,
                mark,
                reference,
                title,
                where,
                Glyphs.quiet(
                        "exhibit-remove-" + one.exhibit(),
                        Material2AL.CLOSE,
                        area.text("remove", one.exhibit().toString()),
                        () -> model.remove(one)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node adding() {
        TextField number = field("exhibit-paragraph", model.paragraph, "12");
        number.setPrefColumnCount(5);
        TextField what = field("exhibit-reference", model.exhibit, "E-0001");
        FieldRow reference = FieldRow.of(area.text("exhibits.reference"), what);
        HBox.setHgrow(reference, Priority.ALWAYS);
        HBox row = new HBox(
                12,
                FieldRow.of(area.text("exhibits.inParagraph"), number),
                reference,
                Glyphs.button("exhibit-add", Material2AL.ADD, area.text("exhibits.add"), model::add));
        row.setAlignment(Pos.BOTTOM_LEFT);
        return row;
    }

    private TextField field(String id, StringProperty value, String prompt) {
        TextField field = new TextField();
        field.setId(id);
        field.setPromptText(prompt);
        field.textProperty().bindBidirectional(value);
        field.setOnAction(event -> model.add());
        return field;
    }
}
