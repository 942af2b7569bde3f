package org.cairn.ui.people;

import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// People, places, events or payments, the latest first.
final class PeopleListView extends VBox {

    static final List<RecordKind> KINDS =
            List.of(RecordKind.PERSON, RecordKind.PLACE, RecordKind.EVENT, RecordKind.PAYMENT);

    private static final int MOST = 2_000;

    private final Desk desk;
    private final Messages own;
    private final ObjectProperty<RecordKind> kind;
    private final ListView<@Nullable Summary> list = new ListView<>();

    PeopleListView(
            Desk desk,
            ObjectProperty<RecordKind> kind,
            ObjectProperty<@Nullable Told> told,
            Consumer<Reference> open,
            Runnable fresh) {
        this.desk = desk;
        this.own = desk.words().of("questions");
        this.kind = kind;
        list.setId("people-list");
        list.setAccessibleText(own.text("people.title"));
        list.setPlaceholder(new Region()); // nothing is said before it is known
        list.setCellFactory(view -> new Line());
        list.setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) {
                opened(open);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                opened(open);
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        Headed page = new Headed(own.text("people.title"), own.text("people.line"))
                .with(Glyphs.primary("people-new", own.text("people.new"), fresh));
        page.getChildren().addAll(new Notice("people-notice", told, desk.words().of("shell")), kinds(), list);
        VBox.setVgrow(page, Priority.ALWAYS);
        getChildren().add(page);
        fill(told);
        kind.addListener(change -> fill(told));
    }

    private void opened(Consumer<Reference> open) {
        Summary chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            open.accept(chosen.reference());
        }
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        HBox row = new HBox();
        for (RecordKind one : KINDS) {
            ToggleButton button = new ToggleButton(own.text("people." + one.code()));
            button.setId("people-kind-" + one.code());
            button.setToggleGroup(group);
            button.setSelected(one == kind.get());
            button.setOnAction(event -> {
                button.setSelected(true);
                kind.set(one);
            });
            button.getStyleClass()
                    .add(
                            one == RecordKind.PERSON
                                    ? "left-pill"
                                    : one == RecordKind.PAYMENT ? "right-pill" : "center-pill");
            row.getChildren().add(button);
        }
        return row;
    }

    private void fill(ObjectProperty<@Nullable Told> told) {
        RecordKind asked = kind.get();
        desk.tasks()
                .fetch(
                        () -> desk.archive()
                                .records()
                                .list(asked, ListQuery.latest(MOST))
                                .items(),
                        found -> {
                            list.getItems().setAll(found);
                            list.setPlaceholder(Headed.empty(
                                    "people-empty", own.text("people.none." + asked.code(), own.text("people.new"))));
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// One record in a line.
    private final class Line extends ListCell<@Nullable Summary> {
        @Override
        protected void updateItem(@Nullable Summary line, boolean empty) {
            super.updateItem(line, empty);
            if (line == null || empty) {
                setGraphic(null);
                return;
            }
            Label reference = new Label(line.reference().toString());
            reference.getStyleClass().add("reference");
            reference.setMinWidth(72);
            Label title = Direction.own(new Label(line.title()));
            HBox row = new HBox(12, reference, title, Headed.room());
            row.setAlignment(Pos.CENTER_LEFT);
            line.date().ifPresent(date -> row.getChildren().add(Direction.own(Headed.quiet(date.verbatim()))));
            row.getChildren().add(Badge.of(line.protection(), desk.words()));
            setGraphic(row);
        }
    }
}
