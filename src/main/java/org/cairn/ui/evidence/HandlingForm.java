package org.cairn.ui.evidence;

import java.io.File;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.custody.Handling;
import org.cairn.domain.custody.Whereabouts;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.WorkViewModel.Work;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Where a thing is now, and what somebody has to tell of what was done to it.
final class HandlingForm extends VBox {

    private final Words words;
    private final Messages own;
    private final WorkViewModel model;
    private final FlowPane now = new FlowPane(18, 2);
    private final CodePicker<String> action;
    private final FuzzyDateField when;
    private final TextField handler = field("handle-handler");
    private final TextField from = field("handle-from");
    private final TextField to = field("handle-to");
    private final TextField place = field("handle-place");
    private final TextField why = field("handle-why");
    private final TextField condition = field("handle-condition");
    private final TextField seal = field("handle-seal");
    private final Label saidOfCorrected = new Label();
    private final HBox corrected = new HBox(12);

    HandlingForm(Words words, WorkViewModel model) {
        super(8);
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        this.action = new CodePicker<>(
                "handle-action", Vocabulary.codes("handling"), code -> words.vocabulary("handling", code));
        this.action.setValue("SEALED");
        this.when = new FuzzyDateField("handle-when", words);
        setId("handling");
        getChildren().addAll(new Notice("handling-notice", model.toldProperty(), words.of("shell")), now);
        if (model.mayWork()) {
            TitledPane told = new TitledPane(own.text("handle.title"), form());
            told.setId("handling-form");
            told.setExpanded(false);
            told.setAnimated(false);
            getChildren().add(told);
            model.correctingProperty().subscribe(line -> correct(told, line));
        }
        model.workProperty().subscribe(this::show);
    }

    private void show(@Nullable Work work) {
        now.getChildren().clear();
        if (work == null) {
            return;
        }
        Whereabouts at = work.whereabouts();
        fact("handle.holder", at.holder());
        fact("handle.place", at.place());
        fact("handle.seal", at.seal());
        fact("handle.condition", at.condition());
        now.setManaged(!now.getChildren().isEmpty());
    }

    private void fact(String name, String value) {
        if (!value.isBlank()) {
            now.getChildren().add(Headed.quiet(own.text("handle.fact", own.text(name), value)));
        }
    }

    /// Begins with what was told, so that only what was wrong is written anew.
    private void correct(TitledPane form, @Nullable CustodyEvent line) {
        corrected.setManaged(line != null);
        corrected.setVisible(line != null);
        if (line == null) {
            return;
        }
        saidOfCorrected.setText(own.text("handle.correcting", words.number(line.sequence())));
        action.setValue(line.action());
        handler.setText(told(line, "handler"));
        from.setText(told(line, "from"));
        to.setText(told(line, "to"));
        place.setText(told(line, "place"));
        why.setText(told(line, "why"));
        condition.setText(told(line, "condition"));
        seal.setText(told(line, "seal"));
        when.valueProperty().set(FuzzyDate.ofEdtf(told(line, "when"), told(line, "day")));
        form.setExpanded(true);
        handler.requestFocus();
    }

    private static String told(CustodyEvent line, String detail) {
        return line.details().getOrDefault(detail, "");
    }

    private void leaveCorrecting() {
        model.correctingProperty().set(null);
        clear();
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private VBox form() {
        FlowPane fields = new FlowPane(12, 8);
        add(fields, FieldRow.of(own.text("handle.action"), action));
        add(fields, FieldRow.of(own.text("handle.when"), when, when.typing()));
        add(fields, FieldRow.of(own.text("handle.handler"), handler));
        add(fields, FieldRow.of(own.text("handle.from"), from));
        add(fields, FieldRow.of(own.text("handle.to"), to));
        add(fields, FieldRow.of(own.text("handle.place"), place));
        add(fields, FieldRow.of(own.text("handle.why"), why));
        add(fields, FieldRow.of(own.text("handle.condition"), condition).helped(own.text("handle.condition.help")));
        add(fields, FieldRow.of(own.text("handle.seal"), seal));
        HBox buttons = new HBox(
                8,
                Glyphs.primary("handle-keep", own.text("handle.keep"), () -> keep(Optional.empty())),
                Glyphs.button(
                        "handle-receipt", Material2MZ.PRINT, own.text("handle.keepWithReceipt"), this::withReceipt));
        buttons.setAlignment(Pos.CENTER_LEFT);
        corrected
                .getChildren()
                .setAll(
                        saidOfCorrected,
                        Glyphs.button("handle-correct-leave", own.text("handle.correct.leave"), this::leaveCorrecting));
        corrected.setAlignment(Pos.CENTER_LEFT);
        return new VBox(12, Headed.quiet(own.text("handle.line")), corrected, fields, buttons);
    }

    private static void add(FlowPane fields, FieldRow row) {
        row.setPrefWidth(250);
        fields.getChildren().add(row);
    }

    private void withReceipt() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(own.text("handle.keepWithReceipt"));
        chooser.setInitialFileName(model.item() + ".pdf");
        File chosen = chooser.showSaveDialog(Objects.requireNonNull(getScene()).getWindow());
        if (chosen != null) {
            keep(Optional.of(chosen.toPath()));
        }
    }

    private void keep(Optional<Path> receipt) {
        if (when.misunderstood()) {
            model.toldProperty().set(Told.warning(own.text("date.unclear"), own.text("date.unclear.do")));
            return;
        }
        String what = action.getValue();
        var day = when.valueProperty().get();
        Optional<Long> corrects =
                Optional.ofNullable(model.correctingProperty().get()).map(CustodyEvent::sequence);
        String[] said = {
            handler.getText(),
            from.getText(),
            to.getText(),
            place.getText(),
            why.getText(),
            condition.getText(),
            seal.getText()
        };
        model.handle(
                () -> new Handling(what, day, said[0], said[1], said[2], said[3], said[4], said[5], said[6], corrects),
                receipt,
                this::clear);
    }

    private void clear() {
        for (TextField field : new TextField[] {handler, from, to, place, why, condition, seal}) {
            field.clear();
        }
        when.valueProperty().set(Optional.empty());
    }
}
