package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.drawing.Box;
import org.cairn.drawing.Word;

/// Where what is sought stands on a page, one hit after another as they are read.
///
/// Found in the words of the page as it is found in its text, so that both count the same hits.
final class PageHits {

    private PageHits() {}

    /// The boxes of each hit: one for each line it stands in.
    static List<List<Box>> of(List<Word> words, Sought sought) {
        if (sought.isEmpty() || words.isEmpty()) {
            return List.of();
        }
        StringBuilder text = new StringBuilder();
        int[] starts = new int[words.size()];
        for (int i = 0; i < words.size(); i++) {
            if (i > 0) {
                text.append(words.get(i).line() == words.get(i - 1).line() ? ' ' : '\n');
            }
            starts[i] = text.length();
            text.append(words.get(i).text());
        }
        List<List<Box>> hits = new ArrayList<>();
        int from = 0;
        for (Highlight mark : sought.marksIn(text.toString())) {
            while (from < words.size() && starts[from] + words.get(from).text().length() <= mark.start()) {
                from++;
            }
            List<Word> marked = new ArrayList<>();
            for (int i = from; i < words.size() && starts[i] < mark.end(); i++) {
                Word word = words.get(i);
                marked.add(part(word, Math.max(0, mark.start() - starts[i]), mark.end() - starts[i]));
            }
            hits.add(WordSelection.boxes(marked));
        }
        return hits;
    }

    /// Of writing without spaces only what is sought, as wide as its share of the letters; of others the whole word.
    private static Word part(Word word, int start, int end) {
        String text = word.text();
        int last = Math.min(end, text.length());
        boolean letters =
                (text.substring(0, start) + text.substring(last)).codePoints().anyMatch(Character::isIdeographic);
        if (!letters) {
            return word;
        }
        Box all = word.box();
        double letter = all.width() / text.length();
        return new Word(
                text.substring(start, last),
                new Box(all.x() + start * letter, all.y(), (last - start) * letter, all.height()),
                word.line());
    }
}
