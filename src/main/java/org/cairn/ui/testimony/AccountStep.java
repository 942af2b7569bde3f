package org.cairn.ui.testimony;

import java.time.format.DateTimeFormatter;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.sound.PlayerView;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The heart: a large surface of numbered paragraphs, and nothing in the way of writing.
final class AccountStep extends VBox {

    private final RecordViewModel model;
    private final StatementDraft draft;
    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final AccountPaper paper;
    private @Nullable PlayerView listening;
    private final BooleanProperty distressed = new SimpleBooleanProperty();

    AccountStep(RecordViewModel model, Desk desk) {
        this.model = model;
        this.draft = model.draft();
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("testimony");
        this.paper = new AccountPaper(model, words);
        getStyleClass().addAll("step", "account");
        VBox.setVgrow(paper, Priority.ALWAYS);
        getChildren()
                .addAll(
                        head(),
                        standing("break", "BREAK"),
                        standing("stop", "STOPPED"),
                        new CautionBox(model, desk),
                        tools(),
                        distress(),
                        new RecorderBar(model.recorder(), words),
                        player(),
                        paper,
                        hints());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        addEventFilter(KeyEvent.KEY_TYPED, this::typed);
    }

    /// Puts the cursor at the end of what is written.
    void begin() {
        Platform.runLater(() -> paper.writeIn(draft.paragraphs.getLast()));
    }

    /// Only where something is listened to.
    private Node player() {
        VBox place = new VBox();
        place.setId("account-player");
        place.managedProperty().bind(model.listening().playerProperty().isNotNull());
        place.visibleProperty().bind(model.listening().playerProperty().isNotNull());
        model.listening().playerProperty().subscribe(open -> {
            place.getChildren().clear();
            listening = null;
            if (open != null) {
                PlayerView view = new PlayerView(open, words);
                HBox.setHgrow(view, Priority.ALWAYS);
                place.getChildren()
                        .add(new HBox(
                                8,
                                view,
                                Glyphs.quiet(
                                        "account-player-close",
                                        Material2AL.CLOSE,
                                        words.of("shell").text("common.close"),
                                        model.listening()::close)));
                listening = view;
            }
        });
        return place;
    }

    /// The heading, and beside it what is quiet: that it stands still, that a break is due, that it is saved.
    private HBox head() {
        Label paused = new Label();
        paused.setId("account-paused");
        paused.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> draft.pausing()
                                ? area.text(
                                        "account.paused."
                                                + draft.breaks.getLast().kind(),
                                        words.moment(draft.breaks.getLast().at()))
                                : "",
                        draft.breaks));
        Label without = new Label();
        without.setId("account-without-break");
        without.textProperty().bind(model.restProperty());
        Label saved = new Label();
        saved.setId("account-saved");
        saved.textProperty().bind(model.savedProperty());
        Label reading = new Label();
        reading.setId("account-reading-back");
        ReadBackDraft back = draft.readBack;
        reading.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> back.ended.get().isPresent()
                                ? ""
                                : back.begun
                                        .get()
                                        .map(at -> area.text("account.readingBack", words.moment(at)))
                                        .orElse(""),
                        back.begun,
                        back.ended));
        List.of(reading, paused, without, saved)
                .forEach(label -> label.getStyleClass().add("quiet"));
        HBox head =
                new HBox(14, Headed.heading(area.text("step.account")), Headed.room(), reading, paused, without, saved);
        head.setAlignment(Pos.BASELINE_LEFT);
        return head;
    }

    /// What is said to the witness while the interview stands still, and before it goes on.
    private VBox standing(String key, String kind) {
        VBox said = new VBox(
                4,
                new SpokenLabel("account-said-" + key, key, model.spoken(), words),
                new SpokenLabel("account-said-resume-" + key, "resume", model.spoken(), words));
        said.getStyleClass().add("spoken-small");
        var now = Bindings.createBooleanBinding(
                () -> draft.pausing() && draft.breaks.getLast().kind().equals(kind), draft.breaks);
        said.visibleProperty().bind(now);
        said.managedProperty().bind(now);
        return said;
    }

    private FlowPane tools() {
        Button stop = Glyphs.button(
                "account-stop", Material2MZ.STOP, area.text("account.stop"), () -> model.pause("STOPPED"));
        Button rest = Glyphs.button(
                "account-break", Material2MZ.PAUSE, area.text("account.break"), () -> model.pause("BREAK"));
        Button resume = Glyphs.button(
                "account-resume", Material2MZ.PLAY_ARROW, area.text("account.resume"), () -> model.pause("RESUMED"));
        var pausing = Bindings.createBooleanBinding(draft::pausing, draft.breaks);
        for (Button button : List.of(stop, rest)) {
            button.visibleProperty().bind(pausing.not());
            button.managedProperty().bind(pausing.not());
        }
        resume.visibleProperty().bind(pausing);
        resume.managedProperty().bind(pausing);
        FlowPane row = new FlowPane(
                8,
                6,
                Glyphs.button(
                        "account-question", Material2AL.HELP_OUTLINE, area.text("account.addQuestion"), this::ask),
                Glyphs.button("account-time", Material2MZ.SCHEDULE, area.text("account.time"), this::stamp),
                Glyphs.button("account-show", Material2AL.ATTACH_FILE, area.text("account.show"), this::show),
                rest,
                stop,
                resume,
                Glyphs.button(
                        "account-distress",
                        Material2AL.FAVORITE_BORDER,
                        area.text("account.distress"),
                        () -> distress(true)));
        row.getStyleClass().add("account-tools");
        return row;
    }

    /// A line for what is seen of distress: opened with one key, written down with another, and out of the way again.
    private HBox distress() {
        CareViewModel care = model.care();
        TextField seen = new TextField();
        seen.setId("distress-seen");
        seen.textProperty().bindBidirectional(care.seen);
        TextField done = new TextField();
        done.setId("distress-done");
        done.textProperty().bindBidirectional(care.done);
        for (TextField field : List.of(seen, done)) {
            field.setOnAction(event -> noted());
        }
        FieldRow what = FieldRow.of(area.text("care.seen"), seen);
        FieldRow then = FieldRow.of(area.text("care.done"), done);
        List.of(what, then).forEach(field -> HBox.setHgrow(field, Priority.ALWAYS));
        HBox row = new HBox(8, what, then, Glyphs.button("distress-note", area.text("care.note"), this::noted));
        row.setAlignment(Pos.BOTTOM_LEFT);
        row.visibleProperty().bind(distressed);
        row.managedProperty().bind(distressed);
        return row;
    }

    private void distress(boolean open) {
        distressed.set(open);
        if (open) {
            lookup("#distress-seen").requestFocus();
        }
    }

    private void noted() {
        model.care().noteDistress();
        distress(false);
        paper.writeIn(paper.writing());
    }

    private Label hints() {
        Label hints = Headed.quiet(area.text("account.hints"));
        hints.getStyleClass().add("account-hints");
        return hints;
    }

    private void key(KeyEvent event) {
        if (event.isShortcutDown() && event.getCode() == KeyCode.Q) {
            event.consume();
            ask();
        } else if (event.isShortcutDown() && event.getCode() == KeyCode.E) {
            event.consume();
            show();
        } else if (event.getCode() == KeyCode.F8) {
            event.consume();
            distress(true);
        } else if (event.getCode() == KeyCode.F6) {
            event.consume();
            model.recorder().startOrStop();
        } else if (listening != null && listening.hears(event)) {
            event.consume();
        } else if (event.getCode() == KeyCode.F5) {
            event.consume();
            stamp();
        } else if (event.isAltDown() && event.getCode().isDigitKey()) {
            event.consume();
            paper.row().ifPresent(row -> row.setBasis(event.getCode().getCode() - KeyCode.DIGIT1.getCode()));
        }
    }

    /// Whoever scrolls away to read and then types goes on where they wrote.
    private void typed(KeyEvent event) {
        boolean letter = !event.getCharacter().isBlank()
                && !Character.isISOControl(event.getCharacter().codePointAt(0));
        boolean elsewhere = event.getTarget() instanceof Node node
                && !(node instanceof TextInputControl)
                && !(node instanceof ButtonBase);
        if (letter && elsewhere && !event.isShortcutDown() && !event.isAltDown()) {
            event.consume();
            ParagraphDraft here = paper.writing();
            here.textProperty().set(here.textProperty().get() + event.getCharacter());
            paper.writeIn(here);
        }
    }

    private void ask() {
        ParagraphDraft here = paper.writing();
        if (here.questionProperty().get() == null) {
            here.questionProperty().set("");
        }
        paper.row().ifPresent(row -> row.focusOn(".question-words"));
    }

    private void show() {
        paper.writing().showingProperty().set(true);
        paper.row().ifPresent(row -> row.focusOn("#shown-exhibits"));
    }

    private void stamp() {
        String time = DateTimeFormatter.ofPattern("HH:mm")
                .withZone(words.zone())
                .format(desk.environment().clock().instant());
        ParagraphDraft here = paper.writing();
        String text = here.textProperty().get();
        here.textProperty().set(text.isBlank() ? "[" + time + "] " : text + " [" + time + "] ");
        paper.writeIn(here);
    }
}
