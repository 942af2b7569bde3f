package org.cairn.ui.evidence;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.reading.Reading;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Copied;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.pages.Pictures;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A picture, upright as the camera was held; one after another where a file holds several.
final class PicturePane extends BorderPane {

    private final Desk desk;
    private final ItemViewModel model;
    private final PageSheet sheet;
    private final Label count = new Label();
    private final HBox several;
    private final Messages own;
    private final Messages shell;
    private final ToggleButton says = new ToggleButton();
    private int number = 1;
    private final Label preview = Headed.quiet("");
    private int pictures = 1;
    private int turn;

    PicturePane(Desk desk, ItemViewModel model, Item item) {
        this.desk = desk;
        this.model = model;
        this.own = desk.words().of("evidence");
        this.shell = desk.words().of("shell");
        this.sheet = new PageSheet("picture-sheet", own.text("picture.name"), shell.text("page.drawing"), width -> {});
        setId("picture-pane");
        several = new HBox(
                6,
                Glyphs.quiet(
                        "picture-previous", Material2AL.CHEVRON_LEFT, own.text("picture.previous"), () -> step(-1)),
                count,
                Glyphs.quiet("picture-next", Material2AL.CHEVRON_RIGHT, own.text("picture.next"), () -> step(1)));
        several.setAlignment(Pos.CENTER_LEFT);
        several.setManaged(false); // until it is known that there are several
        several.setVisible(false);
        HBox tools = new HBox(
                6,
                several,
                Glyphs.quiet(
                        "picture-smaller", Material2MZ.ZOOM_OUT, own.text("page.smaller"), () -> sheet.zoomBy(0.8)),
                Glyphs.quiet("picture-larger", Material2MZ.ZOOM_IN, own.text("page.larger"), () -> sheet.zoomBy(1.25)),
                Glyphs.quiet("picture-turn", Material2MZ.ROTATE_RIGHT, own.text("page.turn"), sheet::turnRight));
        if (item.reading().map(Reading::passages).orElse(0) > 0) {
            tools.getChildren().addAll(toCopy(), Headed.room(), new FindBar(own, model.find()), says);
        } else {
            tools.getChildren().addAll(Headed.room(), says);
        }
        if (Pictures.previews(item.mediaType())) {
            preview.setText(own.text("picture.preview"));
            preview.setId("picture-preview");
            tools.getChildren().add(tools.getChildren().size() - 1, preview);
        }
        prepareSays(item);
        tools.setAlignment(Pos.CENTER_LEFT);
        tools.getStyleClass().add("tool-row");
        setTop(tools);
        setCenter(sheet);
        model.viewing().openPictures(item);
        draw();
        model.find().lookInText();
        model.find().soughtProperty().subscribe((from, to) -> mark());
        model.find().atProperty().subscribe((from, to) -> toHit());
    }

    /// Words that a machine recognised can be marked out with the mouse and copied.
    private Button toCopy() {
        sheet.selectable();
        return Glyphs.quiet("picture-copy", Material2AL.CONTENT_COPY, own.text("page.copy"), this::copy);
    }

    private void copy() {
        model.viewing().copied(number, turn, sheet.selectedProperty().get(), text -> {
            if (text.isEmpty()) {
                model.toldProperty().set(Told.info(own.text("page.nothingToCopy")));
                return;
            }
            Copied.put(text);
            model.toldProperty().set(Told.success(own.text("page.copied")));
        });
    }

    private void mark() {
        model.viewing().pictures().marks(number, turn, sheet::mark);
    }

    private void toHit() {
        model.find().hit().filter(hit -> hit.in().ordinal() != number).ifPresent(hit -> {
            number = Math.clamp(hit.in().ordinal(), 1, pictures);
            draw();
        });
    }

    /// What the camera wrote, places on a map among it, as text.
    private void prepareSays(Item item) {
        says.setId("picture-says");
        says.setText(own.text("picture.says"));
        Facts facts = Says.some("picture-fact", own, item, Says.PICTURE);
        VBox beside = new VBox(facts.getChildren().isEmpty() ? Headed.quiet(own.text("picture.saysNothing")) : facts);
        beside.getStyleClass().add("picture-says");
        says.selectedProperty().subscribe((from, to) -> setRight(to ? beside : null));
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void key(KeyEvent event) {
        KeyCode code = event.getCode();
        if (code == KeyCode.F4) {
            says.setSelected(!says.isSelected());
        } else if (code == KeyCode.PAGE_DOWN) {
            step(1);
        } else if (code == KeyCode.PAGE_UP) {
            step(-1);
        } else if (event.isShortcutDown()
                && List.of(KeyCode.PLUS, KeyCode.EQUALS, KeyCode.ADD).contains(code)) {
            sheet.zoomBy(1.25);
        } else if (event.isShortcutDown()
                && List.of(KeyCode.MINUS, KeyCode.SUBTRACT).contains(code)) {
            sheet.zoomBy(0.8);
        } else if (event.isShortcutDown()
                && List.of(KeyCode.DIGIT0, KeyCode.NUMPAD0).contains(code)) {
            sheet.zoomProperty().set(1);
        } else if (event.isShortcutDown()
                && code == KeyCode.C
                && lookup("#picture-copy") != null
                && !(event.getTarget() instanceof TextInputControl)) {
            copy();
        } else if (event.isShortcutDown() && code == KeyCode.R) {
            sheet.turnRight();
        } else {
            return;
        }
        event.consume();
    }

    private void step(int by) {
        number = Math.clamp(number + by, 1, pictures);
        draw();
    }

    private void draw() {
        model.viewing().pictures().picture(number, this::show, this::cannot);
    }

    private void cannot(Throwable failure) {
        if (failure instanceof NotDrawable why) {
            sheet.cannot(shell.text("page.cannot." + why.reason()));
        } else if (failure instanceof ArchiveException.NotConverted) {
            Told told = desk.errors().tell(failure);
            preview.setText("");
            sheet.cannot(told.what() + "\n" + told.advice());
        } else {
            model.toldProperty().set(desk.errors().tell(failure));
        }
    }

    private void show(PictureSource.Shown shown) {
        Pictures.Drawn drawn = shown.drawn();
        if (shown.apart()) {
            preview.setText(own.text("picture.apart"));
        }
        turn = drawn.turn();
        pictures = shown.pictures();
        several.setManaged(pictures > 1);
        several.setVisible(pictures > 1);
        count.setText(own.text("picture.of", number, pictures));
        sheet.turnProperty().set(drawn.turn());
        sheet.show(drawn.image().getWidth(), drawn.image().getHeight(), shown.marks());
        sheet.picture(drawn.image());
    }
}
