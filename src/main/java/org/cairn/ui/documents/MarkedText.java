package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import javafx.geometry.Bounds;
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
    private final Path markerHere = new Path();
    private final Text text = new Text();
    private List<Highlight> marks = List.of();
    private int here = -1;

    public MarkedText() {
        getStyleClass().add("marked-text");
        marker.getStyleClass().add("marker");
        marker.setManaged(false);
        markerHere.getStyleClass().add("marker-here");
        markerHere.setManaged(false);
        text.getStyleClass().add("written");
        setAccessibleRole(AccessibleRole.TEXT);
        setMinWidth(0);
        getChildren().addAll(marker, markerHere, text);
    }

    /// A text with its marks.
    public MarkedText(String words, List<Highlight> where) {
        this();
        show(words, where);
    }

    /// Shows a text with its marks.
    public void show(String words, List<Highlight> where) {
        show(words, where, -1);
    }

    /// Shows a text with its marks, one of which is looked at.
    ///
    /// @param looked from 0; negative for none
    public void show(String words, List<Highlight> where, int looked) {
        here = looked;
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
        draw(marker, mark -> mark != here);
        draw(markerHere, mark -> mark == here);
    }

    private void draw(Path with, IntPredicate drawn) {
        List<PathElement> shape = new ArrayList<>();
        for (int i = 0; i < marks.size(); i++) {
            if (drawn.test(i)) {
                shape.addAll(
                        List.of(getRangeShape(marks.get(i).start(), marks.get(i).end(), false)));
            }
        }
        if (getEffectiveNodeOrientation() == NodeOrientation.RIGHT_TO_LEFT) {
            shape.replaceAll(this::mirrored);
        }
        with.getElements().setAll(shape);
    }

    /// Where the mark that is looked at stands in this text, once it is laid out; nothing where there is none.
    public Optional<Bounds> here() {
        return markerHere.getElements().isEmpty() ? Optional.empty() : Optional.of(markerHere.getBoundsInParent());
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
