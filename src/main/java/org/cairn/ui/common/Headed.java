package org.cairn.ui.common;

import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/// The shape every screen has: a heading, a quiet line, its actions at the end, and what it is about below.
public final class Headed extends VBox {

    private static final double LEAST_OF_HEADING = 260;

    private final Flowing actions = new Flowing(8);
    private final Label subtitle = new Label();
    private final HBox head;

    /// @param title the heading
    /// @param line the quiet line below it, or empty
    public Headed(String title, String line, Node... content) {
        getStyleClass().add("headed");
        Label heading = heading(title);
        subtitle.getStyleClass().add("screen-line");
        subtitle.setWrapText(true);
        subtitle.setMinHeight(USE_PREF_SIZE);
        say(line);
        VBox words = new VBox(2, heading, subtitle);
        HBox.setHgrow(words, Priority.ALWAYS);
        actions.getStyleClass().add("screen-actions");
        head = new HBox(16, words);
        head.getStyleClass().add("screen-head");
        getChildren().add(new Beside(16, head, actions, Beside.Grows.FIRST, LEAST_OF_HEADING));
        getChildren().addAll(content);
    }

    /// Changes the quiet line.
    public void say(String line) {
        subtitle.setText(line);
        subtitle.setManaged(!line.isEmpty());
        subtitle.setVisible(!line.isEmpty());
    }

    /// The same shape with its actions.
    public Headed with(Node... buttons) {
        actions.getChildren().setAll(buttons);
        return this;
    }

    /// The same shape with the way back before its heading.
    public Headed from(Node back) {
        head.getChildren().addFirst(back);
        return this;
    }

    /// A heading that a screen reader can jump to.
    public static Label heading(String text) {
        Label heading = new Label(text);
        heading.getStyleClass().add("screen-title");
        heading.setAccessibleRole(AccessibleRole.TEXT);
        heading.setWrapText(true);
        heading.setMinHeight(USE_PREF_SIZE);
        return heading;
    }

    /// A card with a small heading.
    public static VBox card(String title, Node... content) {
        VBox card = new VBox();
        card.getStyleClass().add("card-box");
        if (!title.isEmpty()) {
            Label heading = new Label(title);
            heading.getStyleClass().add("card-title");
            heading.setWrapText(true);
            card.getChildren().add(heading);
        }
        card.getChildren().addAll(content);
        return card;
    }

    /// Quiet words that wrap.
    public static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    /// Something that scrolls down only.
    public static ScrollPane scrolling(Region content) {
        ScrollPane pane = new ScrollPane(content);
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.getStyleClass().add("page-scroll");
        VBox.setVgrow(pane, Priority.ALWAYS);
        return pane;
    }

    /// Room that grows between two things.
    public static Region room() {
        Region room = new Region();
        HBox.setHgrow(room, Priority.ALWAYS);
        VBox.setVgrow(room, Priority.ALWAYS);
        return room;
    }

    /// An empty state: one sentence that teaches the next step, and the button that takes it.
    public static VBox empty(String id, String sentence, Node... steps) {
        Label label = new Label(sentence);
        label.getStyleClass().add("empty-sentence");
        label.setWrapText(true);
        HBox row = new HBox(8, steps);
        row.getStyleClass().add("empty-steps");
        VBox box = new VBox(16, label, row);
        box.setId(id);
        box.getStyleClass().add("empty-state");
        return box;
    }
}
