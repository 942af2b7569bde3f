package org.cairn.ui.search;

import javafx.beans.property.ObjectProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Headed;
import org.cairn.ui.search.SearchViewModel.Misunderstood;
import org.jspecify.annotations.Nullable;

/// A query that was not understood, with the place underlined where it stopped making sense.
final class QueryFault extends VBox {

    private final Messages own;

    QueryFault(Messages own, ObjectProperty<@Nullable Misunderstood> fault) {
        this.own = own;
        setId("query-fault");
        getStyleClass().addAll("notice", "notice-warning", "query-fault");
        setAccessibleRole(AccessibleRole.TEXT);
        fault.subscribe(this::show);
    }

    private void show(@Nullable Misunderstood fault) {
        setManaged(fault != null);
        setVisible(fault != null);
        if (fault == null) {
            return;
        }
        String query = fault.query();
        int at = Math.clamp(fault.position(), 0, query.length());
        int end = fault.end() > at ? Math.min(fault.end(), query.length()) : endOfWord(query, at);
        Text before = piece(query.substring(0, at), "fault-before");
        Text here = piece(at == query.length() ? "⎵" : query.substring(at, Math.max(end, at + 1)), "fault-here");
        Text after = piece(query.substring(Math.min(query.length(), Math.max(end, at + 1))), "fault-before");
        String key = "fault." + fault.reason();
        String why = own.text(own.has(key) ? key : "fault.other", at + 1);
        TextFlow typed = new TextFlow(before, here, after);
        typed.setNodeOrientation(Direction.of(query));
        getChildren().setAll(new HBox(typed), Headed.quiet(why));
        setAccessibleText(why);
    }

    private static int endOfWord(String query, int at) {
        int end = at;
        while (end < query.length() && !Character.isWhitespace(query.charAt(end))) {
            end++;
        }
        return end;
    }

    private static Text piece(String text, String style) {
        Text piece = new Text(text);
        piece.getStyleClass().add(style);
        return piece;
    }
}
