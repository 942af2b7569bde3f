package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.StringProperty;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.Holding;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;

/// Consent: how it was explained and answered, use by use, and how far it goes.
final class ConsentStep extends VBox {

    private final ConsentViewModel model;
    private final ConsentTerms terms;
    private final Words words;
    private final Messages area;
    private final RecorderViewModel recorder;
    private boolean recordedHere;

    ConsentStep(ConsentViewModel model, RecorderViewModel recorder, Words words) {
        this.model = model;
        this.recorder = recorder;
        this.terms = model.terms();
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        Button keep = Glyphs.primary("consent-keep", area.text("consent.keep"), model::keep);
        keep.disableProperty().bind(model.keepingProperty());
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.consent")),
                        Headed.quiet(area.text("consent.line")),
                        new Notice("consent-taken-up", model.takenUpProperty(), words.of("shell")),
                        Headed.card(area.text("consent.how"), script(), how(), recording()),
                        Headed.card(area.text("consent.uses"), uses()),
                        Headed.card(area.text("consent.reach"), reach()),
                        Headed.card(area.text("consent.sign"), sign()),
                        // said where the button is: the step is longer than the window
                        new Notice("consent-notice", model.toldProperty(), words.of("shell")),
                        holding(),
                        keep);
    }

    /// What is said before anything is asked, in the language it is explained in.
    private SpokenLabel script() {
        return new SpokenLabel("consent-script", "opening", model.spoken(), words);
    }

    /// Signing what was decided, on the screen: the signature is the proof of the decisions that are kept next.
    private SignaturePad sign() {
        return new SignaturePad(
                "consent-sign",
                model.signing(),
                words,
                item -> proved(ConsentMode.SIGNED, item),
                item -> proved(ConsentMode.THUMBPRINT, item));
    }

    private void proved(ConsentMode mode, Reference item) {
        terms.mode.set(mode);
        terms.proof.set(item.toString());
    }

    private GridPane how() {
        LanguagePicker language = new LanguagePicker("consent-language", words);
        language.valueProperty().bindBidirectional(terms.language);
        CodePicker<ConsentMode> mode = new CodePicker<>(
                "consent-mode", List.of(ConsentMode.values()), code -> words.vocabulary("consent-mode", code.name()));
        mode.valueProperty().bindBidirectional(terms.mode);
        TextField proof = field("consent-proof", terms.proof);
        proof.setPromptText("E-0001");
        return Forms.twoColumns(
                FieldRow.of(area.text("consent.language"), language),
                FieldRow.of(area.text("consent.explainedBy"), field("consent-explained-by", terms.explainedBy)),
                FieldRow.of(area.text("consent.interpreter"), field("consent-interpreter", terms.interpreter)),
                FieldRow.of(area.text("consent.mode"), mode),
                capacity(),
                FieldRow.of(area.text("consent.proof"), proof).helped(area.text("consent.proofHelp")));
    }

    /// What the witness says of it can be recorded: the recording is the proof then.
    private VBox recording() {
        recorder.recordingProperty().subscribe(on -> recordedHere |= on && getScene() != null);
        recorder.keptProperty().subscribe(kept -> {
            if (kept != null && recordedHere) {
                recordedHere = false;
                terms.proof.set(kept.toString());
                terms.mode.set(ConsentMode.ORAL_RECORDED);
            }
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.F6) {
                event.consume();
                recorder.startOrStop();
            }
        });
        VBox box =
                new VBox(8, Headed.quiet(words.of("sound").text("consent.record")), new RecorderBar(recorder, words));
        box.setPadding(new javafx.geometry.Insets(14, 0, 0, 0));
        return box;
    }

    /// What was seen of the witness's capacity; where somebody decides for them, who that is.
    private FieldRow capacity() {
        TextArea note = new TextArea();
        note.setId("consent-capacity");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(terms.capacity);
        FieldRow row = FieldRow.of(area.text("consent.capacity"), note);
        terms.mode.subscribe(mode ->
                row.helped(area.text(mode == ConsentMode.GUARDIAN ? "consent.guardianHelp" : "consent.capacityHelp")));
        return row;
    }

    private VBox uses() {
        VBox rows = new VBox();
        rows.getStyleClass().add("consent-uses");
        model.uses().forEach(use -> rows.getChildren().add(new ConsentUseRow(use, model, words)));
        return rows;
    }

    private VBox reach() {
        CodePicker<String> about =
                new CodePicker<>("consent-about", List.of(ConsentTerms.ALL, ConsentTerms.THIS), this::about);
        model.statements().forEach(statement -> offer(about, statement));
        model.statements().addListener((ListChangeListener<Summary>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(statement -> offer(about, statement));
            }
        });
        about.valueProperty().bindBidirectional(terms.about);
        FuzzyDateField from = date("consent-from", terms.from);
        FuzzyDateField until = date("consent-until", terms.until);
        return new VBox(
                14,
                FieldRow.of(area.text("consent.about"), about).helped(area.text("consent.aboutHelp")),
                Forms.twoColumns(
                        FieldRow.of(area.text("consent.from"), from, from.typing())
                                .helped(area.text("consent.fromHelp")),
                        FieldRow.of(area.text("consent.until"), until, until.typing())
                                .helped(area.text("consent.untilHelp"))));
    }

    private static void offer(CodePicker<String> about, Summary statement) {
        String code = statement.reference().toString();
        if (!about.getItems().contains(code)) {
            about.getItems().add(code);
        }
    }

    private String about(String code) {
        return switch (code) {
            case ConsentTerms.ALL ->
                area.text("consent.about.all", Direction.isolate(model.witness().toString()));
            case ConsentTerms.THIS ->
                model.current()
                        .map(kept -> area.text("consent.about.thisKept", Direction.isolate(kept.toString())))
                        .orElseGet(() -> area.text("consent.about.this"));
            default -> area.text("consent.about.one", Direction.isolate(code), title(code));
        };
    }

    private String title(String code) {
        return model.statements().stream()
                .filter(statement -> statement.reference().toString().equals(code))
                .map(Summary::title)
                .findFirst()
                .orElse("");
    }

    private FuzzyDateField date(String id, StringProperty typed) {
        FuzzyDateField field = new FuzzyDateField(id, words).wordsAlone();
        field.typing().textProperty().bindBidirectional(typed);
        return field;
    }

    private static TextField field(String id, StringProperty text) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(text);
        return field;
    }

    private Label holding() {
        Label label = Glyphs.label(org.kordamp.ikonli.material2.Material2MZ.WARNING, "", "caution");
        label.setId("consent-holding");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        label.managedProperty().bind(label.textProperty().isNotEmpty());
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        model.holdingProperty().subscribe(holding -> label.setText(held(holding)));
        return label;
    }

    private String held(@Nullable Holding holding) {
        if (holding == null || holding.nowhere()) {
            return "";
        }
        String bundles = String.join(
                ", ",
                holding.bundles().stream()
                        .map(Reference::toString)
                        .map(Direction::isolate)
                        .toList());
        String seen = bundles.isEmpty() ? "" : area.text("consent.holding", bundles);
        String unseen = holding.unseen() == 0 ? "" : area.text("consent.holdingUnseen", holding.unseen());
        return Optional.of(seen + " " + unseen).map(String::strip).orElse("");
    }
}
