package org.cairn.ui.evidence;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javafx.application.Platform;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.cairn.archive.Renditions;
import org.cairn.archive.Reviews;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.i18n.Messages;
import org.cairn.ui.alike.AlikeScreen;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Beside;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Flowing;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Veil;
import org.cairn.ui.common.Ways;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.sound.PlayerViewModel;
import org.cairn.ui.sound.SoundPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// One item: its heading, and tabs for the thing itself, what is inside it, what is known of it, what happened to it.
final class ItemView extends BorderPane {

    private static final double LEAST_OF_TITLE = 300;
    private static final double TWO_LINES = 56;
    private static final String BACK = "item-back";

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final ItemViewModel model;
    private final Runnable back;
    private final VBox head = new VBox(8);
    private final TabPane tabs = new TabPane();
    private @Nullable SoundPane sound;
    /// The keyboard was here when the item before was taken away.
    private boolean takes;

    ItemView(Desk desk, ItemViewModel model, Runnable back) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("evidence");
        this.model = model;
        this.back = back;
        setId("item");
        getStyleClass().add("item-view");
        head.getStyleClass().add("item-head");
        tabs.setId("item-tabs");
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        VBox top = new VBox(
                head,
                new Notice("item-notice", model.toldProperty(), words.of("shell")),
                new ExportPane(words, model, this::chooseFolder));
        top.getStyleClass().add("item-top");
        setTop(top);
        setCenter(tabs);
        model.itemProperty().subscribe(this::show);
        tabs.getSelectionModel()
                .selectedItemProperty()
                .subscribe((from, to) ->
                        model.workSoFar().ifPresent(work -> work.toldProperty().set(null)));
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (key(event)) {
                event.consume();
            }
        });
    }

    private boolean key(KeyEvent event) {
        Item open = model.itemProperty().get();
        if (event.getCode() == KeyCode.R
                && !event.isShortcutDown()
                && !(event.getTarget() instanceof TextInputControl)
                && open != null
                && Reviews.REVIEWED.contains(open.revision().reference().kind())
                && model.work(open).mayWork()) {
            model.work(open).toggleReview();
            return true;
        }
        if (event.getCode() == KeyCode.F && event.isShortcutDown()) {
            return find();
        }
        if (event.getCode() == KeyCode.F3 && model.find().total() > 0) {
            if (event.isShiftDown()) {
                model.find().previous();
            } else {
                model.find().next();
            }
            return true;
        }
        return false;
    }

    /// Goes where words can be sought in the thing itself.
    private boolean find() {
        if (tabs.getTabs().isEmpty()) {
            return false;
        }
        Node shown = tabs.getTabs().getFirst().getContent();
        Node first = shown.lookup("#find-field");
        if (!((first == null ? shown.lookup("#bytes-find") : first) instanceof TextField field)) {
            return false;
        }
        tabs.getSelectionModel().select(0);
        field.requestFocus();
        field.selectAll();
        return true;
    }

    private void show(@Nullable Item item) {
        Tab before = tabs.getSelectionModel().getSelectedItem();
        takes |= takesKeyboard();
        tabs.getTabs().clear();
        if (item == null) {
            head.getChildren().setAll(toTheList());
            return;
        }
        head.getChildren().setAll(heading(item), facts(item));
        if (model.mayDescribe() && item.reading().filter(Reading::locked).isPresent()) {
            head.getChildren().add(unlock(item.revision().reference()));
        }
        tabs.getTabs().add(tab("document", thing(item)));
        if (!item.inside().isEmpty()) {
            Tab inside = tab("inside", new InsideView(words, item, to -> desk.go(Place.of("evidence", to))));
            inside.setText(own.text("tab.insideCount", item.inside().size()));
            tabs.getTabs().add(inside);
        }
        if (!item.letters().isEmpty()) {
            Tab letters = tab("letters", new LettersView(words, item, to -> desk.go(Place.of("evidence", to))));
            letters.setText(own.text("tab.lettersCount", item.letters().size()));
            tabs.getTabs().add(letters);
        }
        if (item.evidence().isPresent()) {
            tabs.getTabs().add(tab("known", new KnownView(words, model, item)));
        }
        if (Reviews.REVIEWED.contains(item.revision().reference().kind())) {
            WorkViewModel work = model.work(item);
            if (item.evidence().isPresent()) {
                Reference here = item.revision().reference();
                tabs.getTabs()
                        .add(tab(
                                "work",
                                new WorkView(
                                        words,
                                        work,
                                        to -> desk.go(Place.to(to)),
                                        other -> desk.go(AlikeScreen.of(here, other)))));
            }
            Tab notes = tab("notes", new NotesView(words, work, () -> model.pinpoint(), at -> desk.go(Place.to(at))));
            tabs.getTabs().add(notes);
        }
        tabs.getTabs()
                .add(tab(
                        "custody",
                        new CustodyView(
                                words,
                                model.events(),
                                item.evidence().map(evidence -> model.work(item)),
                                to -> desk.go(Place.to(to)))));
        boolean unfinished = item.unfinished().isPresent() && model.pinpoint().isEmpty();
        stay(unfinished ? "tab-known" : before == null ? "" : before.getId());
        if (takes) {
            takes = false;
            Platform.runLater(this::takeKeyboard);
        }
    }

    /// Whether the keyboard is on what is taken away, or where the window put it meanwhile: the rail, or the way back.
    private boolean takesKeyboard() {
        Node owner = getScene() == null ? null : getScene().getFocusOwner();
        return owner == null
                || owner.getStyleClass().contains("rail-entry")
                || BACK.equals(owner.getId())
                || within(tabs, owner);
    }

    private static boolean within(Node whole, Node owner) {
        for (Node node = owner; node != null; node = node.getParent()) {
            if (node.equals(whole)) {
                return true;
            }
        }
        return false;
    }

    /// Its keys work at once for whoever was led here, unless a part of it has the keyboard by now.
    private void takeKeyboard() {
        Scene scene = getScene();
        if (scene == null || tabs.getTabs().isEmpty()) {
            return;
        }
        Node owner = scene.getFocusOwner();
        if (owner == null || !within(tabs, owner)) {
            Node shown = tabs.getSelectionModel().getSelectedItem().getContent().lookup(".page-desk");
            Focus.on(shown == null ? tabs : shown);
        }
    }

    /// Where one was, also when the item is shown anew.
    private void stay(String id) {
        tabs.getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .findFirst()
                .ifPresent(tabs.getSelectionModel()::select);
    }

    private Node unlock(Reference reference) {
        Runnable anew = () -> model.open(reference, Optional.empty(), Sought.NOTHING);
        return new UnlockPane(words, new UnlockViewModel(desk, reference, anew));
    }

    private Node toTheList() {
        return Glyphs.back(BACK, own.text("item.back"), back);
    }

    private Node heading(Item item) {
        Reference reference = item.revision().reference();
        Label number = new Label(reference.toString());
        number.setId("item-reference");
        number.getStyleClass().addAll("reference", "item-reference");
        number.setMinWidth(USE_PREF_SIZE);
        Label title = Headed.heading(called(item));
        title.setId("item-title");
        Direction.own(title);
        title.setMinWidth(120);
        // a file may be named by a sentence; what is in it needs the room
        title.setMinHeight(0);
        title.setMaxHeight(TWO_LINES);
        title.setTooltip(new Tooltip(called(item)));
        HBox called = new HBox(12, toTheList(), number, title);
        HBox.setHgrow(title, Priority.SOMETIMES);
        called.setAlignment(Pos.CENTER_LEFT);
        Flowing row = new Flowing(12);
        if (item.evidence().isPresent()) {
            row.getChildren()
                    .addAll(
                            steady(Glyphs.button(
                                    "item-add", Material2MZ.PLAYLIST_ADD, own.text("item.add"), model::addToBundle)),
                            steady(Glyphs.button(
                                    "item-export", Material2MZ.SAVE_ALT, own.text("item.export"), model::askToExport)));
            item.evidence()
                    .filter(evidence -> evidence.physical())
                    .ifPresent(thing -> row.getChildren().removeLast());
        }
        return new Beside(12, called, row, Beside.Grows.FIRST, LEAST_OF_TITLE);
    }

    /// A message that nobody has titled is called by what it says itself, like in every list.
    private String called(Item item) {
        return item.said().map(words::said).orElse(item.record().title());
    }

    private static Node steady(javafx.scene.control.Button button) {
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Node facts(Item item) {
        Flowing row = new Flowing(8, Badge.of(item.record().protection(), words));
        item.evidence().ifPresent(evidence -> {
            if (!evidence.physical()) {
                row.getChildren()
                        .add(StateBadge.of(
                                item.reading().map(read -> read.status().name()).orElse("WAITING"), own));
            }
            if (model.mayReadAgain()) {
                row.getChildren()
                        .add(steady(Glyphs.button(
                                "item-read-again",
                                Material2AL.AUTORENEW,
                                own.text("item.readAgain"),
                                model::readAgain)));
            }
            if (!evidence.type().equals("UNSORTED")) {
                row.getChildren().add(Badge.neutral(words.vocabulary("evidence-type", evidence.type())));
            }
            evidence.tags().forEach(tag -> row.getChildren().add(Badge.neutral(tag)));
        });
        if (Reviews.REVIEWED.contains(item.revision().reference().kind())) {
            row.getChildren().add(new ReviewBar(words, model.work(item)));
        }
        item.parent()
                .ifPresent(parent -> row.getChildren()
                        .add(Glyphs.button(
                                "item-parent",
                                Material2AL.ATTACHMENT,
                                own.text(
                                        "item.parent",
                                        Direction.isolate(parent.reference().toString())),
                                () -> desk.go(Place.of("evidence", parent.reference())))));
        return row;
    }

    private Tab tab(String key, Node content) {
        Tab tab = new Tab(own.text("tab." + key), content);
        tab.setId("tab-" + key);
        return tab;
    }

    private Node thing(Item item) {
        Node shown = switch (Manner.of(item)) {
            case PAGES ->
                new BesidePage(
                        words,
                        model.pageText(item),
                        new PagesPane(words, model, item),
                        model.viewing().pages().pageProperty());
            case PICTURE ->
                new BesidePage(
                        words,
                        model.pageText(item),
                        new PicturePane(desk, model, item),
                        model.viewing().pictures().numberProperty());
            case SHEETS -> sheets(item);
            case SOUND -> sound(item);
            case MESSAGE -> new MessagePane(words, model, item, to -> desk.go(Place.of("evidence", to)));
            case TEXT -> text(item);
            case BYTES -> bytes(item);
            case FIELDS -> new FieldsPane(words, item);
        };
        return item.graphic() && !(shown instanceof TextPane)
                ? new Veil(
                        "item-veil", shown, words.of("shell"), model.viewing().graphicAskedProperty())
                : shown;
    }

    /// A table stays a table; how it would print is asked for.
    private Node sheets(Item item) {
        List<Ways.Way> ways = new ArrayList<>(List.of(
                new Ways.Way("way-table", own.text("way.table"), () -> new SheetsPane(desk, model, item)),
                asText(item)));
        if (Renditions.hasPages(item.mediaType())) {
            ways.add(1, pages(item));
        }
        return new Ways(ways, model.find().sought().isEmpty() ? 0 : ways.size() - 1);
    }

    /// What is only text can be looked at in another encoding, and a document as it would print.
    private Node text(Item item) {
        if (item.mediaType().startsWith("text/")) {
            Ways.Way decoded =
                    new Ways.Way("way-decoded", own.text("way.decoded"), () -> new DecodedPane(words, model, item));
            return new Ways(List.of(asText(item), decoded), 0);
        }
        return Renditions.hasPages(item.mediaType())
                ? new Ways(List.of(pages(item), asText(item)), pagesFirst(item) ? 0 : 1)
                : new TextPane(words, model, item);
    }

    private Node bytes(Item item) {
        Ways.Way kept = new Ways.Way("way-bytes", own.text("way.bytes"), () -> new BytesPane(words, model, item));
        boolean document = Renditions.hasPages(item.mediaType()) && !item.locked();
        return document
                ? new Ways(List.of(pages(item), kept), pagesFirst(item) ? 0 : 1)
                : kept.shown().get();
    }

    /// Whoever sought words is shown them where they were found.
    private boolean pagesFirst(Item item) {
        return desk.archive().renditions().ready(item.mediaType())
                && model.find().sought().isEmpty();
    }

    private Ways.Way asText(Item item) {
        return new Ways.Way("way-text", own.text("way.text"), () -> new TextPane(words, model, item));
    }

    private Ways.Way pages(Item item) {
        return new Ways.Way("way-pages", own.text("way.pages"), () -> new LaidOutPane(desk, model, item));
    }

    /// The same as before where the item is only shown anew: whoever listens or writes goes on.
    private SoundPane sound(Item item) {
        PlayerViewModel player = model.player(item);
        SoundPane before = sound;
        if (before != null && before.player() == player) {
            return before;
        }
        SoundPane fresh =
                new SoundPane(player, model.transcript(item), model.viewing().film(item), words);
        sound = fresh;
        return fresh;
    }

    private Optional<Path> chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(own.text("export.choose"));
        return Optional.ofNullable(
                        chooser.showDialog(Objects.requireNonNull(getScene()).getWindow()))
                .map(File::toPath);
    }
}
