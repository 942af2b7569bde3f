package org.cairn.ui.evidence;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Protection;
import org.cairn.domain.reading.Reading;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;

/// Says what an item is: each field as people write it, nothing demanded but a title.
final class DescriptionForm extends VBox {

    private final Words words;
    private final Messages own;
    private final DescriptionViewModel model;

    DescriptionForm(Words words, DescriptionViewModel model) {
        super(14);
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        setId("describe");
        GridPane grid = grid();
        FieldRow title = FieldRow.of(own.text("column.title"), field("describe-title", model.titleProperty()));
        GridPane.setColumnSpan(title, 2);
        grid.add(title, 0, 0);
        grid.add(FieldRow.of(own.text("column.type"), type()), 0, 1);
        grid.add(date(), 1, 1);
        grid.add(FieldRow.of(own.text("known.author"), field("describe-author", model.authorProperty())), 0, 2);
        grid.add(
                FieldRow.of(own.text("known.recipient"), field("describe-recipient", model.recipientProperty())), 1, 2);
        grid.add(language(), 0, 3);
        grid.add(FieldRow.of(own.text("known.copy"), copyStatus()), 1, 3);
        grid.add(FieldRow.of(own.text("column.protection"), protection()), 0, 4);
        TextField tags = field("describe-tags", model.tagsProperty());
        grid.add(FieldRow.of(own.text("intake.tags"), tags).prompting(tags, own.text("intake.tags.example")), 1, 4);
        CheckBox graphic = new CheckBox(own.text("intake.graphic"));
        graphic.setId("describe-graphic");
        graphic.setWrapText(true);
        graphic.selectedProperty().bindBidirectional(model.graphicProperty());
        HBox buttons = new HBox(
                8,
                Glyphs.primary("describe-keep", own.text("describe.keep"), model::keep),
                Glyphs.button("describe-leave", own.text("describe.leave"), model::leave));
        getChildren()
                .addAll(
                        new Notice("describe-notice", model.toldProperty(), words.of("shell")),
                        Headed.quiet(own.text("describe.line")),
                        claims(),
                        grid,
                        graphic,
                        buttons);
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !model.changed()) {
                model.leave();
                event.consume();
            }
        });
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        field.textProperty().subscribe(written -> field.setNodeOrientation(Direction.of(written)));
        return field;
    }

    private CodePicker<String> type() {
        return picker("describe-type", "evidence-type", model.typeProperty());
    }

    private CodePicker<String> copyStatus() {
        return picker("describe-copy", "copy-status", model.copyStatusProperty());
    }

    /// A code that stands there already can stay, whatever list it is of.
    private CodePicker<String> picker(String id, String list, StringProperty code) {
        Map<String, String> offered = model.offered(list);
        List<String> codes = Stream.concat(offered.keySet().stream(), Stream.of(code.get()))
                .distinct()
                .toList();
        CodePicker<String> picker =
                new CodePicker<>(id, codes, each -> offered.getOrDefault(each, words.vocabulary(list, each)));
        picker.valueProperty().bindBidirectional(code);
        return picker;
    }

    private CodePicker<Protection> protection() {
        CodePicker<Protection> picker = new CodePicker<>("describe-protection", model.levels(), words::protection);
        picker.valueProperty().bindBidirectional(model.protectionProperty());
        return picker;
    }

    private FieldRow date() {
        FuzzyDateField date = new FuzzyDateField("describe-date", words);
        date.valueProperty().bindBidirectional(model.dateProperty());
        date.typing().textProperty().subscribe(() -> model.dateUnclearProperty().set(date.misunderstood()));
        return FieldRow.of(own.text("column.date"), date, date.typing());
    }

    private FieldRow language() {
        LanguagePicker language = new LanguagePicker("describe-language", words);
        language.valueProperty().bindBidirectional(model.languageProperty());
        FieldRow row = FieldRow.of(own.text("known.language"), language);
        model.item()
                .reading()
                .flatMap(Reading::language)
                .ifPresent(read -> row.helped(own.text("describe.readAs", words.language(read))));
        return row;
    }

    /// What the file says of itself, as long as the form does not say it.
    private Node claims() {
        Label line = Headed.quiet(own.text("describe.fileSays"));
        line.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(line, Priority.ALWAYS);
        Button take = Glyphs.button("describe-take-over", own.text("describe.takeOver"), model::takeOver);
        take.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(14, line, take);
        row.setAlignment(Pos.CENTER_LEFT);
        FileSays says = model.says();
        Facts facts = new Facts("describe")
                .with(own.text("column.title"), says.title().orElse(""))
                .with(
                        own.text("column.date"),
                        says.date().map(claim -> FileSays.day(words, claim)).orElse(""))
                .with(own.text("known.author"), says.author().orElse(""))
                .with(own.text("known.recipient"), says.recipient().orElse(""));
        VBox claims = new VBox(4, row, facts);
        claims.setId("describe-claims");
        Runnable look = () -> {
            claims.setManaged(model.fileSaysSomething());
            claims.setVisible(model.fileSaysSomething());
        };
        Stream.of(model.titleProperty(), model.authorProperty(), model.recipientProperty())
                .forEach(field -> field.subscribe(look));
        model.dateProperty().subscribe(look);
        look.run();
        return claims;
    }

    private static GridPane grid() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            half.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(half);
        }
        return grid;
    }
}
