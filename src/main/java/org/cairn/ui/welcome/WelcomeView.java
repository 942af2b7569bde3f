package org.cairn.ui.welcome;

import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.CodePicker;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Preferences;
import org.kordamp.ikonli.material2.Material2AL;

/// The first page: the archives opened last, a new one, another one; or the lock of the one that was open.
public final class WelcomeView extends BorderPane {

    private final Doorway doorway;
    private final Messages words;
    private final StackPane page = new StackPane();
    private final WelcomeViewModel model;
    private final CodePicker<Locale> language;

    public WelcomeView(Doorway doorway, Optional<Doorway.Locked> locked) {
        this.doorway = doorway;
        this.words = doorway.words().of("shell");
        this.model = new WelcomeViewModel(doorway);
        this.language = languages(doorway.preferences());
        setId("welcome");
        getStyleClass().add("welcome");
        setLeft(cover());
        setCenter(page);
        locked.ifPresentOrElse(this::comeBack, this::choose);
    }

    private CodePicker<Locale> languages(Preferences preferences) {
        CodePicker<Locale> picker =
                new CodePicker<>("welcome-language", Messages.LANGUAGES, locale -> locale.getDisplayName(locale));
        picker.setAccessibleText(words.text("language.name"));
        picker.getStyleClass().add("language-switch");
        picker.valueProperty().bindBidirectional(preferences.languageProperty());
        return picker;
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
        VBox cover = new VBox(12, new CairnMark(), name, line, Headed.room(), promise, language);
        cover.getStyleClass().add("cover");
        return cover;
    }

    private void choose() {
        VBox list = new VBox(8);
        list.setId("recent");
        for (Path folder : model.recent()) {
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
        content.getChildren().addAll(new Notice("welcome-notice", model.toldProperty(), words), ways);
        put(content, true);
    }

    private Node recent(Path folder) {
        String called = WelcomeViewModel.shortName(folder);
        Label name = new Label(called);
        name.getStyleClass().add("recent-name");
        Label where = new Label(Direction.isolate(folder.toString()));
        where.getStyleClass().add("quiet");
        VBox both = new VBox(2, name, where);
        both.setAlignment(Pos.CENTER_LEFT);
        Button open = new Button(null, both);
        open.setId("recent-" + called);
        open.getStyleClass().addAll("recent-entry");
        open.setAccessibleText(words.text("welcome.openNamed", called));
        open.setMaxWidth(Double.MAX_VALUE);
        open.setOnAction(event -> unlock(folder, "", false));
        HBox.setHgrow(open, Priority.ALWAYS);
        Button forget = Glyphs.quiet("forget-" + called, Material2AL.CLOSE, words.text("welcome.forget"), () -> {
            model.forget(folder);
            choose();
        });
        HBox row = new HBox(4, open, forget);
        row.setAlignment(Pos.CENTER);
        return row;
    }

    private void create() {
        put(new NewArchiveView(new NewArchiveViewModel(doorway), words, doorway.tasks(), this::choose), false);
    }

    private void browse() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(words.text("welcome.open"));
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            model.pick(chosen.toPath()).ifPresent(folder -> unlock(folder, "", false));
        }
    }

    private void comeBack(Doorway.Locked locked) {
        unlock(locked.folder(), locked.user(), true);
    }

    private void unlock(Path folder, String user, boolean locked) {
        UnlockViewModel unlocking = new UnlockViewModel(doorway);
        unlocking.folderProperty().set(folder.toString());
        unlocking.userProperty().set(user);
        UnlockView view = new UnlockView(
                unlocking,
                words,
                locked,
                this::choose,
                () -> recover(folder, unlocking.userProperty().get(), locked));
        put(view, true);
        javafx.application.Platform.runLater(view::begin);
    }

    private void recover(Path folder, String user, boolean locked) {
        RecoverViewModel recovering = new RecoverViewModel(doorway, folder);
        recovering.userProperty().set(user);
        put(new RecoverView(recovering, words, () -> unlock(folder, user, locked)), false);
        recovering.look();
    }

    /// A page that scrolls where the window is too low for it.
    ///
    /// @param anew whether it may be made anew in another language: nothing is half done on it
    private void put(Region content, boolean anew) {
        language.setVisible(anew);
        content.setMinHeight(Region.USE_PREF_SIZE);
        StackPane middle = new StackPane(content);
        middle.getStyleClass().add("door");
        ScrollPane scrolling = Headed.scrolling(middle);
        scrolling.setFitToHeight(true);
        page.getChildren().setAll(scrolling);
    }
}
