package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.PathElement;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.ui.common.Direction;

/// A text with some of its words marked as with a marker pen, in the direction it is written in.
///
/// The marks lie behind one unbroken run of text: letters that join, as in Arabic, stay joined across a mark.
public final class MarkedText extends TextFlow {

    private final Path marker = new Path();
    private final Text text = new Text();
    private List<Highlight> marks = List.of();

    public MarkedText() {
        getStyleClass().add("marked-text");
        marker.getStyleClass().add("marker");
        marker.setManaged(false);
        text.getStyleClass().add("written");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(0);
        getChildren().addAll(marker, text);
    }

    /// A text with its marks.
    public MarkedText(String words, List<Highlight> where) {
        this();
        show(words, where);
    }

    /// Shows a text with its marks.
    public void show(String words, List<Highlight> where) {
        marks = where.stream()
                .filter(mark -> mark.start() >= 0 && mark.end() <= words.length() && mark.start() < mark.end())
                .toList();
        text.setText(words);
        setAccessibleText(words);
        NodeOrientation direction = Direction.of(words);
        setNodeOrientation(direction);
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        List<PathElement> shape = new ArrayList<>();
        for (Highlight mark : marks) {
            shape.addAll(List.of(getRangeShape(mark.start(), mark.end(), false)));
        }
        if (getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT) {
            shape.replaceAll(this::mirrored);
        }
        marker.getElements().setAll(shape);
    }

    /// Ranges are measured from the left also where everything in this node is mirrored, but for the text itself.
    private PathElement mirrored(PathElement element) {
        return switch (element) {
            case MoveTo move -> new MoveTo(getWidth() - move.getX(), move.getY());
            case LineTo line -> new LineTo(getWidth() - line.getX(), line.getY());
            default -> element;
        };
    }
}
