package org.cairn.ui.questions;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.domain.FormField;
import org.cairn.domain.FormValues;
import org.cairn.domain.Labels;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Words;

/// One question with what answers it, and one quiet line: its help, or what is not right.
final class QuestionRow extends VBox {

    private static final int FEW = 12;

    private final String id;
    private final FormField field;
    private final Answer answer;
    private final FormViewModel model;
    private final Words words;
    private final Messages own;
    private final Label fault = new Label();

    QuestionRow(String id, FormField field, String label, Answer answer, FormViewModel model, Words words) {
        super(2);
        this.id = id;
        this.field = field;
        this.answer = answer;
        this.model = model;
        this.words = words;
        this.own = words.of("questions");
        FieldRow row = row(label);
        row.helped(help());
        fault.setId(id + "-fault");
        fault.getStyleClass().addAll("field-help", "field-wrong");
        fault.setWrapText(true);
        getChildren().addAll(row, fault);
        model.changesProperty().subscribe(now -> judged());
        judged();
    }

    private String help() {
        List<String> lines = new ArrayList<>();
        Labels.read(field.hint(), reader(), model.form().language().tag()).ifPresent(lines::add);
        if (field.namesPerson()) {
            lines.add(own.text("question.names"));
        }
        return String.join("\n", lines);
    }

    private String reader() {
        return words.locale().toLanguageTag();
    }

    private void judged() {
        Optional<String> reason = answer.fault();
        String said = reason.map(this::said).orElse("");
        fault.setText(said.isEmpty() && answer.wanted() ? own.text("question.wanted") : said);
        fault.getStyleClass().setAll("label", "field-help", said.isEmpty() ? "question-wanted" : "field-wrong");
        fault.setManaged(!fault.getText().isEmpty());
        fault.setVisible(!fault.getText().isEmpty());
    }

    private String said(String reason) {
        return reason.equals("constraint")
                ? Labels.read(
                                field.constraintMessage(),
                                reader(),
                                model.form().language().tag())
                        .orElseGet(() -> own.text("fault.constraint"))
                : own.text("fault." + reason);
    }

    private FieldRow row(String label) {
        return switch (field.type()) {
            case LONG_TEXT -> FieldRow.of(label, longText());
            case DATE -> date(label);
            case YES_NO -> FieldRow.of(label, yesNo());
            case CHOICE -> FieldRow.of(label, field.other() ? open() : closed());
            case CHOICES -> several(label);
            case COMPUTED -> FieldRow.of(label, computed());
            default -> FieldRow.of(label, line());
        };
    }

    private TextField line() {
        TextField line = new TextField(shown());
        line.setId(id);
        switch (field.type()) {
            case POINT -> line.setPromptText(own.text("prompt.point"));
            case TIME -> line.setPromptText(own.text("prompt.time"));
            case DATE_TIME -> line.setPromptText(own.text("prompt.dateTime"));
            case ATTACHMENT -> line.setPromptText(own.text("prompt.attachment"));
            default -> {
                // a line of text needs no example
            }
        }
        Direction.own(line, line.getText(), line.alignmentProperty());
        line.textProperty().subscribe((was, is) -> {
            Direction.own(line, is, line.alignmentProperty());
            answer.give(typed(is.strip()));
        });
        return line;
    }

    private String shown() {
        return answer.value()
                .filter(Map.class::isInstance)
                .map(value -> coordinates((Map<?, ?>) value))
                .orElseGet(answer::text);
    }

    private static String coordinates(Map<?, ?> point) {
        return point.get("latitude") + " " + point.get("longitude");
    }

    private Optional<Object> typed(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (field.type()) {
                    case INTEGER -> whole(text);
                    case DECIMAL -> text.replace(',', '.');
                    case POINT ->
                        FormValues.point(text).<Object>map(point -> point).orElse(text);
                    case ATTACHMENT -> text.toUpperCase(java.util.Locale.ROOT);
                    default -> text;
                });
    }

    private static Object whole(String text) {
        if (!text.matches("[+-]?\\d{1,15}")) {
            return text;
        }
        long value = Long.parseLong(text);
        return value == (int) value ? (Object) (int) value : (Object) value;
    }

    private TextArea longText() {
        TextArea area = new TextArea(answer.text());
        area.setId(id);
        area.setWrapText(true);
        area.setPrefRowCount(4);
        area.setNodeOrientation(Direction.of(area.getText()));
        area.textProperty().subscribe((was, is) -> {
            area.setNodeOrientation(Direction.of(is));
            answer.give(Optional.of(is).filter(text -> !text.isBlank()));
        });
        return area;
    }

    private FieldRow date(String label) {
        FuzzyDateField date = new FuzzyDateField(id, words);
        date.valueProperty().set(answer.value().flatMap(FormValues::date));
        if (date.valueProperty().get().isEmpty()) {
            date.typing().setText(answer.text());
        }
        model.saidOnProperty().subscribe(date::saidOn);
        model.saidInProperty().subscribe(date::saidIn);
        // words that nobody understands are an answer too: they are kept as they were said
        Runnable given = () -> answer.give(date.valueProperty()
                .get()
                .<Object>map(FormValues::of)
                .or(() -> Optional.of(date.typing().getText().strip()).filter(text -> !text.isEmpty())));
        date.valueProperty().subscribe((was, is) -> given.run());
        date.typing().textProperty().subscribe((was, is) -> given.run());
        return FieldRow.of(label, date, date.typing());
    }

    private ComboBox<Optional<Boolean>> yesNo() {
        CodePicker<Optional<Boolean>> picker = new CodePicker<>(
                id,
                List.of(Optional.empty(), Optional.of(true), Optional.of(false)),
                choice -> choice.map(yes -> words.of("custody").text("value." + yes))
                        .orElse(own.text("choice.none")));
        picker.setValue(answer.value().filter(Boolean.class::isInstance).map(Boolean.class::cast));
        picker.valueProperty().subscribe((was, is) -> answer.give(is == null ? Optional.empty() : is));
        return picker;
    }

    private Map<String, String> offered() {
        return model.offered(field, reader());
    }

    private ComboBox<String> closed() {
        Map<String, String> offered = new LinkedHashMap<>();
        offered.put("", own.text("choice.none"));
        offered.putAll(offered());
        // what was chosen once and is no longer offered is still shown
        Optional.of(answer.text()).filter(code -> !code.isEmpty()).ifPresent(code -> offered.putIfAbsent(code, code));
        CodePicker<String> picker = new CodePicker<>(id, offered.keySet(), code -> offered.getOrDefault(code, code));
        picker.setValue(answer.text());
        picker.valueProperty()
                .subscribe((was, is) -> answer.give(Optional.ofNullable(is).filter(code -> !code.isEmpty())));
        return picker;
    }

    /// A list that may be answered beside: one types, or takes a term.
    private ComboBox<String> open() {
        Map<String, String> offered = offered();
        ComboBox<String> box = new ComboBox<>();
        box.setId(id);
        box.setEditable(true);
        box.setMaxWidth(Double.MAX_VALUE);
        box.getItems().setAll(offered.values());
        String now = answer.text();
        box.getEditor().setText(offered.getOrDefault(now, now));
        box.getEditor().setPromptText(own.text("prompt.other"));
        box.getEditor()
                .textProperty()
                .subscribe((was, is) ->
                        answer.give(Optional.of(code(offered, is.strip())).filter(code -> !code.isEmpty())));
        return box;
    }

    private static String code(Map<String, String> offered, String text) {
        return offered.entrySet().stream()
                .filter(term -> term.getValue().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(text);
    }

    private FieldRow several(String label) {
        Map<String, String> offered = new LinkedHashMap<>(offered());
        List<String> chosen = new ArrayList<>();
        answer.value()
                .filter(List.class::isInstance)
                .ifPresent(list -> ((List<?>) list).forEach(code -> chosen.add(String.valueOf(code))));
        chosen.forEach(code -> offered.putIfAbsent(code, code));
        Region box = offered.size() <= FEW ? new FlowPane(16, 8) : new VBox(6);
        List<CheckBox> ticks = new ArrayList<>();
        offered.forEach((code, word) -> {
            CheckBox tick = new CheckBox(word);
            tick.setId(id + "-" + code);
            tick.setSelected(chosen.contains(code));
            tick.selectedProperty().subscribe((was, is) -> {
                chosen.remove(code);
                if (is) {
                    chosen.add(code);
                }
                answer.give(chosen.isEmpty() ? Optional.empty() : Optional.of(List.copyOf(chosen)));
            });
            ticks.add(tick);
        });
        switch (box) {
            case FlowPane flow -> flow.getChildren().setAll(ticks);
            case VBox column -> column.getChildren().setAll(ticks);
            default -> throw new IllegalStateException("ticks lie in a row or in a column");
        }
        Control first = ticks.isEmpty() ? line() : ticks.getFirst();
        FieldRow row = FieldRow.of(label, ticks.isEmpty() ? first : box, first);
        // the row names its first control after the question: each tick keeps its own name
        if (!ticks.isEmpty()) {
            first.setAccessibleText(label + ": " + ticks.getFirst().getText());
        }
        return row;
    }

    private TextField computed() {
        TextField line = new TextField(answer.text());
        line.setId(id);
        line.setEditable(false);
        line.getStyleClass().add("fact");
        return line;
    }
}
