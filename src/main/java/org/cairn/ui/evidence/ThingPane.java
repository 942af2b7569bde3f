package org.cairn.ui.evidence;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.PhysicalObject;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.FuzzyDateField;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Records a thing that has no file: what it is, what it is known by, how it came.
final class ThingPane extends VBox {

    private final Desk desk;
    private final Messages own;
    private final Consumer<Reference> open;
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final TextField title = field("thing-title");
    private final TextArea description = new TextArea();
    private final TextField marks = field("thing-marks");
    private final TextField source = field("thing-source");
    private final TextField by = field("thing-by");
    private final CodePicker<String> how;
    private final CodePicker<Protection> protection;
    private final FuzzyDateField at;

    ThingPane(Desk desk, Consumer<Reference> open) {
        super(10);
        this.desk = desk;
        this.own = desk.words().of("evidence");
        this.open = open;
        this.how = new CodePicker<>(
                "thing-how",
                Vocabulary.codes("acquisition"),
                code -> desk.words().vocabulary("acquisition", code));
        this.protection = new CodePicker<>(
                "thing-protection",
                java.util.List.of(Protection.values()),
                level -> desk.words().protection(level));
        this.at = new FuzzyDateField("thing-at", desk.words());
        how.setValue("HANDED_OVER");
        protection.setValue(Protection.RESTRICTED);
        by.setText(desk.archive().user().name());
        description.setId("thing-description");
        description.setPrefRowCount(2);
        description.setWrapText(true);
        setId("thing");
        FlowPane fields = new FlowPane(12, 8);
        add(fields, FieldRow.of(own.text("column.title"), title), 300);
        add(fields, FieldRow.of(own.text("thing.marks"), marks), 300);
        add(fields, FieldRow.of(own.text("intake.source"), source), 300);
        add(fields, FieldRow.of(own.text("intake.how"), how), 220);
        add(fields, FieldRow.of(own.text("intake.by"), by), 220);
        add(fields, FieldRow.of(own.text("intake.at"), at, at.typing()), 260);
        add(fields, FieldRow.of(own.text("intake.protection"), protection), 200);
        getChildren()
                .add(Headed.card(
                        own.text("thing.new"),
                        new Notice("thing-notice", told, desk.words().of("shell")),
                        Headed.quiet(own.text("thing.line")),
                        FieldRow.of(own.text("thing.description"), description),
                        fields,
                        new HBox(
                                8,
                                Glyphs.primary("thing-keep", own.text("thing.keep"), this::keep),
                                Glyphs.button("thing-leave", own.text("intake.dismiss"), () -> shown(false)))));
        shown(false);
    }

    private static TextField field(String id) {
        TextField field = new TextField();
        field.setId(id);
        return field;
    }

    private static void add(FlowPane fields, FieldRow row, double width) {
        row.setPrefWidth(width);
        fields.getChildren().add(row);
    }

    void shown(boolean now) {
        setVisible(now);
        setManaged(now);
        if (now) {
            title.requestFocus();
        }
    }

    private void keep() {
        told.set(null);
        if (at.misunderstood()) {
            told.set(Told.warning(own.text("date.unclear"), own.text("date.unclear.do")));
            return;
        }
        String called = title.getText();
        String looks = description.getText();
        String marked = marks.getText();
        String from = source.getText();
        String who = by.getText();
        String came = how.getValue();
        Protection level = protection.getValue();
        var when = at.valueProperty().get();
        desk.tasks()
                .fetch(
                        () -> desk.archive()
                                .things()
                                .add(EvidenceItem.ofThing(
                                        called,
                                        "PHYSICAL_OBJECT",
                                        new Acquisition(from, came, who, when),
                                        new PhysicalObject(looks, marked),
                                        level)),
                        kept -> {
                            clear();
                            open.accept(kept.reference());
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private void clear() {
        title.clear();
        description.clear();
        marks.clear();
        at.valueProperty().set(Optional.empty());
        shown(false);
    }
}
