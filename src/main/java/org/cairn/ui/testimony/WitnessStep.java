package org.cairn.ui.testimony;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.questions.FormView;
import org.kordamp.ikonli.material2.Material2MZ;

/// The witness by pseudonym; and, apart, a form that seals who they are.
final class WitnessStep extends VBox {

    private final WitnessViewModel model;
    private final Words words;
    private final Messages area;

    WitnessStep(WitnessViewModel model, Reference witness, Desk desk) {
        this.model = model;
        this.words = desk.words();
        this.area = words.of("testimony");
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.witness")),
                        Headed.quiet(area.text("witness.line", witness)),
                        new Notice("witness-notice", model.toldProperty(), words.of("shell")),
                        whose(witness, new FormWords(words, desk.archive().ownForms())),
                        identity(model.identity()));
        if (model.mayOpenIdentity()) {
            getChildren().add(new IdentityCard(desk, witness));
        }
    }

    private VBox whose(Reference witness, FormWords terms) {
        CodePicker<String> category = new CodePicker<>(
                "witness-category",
                terms.offered("witness-category").keySet(),
                code -> terms.term("witness-category", code).orElse(code));
        category.valueProperty().bindBidirectional(model.categoryProperty());
        LanguagePicker language = new LanguagePicker("witness-language", words);
        language.valueProperty().bindBidirectional(model.languageProperty());
        CodePicker<Protection> protection =
                new CodePicker<>("witness-protection", List.of(Protection.values()), words::protection);
        protection.valueProperty().bindBidirectional(model.protectionProperty());
        CheckBox insider = new CheckBox(area.text("witness.insider"));
        insider.setId("witness-insider");
        insider.setWrapText(true);
        insider.selectedProperty().bindBidirectional(model.insiderProperty());
        TextArea note = new TextArea();
        note.setId("witness-note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        note.textProperty().bindBidirectional(model.noteProperty());
        return Headed.card(
                area.text("witness.card", witness),
                Forms.twoColumns(
                        FieldRow.of(area.text("witness.category"), category),
                        FieldRow.of(area.text("witness.language"), language),
                        FieldRow.of(area.text("witness.protection"), protection)),
                insider,
                FieldRow.of(area.text("witness.note"), note).helped(area.text("witness.noteHelp")),
                questions(),
                Glyphs.button("witness-keep", Material2MZ.SAVE, area.text("witness.keep"), model::keep));
    }

    /// What the organisation asks of every witness, kept with what stands above.
    private VBox questions() {
        VBox place = new VBox();
        model.questionsProperty().subscribe(asked -> {
            place.getChildren().clear();
            if (asked != null) {
                place.getChildren().add(new QuestionCards("witness-questions", asked, words, WitnessStep::titled));
            }
        });
        return place;
    }

    private static VBox titled(String title, FormView form) {
        Label heading = new Label(title);
        heading.getStyleClass().add("card-title");
        return new VBox(12, heading, form);
    }

    private VBox identity(IdentityForm form) {
        FuzzyDateField born = new FuzzyDateField("identity-born", words).keepingWords();
        born.valueProperty().bindBidirectional(form.born);
        born.typing().textProperty().bindBidirectional(form.bornTyped);
        Label known = Headed.quiet(area.text("identity.known"));
        known.setId("identity-known");
        known.visibleProperty().bind(form.knownProperty());
        known.managedProperty().bind(form.knownProperty());
        Label unsaved = Glyphs.label(Material2MZ.WARNING, area.text("identity.unsaved"), "caution");
        unsaved.setId("identity-unsaved");
        unsaved.setWrapText(true);
        unsaved.setMinHeight(USE_PREF_SIZE);
        VBox card = Headed.card(
                area.text("identity.card"),
                Headed.quiet(area.text("identity.line")),
                known,
                unsaved,
                Forms.twoColumns(
                        FieldRow.of(area.text("identity.name"), field("name", form.name)),
                        FieldRow.of(area.text("identity.aliases"), field("aliases", form.aliases))
                                .helped(area.text("identity.several")),
                        FieldRow.of(area.text("identity.born"), born, born.typing()),
                        FieldRow.of(area.text("identity.contact"), field("contact", form.contact)),
                        FieldRow.of(area.text("identity.family"), field("family", form.family))
                                .helped(area.text("identity.several"))),
                Glyphs.button("identity-seal", Material2MZ.SECURITY, area.text("identity.seal"), form::seal));
        card.getStyleClass().add("card-sealed");
        return card;
    }

    private static TextField field(String name, StringProperty value) {
        TextField field = new TextField();
        field.setId("identity-" + name);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
