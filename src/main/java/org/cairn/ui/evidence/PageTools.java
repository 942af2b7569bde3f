package org.cairn.ui.evidence;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.documents.OpenPages;
import org.cairn.ui.documents.PageRoll;
import org.cairn.ui.documents.Zoom;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What can be done with pages: to a number, larger, turned, copied, small ones beside them, words found.
final class PageTools extends HBox {

    private static final List<Integer> PERCENTS = List.of(50, 75, 100, 125, 150, 200, 300, 400);

    private final Messages own;
    private final OpenPages pages;
    private final PageRoll roll;
    private final TextField number = new TextField();
    private final ToggleButton small = new ToggleButton(null, Glyphs.of(Material2MZ.VIEW_SIDEBAR));
    private final ComboBox<Zoom> zoom = new ComboBox<>();

    PageTools(Messages own, OpenPages pages, PageRoll roll, Consumer<Boolean> showStrip, Runnable copy, FindBar find) {
        super(6);
        this.own = own;
        this.pages = pages;
        this.roll = roll;
        getStyleClass().add("tool-row");
        setAlignment(Pos.CENTER_LEFT);
        prepareSmall(showStrip);
        prepareZoom();
        getChildren()
                .addAll(
                        small,
                        gap(),
                        Glyphs.quiet(
                                "page-previous", Material2AL.CHEVRON_LEFT, own.text("page.previous"), () -> step(-1)),
                        numberField(),
                        countLabel(),
                        Glyphs.quiet("page-next", Material2AL.CHEVRON_RIGHT, own.text("page.next"), () -> step(1)),
                        gap(),
                        Glyphs.quiet("page-smaller", Material2MZ.ZOOM_OUT, own.text("page.smaller"), roll::smaller),
                        zoom,
                        Glyphs.quiet("page-larger", Material2MZ.ZOOM_IN, own.text("page.larger"), roll::larger),
                        Glyphs.quiet("page-turn", Material2MZ.ROTATE_RIGHT, own.text("page.turn"), () -> turn(1)),
                        Glyphs.quiet("page-copy", Material2AL.CONTENT_COPY, own.text("page.copy"), copy),
                        Headed.room(),
                        find);
    }

    private static Region gap() {
        Region gap = new Region();
        gap.setMinWidth(8);
        return gap;
    }

    private void prepareSmall(Consumer<Boolean> showStrip) {
        small.setId("page-thumbnails");
        small.getStyleClass().addAll("button-icon", "flat");
        small.setAccessibleText(own.text("page.thumbnails"));
        small.setTooltip(new Tooltip(own.text("page.thumbnails")));
        small.selectedProperty().subscribe((from, to) -> showStrip.accept(to));
    }

    void toggleStrip() {
        small.setSelected(!small.isSelected());
    }

    private void prepareZoom() {
        zoom.setId("page-zoom");
        zoom.setAccessibleText(own.text("page.zoom"));
        zoom.setPrefWidth(132);
        zoom.setMinWidth(110);
        zoom.getItems().addAll(Zoom.FIT_WIDTH, Zoom.FIT_PAGE);
        PERCENTS.forEach(percent -> zoom.getItems().add(Zoom.percent(percent)));
        zoom.setConverter(new StringConverter<>() {
            @Override
            public String toString(Zoom shown) {
                return shown == null ? "" : said(shown);
            }

            @Override
            public Zoom fromString(String said) {
                return Zoom.FIT_WIDTH; // nothing is typed here
            }
        });
        zoom.valueProperty().bindBidirectional(pages.zoomProperty());
    }

    private String said(Zoom shown) {
        return switch (shown.manner()) {
            case WIDTH -> own.text("page.fitWidth");
            case PAGE -> own.text("page.fitPage");
            case PERCENT -> own.text("page.percent", Math.round(shown.percent()));
        };
    }

    private TextField numberField() {
        number.setId("page-number");
        number.setPrefColumnCount(4);
        number.setMinWidth(52);
        number.setAccessibleText(own.text("page.number"));
        number.setOnAction(event -> typed());
        number.focusedProperty().subscribe((from, to) -> tell());
        pages.pageProperty().subscribe(this::tell);
        return number;
    }

    private Label countLabel() {
        Label of = new Label();
        of.setId("page-count");
        of.setMinWidth(USE_PREF_SIZE);
        pages.countProperty()
                .subscribe(count -> of.setText(count.intValue() == 0 ? "" : own.text("page.of", count.intValue())));
        return of;
    }

    void opened() {
        tell();
    }

    void toNumber() {
        number.requestFocus();
        number.selectAll();
    }

    /// By so many quarters to the right, for looking only.
    void turn(int quarters) {
        pages.turnProperty().set(Math.floorMod(pages.turnProperty().get() + quarters, 4));
    }

    /// Whoever is typing a number is not written over.
    private void tell() {
        if (!number.isFocused()) {
            number.setText(String.valueOf(pages.pageProperty().get()));
        }
    }

    private void typed() {
        try {
            pages.go(Integer.parseInt(number.getText().strip()));
            roll.requestFocus();
        } catch (NumberFormatException e) {
            number.setText(String.valueOf(pages.pageProperty().get()));
        }
    }

    private void step(int by) {
        pages.go(pages.pageProperty().get() + by);
    }
}
