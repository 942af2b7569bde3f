package org.cairn.ui.testimony;

import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Reference;
import org.cairn.domain.Signature;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LanguagePicker;
import org.cairn.ui.common.Words;

/// The quiet steps after the account: exhibits, read-back, declarations and signature.
final class ClosingSteps {

    private final StatementDraft draft;
    private final Words words;
    private final Messages area;

    ClosingSteps(StatementDraft draft, Words words) {
        this.draft = draft;
        this.words = words;
        this.area = words.of("testimony");
    }

    /// What was shown or referred to, paragraph by paragraph.
    VBox exhibits() {
        VBox lines = new VBox(12);
        for (int i = 0; i < draft.paragraphs.size(); i++) {
            lines.getChildren().add(exhibitsOf(i + 1, draft.paragraphs.get(i)));
        }
        return step("exhibits", area.text("exhibits.line"), Headed.card("", lines));
    }

    private FieldRow exhibitsOf(int number, ParagraphDraft paragraph) {
        TextField field = new TextField(joined(paragraph.exhibits()));
        field.setId("exhibits-" + number);
        field.setPromptText("E-0001, E-0002");
        field.textProperty()
                .subscribe(text -> paragraph
                        .exhibits()
                        .setAll(List.of(text.split("[,;\\s]+")).stream()
                                .flatMap(part -> Reference.tryParse(part).stream())
                                .distinct()
                                .toList()));
        FieldRow row = FieldRow.of(area.text("exhibits.paragraph", number, beginning(paragraph)), field);
        paragraph.exhibits().addListener((ListChangeListener<Reference>) change ->
                row.helped(area.text("exhibits.found", paragraph.exhibits().size())));
        return row;
    }

    private static String beginning(ParagraphDraft paragraph) {
        String text = paragraph.textProperty().get().strip().replaceAll("\\s+", " ");
        return text.length() <= 60
                ? text
                : text.substring(0, text.offsetByCodePoints(0, Math.min(60, text.codePointCount(0, text.length()))))
                        + "…";
    }

    private static String joined(List<Reference> references) {
        return references.stream().map(Reference::toString).collect(Collectors.joining(", "));
    }

    /// How it was read back.
    VBox readBack() {
        LanguagePicker language = new LanguagePicker("readback-language", words);
        language.valueProperty().bindBidirectional(draft.readBackLanguage);
        TextField by = new TextField();
        by.setId("readback-by");
        by.textProperty().bindBidirectional(draft.readBackBy);
        FuzzyDateField date = new FuzzyDateField("readback-date", words).keepingWords();
        date.valueProperty().bindBidirectional(draft.readBackDate);
        TextArea changes = new TextArea();
        changes.setId("readback-changes");
        changes.setPrefRowCount(4);
        changes.setWrapText(true);
        changes.textProperty().bindBidirectional(draft.readBackChanges);
        return step(
                "readBack",
                area.text("readBack.line"),
                Headed.card(
                        "",
                        Forms.twoColumns(
                                FieldRow.of(area.text("readBack.by"), by),
                                FieldRow.of(area.text("readBack.language"), language),
                                FieldRow.of(area.text("readBack.date"), date, date.typing())),
                        FieldRow.of(area.text("readBack.changes"), changes).helped(area.text("readBack.changesHelp"))));
    }

    /// What the witness declared, and how they signed.
    VBox declarations() {
        VBox ticks = new VBox(10);
        for (String code : Vocabulary.codes("declaration")) {
            CheckBox tick = new CheckBox(words.vocabulary("declaration", code));
            tick.setId("declaration-" + code);
            tick.setWrapText(true);
            tick.setSelected(draft.declarations.contains(code));
            tick.selectedProperty().subscribe((was, is) -> {
                if (is) {
                    draft.declarations.add(code);
                } else {
                    draft.declarations.remove(code);
                }
            });
            ticks.getChildren().add(tick);
        }
        CodePicker<Signature.Mode> mode = new CodePicker<>(
                "signature-mode",
                List.of(Signature.Mode.values()),
                code -> words.vocabulary("signature-mode", code.name()));
        mode.valueProperty().bindBidirectional(draft.signatureMode);
        FuzzyDateField date = new FuzzyDateField("signature-date", words).keepingWords();
        date.valueProperty().bindBidirectional(draft.signatureDate);
        TextArea certificate = new TextArea();
        certificate.setId("interpreter-certificate");
        certificate.setPrefRowCount(3);
        certificate.setWrapText(true);
        certificate.textProperty().bindBidirectional(draft.interpreterCertificate);
        return step(
                "declarations",
                area.text("declarations.line"),
                Headed.card(area.text("declarations.card"), ticks),
                Headed.card(
                        area.text("signature.card"),
                        Forms.twoColumns(
                                FieldRow.of(area.text("signature.mode"), mode),
                                FieldRow.of(area.text("signature.date"), date, date.typing()))),
                Headed.card(
                        area.text("certificate.card"),
                        FieldRow.of(area.text("certificate.words"), certificate)
                                .helped(area.text("certificate.help"))));
    }

    private VBox step(String name, String line, VBox... cards) {
        Label heading = Headed.heading(area.text("step." + name));
        VBox step = new VBox(heading, Headed.quiet(line));
        step.getStyleClass().add("step");
        step.getChildren().addAll(cards);
        return step;
    }
}
