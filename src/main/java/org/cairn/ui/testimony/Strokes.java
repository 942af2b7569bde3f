package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.Signatures;

/// What somebody draws with a pen, a finger or the mouse: lines of points of the pad.
final class Strokes {

    private final List<List<Signatures.Point>> lines = new ArrayList<>();

    void begin(double x, double y) {
        List<Signatures.Point> line = new ArrayList<>();
        line.add(new Signatures.Point(x, y));
        lines.add(line);
    }

    void go(double x, double y) {
        if (!lines.isEmpty()) {
            lines.getLast().add(new Signatures.Point(x, y));
        }
    }

    void clear() {
        lines.clear();
    }

    List<List<Signatures.Point>> lines() {
        return lines.stream().map(List::copyOf).toList();
    }

    /// Whether there is something that can be a signature: more than a touch.
    boolean drawn() {
        return lines.stream().mapToInt(List::size).sum() > 4;
    }
}
