package org.cairn.ui.testimony;

import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;

/// Whose words, and how much is to be taken down now. A short first account needs five fields only.
final class StartView extends VBox {

    private final Messages area;
    private final StartViewModel model;
    private final CodePicker<String> category;
    private final LanguagePicker language;
    private final LanguagePicker speaks;
    private final FuzzyDateField date;
    private final TextField place = new TextField();
    private final TextField known = new TextField();
    private final CheckBox insider = new CheckBox();
    private final RadioButton shortAccount = new RadioButton();
    private final RadioButton fullStatement = new RadioButton();

    /// @param begin goes on with the statement that was begun
    StartView(Desk desk, Runnable leave, Consumer<StatementDraft> begin) {
        this.area = desk.words().of("testimony");
        this.model = new StartViewModel(desk);
        Map<String, String> categories =
                new FormWords(desk.words(), desk.archive().ownForms()).offered("witness-category");
        category = new CodePicker<>("start-category", categories.keySet(), code -> categories.getOrDefault(code, code));
        language = new LanguagePicker("start-language", desk.words());
        speaks = new LanguagePicker("start-speaks", desk.words());
        date = new FuzzyDateField("start-date", desk.words()).keepingWords();
        place.setId("start-place");
        known.setId("start-known");
        known.setPromptText("W-0001");
        insider.setId("start-insider");
        insider.setText(area.text("witness.insider"));
        insider.setWrapText(true);
        category.valueProperty().bindBidirectional(model.category);
        language.valueProperty().bindBidirectional(model.language);
        speaks.valueProperty().bindBidirectional(model.speaks);
        date.valueProperty().bindBidirectional(model.date);
        place.textProperty().bindBidirectional(model.place);
        known.textProperty().bindBidirectional(model.known);
        insider.selectedProperty().bindBidirectional(model.insider);
        Headed page = new Headed(area.text("start.title"), area.text("start.line"));
        page.setId("start");
        Button go = Glyphs.primary("start-begin", area.text("start.begin"), () -> model.start(begin));
        page.getChildren()
                .addAll(
                        new Notice(
                                "start-notice",
                                model.toldProperty(),
                                desk.words().of("shell")),
                        Headed.card(area.text("start.howMuch"), choices()),
                        Headed.card(
                                area.text("start.witness"),
                                Forms.twoColumns(
                                        FieldRow.of(area.text("witness.category"), category),
                                        FieldRow.of(area.text("start.language"), language),
                                        FieldRow.of(area.text("start.speaks"), speaks)
                                                .helped(area.text("start.speaksHelp")),
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
        fullStatement.setSelected(true);
        shortAccount.selectedProperty().bindBidirectional(model.brief);
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

    /// Puts the cursor into the first field.
    void begin() {
        Focus.on(category);
    }
}
