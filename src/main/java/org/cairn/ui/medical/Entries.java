package org.cairn.ui.medical;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.FormValues;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.medical.BodyMark;
import org.cairn.domain.medical.BodyView;

/// The fields of a record while somebody writes it: nothing is refused here, not even half a number.
///
/// A group of fields is again such entries, and so is each item of a list. What is empty is left out of what is kept.
final class Entries {

    /// What is a whole number in the record wherever it is one here.
    private static final Set<String> WHOLE = Set.of("minutes", "lengthMm", "widthMm", "waitingDays");
    private static final String MARK = "mark";

    private final Map<String, StringProperty> texts = new LinkedHashMap<>();
    private final Map<String, ObjectProperty<Optional<FuzzyDate>>> dates = new LinkedHashMap<>();
    private final Map<String, ObservableList<String>> codes = new LinkedHashMap<>();
    private final Map<String, Entries> groups = new LinkedHashMap<>();
    private final Map<String, ObservableList<Entries>> lists = new LinkedHashMap<>();
    private final ObjectProperty<Optional<BodyMark>> mark = new SimpleObjectProperty<>(Optional.empty());
    private final Map<String, Object> before;

    private Entries(Map<String, Object> before) {
        this.before = before;
    }

    /// Empty entries.
    static Entries blank() {
        return new Entries(Map.of());
    }

    /// What a record says already.
    static Entries of(Map<String, Object> fields) {
        return new Entries(new TreeMap<>(fields));
    }

    /// A text, a code, or a number as it is typed.
    StringProperty typed(String name) {
        return texts.computeIfAbsent(
                name, key -> new SimpleStringProperty(String.valueOf(before.getOrDefault(key, ""))));
    }

    /// A date as it was said.
    ObjectProperty<Optional<FuzzyDate>> date(String name) {
        return dates.computeIfAbsent(name, key -> new SimpleObjectProperty<>(said(before.get(key))));
    }

    private static Optional<FuzzyDate> said(@org.jspecify.annotations.Nullable Object value) {
        return value == null
                ? Optional.empty()
                : FormValues.date(value)
                        .or(() -> value instanceof String words
                                ? SpokenDates.understand(Said.in("en", words))
                                : Optional.empty());
    }

    /// A list of codes or references.
    ObservableList<String> codes(String name) {
        return codes.computeIfAbsent(name, key -> {
            ObservableList<String> list = FXCollections.observableArrayList();
            if (before.get(key) instanceof List<?> items) {
                items.forEach(item -> list.add(String.valueOf(item)));
            }
            return list;
        });
    }

    /// Fields that belong together.
    Entries group(String name) {
        return groups.computeIfAbsent(name, key -> nested(before.get(key)));
    }

    /// A list of such groups.
    ObservableList<Entries> list(String name) {
        return lists.computeIfAbsent(name, key -> {
            ObservableList<Entries> list = FXCollections.observableArrayList();
            if (before.get(key) instanceof List<?> items) {
                items.forEach(item -> list.add(nested(item)));
            }
            return list;
        });
    }

    /// The place on a drawing of the body.
    ObjectProperty<Optional<BodyMark>> mark() {
        if (mark.get().isEmpty() && before.get(MARK) instanceof Map<?, ?> map) {
            mark.set(placed(map));
        }
        return mark;
    }

    private static Optional<BodyMark> placed(Map<?, ?> map) {
        return map.get("view") instanceof String view
                        && map.get("x") instanceof Number x
                        && map.get("y") instanceof Number y
                ? Optional.of(new BodyMark(BodyView.valueOf(view), x.doubleValue(), y.doubleValue()))
                : Optional.empty();
    }

    private static Entries nested(@org.jspecify.annotations.Nullable Object value) {
        Map<String, Object> fields = new TreeMap<>();
        if (value instanceof Map<?, ?> map) {
            map.forEach((key, inner) -> fields.put(String.valueOf(key), inner));
        }
        return new Entries(fields);
    }

    /// What stands here now, as the fields of a record; also what no screen asks for is kept.
    Map<String, Object> fields() {
        Map<String, Object> fields = new TreeMap<>(before);
        texts.forEach((name, text) -> put(fields, name, kept(name, text.get())));
        dates.forEach((name, date) -> putDate(fields, name, date.get()));
        codes.forEach((name, list) -> put(fields, name, list.isEmpty() ? "" : List.copyOf(list)));
        groups.forEach((name, group) -> put(fields, name, group.fields()));
        lists.forEach((name, list) -> put(
                fields, name, new ArrayList<>(list.stream().map(Entries::fields).toList())));
        mark().get()
                .ifPresent(
                        place -> fields.put(MARK, Map.of("view", place.view().name(), "x", place.x(), "y", place.y())));
        return fields;
    }

    /// A date whose words are still the same stays as it was understood when it was kept.
    private void putDate(Map<String, Object> fields, String name, Optional<FuzzyDate> date) {
        String words = date.map(FuzzyDate::verbatim).orElse("");
        boolean same = before.get(name) instanceof Map<?, ?> map && words.equals(map.get("verbatim"));
        if (!same) {
            put(fields, name, date.map(FormValues::of).orElse(Map.of()));
        }
    }

    private static Object kept(String name, String text) {
        String said = text.strip();
        return WHOLE.contains(name) && said.matches("\\d{1,6}") ? (Object) Integer.valueOf(said) : said;
    }

    private static void put(Map<String, Object> fields, String name, Object value) {
        boolean empty = value.equals("")
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
        if (empty) {
            fields.remove(name);
        } else {
            fields.put(name, value);
        }
    }
}
