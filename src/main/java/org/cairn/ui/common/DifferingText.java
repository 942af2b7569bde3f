package org.cairn.ui.common;

import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cairn.archive.Differences;

/// A text beside another, with what the other says otherwise marked in it.
public final class DifferingText extends TextFlow {

    private final String whole;

    /// @param changed the style of what the other says otherwise: `gone` or `come`
    public DifferingText(List<Differences.Piece> pieces, String changed) {
        getStyleClass().add("compared-text");
        for (Differences.Piece piece : pieces) {
            Text text = new Text(piece.text());
            text.getStyleClass().addAll("text", piece.changed() ? changed : "kept");
            getChildren().add(text);
        }
        whole = pieces.stream().map(Differences.Piece::text).collect(Collectors.joining());
    }

    /// All of it, without marks.
    public String whole() {
        return whole;
    }
}
