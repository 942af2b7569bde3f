package org.cairn.ui.testimony;

import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Told;
import org.cairn.ui.common.Words;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// The heart: a large surface of numbered paragraphs, and nothing in the way of writing.
final class AccountStep extends VBox implements ParagraphRow.Account {

    private final RecordViewModel model;
    private final StatementDraft draft;
    private final Desk desk;
    private final Words words;
    private final Messages area;
    private final VBox paper = new VBox();
    private final List<ParagraphRow> rows = new ArrayList<>();
    private int writing = -1;

    AccountStep(RecordViewModel model, Desk desk) {
        this.model = model;
        this.draft = model.draft();
        this.desk = desk;
        this.words = desk.words();
        this.area = words.of("testimony");
        getStyleClass().addAll("step", "account");
        paper.setId("account");
        paper.setMinHeight(USE_PREF_SIZE);
        paper.getStyleClass().add("account-paper");
        draft.paragraphs.forEach(paragraph -> rows.add(new ParagraphRow(paragraph, this, words)));
        renumber();
        ScrollPane scroll = Headed.scrolling(paper);
        scroll.setFitToHeight(true);
        scroll.getStyleClass().add("account-scroll");
        getChildren().addAll(Headed.heading(area.text("step.account")), caution(), tools(), scroll, hints());
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    /// Puts the cursor at the end of what is written.
    void begin() {
        Platform.runLater(() -> writeIn(rows.getLast()));
    }

    @Override
    public void splitAfter(ParagraphRow row, String rest) {
        int at = rows.indexOf(row) + 1;
        ParagraphDraft fresh = row.draft().partWith(rest);
        draft.paragraphs.add(at, fresh);
        ParagraphRow added = new ParagraphRow(fresh, this, words);
        rows.add(at, added);
        renumber();
        writeIn(added);
        added.cursorAt(0);
    }

    @Override
    public void mergeBefore(ParagraphRow row) {
        int at = rows.indexOf(row);
        if (at == 0) {
            return;
        }
        ParagraphRow before = rows.get(at - 1);
        if (!before.draft().joins(row.draft())) {
            model.toldProperty().set(Told.info(area.text("account.apart")));
            return;
        }
        String later = row.draft().textProperty().get();
        before.draft().join(row.draft());
        row.write(false);
        rows.remove(at);
        draft.paragraphs.remove(at);
        writing = -1;
        renumber();
        writeIn(before);
        before.cursorAt(before.draft().textProperty().get().length() - later.length());
    }

    @Override
    public void writeIn(ParagraphRow row) {
        int at = rows.indexOf(row);
        if (writing >= 0 && writing < rows.size() && writing != at) {
            rows.get(writing).write(false);
        }
        rows.stream().filter(other -> other != row).forEach(other -> other.write(false));
        writing = at;
        row.write(true);
    }

    @Override
    public void step(ParagraphRow row, int by) {
        int to = rows.indexOf(row) + by;
        if (to >= 0 && to < rows.size()) {
            writeIn(rows.get(to));
        }
    }

    private void renumber() {
        LanguageTag language = draft.language.get();
        NodeOrientation direction = language == null ? NodeOrientation.INHERIT : Direction.of(language);
        for (int i = 0; i < rows.size(); i++) {
            rows.get(i).place(i + 1, direction);
        }
        paper.getChildren().setAll(rows);
    }

    private Node caution() {
        Label caution = Glyphs.label(Material2MZ.WARNING, area.text("account.caution"), "caution");
        caution.setId("account-caution");
        caution.setWrapText(true);
        caution.visibleProperty().bind(model.cautionProperty());
        caution.managedProperty().bind(model.cautionProperty());
        return caution;
    }

    private HBox tools() {
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
        paused.getStyleClass().add("quiet");
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
        Label saved = new Label();
        saved.setId("account-saved");
        saved.getStyleClass().add("quiet");
        saved.textProperty().bind(model.savedProperty());
        HBox row = new HBox(
                8,
                Glyphs.button(
                        "account-question", Material2AL.HELP_OUTLINE, area.text("account.addQuestion"), this::ask),
                Glyphs.button("account-time", Material2MZ.SCHEDULE, area.text("account.time"), this::stamp),
                rest,
                stop,
                resume,
                paused,
                Headed.room(),
                saved);
        row.getStyleClass().add("account-tools");
        HBox.setHgrow(paused, Priority.SOMETIMES);
        return row;
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
        } else if (event.getCode() == KeyCode.F5) {
            event.consume();
            stamp();
        } else if (event.isAltDown() && event.getCode().isDigitKey() && writing >= 0) {
            event.consume();
            rows.get(writing).setBasis(event.getCode().getCode() - KeyCode.DIGIT1.getCode());
        }
    }

    private ParagraphRow current() {
        return writing >= 0 && writing < rows.size() ? rows.get(writing) : rows.getLast();
    }

    private void ask() {
        current().ask();
    }

    private void stamp() {
        String time = DateTimeFormatter.ofPattern("HH:mm")
                .withZone(words.zone())
                .format(desk.environment().clock().instant());
        ParagraphRow row = current();
        writeIn(row);
        String text = row.draft().textProperty().get();
        row.draft().textProperty().set(text.isBlank() ? "[" + time + "] " : text + " [" + time + "] ");
        row.cursorAt(row.draft().textProperty().get().length());
    }
}
