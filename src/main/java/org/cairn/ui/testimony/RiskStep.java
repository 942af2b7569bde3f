package org.cairn.ui.testimony;

import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// What threatens the witness, and what is done about it, before anything else is asked.
final class RiskStep extends VBox {

    private static final List<Integer> SCALE = List.of(1, 2, 3, 4, 5);

    private final RiskViewModel model;
    private final Messages area;
    private final VBox threats = new VBox(12);

    RiskStep(RiskViewModel model, Words words) {
        this.model = model;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        model.threats().addListener((ListChangeListener<ThreatDraft>) change -> draw());
        draw();
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.risk")),
                        Headed.quiet(area.text("risk.line")),
                        new Notice("risk-notice", model.toldProperty(), words.of("shell")),
                        Headed.card(
                                area.text("risk.threats"),
                                threats,
                                Glyphs.button("risk-add", Material2AL.ADD, area.text("risk.add"), this::add)),
                        Headed.card(area.text("risk.contact"), contact()),
                        Glyphs.primary("risk-keep", area.text("risk.keep"), model::keep));
    }

    private VBox contact() {
        TextField safe = new TextField();
        safe.setId("risk-safe-contact");
        safe.textProperty().bindBidirectional(model.safeContactProperty());
        DatePicker review = new DatePicker();
        review.setId("risk-review");
        review.setMaxWidth(Double.MAX_VALUE);
        review.valueProperty().bindBidirectional(model.reviewProperty());
        TextArea never = new TextArea();
        never.setId("risk-never");
        never.setPrefRowCount(2);
        never.setWrapText(true);
        never.textProperty().bindBidirectional(model.neverProperty());
        return new VBox(
                12,
                Forms.twoColumns(
                        FieldRow.of(area.text("risk.safe"), safe).helped(area.text("risk.safeHelp")),
                        FieldRow.of(area.text("risk.review"), review)),
                FieldRow.of(area.text("risk.never"), never).helped(area.text("risk.neverHelp")));
    }

    private void add() {
        model.addThreat();
        threats.lookup("#risk-threat-" + model.threats().size()).requestFocus();
    }

    private void draw() {
        threats.getChildren().clear();
        for (int i = 0; i < model.threats().size(); i++) {
            threats.getChildren().add(row(i + 1, model.threats().get(i)));
        }
    }

    private VBox row(int number, ThreatDraft threat) {
        TextField what = new TextField();
        what.setId("risk-threat-" + number);
        what.textProperty().bindBidirectional(threat.what);
        TextField measures = new TextField();
        measures.setId("risk-measures-" + number);
        measures.textProperty().bindBidirectional(threat.measures);
        CodePicker<Integer> likelihood =
                new CodePicker<>("risk-likelihood-" + number, SCALE, value -> area.text("risk.likely." + value));
        likelihood.valueProperty().bindBidirectional(threat.likelihood);
        CodePicker<Integer> impact =
                new CodePicker<>("risk-impact-" + number, SCALE, value -> area.text("risk.grave." + value));
        impact.valueProperty().bindBidirectional(threat.impact);
        FieldRow description = FieldRow.of(area.text("risk.threat"), what);
        HBox.setHgrow(description, Priority.ALWAYS);
        FieldRow likely = FieldRow.of(area.text("risk.likelihood"), likelihood);
        FieldRow grave = FieldRow.of(area.text("risk.impact"), impact);
        likely.setMinWidth(170);
        grave.setMinWidth(170);
        return new VBox(8, new HBox(12, description, likely, grave), FieldRow.of(area.text("risk.measures"), measures));
    }
}
