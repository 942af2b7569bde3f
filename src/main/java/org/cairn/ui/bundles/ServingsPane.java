package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.ServingsViewModel.Line;
import org.cairn.ui.bundles.ServingsViewModel.Shown;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;

/// What was served: a line each, opened in its place.
final class ServingsPane extends VBox {

    /// Of a bundle in more volumes the hashes stand in its details only.
    private static final int HASHES = 2;

    private final Words words;
    private final Messages own;
    private final ServingsViewModel model;

    /// @param places where what was written since the archive was opened is
    /// @param late begins a draft of late pages
    /// @param wanted called with the line that is opened, once it is laid out
    ServingsPane(Desk desk, WrittenPlaces places, ServingsViewModel model, Consumer<Line> late, Consumer<Node> wanted) {
        this.words = desk.words();
        this.own = words.of("bundles");
        this.model = model;
        setId("servings");
        getStyleClass().add("card-box");
        Label heading = new Label(own.text("list.served"));
        heading.getStyleClass().add("card-title");
        getChildren().add(heading);
        Shown shown = model.shownProperty().get();
        for (Line line : shown.lines()) {
            boolean open = line.reference().equals(model.openedProperty().get());
            VBox box = new VBox(line(line, open));
            box.setId("serving-" + line.reference());
            box.getStyleClass().add("list-line");
            if (open) {
                box.getChildren()
                        .add(new ServingDetails(
                                desk,
                                places,
                                line,
                                Optional.ofNullable(shown.followed().get(line.reference())),
                                () -> late.accept(line),
                                model::open));
                wanted.accept(box);
            }
            getChildren().add(box);
        }
        if (shown.first() > 0 || shown.older()) {
            getChildren().add(turning(shown));
        }
    }

    private Node line(Line line, boolean open) {
        Serving serving = line.serving();
        String code = line.reference().toString();
        Label number = new Label(code);
        number.getStyleClass().add("reference");
        number.setMinWidth(72);
        Label name = new Label(serving.name());
        name.getStyleClass().add("result-title");
        name.setNodeOrientation(Direction.of(serving.name()));
        VBox what = new VBox(2, name, Headed.quiet(sentence(serving)));
        what.setMinWidth(0);
        HBox.setHgrow(what, Priority.ALWAYS);
        if (!open && serving.volumes().size() <= HASHES) {
            serving.volumes().forEach(volume -> {
                Label hash = new Label(volume.hash().hex());
                hash.getStyleClass().addAll("mono", "quiet");
                hash.setNodeOrientation(NodeOrientation.LEFT_TO_RIGHT);
                what.getChildren().add(hash);
            });
        }
        HBox row = new HBox(10, number, what);
        serving.after()
                .ifPresent(before -> row.getChildren().add(Badge.neutral(own.text("serving.behind", ltr(before)))));
        Optional.ofNullable(model.shownProperty().get().followed().get(line.reference()))
                .ifPresent(after -> row.getChildren().add(Badge.waiting(own.text("serving.followed", ltr(after)))));
        Button details = Glyphs.button(
                "serving-open-" + code,
                own.text(open ? "serving.close" : "serving.open"),
                () -> model.toggle(line.reference()));
        details.setMinWidth(USE_PREF_SIZE);
        row.getChildren().addAll(Badge.of(serving.confidentiality(), words), details);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private static String ltr(Reference reference) {
        return Direction.isolate(reference.toString());
    }

    private String sentence(Serving serving) {
        List<String> parts = new ArrayList<>();
        parts.add(own.text("serving.served", words.day(serving.date())));
        serving.version().ifPresent(kind -> parts.add(words.vocabulary("bundle-version", kind.name())));
        serving.after().ifPresent(before -> parts.add(own.text("serving.late")));
        parts.add(own.text(
                "serving.pages",
                serving.volumes().stream().mapToInt(Serving.Volume::pages).sum()));
        // last: a number after a Latin name would join it in a line from right to left
        serving.recipient().ifPresent(who -> parts.add(own.text("serving.to", who)));
        return String.join(" · ", parts);
    }

    private Node turning(Shown shown) {
        Button newer =
                Glyphs.button("servings-newer", Material2AL.CHEVRON_LEFT, own.text("serving.newer"), model::newer);
        newer.setDisable(shown.first() == 0);
        Button older =
                Glyphs.button("servings-older", Material2AL.CHEVRON_RIGHT, own.text("serving.older"), model::older);
        older.setDisable(!shown.older());
        Label which = Headed.quiet(own.text(
                "serving.of",
                words.number(shown.first() + 1L),
                words.number((long) shown.first() + shown.lines().size()),
                words.number(shown.total())));
        which.setId("servings-which");
        HBox row = new HBox(10, newer, which, older);
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }
}
