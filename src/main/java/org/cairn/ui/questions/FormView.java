package org.cairn.ui.questions;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.FormField;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// A form to be filled in: its questions one below the other, in the reader's language as far as the form has it.
public final class FormView extends VBox {

    private final FormViewModel model;
    private final Words words;
    private final Messages own;
    private final String reader;
    private final String prefix;

    /// @param prefix what the ids of its controls begin with
    public FormView(String prefix, FormViewModel model, Words words) {
        super(14);
        this.model = model;
        this.words = words;
        this.own = words.of("questions");
        this.reader = words.locale().toLanguageTag();
        this.prefix = prefix;
        setId(prefix);
        getStyleClass().add("question-card");
        fill(this, "", model.form().fields(), model.values(), List.of());
    }

    private void fill(
            VBox into, String path, List<FormField> fields, Map<String, Object> values, List<Map<?, ?>> outer) {
        List<Map<?, ?>> around = new ArrayList<>();
        around.add(values);
        around.addAll(outer);
        for (FormField field : fields) {
            Node node = node(path + field.name(), field, values, around);
            into.getChildren().add(node);
            if (field.shownIf().isPresent()) {
                model.changesProperty().subscribe(now -> {
                    boolean shown = model.shown(field, around);
                    node.setVisible(shown);
                    node.setManaged(shown);
                });
            }
        }
    }

    private Node node(String path, FormField field, Map<String, Object> values, List<Map<?, ?>> around) {
        return switch (field.type()) {
            case GROUP -> group(path, field, values, around);
            case REPEAT -> repeat(path, field, values, around);
            case NOTE -> note(field);
            default -> new QuestionRow(id(path), field, label(field), answer(path, field, values), model, words);
        };
    }

    private String id(String path) {
        return prefix + "-" + path.replaceAll("[^\\p{L}\\p{N}_-]+", "-");
    }

    private String label(FormField field) {
        return field.label(reader, model.form().language().tag());
    }

    private Answer answer(String path, FormField field, Map<String, Object> values) {
        return new Answer(path, field.name(), values, model);
    }

    private Node note(FormField field) {
        Label note = Headed.quiet(label(field));
        String hint = org.cairn.domain.Labels.read(
                        field.hint(), reader, model.form().language().tag())
                .orElse("");
        return hint.isEmpty() ? note : new VBox(2, note, Headed.quiet(hint));
    }

    private Node group(String path, FormField field, Map<String, Object> values, List<Map<?, ?>> around) {
        VBox inner = new VBox(14);
        VBox card = Headed.card(field.label().isEmpty() ? "" : label(field), inner);
        fill(inner, path + ".", field.fields(), within(values, field.name()), around);
        return card;
    }

    private static Map<String, Object> within(Map<String, Object> values, String name) {
        Object there = values.get(name);
        if (there instanceof Map<?, ?> map) {
            return Trees.cast(map);
        }
        Map<String, Object> fresh = new TreeMap<>();
        values.put(name, fresh);
        return fresh;
    }

    private Node repeat(String path, FormField field, Map<String, Object> values, List<Map<?, ?>> around) {
        VBox rounds = new VBox(10);
        List<Object> all = rounds(values, field.name());
        Runnable draw = () -> {
            rounds.getChildren().clear();
            for (int i = 0; i < all.size(); i++) {
                rounds.getChildren().add(round(path, field, all, i, around, rounds));
            }
        };
        rounds.getProperties().put("draw", draw);
        draw.run();
        Node more = Glyphs.button(id(path) + "-add", Material2AL.ADD, own.text("repeat.add"), () -> {
            all.add(new TreeMap<String, Object>());
            model.changed();
            draw.run();
        });
        return Headed.card(label(field), rounds, more);
    }

    private Node round(String path, FormField field, List<Object> all, int place, List<Map<?, ?>> around, VBox rounds) {
        VBox inner = new VBox(14);
        inner.getStyleClass().add("question-round");
        Label number = new Label(own.text("repeat.round", place + 1));
        number.getStyleClass().add("field-name");
        Node remove = Glyphs.quiet(
                id(path) + "-remove-" + place, Material2AL.DELETE_OUTLINE, own.text("repeat.remove", place + 1), () -> {
                    all.remove(place);
                    model.changed();
                    if (rounds.getProperties().get("draw") instanceof Runnable draw) {
                        draw.run();
                    }
                });
        HBox head = new HBox(8, number, Headed.room(), remove);
        head.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
        inner.getChildren().add(head);
        Map<String, Object> values =
                all.get(place) instanceof Map<?, ?> map ? Trees.cast(map) : new TreeMap<String, Object>();
        fill(inner, path + "[" + place + "].", field.fields(), values, around);
        return inner;
    }

    @SuppressWarnings("unchecked")
    private static List<Object> rounds(Map<String, Object> values, String name) {
        Object there = values.get(name);
        if (there instanceof List<?> list) {
            return (List<Object>) list;
        }
        List<Object> fresh = new ArrayList<>();
        values.put(name, fresh);
        return fresh;
    }
}
