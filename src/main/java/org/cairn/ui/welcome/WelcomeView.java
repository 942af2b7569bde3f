package org.cairn.ui.welcome;

import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.cairn.archive.Archives;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/// The first page: the archives opened last, a new one, another one; or the lock of the one that was open.
public final class WelcomeView extends BorderPane {

    private final Doorway doorway;
    private final Messages words;
    private final StackPane page = new StackPane();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public WelcomeView(Doorway doorway, Optional<Doorway.Locked> locked) {
        this.doorway = doorway;
        this.words = doorway.words().of("shell");
        setId("welcome");
        getStyleClass().add("welcome");
        page.getStyleClass().add("door");
        setLeft(cover());
        setCenter(page);
        locked.ifPresentOrElse(this::comeBack, this::choose);
    }

    private Node cover() {
        Label name = new Label(words.text("program.name"));
        name.getStyleClass().add("cover-name");
        Label line = new Label(words.text("program.line"));
        line.getStyleClass().add("cover-line");
        line.setWrapText(true);
        Label promise = new Label(words.text("program.promise"));
        promise.getStyleClass().add("cover-promise");
        promise.setWrapText(true);
        VBox cover = new VBox(12, new CairnMark(), name, line, Headed.room(), promise);
        cover.getStyleClass().add("cover");
        return cover;
    }

    private void choose() {
        VBox list = new VBox(8);
        list.setId("recent");
        for (Path folder : doorway.preferences().recent()) {
            list.getChildren().add(recent(folder));
        }
        HBox ways = new HBox(
                12,
                Glyphs.primary("welcome-new", words.text("welcome.new"), this::create),
                Glyphs.button("welcome-open", Material2AL.FOLDER_OPEN, words.text("welcome.open"), this::browse));
        VBox content = new VBox(Headed.heading(words.text("welcome.title")));
        content.getStyleClass().add("door-page");
        content.setId("welcome-page");
        if (list.getChildren().isEmpty()) {
            content.getChildren().add(Headed.quiet(words.text("welcome.none")));
        } else {
            content.getChildren().addAll(Headed.quiet(words.text("welcome.recent")), list);
        }
        content.getChildren().addAll(new Notice("welcome-notice", told, words), ways);
        page.getChildren().setAll(content);
    }

    private Node recent(Path folder) {
        Label name = new Label(shortName(folder));
        name.getStyleClass().add("recent-name");
        Label where = new Label(Direction.isolate(folder.toString()));
        where.getStyleClass().add("quiet");
        VBox both = new VBox(2, name, where);
        both.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button(null, both);
        open.setId("recent-" + shortName(folder));
        open.getStyleClass().addAll("recent-entry");
        open.setAccessibleText(words.text("welcome.openNamed", shortName(folder)));
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(event -> unlock(folder, "", false));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget =
                Glyphs.quiet("forget-" + shortName(folder), Material2AL.CLOSE, words.text("welcome.forget"), () -> {
                    doorway.preferences().forget(folder);
                    choose();
                });
        HBox row = new HBox(4, open, forget);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private static String shortName(Path folder) {
        String name = String.valueOf(folder.getFileName());
        return name.endsWith(".cairn") ? name.substring(0, name.length() - ".cairn".length()) : name;
    }

    private void create() {
        page.getChildren().setAll(new NewArchiveView(new NewArchiveViewModel(doorway), words, this::choose));
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("welcome.open"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen == null) {
            return;
        }
        if (Archives.isArchive(chosen.toPath())) {
            unlock(chosen.toPath(), "", false);
        } else {
            told.set(Told.warning(words.text("welcome.noArchive"), words.text("welcome.noArchive.do")));
        }
    }

    private void comeBack(Doorway.Locked locked) {
        unlock(locked.folder(), locked.user(), true);
    }

    private void unlock(Path folder, String user, boolean locked) {
        UnlockViewModel model = new UnlockViewModel(doorway);
        model.folderProperty().set(folder.toString());
        model.userProperty().set(user);
        UnlockView view = new UnlockView(model, words, locked, this::choose);
        page.getChildren().setAll(view);
        javafx.application.Platform.runLater(view::begin);
    }
}
