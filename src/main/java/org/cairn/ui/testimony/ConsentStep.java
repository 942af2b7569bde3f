package org.cairn.ui.testimony;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.collections.ListChangeListener;
import javafx.collections.MapChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;

/// Consent, use by use.
final class ConsentStep extends VBox {

    private final ConsentViewModel model;
    private final Words words;
    private final Messages area;
    private final Map<String, HBox> standing = new LinkedHashMap<>();
    private final Map<String, CodePicker<ConsentDecision>> pickers = new LinkedHashMap<>();

    ConsentStep(ConsentViewModel model, Words words) {
        this.model = model;
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.consent")),
                        Headed.quiet(area.text("consent.line")),
                        new Notice("consent-notice", model.toldProperty(), words.of("shell")),
                        holding(),
                        Headed.card(area.text("consent.how"), how()),
                        Headed.card(area.text("consent.uses"), uses()),
                        Headed.card(area.text("consent.conditionsCard"), conditions()),
                        Glyphs.primary("consent-keep", area.text("consent.keep"), model::keep));
        MapChangeListener<String, Object> redraw = change -> refresh();
        model.standing().addListener(redraw);
        model.chosen().addListener(redraw);
        refresh();
    }

    private GridPane how() {
        LanguagePicker language = new LanguagePicker("consent-language", words);
        language.valueProperty().bindBidirectional(model.languageProperty());
        TextField explained = new TextField();
        explained.setId("consent-explained-by");
        explained.textProperty().bindBidirectional(model.explainedByProperty());
        TextField interpreter = new TextField();
        interpreter.setId("consent-interpreter");
        interpreter.textProperty().bindBidirectional(model.interpreterProperty());
        CodePicker<ConsentMode> mode = new CodePicker<>(
                "consent-mode", List.of(ConsentMode.values()), code -> words.vocabulary("consent-mode", code.name()));
        mode.valueProperty().bindBidirectional(model.modeProperty());
        return Forms.twoColumns(
                FieldRow.of(area.text("consent.language"), language),
                FieldRow.of(area.text("consent.explainedBy"), explained),
                FieldRow.of(area.text("consent.interpreter"), interpreter),
                FieldRow.of(area.text("consent.mode"), mode));
    }

    private VBox conditions() {
        TextArea lines = new TextArea();
        lines.setId("consent-conditions");
        lines.setPrefRowCount(2);
        lines.setWrapText(true);
        lines.textProperty().bindBidirectional(model.conditionsProperty());
        TextField recipient = new TextField();
        recipient.setId("consent-recipient");
        recipient.textProperty().bindBidirectional(model.recipientProperty());
        return new VBox(
                12,
                FieldRow.of(area.text("consent.conditions"), lines).helped(area.text("consent.conditionsHelp")),
                FieldRow.of(area.text("consent.recipient"), recipient).helped(area.text("consent.recipientHelp")));
    }

    private GridPane uses() {
        GridPane grid = new GridPane();
        grid.getStyleClass().add("consent-grid");
        ColumnConstraints wide = new ColumnConstraints();
        wide.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(wide, new ColumnConstraints(170), new ColumnConstraints(170));
        int row = 0;
        for (String scope : model.scopes()) {
            String name = words.vocabulary("consent-scope", scope);
            Label label = new Label(name);
            label.setWrapText(true);
            HBox badge = new HBox();
            badge.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
            CodePicker<ConsentDecision> picker = new CodePicker<>(
                    "consent-" + scope,
                    List.of(ConsentDecision.values()),
                    code -> words.vocabulary("consent-decision", code.name()));
            picker.setAccessibleText(name);
            picker.setPromptText(area.text("consent.decide"));
            picker.setValue(model.chosen().get(scope));
            picker.valueProperty().subscribe((from, to) -> choose(scope, to));
            standing.put(scope, badge);
            pickers.put(scope, picker);
            grid.addRow(row++, label, badge, picker);
        }
        return grid;
    }

    private void choose(String scope, @org.jspecify.annotations.Nullable ConsentDecision decision) {
        if (decision == null) {
            model.chosen().remove(scope);
        } else {
            model.chosen().put(scope, decision);
        }
    }

    private void refresh() {
        standing.forEach((scope, box) -> {
            Consent consent = model.standing().get(scope);
            box.getChildren().setAll(consent == null ? Badge.neutral(area.text("consent.never")) : badge(consent));
        });
        pickers.forEach((scope, picker) -> {
            ConsentDecision chosen = model.chosen().get(scope);
            if (picker.getValue() != chosen) {
                picker.setValue(chosen);
            }
        });
    }

    private Badge badge(Consent consent) {
        String name = words.vocabulary("consent-decision", consent.decision().name());
        return switch (consent.decision()) {
            case GRANTED -> Badge.good(name);
            case CONDITIONAL, DEFERRED -> Badge.waiting(name);
            case REFUSED, WITHDRAWN -> Badge.bad(name);
        };
    }

    private Label holding() {
        Label label = Headed.quiet("");
        label.setId("consent-holding");
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        model.holding().addListener((ListChangeListener<Reference>) change -> label.setText(
                model.holding().isEmpty()
                        ? ""
                        : area.text(
                                "consent.holding",
                                String.join(
                                        ", ",
                                        model.holding().stream()
                                                .map(Reference::toString)
                                                .toList()))));
        return label;
    }
}
