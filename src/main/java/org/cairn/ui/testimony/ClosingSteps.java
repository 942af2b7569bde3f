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

    /// So many paragraphs can all be listed.
    private static final int FEW = 40;

    private final StatementDraft draft;
    private final SigningViewModel signing;
    private final Words words;
    private final Messages area;

    ClosingSteps(StatementDraft draft, SigningViewModel signing, Words words) {
        this.signing = signing;
        this.draft = draft;
        this.words = words;
        this.area = words.of("testimony");
    }

    /// What was shown or referred to, in the paragraphs that show something; it is added where it was shown.
    VBox exhibits() {
        VBox lines = new VBox(12);
        for (int i = 0; i < draft.paragraphs.size(); i++) {
            ParagraphDraft paragraph = draft.paragraphs.get(i);
            if (paragraph.showingProperty().get() || draft.paragraphs.size() <= FEW) {
                lines.getChildren().add(exhibitsOf(i + 1, paragraph));
            }
        }
        if (lines.getChildren().isEmpty()) {
            lines.getChildren().add(Headed.quiet(area.text("exhibits.none")));
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
        field.textProperty().subscribe(text -> {
            if (!paragraph.exhibits().isEmpty()) {
                paragraph.showingProperty().set(true);
            }
        });
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
                                FieldRow.of(area.text("signature.date"), date, date.typing())),
                        proof(),
                        new SignaturePad(
                                "sign",
                                signing,
                                words,
                                item -> sign(Signature.Mode.SIGNED, item),
                                item -> sign(Signature.Mode.THUMBPRINT, item))),
                Headed.card(
                        area.text("certificate.card"),
                        FieldRow.of(area.text("certificate.words"), certificate)
                                .helped(area.text("certificate.help"))));
    }

    /// What shows the signature: set by the pad below, or the reference of a recording of the words spoken.
    private FieldRow proof() {
        TextField proof = new TextField();
        proof.setId("signature-proof");
        proof.setPromptText("E-0001");
        draft.signatureProof.subscribe(known -> {
            String written = known.map(Reference::toString).orElse("");
            if (!Reference.tryParse(proof.getText()).equals(known)) {
                proof.setText(written);
            }
        });
        proof.textProperty().subscribe((was, is) -> draft.signatureProof.set(Reference.tryParse(is)));
        return FieldRow.of(area.text("signature.proof"), proof).helped(area.text("signature.proofHelp"));
    }

    private void sign(Signature.Mode mode, Reference item) {
        draft.signatureMode.set(mode);
        draft.signatureProof.set(java.util.Optional.of(item));
        if (draft.signatureDate.get().isEmpty()) {
            draft.signatureDate.set(java.util.Optional.of(signing.today()));
        }
    }

    private VBox step(String name, String line, VBox... cards) {
        Label heading = Headed.heading(area.text("step." + name));
        VBox step = new VBox(heading, Headed.quiet(line));
        step.getStyleClass().add("step");
        step.getChildren().addAll(cards);
        return step;
    }
}
