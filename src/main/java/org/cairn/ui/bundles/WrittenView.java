package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.documents.PageSource;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What was written: where, how many pages, its hash, the rules read back; and its pages beside.
final class WrittenView extends BorderPane {

    private final Words words;
    private final Messages own;
    private final PageSource pages;
    private final PageSheet sheet;
    private final Consumer<String> copy;
    private final Label at = new Label();

    WrittenView(Words words, WritingViewModel writing, Outcome.Written written, Runnable back, Consumer<String> copy) {
        this.words = words;
        this.own = words.of("bundles");
        this.pages = writing.pages();
        this.copy = copy;
        this.sheet = new PageSheet(
                "written-page",
                own.text("written.page"),
                words.of("shell").text("page.drawing"),
                width -> pages.picture(width, this::picture, this::cannot));
        setId("written");
        VBox told = new VBox(14, what(written.served()), rules(written.served().results()), back(back));
        told.getStyleClass().add("writing-page");
        Node scrolling = Headed.scrolling(told);
        BorderPane look = new BorderPane(sheet);
        look.setTop(tools());
        look.getStyleClass().add("written-look");
        look.setPrefWidth(430);
        setCenter(scrolling);
        setRight(look);
        writing.look(written, this::opened);
    }

    private Node what(ServedBundle served) {
        Label sentence = new Label(own.text("written.line", served.pages(), served.exhibits()));
        sentence.setId("written-line");
        sentence.setWrapText(true);
        VBox card = Headed.card(
                own.text("written.title"),
                sentence,
                exact("written-path", own.text("written.where"), served.pdf().toString()),
                exact(
                        "written-hash",
                        own.text("written.hash"),
                        served.fingerprint().hex()),
                exact(
                        "written-manifest",
                        own.text("written.manifest"),
                        served.manifest().toString()),
                Headed.quiet(own.text("written.outside")));
        card.setId("written-card");
        return card;
    }

    private Node exact(String id, String name, String value) {
        Label label = new Label(name);
        label.getStyleClass().add("field-name");
        TextField field = new TextField(value);
        field.setId(id);
        field.setEditable(false);
        field.getStyleClass().addAll("fact", "mono");
        field.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
        field.setAccessibleText(name);
        field.setTooltip(new Tooltip(value));
        HBox.setHgrow(field, Priority.ALWAYS);
        HBox row = new HBox(
                4,
                field,
                Glyphs.quiet(
                        id + "-copy",
                        Material2AL.CONTENT_COPY,
                        own.text("written.copy", name),
                        () -> copy.accept(value)));
        row.setAlignment(Pos.CENTER_LEFT);
        return new VBox(2, label, row);
    }

    private Node rules(List<RuleResult> results) {
        List<Node> lines = new ArrayList<>();
        for (RuleResult.Outcome outcome : List.of(
                RuleResult.Outcome.BROKEN,
                RuleResult.Outcome.NEEDS_PERSON,
                RuleResult.Outcome.MENDED,
                RuleResult.Outcome.MET)) {
            results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .map(this::rule)
                    .forEach(lines::add);
        }
        long kept = results.stream()
                .filter(result ->
                        result.outcome() == RuleResult.Outcome.MET || result.outcome() == RuleResult.Outcome.MENDED)
                .count();
        VBox card = Headed.card(own.text("written.rules", kept, results.size() - kept), lines.toArray(Node[]::new));
        card.setId("written-rules");
        return card;
    }

    private Node rule(RuleResult result) {
        boolean good = result.outcome() == RuleResult.Outcome.MET || result.outcome() == RuleResult.Outcome.MENDED;
        Label sentence = new Label(RuleSentence.of(words, result));
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox row = new HBox(8, Glyphs.of(good ? Material2AL.CHECK_CIRCLE : Material2MZ.PAN_TOOL), sentence);
        row.getStyleClass().add(good ? "rule-met" : "rule-needs");
        return row;
    }

    private Node back(Runnable back) {
        return new HBox(Glyphs.button("written-back", Material2AL.ARROW_BACK, own.text("write.back"), back));
    }

    private Node tools() {
        at.setId("written-at");
        HBox row = new HBox(
                6,
                Glyphs.quiet(
                        "written-previous", Material2AL.CHEVRON_LEFT, own.text("written.previous"), () -> step(-1)),
                at,
                Glyphs.quiet("written-next", Material2AL.CHEVRON_RIGHT, own.text("written.next"), () -> step(1)),
                Headed.room(),
                Glyphs.quiet(
                        "written-smaller", Material2MZ.ZOOM_OUT, own.text("written.smaller"), () -> sheet.zoomBy(0.8)),
                Glyphs.quiet(
                        "written-larger", Material2MZ.ZOOM_IN, own.text("written.larger"), () -> sheet.zoomBy(1.25)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void opened() {
        face();
    }

    private void step(int by) {
        if (pages.countProperty().get() > 0) {
            pages.pageProperty()
                    .set(Math.clamp(
                            pages.pageProperty().get() + by,
                            1,
                            pages.countProperty().get()));
            face();
        }
    }

    private void face() {
        at.setText(own.text(
                "written.at", pages.pageProperty().get(), pages.countProperty().get()));
        pages.face(face -> sheet.show(face.size().width(), face.size().height(), face.marks()), this::cannot);
    }

    private void cannot(NotDrawable why) {
        sheet.cannot(words.of("shell").text("page.cannot." + why.reason()));
    }

    private void picture(javafx.scene.image.Image image) {
        sheet.picture(image);
    }
}
