package org.cairn.ui.shell;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Departure;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Screen;
import org.cairn.ui.common.ScreenEntry;
import org.jspecify.annotations.Nullable;

/// The window while an archive is open: rail, search field, the screen one is on, status bar.
public final class MainWindow extends BorderPane {

    /// The screen to which files are led that are dropped on any other.
    private static final String TAKES_FILES = "evidence";

    /// In a window narrower than this, in pixels, the rail leaves its words out, so that the screen has room.
    private static final double NARROW = 1120;

    private static final PseudoClass TIGHT = PseudoClass.getPseudoClass("tight");

    private final Desk desk;
    private final Map<String, ScreenEntry> entries = new LinkedHashMap<>();
    private final Map<String, Screen> visited = new LinkedHashMap<>();
    private final Map<String, ToggleButton> rail = new LinkedHashMap<>();
    private final StackPane middle = new StackPane();
    private final TopBar top;
    private String current = "";
    private @Nullable Node focused;

    /// @param desk what the screens work with
    /// @param screens the entries of the rail, in order
    /// @param lock called when the person locks
    public MainWindow(Desk desk, List<ScreenEntry> screens, Runnable lock) {
        this.desk = desk;
        screens.forEach(entry -> entries.put(entry.code(), entry));
        setId("main-window");
        getStyleClass().add("main-window");
        top = new TopBar(desk, entries.containsKey("search"), this::find);
        middle.getStyleClass().add("screen-area");
        setTop(top);
        setLeft(rail(screens.stream().filter(ScreenEntry::onRail).toList()));
        setCenter(entries.containsKey(TAKES_FILES) ? welcomingFiles() : new ScreenRoom(middle));
        setBottom(new StatusBar(desk, lock));
        ChangeListener<@Nullable Node> moved = (owner, was, is) -> keep(is);
        sceneProperty().subscribe((was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(moved);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(moved);
            }
        });
    }

    /// Keeps the keyboard on the screen one is on. What had it is gone when something else is shown in its place; the
    /// toolkit would then begin anew at the top of the window.
    private void keep(@Nullable Node owner) {
        Node before = focused;
        boolean gone = before != null && before.getScene() == null;
        focused = owner == null ? before : owner;
        if (gone && owner != null && top.holds(owner)) {
            Platform.runLater(this::comeBack);
        }
    }

    /// Unless the screen has taken the keyboard itself by now.
    private void comeBack() {
        if (focused != null && top.holds(focused)) {
            firstIn(middle).ifPresent(Node::requestFocus);
        }
    }

    private static Optional<Node> firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        return node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream()
                        .flatMap(child -> firstIn(child).stream())
                        .findFirst()
                : Optional.empty();
    }

    /// Goes to a place; a screen that does not exist leaves one where one is, and so does one that must first be
    /// decided on.
    public void go(Place place) {
        ScreenEntry entry = entries.get(place.screen());
        if (entry == null) {
            return;
        }
        if (holdsBack(Departure.to(place, () -> enter(entry, place), () -> {}))) {
            Optional.ofNullable(rail.get(current)).ifPresent(button -> button.setSelected(true));
        } else {
            enter(entry, place);
        }
    }

    /// Whether the screen that is shown must be decided on before one leaves it; it then asks.
    public boolean holdsBack(Departure departure) {
        return Optional.ofNullable(visited.get(current))
                .map(screen -> screen.holdsBack(departure))
                .orElse(false);
    }

    private void enter(ScreenEntry entry, Place place) {
        Screen screen =
                visited.computeIfAbsent(place.screen(), code -> entry.make().apply(desk));
        if (!current.equals(place.screen())) {
            current = place.screen();
            middle.getChildren().setAll(screen.view());
            Optional.ofNullable(rail.get(place.screen())).ifPresent(ToggleButton::requestFocus);
        }
        Optional.ofNullable(rail.get(place.screen())).ifPresent(button -> button.setSelected(true));
        screen.arrive(place);
    }

    /// Goes to the entry of the rail with a number from 1, where there is one.
    public void goTo(int number) {
        rail.keySet().stream().skip(number - 1L).findFirst().ifPresent(code -> go(Place.of(code)));
    }

    /// Where one is.
    public Place place() {
        return Optional.ofNullable(visited.get(current)).map(Screen::place).orElse(Place.of("home"));
    }

    /// Puts the cursor into the search field.
    public void focusSearch() {
        top.focusSearch();
    }

    /// What must be kept before the archive closes, in one action for any thread.
    public Runnable parting() {
        List<Runnable> partings = visited.values().stream().map(Screen::parting).toList();
        return () -> partings.forEach(Runnable::run);
    }

    /// Takes everything off the screen and lets go of it.
    public void close() {
        middle.getChildren().clear();
        visited.values().forEach(Screen::close);
        visited.clear();
        current = "";
    }

    private Node welcomingFiles() {
        return new StackPane(
                new ScreenRoom(middle), DroppedFiles.welcome(this, desk.words().of("evidence"), this::receive));
    }

    /// Files that are dropped while one is anywhere lead to where it is asked what they are.
    void receive(List<Path> files) {
        go(Place.of(TAKES_FILES));
        Optional.ofNullable(visited.get(TAKES_FILES)).ifPresent(screen -> screen.receive(files));
    }

    private void find(String words) {
        desk.go(org.cairn.domain.Pinpoint.tryParse(words)
                .map(Place::to)
                .or(() -> org.cairn.domain.Reference.tryParse(words).map(Place::to))
                .orElseGet(() -> Place.of("search", words)));
    }

    private VBox rail(List<ScreenEntry> screens) {
        Messages words = desk.words().of("shell");
        ToggleGroup group = new ToggleGroup();
        VBox column = new VBox();
        column.setId("rail");
        column.getStyleClass().add("rail");
        ObservableValue<Boolean> tight = widthProperty().map(width -> width.doubleValue() < NARROW);
        tight.subscribe(narrow -> column.pseudoClassStateChanged(TIGHT, narrow));
        for (ScreenEntry entry : screens) {
            String name = words.text("rail." + entry.code());
            ToggleButton button = new ToggleButton(name, Glyphs.of(entry.icon()));
            button.setId("rail-" + entry.code());
            button.setAccessibleText(name);
            button.getStyleClass().add("rail-entry");
            button.setMaxWidth(Double.MAX_VALUE);
            tight.subscribe(narrow -> {
                button.setContentDisplay(narrow ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.LEFT);
                button.setTooltip(narrow ? new Tooltip(name) : null);
            });
            button.setToggleGroup(group);
            button.setOnAction(event -> desk.go(Place.of(entry.code())));
            rail.put(entry.code(), button);
            column.getChildren().add(button);
        }
        return column;
    }
}
