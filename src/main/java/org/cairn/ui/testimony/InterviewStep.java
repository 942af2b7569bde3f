package org.cairn.ui.testimony;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Conduct;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.Protection;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Where, when, in which language and in whose presence the statement is taken.
final class InterviewStep extends VBox {

    private final InterviewViewModel model;
    private final StatementDraft draft;
    private final Words words;
    private final Clock clock;
    private final Messages area;

    InterviewStep(InterviewViewModel model, Words words, Clock clock) {
        this.clock = clock;
        this.model = model;
        this.draft = model.draft();
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.interview")),
                        Headed.quiet(area.text("interview.line")),
                        Headed.card(area.text("interview.statement"), statement()),
                        Headed.card(area.text("interview.where"), where()),
                        Headed.card(area.text("prior.card"), prior()),
                        Headed.card(area.text("interview.interpreters"), interpreters()),
                        Headed.card(area.text("interview.present"), present()));
    }

    private VBox statement() {
        TextField title = new TextField();
        title.setId("interview-title");
        title.textProperty().bindBidirectional(draft.title);
        CodePicker<InterviewKind> kind = new CodePicker<>(
                "interview-kind",
                List.of(InterviewKind.values()),
                code -> words.vocabulary("interview-kind", code.name()));
        kind.valueProperty().bindBidirectional(draft.kind);
        LanguagePicker language = new LanguagePicker("interview-language", words);
        language.valueProperty().bindBidirectional(draft.language);
        CodePicker<Protection> protection =
                new CodePicker<>("interview-protection", List.of(Protection.values()), words::protection);
        protection.valueProperty().bindBidirectional(draft.protection);
        CheckBox reads = new CheckBox(area.text("interview.reads"));
        reads.setId("interview-reads");
        reads.selectedProperty().bindBidirectional(draft.witnessReads);
        return new VBox(
                12,
                FieldRow.of(area.text("interview.title"), title).helped(area.text("interview.titleHelp")),
                Forms.twoColumns(
                        FieldRow.of(area.text("interview.kind"), kind),
                        FieldRow.of(area.text("interview.language"), language),
                        FieldRow.of(area.text("interview.protection"), protection)),
                reads);
    }

    private javafx.scene.Node where() {
        FuzzyDateField date = new FuzzyDateField("interview-date", words).keepingWords();
        date.valueProperty().bindBidirectional(draft.date);
        TextField place = new TextField();
        place.setId("interview-place");
        place.textProperty().bindBidirectional(draft.place);
        TextField interviewer = new TextField();
        interviewer.setId("interview-interviewer");
        interviewer.textProperty().bindBidirectional(draft.interviewer);
        CodePicker<Interview.Recording> recording = new CodePicker<>(
                "interview-recording",
                List.of(Interview.Recording.values()),
                code -> words.vocabulary("recording", code.name()));
        recording.valueProperty().bindBidirectional(draft.recording);
        return Forms.twoColumns(
                FieldRow.of(area.text("interview.date"), date, date.typing()),
                FieldRow.of(area.text("interview.place"), place).helped(area.text("interview.placeHelp")),
                FieldRow.of(area.text("interview.interviewer"), interviewer),
                FieldRow.of(area.text("interview.training"), field("interview-training", draft.conduct.training)),
                FieldRow.of(area.text("interview.recording"), recording),
                FieldRow.of(area.text("interview.device"), field("interview-device", draft.conduct.device)),
                new MomentRow("interview-started", area.text("interview.started"), draft.conduct.started, clock, words),
                new MomentRow("interview-ended", area.text("interview.ended"), draft.conduct.ended, clock, words));
    }

    /// Being asked again harms: what was told before is known before anything is asked.
    private VBox prior() {
        TextField to = field("prior-to", model.priorTo);
        FuzzyDateField when = new FuzzyDateField("prior-when", words).keepingWords();
        // "two months ago" counts from the day of this interview
        draft.date.subscribe(day -> when.saidOn(day.flatMap(FuzzyDate::day)));
        draft.language.subscribe(spoken -> when.saidIn(Optional.ofNullable(spoken)));
        when.valueProperty().bindBidirectional(model.priorWhen);
        CheckBox written = new CheckBox(area.text("prior.written"));
        written.setId("prior-written");
        written.selectedProperty().bindBidirectional(model.priorWritten);
        Label warning = Glyphs.label(Material2MZ.WARNING, area.text("prior.warning"), "caution");
        warning.setId("prior-warning");
        warning.setWrapText(true);
        warning.setMinHeight(USE_PREF_SIZE);
        warning.visibleProperty().bind(Bindings.isNotEmpty(draft.conduct.priorAccounts));
        warning.managedProperty().bind(Bindings.isNotEmpty(draft.conduct.priorAccounts));
        return new VBox(
                12,
                Headed.quiet(area.text("prior.line")),
                warning,
                new Lines<>(draft.conduct.priorAccounts, this::said, area),
                Forms.twoColumns(
                        FieldRow.of(area.text("prior.to"), to),
                        FieldRow.of(area.text("prior.when"), when, when.typing()),
                        FieldRow.of(area.text("prior.note"), field("prior-note", model.priorNote)),
                        written),
                Glyphs.button("prior-add", Material2AL.ADD, area.text("prior.add"), model::addPrior));
    }

    private String said(Conduct.PriorAccount prior) {
        String when = prior.when().map(words.dates()::brief).orElse(area.text("prior.whenUnknown"));
        String how = area.text(prior.written() ? "prior.isWritten" : "prior.notWritten");
        return prior.note().isEmpty()
                ? area.text("prior.said", prior.to(), when, how)
                : area.text("prior.saidAnd", prior.to(), when, how, prior.note());
    }

    private static TextField field(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }

    private VBox interpreters() {
        Lines<Interview.Interpreter> lines = new Lines<>(draft.interpreters, this::said, area);
        TextField code = new TextField();
        code.setId("interpreter-code");
        LanguagePicker from = new LanguagePicker("interpreter-from", words);
        LanguagePicker to = new LanguagePicker("interpreter-to", words);
        CheckBox sworn = new CheckBox(area.text("interpreter.sworn"));
        sworn.setId("interpreter-sworn");
        CheckBox checked = new CheckBox(area.text("interpreter.checked"));
        checked.setId("interpreter-checked");
        code.textProperty().bindBidirectional(model.interpreter);
        from.valueProperty().bindBidirectional(model.from);
        to.valueProperty().bindBidirectional(model.to);
        sworn.selectedProperty().bindBidirectional(model.sworn);
        checked.selectedProperty().bindBidirectional(model.tiesAsked);
        return new VBox(
                12,
                lines,
                Forms.twoColumns(
                        FieldRow.of(area.text("interpreter.code"), code),
                        new HBox(
                                12,
                                grow(FieldRow.of(area.text("interpreter.from"), from)),
                                grow(FieldRow.of(area.text("interpreter.to"), to))),
                        sworn,
                        checked),
                oath(),
                Glyphs.button("interpreter-add", Material2AL.ADD, area.text("interpreter.add"), model::addInterpreter));
    }

    /// The oath, to be read out once somebody is named who takes it.
    private Label oath() {
        Label oath = new Label(model.spoken().oath().map(line -> line.words()).orElse(""));
        oath.setId("interpreter-oath");
        oath.setWrapText(true);
        oath.setMinHeight(USE_PREF_SIZE);
        oath.getStyleClass().add("spoken");
        oath.visibleProperty().bind(model.interpreter.isNotEmpty());
        oath.managedProperty().bind(model.interpreter.isNotEmpty());
        return oath;
    }

    private String said(Interview.Interpreter interpreter) {
        return area.text(
                "interpreter.said",
                interpreter.code(),
                words.language(interpreter.from()),
                words.language(interpreter.to()),
                area.text(interpreter.sworn() ? "interpreter.isSworn" : "interpreter.notSworn"));
    }

    private VBox present() {
        Lines<Interview.Presence> lines =
                new Lines<>(draft.present, person -> area.text("present.said", person.code(), person.role()), area);
        TextField code = new TextField();
        code.setId("present-code");
        TextField role = new TextField();
        role.setId("present-role");
        code.textProperty().bindBidirectional(model.present);
        role.textProperty().bindBidirectional(model.role);
        return new VBox(
                12,
                lines,
                Forms.twoColumns(
                        FieldRow.of(area.text("present.code"), code), FieldRow.of(area.text("present.role"), role)),
                Glyphs.button("present-add", Material2AL.ADD, area.text("present.add"), model::addPresent));
    }

    private static FieldRow grow(FieldRow row) {
        HBox.setHgrow(row, Priority.ALWAYS);
        return row;
    }
}
