package org.cairn.ui.medical;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.archive.Drafts;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.PagedRows;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The medical records, and what was begun and not kept yet.
final class MedicalListView extends VBox {

    private final Desk desk;
    private final Messages area;
    private final FlowPane begun = new FlowPane(8, 8);

    MedicalListView(
            Desk desk,
            ObjectProperty<@Nullable Told> told,
            Consumer<Reference> open,
            Consumer<MedicalDraftId> goOn,
            Runnable fresh) {
        this.desk = desk;
        this.area = desk.words().of("medical");
        PagedRows<Summary> rows =
                new PagedRows<>(desk.tasks(), failure -> told.set(desk.errors().tell(failure)));
        ListView<@Nullable Summary> list = new ListView<>(rows);
        list.setId("medical-list");
        list.setAccessibleText(area.text("screen.list"));
        list.setCellFactory(view -> new Line(desk));
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                opened(list.getSelectionModel().getSelectedItem(), open);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                opened(list.getSelectionModel().getSelectedItem(), open);
            }
        });
        list.setPlaceholder(new Region()); // nothing is said before it is known
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox drafts = Headed.card(area.text("screen.drafts"), begun);
        drafts.setVisible(false);
        drafts.setManaged(false);
        Headed page = new Headed(area.text("screen.list"), "")
                .with(Glyphs.primary("medical-new", area.text("screen.new"), fresh));
        page.getChildren()
                .addAll(new Notice("medical-list-notice", told, desk.words().of("shell")), drafts, list);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        rows.show(
                (offset, limit) -> desk.archive()
                        .records()
                        .list(RecordKind.MEDICAL, ListQuery.latest(limit).from(offset)),
                total -> {
                    if (total == 0) {
                        list.setPlaceholder(Headed.empty("medical-empty", area.text("screen.none")));
                    }
                });
        desk.tasks()
                .fetch(
                        () -> desk.archive().drafts().list(),
                        (List<Drafts.Draft> found) -> {
                            ObservableList<Button> buttons = FXCollections.observableArrayList();
                            found.forEach(draft -> MedicalDraftId.parse(draft.id())
                                    .ifPresent(id -> buttons.add(draft(draft, id, goOn))));
                            begun.getChildren().setAll(buttons);
                            drafts.setVisible(!buttons.isEmpty());
                            drafts.setManaged(!buttons.isEmpty());
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private Button draft(Drafts.Draft draft, MedicalDraftId id, Consumer<MedicalDraftId> goOn) {
        String name = id.name().isEmpty() ? area.text("screen.untitled") : id.name();
        return Glyphs.button(
                "medical-draft-" + id.name(),
                Material2AL.EDIT,
                area.text("screen.draft", name, desk.words().moment(draft.savedAt())),
                () -> goOn.accept(id));
    }

    private static void opened(@Nullable Summary chosen, Consumer<Reference> open) {
        if (chosen != null) {
            open.accept(chosen.reference());
        }
    }

    /// One record in a line.
    private static final class Line extends ListCell<@Nullable Summary> {

        private final Desk desk;

        Line(Desk desk) {
            this.desk = desk;
        }

        @Override
        protected void updateItem(@Nullable Summary record, boolean empty) {
            super.updateItem(record, empty);
            if (record == null || empty) {
                setGraphic(null);
                return;
            }
            Label reference = new Label(record.reference().toString());
            reference.getStyleClass().add("reference");
            reference.setMinWidth(USE_PREF_SIZE);
            Label title = new Label(record.title());
            Label who = new Label(record.concerns().map(Reference::toString).orElse(""));
            who.getStyleClass().add("reference");
            HBox row = new HBox(14, reference, title, Headed.room(), who, Badge.of(record.protection(), desk.words()));
            row.getStyleClass().add("line-row");
            setGraphic(row);
        }
    }
}
