package org.cairn.ui.testimony;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Whose words, and how much is to be taken down now. A short first account needs five fields only.
final class StartView extends VBox {

    private final Desk desk;
    private final Messages area;
    private final Consumer<StatementDraft> begin;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final CodePicker<String> category;
    private final LanguagePicker language;
    private final FuzzyDateField date;
    private final TextField place = new TextField();
    private final TextField known = new TextField();
    private final CheckBox insider = new CheckBox();
    private final RadioButton shortAccount = new RadioButton();
    private final RadioButton fullStatement = new RadioButton();

    /// @param begin goes on with the statement that was begun
    StartView(Desk desk, Runnable leave, Consumer<StatementDraft> begin) {
        this.desk = desk;
        this.begin = begin;
        this.area = desk.words().of("testimony");
        category = new CodePicker<>(
                "start-category",
                Vocabulary.codes("witness-category"),
                code -> desk.words().vocabulary("witness-category", code));
        language = new LanguagePicker("start-language", desk.words());
        date = new FuzzyDateField("start-date", desk.words());
        place.setId("start-place");
        known.setId("start-known");
        known.setPromptText("W-0001");
        insider.setId("start-insider");
        insider.setText(area.text("witness.insider"));
        insider.setWrapText(true);
        Headed page = new Headed(area.text("start.title"), area.text("start.line"));
        page.setId("start");
        Button go = Glyphs.primary("start-begin", area.text("start.begin"), this::start);
        page.getChildren()
                .addAll(
                        new Notice("start-notice", told, desk.words().of("shell")),
                        Headed.card(area.text("start.howMuch"), choices()),
                        Headed.card(
                                area.text("start.witness"),
                                Forms.twoColumns(
                                        FieldRow.of(area.text("witness.category"), category),
                                        FieldRow.of(area.text("start.language"), language),
                                        FieldRow.of(area.text("interview.date"), date, date.typing()),
                                        FieldRow.of(area.text("interview.place"), place)
                                                .helped(area.text("interview.placeHelp"))),
                                insider,
                                FieldRow.of(area.text("start.known"), known).helped(area.text("start.knownHelp"))),
                        new javafx.scene.layout.HBox(
                                12, go, Glyphs.button("start-leave", area.text("start.leave"), leave)));
        getChildren().add(Headed.scrolling(page));
    }

    private VBox choices() {
        ToggleGroup group = new ToggleGroup();
        shortAccount.setId("start-short");
        shortAccount.setText(area.text("start.short"));
        shortAccount.setToggleGroup(group);
        fullStatement.setId("start-full");
        fullStatement.setText(area.text("start.full"));
        fullStatement.setToggleGroup(group);
        shortAccount.setSelected(true);
        return new VBox(
                8,
                shortAccount,
                indented(area.text("start.shortHelp")),
                fullStatement,
                indented(area.text("start.fullHelp")));
    }

    private static javafx.scene.control.Label indented(String text) {
        var label = Headed.quiet(text);
        label.getStyleClass().add("indented");
        return label;
    }

    private void start() {
        told.set(null);
        if (!known.getText().isBlank()) {
            startWithKnown();
            return;
        }
        String chosen = category.getValue();
        LanguageTag spoken = language.getValue();
        if (chosen == null || spoken == null) {
            told.set(Told.warning(area.text("start.missing"), area.text("start.missing.do")));
            return;
        }
        Witness witness = new Witness(chosen, spoken, Protection.CONFIDENTIAL, insider.isSelected(), "");
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().keep(witness, Optional.empty()),
                        kept -> begin.accept(draft(kept.reference(), spoken)),
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void startWithKnown() {
        Optional<Reference> reference = Reference.tryParse(known.getText());
        if (reference.isEmpty()) {
            told.set(Told.warning(area.text("start.noReference"), area.text("start.noReference.do")));
            return;
        }
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(reference.get()).record(),
                        record -> {
                            if (record instanceof Witness witness) {
                                LanguageTag spoken =
                                        Optional.ofNullable(language.getValue()).orElse(witness.language());
                                begin.accept(draft(reference.get(), spoken));
                            } else {
                                told.set(Told.warning(
                                        area.text("start.noReference"), area.text("start.noReference.do")));
                            }
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private StatementDraft draft(Reference witness, LanguageTag spoken) {
        StatementDraft draft = new StatementDraft(witness);
        draft.kind.set(shortAccount.isSelected() ? InterviewKind.FIRST_ACCOUNT : InterviewKind.FULL_STATEMENT);
        draft.language.set(spoken);
        draft.date.set(date.valueProperty().get());
        draft.place.set(place.getText().strip());
        draft.interviewer.set(desk.archive().user().name());
        return draft;
    }

    /// Puts the cursor into the first field.
    void begin() {
        category.requestFocus();
    }
}
