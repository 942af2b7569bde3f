package org.cairn.ui.alike;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.archive.Lookalikes.Sense;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.domain.Relations.Way;
import org.cairn.i18n.Messages;
import org.cairn.ui.alike.PairViewModel.Pair;
import org.cairn.ui.alike.PairViewModel.Side;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Veil;
import org.cairn.ui.common.Ways;
import org.jspecify.annotations.Nullable;

/// Two items that look alike, side by side, and below their names what can be said of them.
final class PairView extends BorderPane {

    private static final String BACK = "<";
    private static final Insets UNDER_NAMES = new Insets(0, 0, 8, 0);

    private final Desk desk;
    private final Messages own;
    private final PairViewModel model;
    private final VBox head = new VBox(12);

    PairView(Desk desk, PairViewModel model) {
        this.desk = desk;
        this.own = desk.words().of("evidence");
        this.model = model;
        setId("alike-pair");
        getStyleClass().addAll("headed", "alike-pair");
        setTop(head);
        model.pairProperty().subscribe(this::show);
    }

    /// In which way two are alike.
    static String how(Messages own, Suggestion pair) {
        return own.text(
                pair.sense() == Sense.WORDS ? "alike.percent" : "alike.picturePercent", String.valueOf(pair.percent()));
    }

    private void show(@Nullable Pair pair) {
        Notice notice =
                new Notice("pair-notice", model.toldProperty(), desk.words().of("shell"));
        Node back = Glyphs.back("pair-back", own.text("alike.page.title"), () -> desk.go(AlikeScreen.all()));
        if (pair == null) {
            head.getChildren().setAll(new HBox(back), notice);
            setCenter(null);
            return;
        }
        Label title = Headed.heading(own.text("alike.pair.title"));
        Label how = Headed.quiet(pair.alike().map(one -> how(own, one)).orElse(own.text("alike.pair.settled")));
        how.setId("pair-how");
        HBox line = new HBox(12, back, new VBox(2, title, how), Headed.room());
        line.setAlignment(Pos.CENTER_LEFT);
        head.getChildren().setAll(line, notice);
        if (model.mayJudge() && pair.alike().isPresent()) {
            head.getChildren().add(judging());
        }
        Beside names = new Beside(named(pair.earlier()), named(pair.later()));
        names.setPadding(UNDER_NAMES);
        head.getChildren().add(names);
        setCenter(body(pair));
    }

    private Node body(Pair pair) {
        boolean texts = !pair.texts().pairs().isEmpty();
        Ways.Way text =
                new Ways.Way("pair-texts", own.text("alike.texts"), () -> new TextsBeside(desk.words(), pair.texts()));
        Ways.Way look = new Ways.Way("pair-looks", own.text("alike.looks"), () -> looks(pair));
        if (texts && pair.look()) {
            boolean byLooks =
                    pair.alike().filter(one -> one.sense() == Sense.PICTURE).isPresent();
            return new Ways(List.of(text, look), byLooks ? 1 : 0);
        }
        return pair.look() ? looks(pair) : new TextsBeside(desk.words(), pair.texts());
    }

    private Node looks(Pair pair) {
        Node beside = new LooksBeside(desk, pair);
        return pair.graphic()
                ? new Veil("pair-veil", beside, desk.words().of("shell"), model.graphicAskedProperty())
                : beside;
    }

    private Node named(Side side) {
        Hyperlink number = new Hyperlink(side.item().reference().toString());
        number.setId("pair-open-" + side.item().reference());
        number.getStyleClass().add("reference");
        number.setMinWidth(USE_PREF_SIZE);
        number.setOnAction(any -> desk.go(Place.to(side.item().reference())));
        Label title = new Label(side.item().title());
        title.setNodeOrientation(Direction.of(side.item().title()));
        HBox row = new HBox(8, number, title);
        row.setAlignment(Pos.CENTER_LEFT);
        row.setMinWidth(0);
        return row;
    }

    /// `E-0012 is a [copy of] E-0003`, or not the same at all.
    private Node judging() {
        List<String> ways = Stream.of(Way.COPY_OF, Way.REDACTION_OF, Way.TRANSLATION_OF)
                .flatMap(way -> Stream.of(way.name(), BACK + way.name()))
                .toList();
        CodePicker<String> way = new CodePicker<>(
                "pair-way",
                ways,
                code -> code.startsWith(BACK)
                        ? desk.words().vocabulary("relation-back", code.substring(BACK.length()))
                        : desk.words().vocabulary("relation", code));
        way.setValue(ways.getFirst());
        way.setPrefWidth(210);
        way.setAccessibleText(own.text("relate.way"));
        Node relate = Glyphs.button(
                "pair-relate",
                own.text("work.keep"),
                () -> model.relate(
                        Way.valueOf(way.getValue().replace(BACK, "")),
                        way.getValue().startsWith(BACK)));
        Node unlike = Glyphs.button("pair-unlike", own.text("alike.unlike"), model::notTheSame);
        HBox said = new HBox(
                8,
                reference(model.later().toString()),
                way,
                reference(model.earlier().toString()),
                relate);
        said.setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(said, Priority.NEVER);
        FlowPane row = new FlowPane(20, 8, said, unlike);
        row.setRowValignment(javafx.geometry.VPos.CENTER);
        return row;
    }

    private static Label reference(String number) {
        Label label = new Label(number);
        label.getStyleClass().add("reference");
        return label;
    }
}
