package org.cairn.ui.home;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Drafts;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Summary;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// A calm overview.
final class HomeView extends VBox {

    private static final String TESTIMONY_DRAFT = "testimony/";
    private static final double SIDE_BY_SIDE = 860;

    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final VBox body = new VBox(18);

    HomeView(HomeViewModel model, Desk desk) {
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("home");
        Headed page = new Headed(
                        desk.archive().name(),
                        area.text("line", desk.archive().user().name()))
                .with(Glyphs.primary("home-record", area.text("record"), () -> desk.go(Place.of("testimony", "new"))));
        page.setId("home");
        page.getChildren().addAll(new Notice("home-notice", model.toldProperty(), words.of("shell")), body);
        getChildren().add(page);
        model.lookProperty().subscribe(this::show);
    }

    private void show(HomeViewModel.@Nullable Look look) {
        body.getChildren().clear();
        if (look == null) {
            return;
        }
        body.getChildren().add(counts(look.counts()));
        if (look.empty()) {
            body.getChildren().add(first());
            return;
        }
        Node recent = recent(look.recent());
        Node toDo = new VBox(18, drafts(look.drafts()), waiting(look));
        GridPane halves = new GridPane();
        halves.getStyleClass().add("form-grid");
        halves.setMinWidth(0);
        body.getChildren().add(halves);
        halves.widthProperty()
                .map(width -> width.doubleValue() == 0 || width.doubleValue() >= SIDE_BY_SIDE)
                .subscribe(beside -> arrange(halves, recent, toDo, beside));
    }

    /// Beside one another, or below where titles would be cut to nothing; what is to be done comes first then.
    private static void arrange(GridPane halves, Node recent, Node toDo, boolean beside) {
        halves.getChildren().clear();
        halves.getColumnConstraints().setAll(beside ? List.of(part(58), part(42)) : List.of(part(100)));
        halves.add(recent, 0, beside ? 0 : 1);
        halves.add(toDo, beside ? 1 : 0, 0);
    }

    private static ColumnConstraints part(double percent) {
        ColumnConstraints column = new ColumnConstraints();
        column.setPercentWidth(percent);
        return column;
    }

    private Node counts(Map<RecordKind, Long> counts) {
        GridPane row = new GridPane(14, 0);
        row.setId("home-counts");
        counts.forEach((kind, count) -> {
            Label number = new Label(words.number(count));
            number.getStyleClass().add("count-number");
            number.setId("count-" + kind.code());
            Label name = Headed.quiet(area.text("count." + kind.code(), count));
            VBox card = Headed.card("", new VBox(2, number, name));
            card.getStyleClass().add("count-card");
            // all of one width, however long the words
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(100.0 / counts.size());
            row.getColumnConstraints().add(column);
            row.addRow(0, card);
        });
        return row;
    }

    private Node first() {
        return Headed.empty(
                "home-empty",
                area.text("empty"),
                Glyphs.primary("home-first", area.text("record"), () -> desk.go(Place.of("testimony", "new"))));
    }

    private Node recent(List<Summary> lines) {
        VBox list = new VBox(1);
        list.setId("home-recent");
        lines.forEach(line -> list.getChildren().add(line(line)));
        return Headed.card(area.text("recent"), lines.isEmpty() ? Headed.quiet(area.text("recent.none")) : list);
    }

    private Node line(Summary summary) {
        Label reference = new Label(summary.reference().toString());
        reference.getStyleClass().add("reference");
        reference.setMinWidth(64);
        Label title = new Label(words.called(summary));
        title.setNodeOrientation(Direction.of(title.getText()));
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        Label when = Headed.quiet(words.moment(summary.keptAt()));
        when.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(12, reference, title, Badge.of(summary.protection(), words), when);
        row.getStyleClass().add("recent-line");
        Button button = new Button(null, row);
        button.setId("recent-" + summary.reference());
        button.getStyleClass().addAll("flat", "line-button");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAccessibleText(summary.reference() + " " + title.getText());
        row.prefWidthProperty().bind(button.widthProperty().subtract(24));
        button.setOnAction(event -> desk.go(Place.to(summary.reference())));
        return button;
    }

    private Node drafts(List<Drafts.Draft> drafts) {
        VBox list = new VBox(6);
        list.setId("home-drafts");
        drafts.stream()
                .filter(draft -> draft.id().startsWith(TESTIMONY_DRAFT))
                .forEach(draft -> list.getChildren()
                        .add(Glyphs.button(
                                "home-draft-" + owner(draft.id()),
                                Material2AL.EDIT,
                                area.text("draft", owner(draft.id()), words.moment(draft.savedAt())),
                                () -> desk.go(Place.of("testimony", "draft:" + draft.id())))));
        return Headed.card(
                area.text("drafts"), list.getChildren().isEmpty() ? Headed.quiet(area.text("drafts.none")) : list);
    }

    private static String owner(String id) {
        String[] parts = id.split("/", -1);
        return parts.length > 1 ? parts[1] : id;
    }

    private Node waiting(HomeViewModel.Look look) {
        List<Node> lines = new ArrayList<>();
        line("waiting.sound", look.sound().waiting()).ifPresent(lines::add);
        look.sound()
                .finished()
                .forEach(recording -> lines.add(Glyphs.button(
                        "home-sound-" + recording,
                        Material2AL.GRAPHIC_EQ,
                        area.text("waiting.finished", recording),
                        () -> desk.go(Place.to(recording)))));
        line("waiting.unread", look.unseen().unread()).ifPresent(lines::add);
        line("waiting.ocr", look.unseen().awaitingOcr()).ifPresent(lines::add);
        line("waiting.above", look.unseen().noPermission()).ifPresent(lines::add);
        VBox list = new VBox(6);
        list.setId("home-waiting");
        list.getChildren().setAll(lines);
        return Headed.card(area.text("waiting"), lines.isEmpty() ? Headed.quiet(area.text("waiting.none")) : list);
    }

    private Optional<Node> line(String key, long count) {
        if (count == 0) {
            return Optional.empty();
        }
        Label label = new Label(area.text(key, count));
        label.setWrapText(true);
        return Optional.of(label);
    }
}
