package org.cairn.ui.medical;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.archive.Examinations;
import org.cairn.domain.FormRecord;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.medical.Examination;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LinksCard;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A kept medical record, as its report prints; one of an earlier form, field by field as it was kept.
final class KeptView extends VBox {

    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private @Nullable ReportPages pages;

    /// @param facts what each field of it says, for one of an earlier form
    /// @param goOn leads to writing a further revision
    KeptView(
            Desk desk,
            Revision revision,
            FormRecord record,
            Map<String, String> facts,
            Optional<Told> first,
            Runnable leave,
            Runnable goOn) {
        Messages area = desk.words().of("medical");
        setId("medical-kept");
        told.set(first.orElse(null));
        Optional<Examination> examination = Examinations.of(record);
        Headed page =
                new Headed(record.title(), "").from(Glyphs.back("medical-leave", area.text("screen.back"), leave));
        Region custody = Glyphs.button(
                "medical-custody",
                Material2AL.HISTORY,
                area.text("screen.custody"),
                () -> desk.go(Place.of("custody", revision.reference())));
        custody.setMinWidth(USE_PREF_SIZE);
        if (examination.isPresent()) {
            Region revise = Glyphs.button("medical-revise", Material2AL.EDIT, area.text("screen.revise"), goOn);
            revise.setMinWidth(USE_PREF_SIZE);
            page.with(custody, revise);
        } else {
            page.with(custody);
        }
        page.getChildren().add(1, facts(desk, revision, record, examination));
        page.getChildren().add(new Notice("medical-notice", told, desk.words().of("shell")));
        VBox.setVgrow(page, Priority.ALWAYS);
        Region content;
        if (examination.isPresent()) {
            ReportPages fresh = new ReportPages(desk, () -> record, told);
            pages = fresh;
            content = fresh;
        } else {
            page.getChildren().add(Glyphs.label(Material2MZ.WARNING, area.text("screen.oldForm"), "caution"));
            content = Headed.scrolling(fields(facts));
        }
        HBox.setHgrow(content, Priority.ALWAYS);
        HBox body = new HBox(18, content, links(desk, revision.reference()));
        VBox.setVgrow(body, Priority.ALWAYS);
        page.getChildren().add(body);
        getChildren().add(page);
    }

    /// What it bears on, beside it; its pages have the room where it bears on nothing.
    private Region links(Desk desk, Reference reference) {
        LinksCard card = new LinksCard(reference, desk, Optional.empty(), told);
        card.setId("medical-links");
        Region side = Headed.scrolling(card);
        side.getStyleClass().add("read-side");
        side.visibleProperty().bind(card.someProperty());
        side.managedProperty().bind(card.someProperty());
        return side;
    }

    private static FlowPane facts(Desk desk, Revision revision, FormRecord record, Optional<Examination> examination) {
        Label reference = new Label(revision.reference().toString());
        reference.setId("medical-reference");
        reference.getStyleClass().add("reference");
        FlowPane row = new FlowPane(8, 6, reference, Badge.of(record.protection(), desk.words()));
        record.witness().ifPresent(who -> row.getChildren().add(Badge.neutral(who.toString())));
        examination.ifPresent(exam ->
                row.getChildren().add(Badge.neutral(desk.words().vocabulary("examination-kind", exam.examination()))));
        record.date().ifPresent(date -> row.getChildren().add(Badge.neutral(date.verbatim())));
        examination
                .filter(exam -> !exam.overall().isEmpty())
                .ifPresent(exam ->
                        row.getChildren().add(Badge.neutral(desk.words().vocabulary("consistency", exam.overall()))));
        return row;
    }

    private static GridPane fields(Map<String, String> facts) {
        GridPane grid = new GridPane();
        grid.getStyleClass().addAll("form-grid", "card-box");
        int line = 0;
        for (var field : List.copyOf(facts.entrySet())) {
            Label name = new Label(field.getKey());
            name.getStyleClass().add("field-name");
            name.setMinWidth(180);
            Label said = new Label(field.getValue());
            said.setWrapText(true);
            Direction.own(said);
            grid.addRow(line++, name, said);
        }
        return grid;
    }

    /// Lets go of the pages.
    void close() {
        ReportPages open = pages;
        if (open != null) {
            open.close();
        }
    }
}
