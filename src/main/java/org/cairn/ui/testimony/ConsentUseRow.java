package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.BooleanBinding;
import javafx.collections.MapChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.StandingConsent;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// One use: what counts now, statement by statement and recipient by recipient, and what is decided now.
///
/// Recipient and conditions are asked for only where the decision calls for them.
final class ConsentUseRow extends VBox {

    private static final double STANDING_WIDTH = 190;
    private static final double PICKER_WIDTH = 225;

    private final ConsentUse use;
    private final Words words;
    private final Messages area;
    private final String called;
    private final VBox standing = new VBox(6);
    private final VBox details = new VBox(10);

    ConsentUseRow(ConsentUse use, ConsentViewModel model, Words words) {
        this.use = use;
        this.words = words;
        this.area = words.of("testimony");
        this.called = words.vocabulary("consent-scope", use.code());
        standing.setId("consent-standing-" + use.code());
        standing.getStyleClass().add("consent-standing");
        details.setId("consent-details-" + use.code());
        details.getStyleClass().add("consent-details");
        ask();
        setSpacing(8);
        getChildren().addAll(line(model), details);
        model.standing().addListener((MapChangeListener<String, List<StandingConsent>>)
                change -> show(model.standing().getOrDefault(use.code(), List.of())));
        show(model.standing().getOrDefault(use.code(), List.of()));
    }

    private HBox line(ConsentViewModel model) {
        Label name = new Label(called);
        name.setWrapText(true);
        name.getStyleClass().add("consent-use");
        name.setMaxWidth(Double.MAX_VALUE);
        SpokenLabel theirs = SpokenLabel.among("consent-spoken-" + use.code(), "use." + use.code(), model.spoken());
        VBox names = new VBox(2, name, theirs);
        HBox.setHgrow(names, Priority.ALWAYS);
        standing.setMinWidth(STANDING_WIDTH);
        standing.setMaxWidth(STANDING_WIDTH);
        HBox line = new HBox(14, names, standing, picker());
        line.setFillHeight(false);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    private CodePicker<ConsentDecision> picker() {
        CodePicker<ConsentDecision> picker = new CodePicker<>(
                "consent-" + use.code(),
                List.of(ConsentDecision.values()),
                code -> words.vocabulary("consent-decision", code.name()));
        picker.setAccessibleText(called);
        picker.setPromptText(area.text("consent.decide"));
        picker.setMinWidth(PICKER_WIDTH);
        picker.setMaxWidth(PICKER_WIDTH);
        picker.valueProperty().bindBidirectional(use.decision);
        return picker;
    }

    private void ask() {
        BooleanBinding decided = use.decision.isNotNull();
        BooleanBinding conditional = use.decision.isEqualTo(ConsentDecision.CONDITIONAL);
        if (use.reachesSomebody()) {
            details.getChildren().add(shown(recipient(), decided));
        }
        details.getChildren().add(shown(conditions(), conditional));
        BooleanBinding any = use.reachesSomebody() ? decided : conditional;
        shown(details, any);
    }

    private static Node shown(Node node, BooleanBinding when) {
        node.managedProperty().bind(when);
        node.visibleProperty().bind(when);
        return node;
    }

    private FieldRow recipient() {
        TextField field = new TextField();
        field.setId("consent-recipient-" + use.code());
        field.textProperty().bindBidirectional(use.recipient);
        FieldRow row = FieldRow.of(area.text("consent.recipient"), field)
                .helped(area.text(use.needsRecipient() ? "consent.recipientNamed" : "consent.recipientHelp"));
        field.setAccessibleText(area.text("consent.of", area.text("consent.recipient"), called));
        return row;
    }

    private VBox conditions() {
        FlowPane ticks = new FlowPane(16, 8);
        for (String code : Vocabulary.codes("consent-condition")) {
            CheckBox tick = new CheckBox(words.vocabulary("consent-condition", code));
            tick.setId("consent-condition-" + use.code() + "-" + code);
            tick.setSelected(use.ticked.contains(code));
            tick.setAccessibleText(area.text("consent.of", tick.getText(), called));
            tick.selectedProperty().subscribe((was, is) -> {
                if (is) {
                    use.ticked.add(code);
                } else {
                    use.ticked.remove(code);
                }
            });
            use.ticked.addListener((SetChangeListener<String>) change -> tick.setSelected(use.ticked.contains(code)));
            ticks.getChildren().add(tick);
        }
        TextArea own = new TextArea();
        own.setId("consent-conditions-" + use.code());
        own.setPrefRowCount(2);
        own.setWrapText(true);
        own.textProperty().bindBidirectional(use.ownConditions);
        FieldRow row = FieldRow.of(area.text("consent.conditionsOwn"), own);
        own.setAccessibleText(area.text("consent.of", area.text("consent.conditionsOwn"), called));
        Label title = new Label(area.text("consent.conditions"));
        title.getStyleClass().add("field-name");
        return new VBox(8, title, ticks, row);
    }

    private void show(List<StandingConsent> decisions) {
        standing.getChildren()
                .setAll(
                        decisions.isEmpty()
                                ? List.of(Badge.neutral(area.text("consent.never")))
                                : decisions.stream().map(this::decision).toList());
    }

    private Node decision(StandingConsent decision) {
        VBox line = new VBox(2, badge(decision));
        String said = said(decision);
        if (!said.isEmpty()) {
            Label label = Headed.quiet(said);
            label.getStyleClass().add("consent-said");
            line.getChildren().add(label);
        }
        return line;
    }

    private Badge badge(StandingConsent decision) {
        String said = words.vocabulary(
                "consent-decision", decision.consent().decision().name());
        if (decision.consent().decision().allows() && !decision.standing().permits()) {
            return Badge.waiting(said);
        }
        return switch (decision.consent().decision()) {
            case GRANTED -> Badge.good(said);
            case CONDITIONAL, DEFERRED -> Badge.waiting(said);
            case REFUSED, WITHDRAWN -> Badge.bad(said);
        };
    }

    /// For whom, of what, how long, on which conditions, and why it does not count today.
    private String said(StandingConsent decision) {
        Consent consent = decision.consent();
        List<String> parts = new ArrayList<>();
        consent.recipient()
                .ifPresent(who -> parts.add(area.text("consent.standing.recipient", Direction.isolate(who))));
        consent.statement()
                .ifPresent(of -> parts.add(area.text("consent.standing.statement", Direction.isolate(of.toString()))));
        if (consent.decision().allows()) {
            consent.validFrom().ifPresent(day -> parts.add(area.text("consent.standing.from", words.day(day))));
            consent.expires().ifPresent(day -> parts.add(area.text("consent.standing.until", words.day(day))));
        }
        if (consent.decision() == ConsentDecision.CONDITIONAL) {
            consent.conditions().forEach(condition -> parts.add(words.vocabulary("consent-condition", condition)));
        }
        if (decision.standing().expired()) {
            parts.add(area.text("consent.standing.notToday"));
        }
        if (!decision.standing().lacking().isEmpty()) {
            parts.add(area.text(
                    "consent.standing.needs",
                    decision.standing().lacking().stream()
                            .map(code -> words.vocabulary("consent-scope", code))
                            .collect(Collectors.joining(" / "))));
        }
        return String.join("\n", parts);
    }
}
