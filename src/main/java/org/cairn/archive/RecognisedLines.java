package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.Recognition.PlacedWord;
import org.cairn.domain.reading.WordPlace;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;

/// Words that a machine recognised on a page, put together into lines as if they were written there.
public final class RecognisedLines {

    private RecognisedLines() {}

    /// A word stands in the line of the one before where most of its height does.
    public static List<Word> of(List<PlacedWord> placed) {
        List<Word> words = new ArrayList<>();
        int line = -1;
        Box before = Box.WHOLE;
        for (PlacedWord word : placed) {
            WordPlace place = word.place();
            Box box = new Box(place.x(), place.y(), place.width(), place.height());
            if (line < 0 || !beside(before, box)) {
                line++;
            }
            words.add(new Word(word.text(), box, line));
            before = box;
        }
        return words;
    }

    private static boolean beside(Box a, Box b) {
        double shared = Math.min(a.y() + a.height(), b.y() + b.height()) - Math.max(a.y(), b.y());
        return shared > Math.min(a.height(), b.height()) / 2;
    }
}
