package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.Archive;
import org.cairn.archive.Recognition.PlacedWord;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.WordPlace;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.drawing.Box;

/// Where words that are sought stand on a page that a machine recognised.
public final class RecognisedBoxes {

    private RecognisedBoxes() {}

    /// Boxes on the page as it is shown upright; takes a moment.
    ///
    /// @param page from 1
    public static List<Box> of(Archive archive, Reference reference, int page, Sought sought) {
        if (sought.isEmpty()) {
            return List.of();
        }
        List<PlacedWord> words = archive.recognition().words(reference, page);
        List<Highlight> marks = sought.marksIn(text(words));
        List<Box> boxes = new ArrayList<>();
        for (PlacedWord word : words) {
            WordPlace place = word.place();
            if (marks.stream().anyMatch(mark -> mark.start() < place.end() && mark.end() > place.start())) {
                boxes.add(new Box(place.x(), place.y(), place.width(), place.height()));
            }
        }
        return boxes;
    }

    /// The same boxes on a picture that still has to be turned to stand upright.
    ///
    /// @param turn by how many quarters to the right
    public static List<Box> before(int turn, List<Box> upright) {
        return upright.stream().map(box -> before(turn, box)).toList();
    }

    private static Box before(int turn, Box box) {
        return switch (turn) {
            case 1 -> new Box(box.y(), 1 - box.x() - box.width(), box.height(), box.width());
            case 2 -> new Box(1 - box.x() - box.width(), 1 - box.y() - box.height(), box.width(), box.height());
            case 3 -> new Box(1 - box.y() - box.height(), box.x(), box.height(), box.width());
            default -> box;
        };
    }

    /// The words where they stood in the text of the page.
    private static String text(List<PlacedWord> words) {
        StringBuilder text = new StringBuilder();
        for (PlacedWord word : words) {
            text.append(" ".repeat(Math.max(0, word.place().start() - text.length())));
            text.append(word.text());
        }
        return text.toString();
    }
}
