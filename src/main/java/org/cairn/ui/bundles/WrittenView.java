package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TitledPane;
import javafx.scene.image.Image;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.bundles.WritingViewModel.WrittenVersion;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Place;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.PageSheet;
import org.cairn.ui.documents.PageSource;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What was written: each version with its files, their hashes and the rules read back; and the pages of one beside.
final class WrittenView extends BorderPane {

    private static final double LOOK = 430;

    /// One file that can be looked at.
    private record Written(String name, Path pdf, int firstPage, int lastOfAll) {
        @Override
        public String toString() {
            return "Written";
        }
    }

    private final Desk desk;
    private final Words words;
    private final Messages own;
    private final List<WrittenVersion> versions;
    private final List<Written> files = new ArrayList<>();
    private final PageSource pages;
    private final WrittenPlaces places;
    private final PageSheet sheet;
    private final CodePicker<Written> looked;
    private final Label at = new Label();

    WrittenView(Desk desk, WritingViewModel writing, Outcome.Written written, Runnable back) {
        this.desk = desk;
        this.words = desk.words();
        this.own = words.of("bundles");
        this.versions = written.versions();
        this.pages = writing.pages();
        this.places = writing.places();
        this.sheet = new PageSheet(
                "written-page",
                own.text("written.page"),
                words.of("shell").text("page.drawing"),
                width -> pages.picture(width, this::picture, this::cannot));
        setId("written");
        VBox told = new VBox(14, Headed.card(own.text("written.title"), Headed.quiet(own.text("written.outside"))));
        for (int i = 0; i < versions.size(); i++) {
            told.getChildren().add(version(i));
        }
        told.getChildren().add(back(back));
        told.getStyleClass().add("writing-page");
        this.looked = new CodePicker<>("written-file", files, Written::name);
        looked.setAccessibleText(own.text("written.file"));
        looked.valueProperty().subscribe(file -> {
            if (file != null) {
                writing.look(file.pdf(), this::face);
            }
        });
        BorderPane look = new BorderPane(sheet);
        look.setTop(tools());
        look.getStyleClass().add("written-look");
        look.setPrefWidth(LOOK);
        setCenter(Headed.scrolling(told));
        setRight(look);
        looked.setValue(files.getFirst());
    }

    private Node version(int number) {
        WrittenVersion version = versions.get(number);
        ServedBundle served = version.served();
        String name = version.version()
                .map(kind -> BundleWords.heading(words, kind))
                .orElse(version.draft().title());
        Label heading = new Label(name);
        heading.getStyleClass().add("card-title");
        heading.setWrapText(true);
        heading.setNodeOrientation(Direction.of(name));
        HBox head = new HBox(10, heading, Badge.of(version.draft().confidentiality(), words), Headed.room());
        head.setAlignment(Pos.CENTER_LEFT);
        version.serving()
                .ifPresent(serving -> head.getChildren()
                        .add(Glyphs.button(
                                id("written-serving", number, 0),
                                own.text("written.serving", Direction.isolate(serving.toString())),
                                () -> desk.go(Place.to(serving)))));
        Label sentence = new Label(own.text("written.line", served.pages(), served.exhibits()));
        sentence.setId(id("written-line", number, 0));
        sentence.setWrapText(true);
        VBox card = new VBox(head, Headed.quiet(BundleWords.forWhom(words, version.draft())), sentence);
        card.setId(id("written-card", number, 0));
        card.getStyleClass().add("card-box");
        for (int i = 0; i < served.volumes().size(); i++) {
            card.getChildren().add(volume(name, number, i));
        }
        card.getChildren()
                .addAll(
                        new Exact(
                                own,
                                id("written-manifest", number, 0),
                                own.text("written.manifest"),
                                served.manifest().toString()),
                        rules(number, served.results()));
        return card;
    }

    /// The first of the first version has the plain id.
    private static String id(String name, int version, int volume) {
        return version == 0 && volume == 0 ? name : name + "-" + (version + 1) + "-" + (volume + 1);
    }

    private Node volume(String name, int number, int place) {
        ServedBundle served = versions.get(number).served();
        ServedBundle.Volume volume = served.volumes().get(place);
        ServedBundle.Volume end = served.volumes().getLast();
        int last = volume.firstPage() + volume.pages() - 1;
        String called = own.text("written.volume", volume.number());
        boolean parted = served.volumes().size() > 1;
        Written file = new Written(
                versions.size() > 1 ? (parted ? name + " · " + called : name) : called,
                volume.pdf(),
                volume.firstPage(),
                end.firstPage() + end.pages() - 1);
        files.add(file);
        VBox box = new VBox(6);
        if (parted || versions.size() > 1) {
            Label range =
                    new Label(own.text("written.range", called, words.number(volume.firstPage()), words.number(last)));
            range.getStyleClass().add("result-title");
            HBox row = new HBox(
                    10,
                    range,
                    Glyphs.button(
                            id("written-look", number, place), own.text("written.look"), () -> looked.setValue(file)));
            row.setAlignment(Pos.CENTER_LEFT);
            box.getChildren().add(row);
        }
        box.getChildren()
                .addAll(
                        new Exact(
                                own,
                                id("written-path", number, place),
                                own.text("written.where"),
                                volume.pdf().toString()),
                        new Exact(
                                own,
                                id("written-hash", number, place),
                                own.text("written.hash"),
                                volume.fingerprint().hex()));
        steps(box, number, place, volume.pdf());
        return box;
    }

    /// What can be done with one file from here on; all files of a version are in one folder.
    private void steps(VBox box, int number, int place, Path pdf) {
        FlowPane row = new FlowPane(8, 8);
        box.getChildren().add(row);
        if (place == 0) {
            FolderButton folder = new FolderButton(
                    words,
                    id("written-folder", number, place),
                    new FolderViewModel(
                            desk,
                            places.window(),
                            Objects.requireNonNull(pdf.toAbsolutePath().getParent())));
            row.getChildren().add(folder.button());
            box.getChildren().add(folder.otherwise());
        }
        row.getChildren()
                .addAll(
                        Glyphs.button(
                                id("written-check", number, place),
                                own.text("check.go"),
                                () -> desk.go(FinishedPlace.check(pdf))),
                        Glyphs.button(
                                id("written-time", number, place),
                                own.text("time.go"),
                                () -> desk.go(FinishedPlace.time(pdf))));
    }

    private Node rules(int number, List<RuleResult> results) {
        VBox lines = new VBox(8);
        for (RuleResult.Outcome outcome : List.of(
                RuleResult.Outcome.BROKEN,
                RuleResult.Outcome.NEEDS_PERSON,
                RuleResult.Outcome.MENDED,
                RuleResult.Outcome.MET)) {
            results.stream()
                    .filter(result -> result.outcome() == outcome)
                    .map(this::rule)
                    .forEach(lines.getChildren()::add);
        }
        long kept = results.stream().filter(WrittenView::good).count();
        TitledPane pane = new TitledPane(own.text("written.rules", kept, results.size() - kept), lines);
        pane.setId(id("written-rules", number, 0));
        pane.getStyleClass().add("written-rules");
        pane.setAnimated(false);
        // a long heading would push the whole page out of sight
        pane.setMinWidth(0);
        // of several versions the rules would push the next one out of sight
        pane.setExpanded(versions.size() == 1);
        return pane;
    }

    private static boolean good(RuleResult result) {
        return result.outcome() == RuleResult.Outcome.MET || result.outcome() == RuleResult.Outcome.MENDED;
    }

    private Node rule(RuleResult result) {
        Label sentence = new Label(RuleSentence.of(words, result));
        sentence.setWrapText(true);
        sentence.setMinWidth(0);
        HBox row = new HBox(8, Glyphs.of(good(result) ? Material2AL.CHECK_CIRCLE : Material2MZ.PAN_TOOL), sentence);
        row.getStyleClass().add(good(result) ? "rule-met" : "rule-needs");
        return row;
    }

    private Node back(Runnable back) {
        return new HBox(Glyphs.button("written-back", Material2AL.ARROW_BACK, own.text("write.back"), back));
    }

    private Node tools() {
        at.setId("written-at");
        Button previous = Glyphs.quiet(
                "written-previous", Material2AL.CHEVRON_LEFT, own.text("written.previous"), () -> step(-1));
        Button next = Glyphs.quiet("written-next", Material2AL.CHEVRON_RIGHT, own.text("written.next"), () -> step(1));
        HBox row = new HBox(
                6,
                previous,
                at,
                next,
                Headed.room(),
                Glyphs.quiet(
                        "written-smaller", Material2MZ.ZOOM_OUT, own.text("written.smaller"), () -> sheet.zoomBy(0.8)),
                Glyphs.quiet(
                        "written-larger", Material2MZ.ZOOM_IN, own.text("written.larger"), () -> sheet.zoomBy(1.25)));
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        row.setMinHeight(Region.USE_PREF_SIZE);
        if (files.size() < 2) {
            return row;
        }
        HBox which = new HBox(looked);
        HBox.setHgrow(looked, Priority.ALWAYS);
        which.getStyleClass().add("tool-row");
        return new VBox(which, row);
    }

    private void step(int by) {
        int count = pages.countProperty().get();
        if (count > 0) {
            pages.pageProperty().set(Math.clamp((long) pages.pageProperty().get() + by, 1, count));
            face();
        }
    }

    /// Numbers are those that are printed: a second volume goes on where the first ends.
    private void face() {
        Written file = looked.getValue();
        at.setText(
                own.text("written.at", file.firstPage() + pages.pageProperty().get() - 1, file.lastOfAll()));
        pages.face(face -> sheet.show(face.size().width(), face.size().height(), face.marks()), this::cannot);
    }

    private void picture(Image image) {
        sheet.picture(image);
    }

    private void cannot(NotDrawable why) {
        sheet.cannot(words.of("shell").text("page.cannot." + why.reason()));
    }
}
