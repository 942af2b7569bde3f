package org.cairn.ui.evidence;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.cairn.archive.Linked;
import org.cairn.domain.Note;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Revision;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.FieldRow;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.LinkActions;
import org.cairn.ui.common.LinkLine;
import org.cairn.ui.common.Notice;
import org.cairn.ui.common.Words;
import org.cairn.ui.evidence.WorkViewModel.Work;
import org.jspecify.annotations.Nullable;

/// The notes on an item, place by place, and where another is written.
final class NotesView extends ScrollPane {

    private final Words words;
    private final Messages own;
    private final WorkViewModel model;
    private final Consumer<Pinpoint> show;
    private final VBox notes = new VBox(12);
    private final VBox links = new VBox(12);
    private final TextArea text = new TextArea();
    private final TextField place = new TextField();
    private @Nullable Revision changing;

    /// @param here the place that is looked at now
    /// @param show leads to a place
    NotesView(Words words, WorkViewModel model, Supplier<Optional<Pinpoint>> here, Consumer<Pinpoint> show) {
        this.words = words;
        this.own = words.of("evidence");
        this.model = model;
        this.show = show;
        VBox page = new VBox(14, new Notice("notes-notice", model.toldProperty(), words.of("shell")));
        if (model.mayWork()) {
            page.getChildren().add(Headed.card(own.text("notes.write"), form()));
        }
        page.getChildren().add(notes);
        if (model.takesLinks()) {
            page.getChildren().add(Headed.card(words.of("shell").text("links.title"), links));
        }
        page.getStyleClass().add("tab-page");
        here.get().ifPresent(at -> place.setText(at.toString()));
        setId("notes");
        setContent(page);
        setFitToWidth(true);
        getStyleClass().add("page-scroll");
        model.workProperty().subscribe(this::fill);
    }

    private void fill(@Nullable Work work) {
        if (work == null) {
            return;
        }
        notes.getChildren().setAll(work.notes().stream().map(this::note).toList());
        if (work.notes().isEmpty()) {
            notes.getChildren().add(Headed.quiet(own.text("notes.none")));
        }
        links.getChildren()
                .setAll(work.links().stream().map(one -> link(one, work)).toList());
        if (work.links().isEmpty()) {
            links.getChildren().add(Headed.quiet(words.of("shell").text("links.none")));
        }
    }

    private Node link(Linked linked, Work work) {
        LinkLine line = new LinkLine(linked, words, Optional.of(show));
        linked.revision().ifPresent(revision -> {
            line.setId("link-" + revision.reference());
            if (!linked.withdrawn() && model.mayWork()) {
                line.getChildren()
                        .add(new LinkActions(
                                revision.reference(), work.rights(), words, model::stand, model::withdrawLink));
            }
        });
        return line;
    }

    private Node note(Revision revision) {
        Note note = (Note) revision.record();
        Label said = new Label(note.text());
        said.setWrapText(true);
        said.setNodeOrientation(Direction.of(note.text()));
        said.setMinHeight(USE_PREF_SIZE);
        HBox head = new HBox(
                10,
                where(note),
                Headed.quiet(own.text(
                        "notes.by", revision.reference().toString(), revision.author(), words.moment(revision.at()))));
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = Headed.card("", head, said);
        card.setId("note-" + revision.reference());
        if (note.protection() != Protection.RESTRICTED) {
            head.getChildren().add(Badge.of(note.protection(), words));
        }
        note.withdrawn()
                .ifPresentOrElse(
                        why -> {
                            said.getStyleClass().add("quiet");
                            card.getChildren()
                                    .add(Headed.quiet(own.text("notes.withdrawnWhy", Direction.isolate(why))));
                        },
                        () -> {
                            if (model.mayChange(revision)) {
                                card.getChildren().add(actions(revision, note));
                            }
                        });
        return card;
    }

    private Node where(Note note) {
        if (note.place().isEmpty()) {
            return Badge.neutral(own.text("notes.whole"));
        }
        Pinpoint at = note.place().get();
        Hyperlink link = new Hyperlink(at.toString());
        link.getStyleClass().add("reference");
        link.setOnAction(any -> show.accept(at));
        return link;
    }

    private Node actions(Revision revision, Note note) {
        String id = revision.reference().toString();
        TextField why = new TextField();
        why.setId("withdraw-why-" + id);
        why.setPromptText(own.text("notes.why"));
        why.setAccessibleText(own.text("notes.why"));
        HBox row = new HBox(
                8,
                Glyphs.button("change-" + id, own.text("notes.change"), () -> {
                    changing = revision;
                    text.setText(note.text());
                    place.setText(note.place().map(Pinpoint::toString).orElse(""));
                    place.setDisable(true);
                    text.requestFocus();
                }),
                why,
                Glyphs.button(
                        "withdraw-" + id,
                        own.text("notes.withdraw"),
                        () -> model.withdraw(revision.reference(), why.getText())));
        row.setAlignment(Pos.CENTER_LEFT);
        return row;
    }

    private Node form() {
        text.setId("note-text");
        text.setPrefRowCount(3);
        text.setWrapText(true);
        place.setId("note-place");
        return new VBox(
                8,
                FieldRow.of(own.text("notes.text"), text),
                FieldRow.of(own.text("notes.place"), place)
                        .prompting(place, own.text("notes.place.example"))
                        .helped(own.text("notes.line")),
                new HBox(Glyphs.primary("note-keep", own.text("notes.keep"), this::keep)));
    }

    private void keep() {
        Revision before = changing;
        String at = place.getText().strip();
        Optional<Pinpoint> exact = Pinpoint.tryParse(at).or(() -> Pinpoint.tryParse(model.item() + " " + at));
        if (before != null) {
            model.revise(before, text.getText(), this::clear);
        } else if (!at.isEmpty() && exact.isEmpty()) {
            model.toldProperty()
                    .set(org.cairn.ui.common.Told.warning(own.text("notes.noPlace"), own.text("notes.place.example")));
        } else {
            model.note(exact, text.getText(), Protection.RESTRICTED, this::clear);
        }
    }

    private void clear() {
        changing = null;
        place.setDisable(false);
        text.clear();
    }
}
