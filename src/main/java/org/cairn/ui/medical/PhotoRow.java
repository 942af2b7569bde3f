package org.cairn.ui.medical;

import java.util.List;
import java.util.Optional;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.image.Image;
import javafx.scene.image.ImageView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Veil;
import org.cairn.ui.pages.Pictures;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// Photographs or pictures chosen from the evidence; each stays blurred until somebody asks to see it.
final class PhotoRow extends VBox {

    private static final int MOST = 200;
    private static final double WIDTH = 320;

    private final Desk desk;
    private final Messages area;
    private final ObservableList<String> chosen;
    private final VBox rows = new VBox(6);
    private final VBox picture = new VBox();

    /// @param type the type of evidence that is offered
    PhotoRow(Desk desk, ObservableList<String> chosen, String id, String type) {
        this.desk = desk;
        this.area = desk.words().of("medical");
        this.chosen = chosen;
        setSpacing(8);
        CodePicker<Summary> picker = new CodePicker<>(id, List.of(), one -> one.reference() + "  " + one.title());
        Button add = Glyphs.button(id + "-add", Material2AL.ADD, area.text("photo.add"), () -> {
            Summary one = picker.getValue();
            if (one != null && !chosen.contains(one.reference().toString())) {
                chosen.add(one.reference().toString());
            }
        });
        add.setMinWidth(USE_PREF_SIZE);
        FieldRow field = FieldRow.of(area.text(type.equals("PHOTO") ? "field.photographs" : "field.files"), picker);
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox line = new HBox(8, field, add);
        line.setAlignment(Pos.BOTTOM_LEFT);
        getChildren().addAll(line, rows, picture);
        chosen.addListener((ListChangeListener<String>) change -> redraw());
        redraw();
        offer(picker, field, type);
    }

    private void offer(CodePicker<Summary> picker, FieldRow field, String type) {
        ListQuery query = new ListQuery(ListQuery.Sort.KEPT, true, MOST, 0, Optional.empty(), Optional.of(type));
        desk.tasks()
                .fetch(
                        () -> desk.archive()
                                .records()
                                .list(RecordKind.EVIDENCE, query)
                                .items(),
                        (List<Summary> found) -> {
                            picker.getItems().setAll(found);
                            field.helped(found.isEmpty() ? area.text("screen.allEvidence") : "");
                        },
                        failure -> field.helped(desk.errors().tell(failure).what()));
    }

    private void redraw() {
        rows.getChildren().setAll(chosen.stream().map(this::row).toList());
    }

    private Node row(String reference) {
        Label name = new Label(reference);
        name.getStyleClass().add("reference");
        HBox row = new HBox(
                8,
                name,
                Glyphs.button(
                        "photo-show-" + reference,
                        Material2MZ.VISIBILITY,
                        area.text("photo.show"),
                        () -> Reference.tryParse(reference).ifPresent(this::show)),
                Glyphs.quiet(
                        "photo-remove-" + reference,
                        Material2AL.CLOSE,
                        area.text("photo.remove", reference),
                        () -> chosen.remove(reference)));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private void show(Reference reference) {
        desk.tasks()
                .look(
                        () -> {
                            try (Pictures pictures = Pictures.of(
                                    desk.tasks().drawing(),
                                    desk.archive().evidence().bytes(reference))) {
                                return pictures.draw(1).image();
                            }
                        },
                        this::veiled,
                        failure -> picture.getChildren().setAll(new Label(cannot(failure))));
    }

    private String cannot(Throwable failure) {
        return failure instanceof NotDrawable why
                ? desk.words().of("shell").text("page.cannot." + why.reason())
                : desk.errors().tell(failure).what();
    }

    private void veiled(Image image) {
        ImageView view = new ImageView(image);
        view.setPreserveRatio(true);
        view.setFitWidth(Math.min(WIDTH, image.getWidth()));
        picture.getChildren().setAll(new Veil("photo-veil", view, desk.words().of("shell")));
    }
}
