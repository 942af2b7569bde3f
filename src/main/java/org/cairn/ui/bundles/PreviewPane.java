package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.served.VolumeSpan;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.PreviewViewModel.Standing;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Words;
import org.cairn.ui.documents.PageRoll;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The bundle as it will look, page by page, with what it says of itself above: which version, which volume, which
/// page, and whether the pages are still those of the draft.
final class PreviewPane extends BorderPane {

    private final Words words;
    private final Messages own;
    private final DraftViewModel draft;
    private final PreviewViewModel model;
    private final PageRoll roll;
    private final Label at = new Label();
    private final Label said = new Label();
    private final CodePicker<Optional<BundleVersion>> version;
    private final CodePicker<VolumeSpan> volume;
    private final Button again;
    private final VBox instead;

    PreviewPane(Words words, DraftViewModel draft, PreviewViewModel model) {
        this.words = words;
        this.own = words.of("bundles");
        this.draft = draft;
        this.model = model;
        setId("look");
        getStyleClass().add("written-look");
        Messages shell = words.of("shell");
        roll = new PageRoll(
                "look-roll",
                model.pages(),
                page -> own.text("look.page", model.printed(page)),
                shell.text("page.drawing"),
                why -> shell.text("page.cannot." + why.reason()));
        version = new CodePicker<>("look-version", List.of(), this::versionName);
        version.setAccessibleText(own.text("look.version"));
        version.setMaxWidth(Region.USE_PREF_SIZE);
        version.valueProperty().bindBidirectional(model.versionProperty());
        volume = new CodePicker<>(
                "look-volume", List.of(), span -> own.text("look.volume", String.valueOf(span.number())));
        volume.setAccessibleText(own.text("look.whichVolume"));
        volume.setMaxWidth(Region.USE_PREF_SIZE);
        volume.setItems(model.volumes());
        volume.valueProperty().bindBidirectional(model.volumeProperty());
        again = Glyphs.button("look-again", Material2MZ.REFRESH, own.text("look.again"), model::make);
        again.setMinWidth(Region.USE_PREF_SIZE);
        at.setId("look-at");
        at.setMinWidth(Region.USE_PREF_SIZE);
        said.setId("look-standing");
        said.setWrapText(true);
        said.getStyleClass().add("empty-sentence");
        instead = new VBox(12, said);
        instead.setAlignment(Pos.CENTER);
        instead.getStyleClass().add("writing-page");
        setTop(tools());
        setCenter(new StackPane(roll, instead));
        model.pages().pageProperty().subscribe(this::count);
        model.pages().countProperty().subscribe(this::count);
        model.volumes().subscribe(this::choices);
        model.standingProperty().subscribe(this::stand);
        model.toldProperty().subscribe(this::stand);
        draft.settings().makingProperty().subscribe(this::choices);
        choices();
    }

    private FlowPane tools() {
        HBox zoom = new HBox(
                2,
                Glyphs.quiet("look-smaller", Material2MZ.ZOOM_OUT, own.text("written.smaller"), roll::smaller),
                Glyphs.quiet("look-larger", Material2MZ.ZOOM_IN, own.text("written.larger"), roll::larger));
        HBox leaf = new HBox(
                2,
                Glyphs.quiet("look-previous", Material2AL.CHEVRON_LEFT, own.text("written.previous"), () -> step(-1)),
                at,
                Glyphs.quiet("look-next", Material2AL.CHEVRON_RIGHT, own.text("written.next"), () -> step(1)));
        leaf.setAlignment(Pos.CENTER_LEFT);
        FlowPane row = new FlowPane(8, 6, leaf, zoom, version, volume, again);
        row.setAlignment(Pos.CENTER_LEFT);
        row.getStyleClass().add("tool-row");
        row.setMinHeight(Region.USE_PREF_SIZE);
        return row;
    }

    private void step(int by) {
        model.pages().go(model.pages().pageProperty().get() + by);
    }

    private void count() {
        int page = model.pages().pageProperty().get();
        at.setText(page == 0 ? "" : own.text("written.at", model.printed(page), model.lastPage()));
    }

    private String versionName(Optional<BundleVersion> one) {
        return one.map(kind -> words.vocabulary("bundle-version", kind.name()))
                .orElseGet(() -> own.text("look.closest"));
    }

    /// What there is no choice of is not shown.
    private void choices() {
        List<Optional<BundleVersion>> kinds = new ArrayList<>();
        draft.versions().forEach(kind -> kinds.add(Optional.of(kind)));
        if (kinds.size() > 1 && !kinds.equals(version.getItems())) {
            Optional<BundleVersion> before = model.versionProperty().get();
            version.getItems().setAll(kinds);
            version.setValue(kinds.contains(before) ? before : kinds.getFirst());
        }
        shown(version, kinds.size() > 1);
        shown(volume, model.volumes().size() > 1);
    }

    private static void shown(Region part, boolean yes) {
        part.setVisible(yes);
        part.setManaged(yes);
    }

    private void stand() {
        Standing now = model.standingProperty().get();
        boolean none = model.pages().countProperty().get() == 0;
        shown(again, now == Standing.STALE || now == Standing.FAILED);
        String failure = model.toldProperty().get() == null
                ? ""
                : model.toldProperty().get().what() + "\n"
                        + model.toldProperty().get().advice();
        said.setText(
                switch (now) {
                    case EMPTY -> own.text("look.empty");
                    case MAKING, FRESH -> own.text("look.making");
                    case STALE -> own.text("look.stale");
                    case FAILED -> failure;
                });
        boolean instead = now == Standing.EMPTY || now == Standing.FAILED || none && now != Standing.FRESH;
        shown(this.instead, instead);
        roll.setOpacity(now == Standing.STALE || now == Standing.MAKING ? 0.6 : 1);
        roll.setVisible(!instead);
        at.setVisible(!instead);
        count();
    }
}
