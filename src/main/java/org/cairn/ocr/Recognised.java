package org.cairn.ocr;

import java.util.List;
import org.cairn.domain.reading.WordPlace;

/// What was recognised on a page.
///
/// @param text lines separated by `\n`, paragraphs by an empty line
/// @param words in the order of the text
/// @param confidence of the machine in the whole, 0 to 100, each word counting as much as it is long; 0 where there is
///     no text
/// @param packs the languages it was read in
/// @param turn by how many quarters the page had to be turned to the right to be read
public record Recognised(String text, List<WordPlace> words, int confidence, List<String> packs, int turn) {

    public Recognised {
        words = List.copyOf(words);
        packs = List.copyOf(packs);
    }

    /// Whether nothing was found that could be text.
    public boolean silent() {
        return text.isBlank();
    }

    @Override
    public String toString() {
        return "Recognised " + words.size();
    }
}
