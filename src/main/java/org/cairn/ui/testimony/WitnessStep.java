package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Identity;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
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
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// The witness by pseudonym; and, apart, a form that seals who they are.
final class WitnessStep extends VBox {

    private final Desk desk;
    private final Reference witness;
    private final Messages area;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final CodePicker<String> category;
    private final LanguagePicker language;
    private final CodePicker<Protection> protection;
    private final CheckBox insider = new CheckBox();
    private final TextArea note = new TextArea();
    private final TextField name = new TextField();
    private final TextField aliases = new TextField();
    private final FuzzyDateField born;
    private final TextField contact = new TextField();
    private final TextField family = new TextField();
    private int revision;

    WitnessStep(Desk desk, Reference witness) {
        this.desk = desk;
        this.witness = witness;
        Words words = desk.words();
        this.area = words.of("testimony");
        getStyleClass().add("step");
        category = new CodePicker<>(
                "witness-category",
                Vocabulary.codes("witness-category"),
                code -> words.vocabulary("witness-category", code));
        language = new LanguagePicker("witness-language", words);
        protection = new CodePicker<>("witness-protection", List.of(Protection.values()), words::protection);
        insider.setId("witness-insider");
        insider.setText(area.text("witness.insider"));
        insider.setWrapText(true);
        note.setId("witness-note");
        note.setPrefRowCount(2);
        note.setWrapText(true);
        name.setId("identity-name");
        aliases.setId("identity-aliases");
        born = new FuzzyDateField("identity-born", words);
        contact.setId("identity-contact");
        family.setId("identity-family");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.witness")),
                        Headed.quiet(area.text("witness.line", witness)),
                        new Notice("witness-notice", told, words.of("shell")),
                        Headed.card(
                                area.text("witness.card", witness),
                                Forms.twoColumns(
                                        FieldRow.of(area.text("witness.category"), category),
                                        FieldRow.of(area.text("witness.language"), language),
                                        FieldRow.of(area.text("witness.protection"), protection)),
                                insider,
                                FieldRow.of(area.text("witness.note"), note).helped(area.text("witness.noteHelp")),
                                Glyphs.button("witness-keep", Material2MZ.SAVE, area.text("witness.keep"), this::keep)),
                        identity());
        load();
    }

    private VBox identity() {
        VBox card = Headed.card(
                area.text("identity.card"),
                Headed.quiet(area.text("identity.line")),
                Forms.twoColumns(
                        FieldRow.of(area.text("identity.name"), name),
                        FieldRow.of(area.text("identity.aliases"), aliases).helped(area.text("identity.several")),
                        FieldRow.of(area.text("identity.born"), born, born.typing()),
                        FieldRow.of(area.text("identity.contact"), contact),
                        FieldRow.of(area.text("identity.family"), family).helped(area.text("identity.several"))),
                Glyphs.button("identity-seal", Material2MZ.SECURITY, area.text("identity.seal"), this::sealIdentity));
        card.getStyleClass().add("card-sealed");
        return card;
    }

    private void load() {
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(witness),
                        this::fill,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void fill(Revision found) {
        revision = found.number();
        if (found.record() instanceof Witness known) {
            category.setValue(known.category());
            language.setValue(known.language());
            protection.setValue(known.protection());
            insider.setSelected(known.insider());
            note.setText(known.note());
        }
    }

    private void keep() {
        Witness changed = new Witness(
                Optional.ofNullable(category.getValue()).orElse(""),
                Optional.ofNullable(language.getValue()).orElse(LanguageTag.UNDETERMINED),
                Optional.ofNullable(protection.getValue()).orElse(Protection.CONFIDENTIAL),
                insider.isSelected(),
                note.getText().strip());
        int basedOn = revision;
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().revise(witness, changed, basedOn),
                        kept -> {
                            revision = kept.revision();
                            told.set(Told.success(area.text("witness.kept", witness)));
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void sealIdentity() {
        if (name.getText().isBlank()) {
            told.set(Told.warning(area.text("identity.nameMissing"), area.text("identity.nameMissing.do")));
            return;
        }
        Identity identity = new Identity(
                name.getText().strip(),
                several(aliases),
                born.valueProperty().get(),
                contact.getText().strip(),
                several(family),
                "");
        desk.tasks()
                .run(
                        () -> desk.archive().witnesses().keepIdentity(witness, identity),
                        () -> {
                            List.of(name, aliases, contact, family).forEach(TextField::clear);
                            born.typing().clear();
                            told.set(Told.success(area.text("identity.sealed", witness)));
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private static List<String> several(TextField field) {
        return field.getText().isBlank()
                ? List.of()
                : List.of(field.getText().strip().split("\\s*[;،؛]\\s*"));
    }
}
