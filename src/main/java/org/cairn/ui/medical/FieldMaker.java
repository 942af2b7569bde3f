package org.cairn.ui.medical;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Words;

/// The fields of a form: each bound to its entry, named as the printed report names it.
final class FieldMaker {

    private final Words words;
    private final Messages area;
    private final Entries entries;
    private final String before;

    /// @param before the beginning of every id, such as `med-finding-`
    FieldMaker(Words words, Entries entries, String before) {
        this.words = words;
        this.area = words.of("medical");
        this.entries = entries;
        this.before = before;
    }

    FieldRow line(String name) {
        return line(name, entries.typed(name));
    }

    FieldRow line(String name, String label) {
        return line(name, label, entries.typed(name));
    }

    FieldRow line(String name, StringProperty value) {
        return line(name, name, value);
    }

    private FieldRow line(String name, String label, StringProperty value) {
        TextField field = new TextField();
        field.setId(before + name);
        field.textProperty().bindBidirectional(value);
        field.textProperty().subscribe(text -> field.setNodeOrientation(Direction.of(text)));
        return FieldRow.of(label(label), field);
    }

    /// A text of several lines in the clinician's language.
    FieldRow area(String label, String id, StringProperty value, int rows) {
        TextArea field = new TextArea();
        field.setId(before + id);
        field.setWrapText(true);
        field.setPrefRowCount(rows);
        field.textProperty().bindBidirectional(value);
        field.textProperty().subscribe(text -> field.setNodeOrientation(Direction.of(text)));
        return FieldRow.of(label, field);
    }

    FieldRow area(String name, int rows) {
        return area(label(name), name, entries.typed(name), rows);
    }

    FieldRow code(String name, String list) {
        return code(name, name, List.of(list));
    }

    FieldRow code(String name, String list, String label) {
        return code(name, label, List.of(list));
    }

    FieldRow code(String name, List<String> lists) {
        return code(name, name, lists);
    }

    /// A code of one or several vocabularies, or none.
    private FieldRow code(String name, String label, List<String> lists) {
        List<String> codes = new ArrayList<>(List.of(""));
        lists.forEach(list -> codes.addAll(Vocabulary.codes(list)));
        CodePicker<String> picker = new CodePicker<>(before + name, codes, code -> named(lists, code));
        String now = entries.typed(name).get();
        if (!codes.contains(now)) {
            picker.getItems().add(now); // what no list has any more stays what it was
        }
        picker.valueProperty().bindBidirectional(entries.typed(name));
        return FieldRow.of(label(label), picker);
    }

    private String named(List<String> lists, String code) {
        return code.isEmpty()
                ? "—"
                : lists.stream()
                        .map(list -> words.vocabulary(list, code))
                        .filter(name -> !name.equals(code))
                        .findFirst()
                        .orElse(code);
    }

    FieldRow answer(String name) {
        return code(name, "answer");
    }

    FieldRow date(String name) {
        return date(name, name);
    }

    FieldRow date(String name, String label) {
        FuzzyDateField field = new FuzzyDateField(before + name, words);
        field.valueProperty().bindBidirectional(entries.date(name));
        return FieldRow.of(label(label), field, field.typing());
    }

    /// Several codes of a vocabulary, each a box to tick.
    VBox ticks(String name, String list, List<String> codes) {
        ObservableList<String> chosen = entries.codes(name);
        FlowPane boxes = new FlowPane(16, 8);
        for (String code : codes) {
            CheckBox box = new CheckBox(words.vocabulary(list, code));
            box.setId(before + name + "-" + code);
            box.setSelected(chosen.contains(code));
            box.setOnAction(event -> {
                chosen.remove(code);
                if (box.isSelected()) {
                    chosen.add(code);
                }
            });
            boxes.getChildren().add(box);
        }
        Label label = new Label(label(name));
        label.getStyleClass().add("field-name");
        return new VBox(6, label, boxes);
    }

    /// Several texts, one a line.
    FieldRow lines(String name, int rows) {
        ObservableList<String> items = entries.codes(name);
        TextArea field = new TextArea(String.join("\n", items));
        field.setId(before + name);
        field.setWrapText(true);
        field.setPrefRowCount(rows);
        field.textProperty()
                .subscribe((from, to) -> items.setAll(to.lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList()));
        return FieldRow.of(label(name), field);
    }

    String label(String name) {
        return area.text("field." + name);
    }

    /// Fields beside one another, of equal width.
    static GridPane columns(int count, Node... fields) {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("form-grid");
        for (int i = 0; i < count; i++) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / count);
            column.setHgrow(Priority.ALWAYS);
            grid.getColumnConstraints().add(column);
        }
        for (int i = 0; i < fields.length; i++) {
            grid.add(fields[i], i % count, i / count);
        }
        return grid;
    }
}
