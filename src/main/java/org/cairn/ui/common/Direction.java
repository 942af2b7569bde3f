package org.cairn.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.geometry.NodeOrientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.text.TextAlignment;
import org.cairn.domain.LanguageTag;

/// Which way a text runs: by its own letters, not by the window it stands in.
public final class Direction {

    private Direction() {}

    /// So many letters tell enough.
    private static final int TELLING = 400;

    /// The direction most letters of a text have, so that a marker, a name or a quotation before it does not turn it
    /// about; `INHERIT` where it has no letter that tells.
    public static NodeOrientation of(String text) {
        int toTheRight = 0;
        int toTheLeft = 0;
        int end = Math.min(text.length(), TELLING);
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            switch (Character.getDirectionality(text.codePointAt(i))) {
                case Character.DIRECTIONALITY_LEFT_TO_RIGHT -> toTheRight++;
                case Character.DIRECTIONALITY_RIGHT_TO_LEFT, Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC ->
                    toTheLeft++;
                default -> {
                    // digits and punctuation do not tell
                }
            }
        }
        if (toTheRight == 0 && toTheLeft == 0) {
            return NodeOrientation.INHERIT;
        }
        return toTheLeft > toTheRight ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    /// The direction of a language.
    public static NodeOrientation of(LanguageTag language) {
        return language.rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
    }

    /// Lets a text run its own way, and begin where lines begin in the window: a Latin title in an Arabic window stands
    /// at the right.
    public static <L extends Node> L own(L node, String text, ObjectProperty<Pos> alignment) {
        NodeOrientation way = of(text);
        node.setNodeOrientation(way);
        if (way != NodeOrientation.INHERIT) {
            alignment.bind(node.parentProperty()
                    .flatMap(Node::effectiveNodeOrientationProperty)
                    .map(window -> window == way ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT)
                    .orElse(Pos.CENTER_LEFT));
        }
        return node;
    }

    /// Lets a label's words run their own way, from where lines begin in the window.
    public static <L extends Labeled> L own(L label) {
        label.textAlignmentProperty()
                .bind(label.alignmentProperty()
                        .map(side -> side == Pos.CENTER_RIGHT ? TextAlignment.RIGHT : TextAlignment.LEFT));
        return own(label, label.getText(), label.alignmentProperty());
    }

    /// A reference, a hash or a path kept as it is written within a right-to-left line.
    ///
    /// What begins with a letter or a digit keeps together by itself. What begins with a sign, such as a path, is led
    /// by a left-to-right mark: the marks made for isolating are drawn as boxes by the toolkit.
    public static String isolate(String text) {
        boolean together = text.isEmpty() || Character.isLetterOrDigit(text.codePointAt(0));
        return together ? text : "\u200E" + text;
    }
}
