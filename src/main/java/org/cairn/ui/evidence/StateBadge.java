package org.cairn.ui.evidence;

import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Badge;

/// How far an item has been read, in a word.
final class StateBadge {

    private StateBadge() {}

    /// @param state a reading's status, `WAITING`, or an intake outcome; empty for what is never read
    static Node of(String state, Messages words) {
        if (state.isEmpty()) {
            return new Region();
        }
        String text = words.text("state." + state);
        return switch (state) {
            case "COMPLETE" -> Badge.good(text);
            case "UNREADABLE", "ENCRYPTED", "NOT_TAKEN" -> Badge.bad(text);
            case "PARTIAL", "NO_TEXT", "WAITING" -> Badge.waiting(text);
            default -> Badge.neutral(text);
        };
    }
}
