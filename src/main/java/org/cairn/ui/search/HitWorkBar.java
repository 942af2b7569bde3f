package org.cairn.ui.search;

import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.cairn.domain.ElementLink;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Focus;
import org.cairn.ui.common.Glyphs;
import org.cairn.ui.common.Headed;
import org.cairn.ui.common.Words;
import org.cairn.ui.search.HitWorkViewModel.Draft;
import org.cairn.ui.search.HitWorkViewModel.Standing;
import org.cairn.ui.search.HitWorkViewModel.Writing;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What can be done with the find that is looked at: a button for each key.
final class HitWorkBar extends VBox {

    private final Words all;
    private final Messages own;
    private final HitWorkViewModel model;
    private final Runnable back;
    private final Button review;
    private final Button tag;
    private final Button element;
    private final Button note;
    private final Button bundle;
    private final ComboBox<Draft> drafts = new ComboBox<>();
    private final Label standing = Headed.quiet("");
    private final Label asked = new Label();
    private final TextField words = new TextField();

    /// @param like looks for what is like the find
    /// @param back gives the focus to where one goes on
    HitWorkBar(Words all, HitWorkViewModel model, Runnable like, Runnable back) {
        super(6);
        this.all = all;
        this.own = all.of("search");
        this.model = model;
        this.back = back;
        setId("hit-work");
        getStyleClass().add("hit-work");
        review = button("work-review", Material2AL.CHECK_CIRCLE, "work.review", model::review);
        tag = button("work-tag", Material2AL.LABEL, "work.tag", () -> model.begin(Writing.TAG));
        element = button("work-element", Material2AL.LINK, "work.element", () -> model.begin(Writing.ELEMENT));
        note = button("work-note", Material2AL.EDIT, "work.note", () -> model.begin(Writing.NOTE));
        bundle = button("preview-add", Material2MZ.PLAYLIST_ADD, "preview.add", model::addToBundle);
        Button alike = button("work-like", Material2MZ.SEARCH, "work.like", like);
        FlowPane row = new FlowPane(6, 6, review, tag, element, note, alike, bundle, drafts());
        row.setMinWidth(0);
        row.setAlignment(Pos.CENTER_LEFT);
        standing.setId("work-standing");
        standing.setWrapText(true);
        standing.managedProperty().bind(standing.textProperty().isNotEmpty());
        getChildren()
                .addAll(
                        row,
                        standing,
                        writing(),
                        new ElementChoice(all, model, this::keep, () -> Focus.on(words), this::leave));
        model.standingProperty().subscribe(this::stand);
        model.mayWorkProperty().subscribe(() -> stand(model.standingProperty().get()));
    }

    private Button button(String id, Material2AL glyph, String key, Runnable action) {
        Button button = Glyphs.button(id, glyph, own.text(key), action);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private Button button(String id, Material2MZ glyph, String key, Runnable action) {
        Button button = Glyphs.button(id, glyph, own.text(key), action);
        button.setMinWidth(USE_PREF_SIZE);
        return button;
    }

    private ComboBox<Draft> drafts() {
        drafts.setId("work-draft");
        drafts.setItems(model.drafts());
        drafts.valueProperty().bindBidirectional(model.draftProperty());
        drafts.setAccessibleText(own.text("work.draft"));
        drafts.setMaxWidth(220);
        drafts.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Draft draft) {
                return draft == null ? "" : draft.title();
            }

            @Override
            public @Nullable Draft fromString(String title) {
                return null;
            }
        });
        return drafts;
    }

    private HBox writing() {
        words.setId("work-words");
        words.textProperty().bindBidirectional(model.wordsProperty());
        words.nodeOrientationProperty().bind(words.textProperty().map(Direction::of));
        words.setOnAction(event -> keep());
        words.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                leave();
                event.consume();
            }
            stepThrough(event);
        });
        HBox.setHgrow(words, Priority.ALWAYS);
        asked.setLabelFor(words);
        asked.setMinWidth(USE_PREF_SIZE);
        Button keep = Glyphs.button("work-keep", own.text("work.keep"), this::keep);
        Button leave = Glyphs.button("work-leave", own.text("work.leave"), this::leave);
        keep.setMinWidth(USE_PREF_SIZE);
        leave.setMinWidth(USE_PREF_SIZE);
        HBox row = new HBox(8, asked, words, keep, leave);
        row.setAlignment(Pos.CENTER_LEFT);
        model.writingProperty().subscribe(what -> {
            row.setVisible(what != Writing.NOTHING);
            row.setManaged(what != Writing.NOTHING);
            if (what != Writing.NOTHING) {
                asked.setText(own.text("work.asked." + what.name()));
                String example = what == Writing.ELEMENT ? own.text("work.element.example") : "";
                words.setPromptText(example);
                words.setAccessibleText(
                        String.join(" ", asked.getText(), example).strip());
                Focus.on(words);
            }
        });
        return row;
    }

    /// What is no element stays to be mended.
    private void keep() {
        model.keep();
        if (model.writingProperty().get() == Writing.NOTHING) {
            back.run();
        }
    }

    private void leave() {
        model.leave();
        back.run();
    }

    /// Up and down go through what is offered, while letters are typed.
    private void stepThrough(KeyEvent event) {
        boolean arrow = event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP;
        if (arrow && model.writingProperty().get() == Writing.ELEMENT) {
            model.step(event.getCode() == KeyCode.DOWN ? 1 : -1);
            event.consume();
        }
    }

    private void stand(@Nullable Standing now) {
        review.setDisable(!model.takesReview());
        note.setDisable(!model.takesReview());
        tag.setDisable(!model.takesTags());
        element.setDisable(!model.takesElement());
        bundle.setDisable(!model.takesBundle());
        drafts.setDisable(!model.takesBundle());
        boolean mine = now != null && now.mine();
        review.setText(own.text(mine ? "work.unreview" : "work.review"));
        review.setAccessibleText(review.getText());
        standing.setText(now == null ? "" : told(now));
    }

    private String told(Standing now) {
        List<String> parts = new java.util.ArrayList<>();
        if (now.mine()) {
            parts.add(own.text("work.byMe"));
        }
        now.others().forEach(person -> parts.add(own.text("work.by", Direction.isolate(person))));
        if (!now.tags().isEmpty()) {
            parts.add(own.text("work.tags", list(now.tags().stream())));
        }
        if (!now.links().isEmpty()) {
            parts.add(own.text("work.links", list(now.links().stream().map(this::told))));
        }
        return String.join(" · ", parts);
    }

    private String list(Stream<String> items) {
        return String.join(
                own.text("unseen.between"), items.map(Direction::isolate).toList());
    }

    /// `PAL.PURP ¶3: supports`.
    private String told(ElementLink link) {
        String where = link.pinpoint().map(SearchView::shortly).orElse("");
        String what = where.isEmpty() ? link.element() : link.element() + " " + where;
        return own.text(
                "work.link", what, all.vocabulary("bearing", link.bearing().name()));
    }
}
