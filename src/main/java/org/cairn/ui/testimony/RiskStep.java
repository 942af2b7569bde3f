package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.DatePicker;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// What threatens the witness, and what is done about it, before anything else is asked.
final class RiskStep extends VBox {

    private static final List<Integer> SCALE = List.of(1, 2, 3, 4, 5);

    private final Desk desk;
    private final Reference witness;
    private final Messages area;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final VBox threats = new VBox(12);
    private final List<ThreatRow> rows = new ArrayList<>();
    private final DatePicker review = new DatePicker();
    private final TextField safe = new TextField();
    private final TextArea never = new TextArea();

    RiskStep(Desk desk, Reference witness) {
        this.desk = desk;
        this.witness = witness;
        this.area = desk.words().of("testimony");
        getStyleClass().add("step");
        review.setId("risk-review");
        review.setMaxWidth(Double.MAX_VALUE);
        safe.setId("risk-safe-contact");
        never.setId("risk-never");
        never.setPrefRowCount(2);
        never.setWrapText(true);
        addThreat();
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.risk")),
                        Headed.quiet(area.text("risk.line")),
                        new Notice("risk-notice", told, desk.words().of("shell")),
                        Headed.card(
                                area.text("risk.threats"),
                                threats,
                                Glyphs.button("risk-add", Material2AL.ADD, area.text("risk.add"), this::addThreat)),
                        Headed.card(
                                area.text("risk.contact"),
                                Forms.twoColumns(
                                        FieldRow.of(area.text("risk.safe"), safe)
                                                .helped(area.text("risk.safeHelp")),
                                        FieldRow.of(area.text("risk.review"), review)),
                                FieldRow.of(area.text("risk.never"), never).helped(area.text("risk.neverHelp"))),
                        Glyphs.primary("risk-keep", area.text("risk.keep"), this::keep));
    }

    private void addThreat() {
        ThreatRow row = new ThreatRow(rows.size() + 1);
        rows.add(row);
        threats.getChildren().add(row);
    }

    private void keep() {
        List<RiskAssessment.Threat> given =
                rows.stream().map(ThreatRow::threat).flatMap(Optional::stream).toList();
        RiskAssessment risk = new RiskAssessment(
                witness,
                given,
                Optional.ofNullable(review.getValue()),
                never.getText()
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                safe.getText().strip());
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().assess(risk),
                        kept -> told.set(Told.success(area.text("risk.kept", kept.reference()))),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// One threat: what, how likely, how grave, what is done.
    private final class ThreatRow extends VBox {

        private final TextField what = new TextField();
        private final TextField measures = new TextField();
        private final CodePicker<Integer> likelihood;
        private final CodePicker<Integer> impact;

        ThreatRow(int number) {
            super(8);
            what.setId("risk-threat-" + number);
            measures.setId("risk-measures-" + number);
            likelihood =
                    new CodePicker<>("risk-likelihood-" + number, SCALE, value -> area.text("risk.likely." + value));
            impact = new CodePicker<>("risk-impact-" + number, SCALE, value -> area.text("risk.grave." + value));
            likelihood.setValue(3);
            impact.setValue(3);
            FieldRow description = FieldRow.of(area.text("risk.threat"), what);
            HBox.setHgrow(description, Priority.ALWAYS);
            FieldRow likely = FieldRow.of(area.text("risk.likelihood"), likelihood);
            FieldRow grave = FieldRow.of(area.text("risk.impact"), impact);
            likely.setMinWidth(170);
            grave.setMinWidth(170);
            getChildren()
                    .addAll(
                            new HBox(12, description, likely, grave),
                            FieldRow.of(area.text("risk.measures"), measures));
        }

        Optional<RiskAssessment.Threat> threat() {
            if (what.getText().isBlank()) {
                return Optional.empty();
            }
            List<String> done = measures.getText().isBlank()
                    ? List.of()
                    : List.of(measures.getText().strip().split("\\s*;\\s*"));
            return Optional.of(
                    new RiskAssessment.Threat(what.getText().strip(), likelihood.getValue(), impact.getValue(), done));
        }
    }
}
