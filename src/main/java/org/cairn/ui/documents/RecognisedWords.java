package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import org.cairn.archive.Archive;
import org.cairn.archive.RecognisedLines;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;
import org.jspecify.annotations.Nullable;

/// The words that a machine recognised on a page, as if they were written on it: to be found, marked out and copied.
public final class RecognisedWords {

    private RecognisedWords() {}

    /// The words of a page as it is shown upright, line by line; none where nothing was recognised. Takes a moment.
    ///
    /// @param page from 1
    public static List<Word> of(Archive archive, Reference reference, int page) {
        return RecognisedLines.of(archive.recognition().words(reference, page));
    }

    /// The words as text, line by line: all of a picture, or those whose middle is in a part of it.
    ///
    /// @param turn by how many quarters the picture is turned to the right to stand upright
    /// @param part of the picture before it is turned; null for all of it
    public static String text(Archive archive, Reference reference, int page, int turn, @Nullable Box part) {
        List<Word> words = of(archive, reference, page);
        return WordSelection.text(words.stream()
                .filter(word -> part == null
                        || within(
                                RecognisedBoxes.before(turn, List.of(word.box()))
                                        .getFirst(),
                                part))
                .toList());
    }

    static boolean within(Box word, Box part) {
        double x = word.x() + word.width() / 2;
        double y = word.y() + word.height() / 2;
        return x >= part.x() && x <= part.x() + part.width() && y >= part.y() && y <= part.y() + part.height();
    }

    /// Written words and recognised ones of the same page: what is written where something was recognised is that.
    static List<Word> with(List<Word> written, List<Word> recognised) {
        if (recognised.isEmpty() || written.isEmpty()) {
            return recognised.isEmpty() ? written : recognised;
        }
        List<Word> all = new ArrayList<>(recognised);
        int line = recognised.getLast().line() + 1;
        for (Word word : written) {
            if (recognised.stream().noneMatch(other -> over(word.box(), other.box()))) {
                all.add(new Word(word.text(), word.box(), line + word.line()));
            }
        }
        return all;
    }

    private static boolean over(Box a, Box b) {
        return a.x() < b.x() + b.width()
                && b.x() < a.x() + a.width()
                && a.y() < b.y() + b.height()
                && b.y() < a.y() + a.height();
    }
}
