package org.cairn.ui.testimony;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.cairn.archive.ReadAloud;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Reference;
import org.cairn.domain.Signature;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;

/// What the witness declared, one by one and in their own language, and how they signed.
final class DeclarationsStep extends VBox {

    private final StatementDraft draft;
    private final SigningViewModel signing;
    private final Spoken spoken;
    private final Words words;
    private final Messages area;

    DeclarationsStep(StatementDraft draft, SigningViewModel signing, Spoken spoken, Words words) {
        this.signing = signing;
        this.draft = draft;
        this.spoken = spoken;
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.declarations")),
                        Headed.quiet(area.text("declarations.line")),
                        Headed.card(area.text("declarations.card"), declared()),
                        Headed.card(area.text("signature.card"), signature(), proof(), pad()));
        if (!draft.interpreters.isEmpty() || !draft.interpreterCertificate.get().isBlank()) {
            getChildren().add(Headed.card(area.text("certificate.card"), certificate()));
        }
    }

    /// Each as it is read out, under what it is called here.
    private VBox declared() {
        VBox ticks = new VBox(14);
        String first = "declaration." + Vocabulary.codes("declaration").getFirst();
        ticks.getChildren().add(SpokenLabel.note("declared-interpreted", first, spoken, words));
        for (String code : Vocabulary.codes("declaration")) {
            CheckBox tick = new CheckBox(words.vocabulary("declaration", code));
            tick.setId("declaration-" + code);
            tick.setWrapText(true);
            tick.setSelected(draft.declarations.contains(code));
            tick.selectedProperty().subscribe((was, is) -> {
                if (is) {
                    draft.declarations.add(code);
                    spoken.note("declaration." + code);
                } else {
                    draft.declarations.remove(code);
                }
            });
            SpokenLabel theirs = SpokenLabel.among("declared-" + code, "declaration." + code, spoken);
            theirs.getStyleClass().add("indented");
            // the same words twice would only be in the way
            theirs.visibleProperty().bind(spoken.texts().map(texts -> another(texts, "declaration." + code)));
            theirs.managedProperty().bind(theirs.visibleProperty());
            ticks.getChildren().add(new VBox(4, tick, theirs));
        }
        return ticks;
    }

    private boolean another(ReadAloud texts, String key) {
        return texts.line(key)
                .filter(line -> !line.language().primary().equals(words.locale().getLanguage()))
                .isPresent();
    }

    private Node signature() {
        CodePicker<Signature.Mode> mode = new CodePicker<>(
                "signature-mode",
                List.of(Signature.Mode.values()),
                code -> words.vocabulary("signature-mode", code.name()));
        mode.valueProperty().bindBidirectional(draft.signatureMode);
        FuzzyDateField date = new FuzzyDateField("signature-date", words).keepingWords();
        date.valueProperty().bindBidirectional(draft.signatureDate);
        // a date of no signature would be kept nowhere
        date.disableProperty().bind(draft.signatureMode.isNull());
        return Forms.twoColumns(
                FieldRow.of(area.text("signature.mode"), mode),
                FieldRow.of(area.text("signature.date"), date, date.typing()));
    }

    private SignaturePad pad() {
        return new SignaturePad(
                "sign",
                signing,
                words,
                item -> sign(Signature.Mode.SIGNED, item),
                item -> sign(Signature.Mode.THUMBPRINT, item));
    }

    private FieldRow certificate() {
        TextArea certificate = new TextArea();
        certificate.setId("interpreter-certificate");
        certificate.setPrefRowCount(3);
        certificate.setWrapText(true);
        certificate.textProperty().bindBidirectional(draft.interpreterCertificate);
        return FieldRow.of(area.text("certificate.words"), certificate).helped(area.text("certificate.help"));
    }

    /// What shows the signature: set by the pad below, or the reference of a recording of the words spoken.
    private FieldRow proof() {
        TextField proof = new TextField();
        proof.setId("signature-proof");
        proof.setPromptText("E-0001");
        proof.disableProperty().bind(draft.signatureMode.isNull());
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
}
