package org.cairn.ui.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.FormRecord;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.ItemViewModel.Item;

/// A record that is a filled-in form: a person spoken of, a place, an event, a payment, an examination.
final class FieldsPane extends ScrollPane {

    private static final List<String> VOCABULARIES =
            List.of("consent-scope", "facility-type", "payment-kind", "alleged-role", "basis", "protection");

    private final Words words;

    FieldsPane(Words words, Item item) {
        this.words = words;
        Messages own = words.of("evidence");
        Facts facts = new Facts("field");
        item.record().when().ifPresent(date -> facts.with(own.text("column.date"), date.verbatim()));
        item.record().concerns().ifPresent(witness -> facts.with(own.text("intake.witness"), witness.toString()));
        if (item.record() instanceof FormRecord form) {
            form.fields().forEach((name, value) -> add(facts, spaced(name), value));
        }
        VBox page = new VBox(Headed.card(
                own.text("kind." + item.revision().reference().kind().code()), facts));
        page.getStyleClass().add("tab-page");
        setId("fields");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
    }

    private void add(Facts facts, String name, Object value) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((key, inner) -> add(facts, name + " · " + spaced(String.valueOf(key)), inner));
            case List<?> list -> {
                if (list.stream().noneMatch(Map.class::isInstance)) {
                    facts.with(name, list.stream().map(this::said).collect(Collectors.joining(" · ")));
                    return;
                }
                for (int i = 0; i < list.size(); i++) {
                    add(facts, name + " " + (i + 1), list.get(i));
                }
            }
            default -> facts.with(name, said(value));
        }
    }

    /// Codes of the vocabularies in words; what a form keeps beside them as it is kept.
    private String said(Object value) {
        String code = String.valueOf(value);
        return value instanceof Boolean
                ? words.of("custody").text("value." + code)
                : VOCABULARIES.stream()
                        .map(list -> words.vocabulary(list, code))
                        .filter(name -> !name.equals(code))
                        .findFirst()
                        .orElse(code);
    }

    /// `lengthMm` as `length mm`: the fields of a form are free, their names are for scripts.
    private static String spaced(String name) {
        return name.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    }
}
