package org.cairn.ui.bundles;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.RowConstraints;
import javafx.scene.layout.VBox;
import org.cairn.archive.Choices;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.bundles.WritingViewModel.Outcome;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Ways;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// A bundle being drafted: its order left, how it will look in the middle, how it stands to the rules and its settings
/// right; writing it, and blacking out what is in it.
final class DraftView extends BorderPane {

    private final Desk desk;
    private final Messages own;
    private final DraftViewModel model;
    private final WritingViewModel writing;
    private final PreviewViewModel preview;
    private final Runnable back;
    private final Node columns;
    private final Node head;
    private final Map<String, BundleVersion> blackedOut = new LinkedHashMap<>();
    private @Nullable ChooseViewModel choosing;
    private @Nullable RedactViewModel redacting;

    DraftView(Desk desk, WrittenPlaces places, Runnable back) {
        this.desk = desk;
        this.own = desk.words().of("bundles");
        this.model = new DraftViewModel(desk);
        this.writing = new WritingViewModel(desk, places);
        this.preview = new PreviewViewModel(desk, model);
        this.back = back;
        setId("draft");
        getStyleClass().add("draft-view");
        this.columns = columns();
        this.head = top();
        leave();
        writing.jobProperty().subscribe(job -> {
            if (job != null) {
                setCenter(new WritingView(desk, writing, model, this::leave));
            }
        });
        writing.outcomeProperty().subscribe(outcome -> {
            if (outcome instanceof Outcome.Failed failed && failed.again() && choosing != null) {
                choosing.toldProperty().set(failed.told());
                choose(choosing);
            } else if (outcome != null) {
                setCenter(new WritingView(desk, writing, model, this::leave));
            }
        });
        // whatever else is added to the draft from other screens must find what was done here
        sceneProperty().subscribe(scene -> {
            if (scene == null) {
                model.save();
            }
        });
    }

    /// Opens an exhibit for something to be blacked out.
    void redact(Reference exhibit) {
        endRedacting();
        RedactViewModel fresh = new RedactViewModel(desk, model);
        redacting = fresh;
        fresh.begin(exhibit);
        setTop(null);
        setCenter(new RedactView(desk, model, fresh, this::leave));
    }

    /// What was blacked out by words is remembered until the draft is left: none of it must be left.
    private void endRedacting() {
        if (redacting != null) {
            redacting
                    .found()
                    .hiddenWords()
                    .forEach((word, first) ->
                            blackedOut.merge(word, first, (one, other) -> one.leavesOut(other) ? other : one));
            redacting.close();
            redacting = null;
        }
    }

    void open(String id) {
        model.open(id, back);
    }

    Optional<Runnable> saving() {
        return model.saving();
    }

    /// Writes the bundle into a folder inside the one chosen.
    void export(Path folder) {
        model.save();
        writing.write(model.draft(), model.choices(), folder);
    }

    void close() {
        model.save();
        preview.close();
        endRedacting();
        model.close();
        writing.close();
    }

    private Node top() {
        Label title = Headed.heading("");
        title.setId("draft-title");
        title.textProperty().bind(model.settings().titleProperty());
        Label kept = Headed.quiet("");
        kept.setId("draft-kept");
        kept.textProperty()
                .bind(model.unsavedProperty().map(unsaved -> own.text(unsaved ? "draft.unsaved" : "draft.saved")));
        VBox words = new VBox(2, title, kept);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button export = Glyphs.primary("draft-export", own.text("draft.export"), this::choose);
        export.setMinWidth(Region.USE_PREF_SIZE);
        export.disableProperty().bind(centerProperty().isNotEqualTo(columns));
        HBox head = new HBox(12, Glyphs.back("draft-back", own.text("draft.back"), back), words, export);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox top = new VBox(
                10,
                head,
                new Notice("draft-notice", model.toldProperty(), desk.words().of("shell")));
        top.getStyleClass().add("item-top");
        return top;
    }

    private Node columns() {
        GridPane columns = new GridPane(14, 0);
        columns.getStyleClass().add("draft-columns");
        for (double part : new double[] {34, 38, 28}) {
            ColumnConstraints column = new ColumnConstraints();
            column.setPercentWidth(part);
            column.setHgrow(Priority.ALWAYS);
            columns.getColumnConstraints().add(column);
        }
        RowConstraints whole = new RowConstraints();
        whole.setVgrow(Priority.ALWAYS);
        whole.setPercentHeight(100);
        columns.getRowConstraints().add(whole);
        columns.add(new OutlinePane(desk, model, this::redact), 0, 0);
        columns.add(new PreviewPane(desk.words(), model, preview), 1, 0);
        columns.add(aside(), 2, 0);
        return columns;
    }

    /// How it stands to the rules, or its settings: one of the two.
    private Node aside() {
        VBox settings =
                new VBox(12, new SettingsPane(desk.words(), model), new MakingPane(desk.words(), model.settings()));
        Node set = Headed.scrolling(settings);
        Node rules = Headed.scrolling(new PreflightPane(desk, model, preview));
        Ways aside = new Ways(
                List.of(
                        new Ways.Way("draft-rules", own.text("draft.rules"), () -> rules),
                        new Ways.Way("draft-settings", own.text("draft.settings"), () -> set)),
                0);
        return aside;
    }

    private void choose() {
        model.save();
        Choices decided = new Choices(model.choices().conditionsMet(), List.of(), blackedOut);
        ChooseViewModel fresh = new ChooseViewModel(desk, writing, model.draft(), decided);
        if (choosing != null) {
            // what was typed before somebody went back to the draft
            fresh.wordsProperty().set(choosing.wordsProperty().get());
        }
        choosing = fresh;
        choose(fresh);
    }

    private void choose(ChooseViewModel of) {
        setCenter(new ChooseView(desk.words(), of, this::leave));
    }

    /// Back to the draft.
    private void leave() {
        endRedacting();
        setTop(head);
        setCenter(columns);
    }

    /// An icon for a kind of exhibit.
    static Node icon(boolean statement) {
        return Glyphs.of(statement ? Material2MZ.RECORD_VOICE_OVER : Material2AL.INSERT_DRIVE_FILE);
    }
}
