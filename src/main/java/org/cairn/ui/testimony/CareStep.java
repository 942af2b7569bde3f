package org.cairn.ui.testimony;

import javafx.beans.property.StringProperty;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Conduct;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// Who stayed with the witness, what was seen of distress, what help was offered, and how they left.
final class CareStep extends VBox {

    private final CareViewModel model;
    private final ConductDraft draft;
    private final Words words;
    private final Messages area;

    CareStep(CareViewModel model, Words words) {
        this.model = model;
        this.draft = model.draft();
        this.words = words;
        this.area = words.of("testimony");
        getStyleClass().add("step");
        getChildren()
                .addAll(
                        Headed.heading(area.text("step.care")),
                        Headed.quiet(area.text("care.line")),
                        Headed.card(
                                "",
                                FieldRow.of(area.text("care.support"), field("care-support", draft.support))
                                        .helped(area.text("care.supportHelp")),
                                stayed()),
                        Headed.card(area.text("care.distress"), distress()),
                        Headed.card(area.text("care.referrals"), referrals()),
                        Headed.card(area.text("care.closing"), closing()));
    }

    /// Who was present is known from the interview: naming them again is one press.
    private FlowPane stayed() {
        FlowPane row = new FlowPane(8, 6);
        row.setId("care-stayed");
        model.present()
                .forEach(person -> row.getChildren()
                        .add(Glyphs.button(
                                "care-stayed-" + (row.getChildren().size() + 1),
                                area.text("care.stayed", person.code()),
                                () -> draft.support.set(person.code()))));
        row.visibleProperty().bind(draft.support.isEmpty());
        row.managedProperty().bind(row.visibleProperty());
        return row;
    }

    private VBox distress() {
        return new VBox(
                12,
                new Lines<>(draft.distress, this::said, area),
                Forms.twoColumns(
                        FieldRow.of(area.text("care.seen"), field("care-seen", model.seen)),
                        FieldRow.of(area.text("care.done"), field("care-done", model.done))
                                .helped(area.text("care.doneHelp"))),
                Glyphs.button("care-distress-add", Material2AL.ADD, area.text("care.note"), model::noteDistress));
    }

    private String said(Conduct.Distress note) {
        return note.done().isEmpty()
                ? area.text("care.distressSeen", words.moment(note.at()), note.seen())
                : area.text("care.distressDone", words.moment(note.at()), note.seen(), note.done());
    }

    private VBox referrals() {
        CodePicker<String> type = new CodePicker<>(
                "care-referral", Vocabulary.codes("referral"), code -> words.vocabulary("referral", code));
        type.valueProperty().bindBidirectional(model.referral);
        CheckBox accepted = new CheckBox(area.text("care.accepted"));
        accepted.setId("care-accepted");
        accepted.selectedProperty().bindBidirectional(model.accepted);
        return new VBox(
                12,
                new Lines<>(draft.referrals, this::said, area),
                Forms.twoColumns(
                        FieldRow.of(area.text("care.referral"), type),
                        FieldRow.of(area.text("care.followUp"), field("care-follow-up", model.followUp)),
                        accepted),
                Glyphs.button("care-referral-add", Material2AL.ADD, area.text("care.add"), model::addReferral));
    }

    private String said(Conduct.Referral referral) {
        String type = words.vocabulary("referral", referral.type());
        String taken = area.text(referral.accepted() ? "care.isAccepted" : "care.notAccepted");
        return referral.followUp().isEmpty()
                ? area.text("care.referred", type, taken)
                : area.text("care.referredAnd", type, taken, referral.followUp());
    }

    private VBox closing() {
        TextArea condition = new TextArea();
        condition.setId("care-condition");
        condition.setPrefRowCount(2);
        condition.setWrapText(true);
        condition.textProperty().bindBidirectional(draft.condition);
        CheckBox way = new CheckBox(area.text("care.safeWay"));
        way.setId("care-safe-way");
        way.setWrapText(true);
        way.selectedProperty().bindBidirectional(draft.safeWay);
        CheckBox contact = new CheckBox(area.text("care.knowsContact"));
        contact.setId("care-knows-contact");
        contact.setWrapText(true);
        contact.selectedProperty().bindBidirectional(draft.knowsContact);
        return new VBox(
                12,
                FieldRow.of(area.text("care.condition"), condition).helped(area.text("care.conditionHelp")),
                way,
                contact);
    }

    private static TextField field(String id, StringProperty value) {
        TextField field = new TextField();
        field.setId(id);
        field.textProperty().bindBidirectional(value);
        return field;
    }
}
