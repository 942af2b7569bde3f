package org.cairn.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.names.Pinyin;

/// The names that a query also asks for, to tell which of what is marked in a passage is one of them.
final class NamesMatched {

    private final Set<String> words = new HashSet<>();
    private final List<List<List<String>>> read = new ArrayList<>();

    /// @param word one word or several, folded
    void add(String word) {
        words.add(word);
    }

    /// @param syllables of characters side by side, each with its spellings
    void addRead(List<List<String>> syllables) {
        read.add(syllables);
    }

    /// What is marked in a text and is one of them, as it stands there.
    List<String> in(String text, List<Highlight> marked, Spelled spelled) {
        if (words.isEmpty() && read.isEmpty()) {
            return List.of();
        }
        Set<String> also = new LinkedHashSet<>();
        for (Highlight place : joined(text, marked)) {
            String stretch = text.substring(place.start(), place.end());
            if (isOne(stretch, spelled)) {
                also.add(stretch);
            }
        }
        return List.copyOf(also);
    }

    /// Characters of one name are marked one by one.
    private static List<Highlight> joined(String text, List<Highlight> marked) {
        List<Highlight> joined = new ArrayList<>();
        for (Highlight place : marked) {
            boolean goesOn = !joined.isEmpty()
                    && joined.getLast().end() == place.start()
                    && Character.isIdeographic(text.codePointAt(place.start()));
            joined.add(goesOn ? new Highlight(joined.removeLast().start(), place.end()) : place);
        }
        return joined;
    }

    private boolean isOne(String stretch, Spelled spelled) {
        List<Spelled.Token> tokens = spelled.tokens(Fields.TEXT, stretch);
        if (tokens.isEmpty()) {
            return false;
        }
        String folded =
                String.join(" ", tokens.stream().map(Spelled.Token::folded).toList());
        return words.contains(folded) || read.stream().anyMatch(way -> reads(way, tokens));
    }

    private static boolean reads(List<List<String>> way, List<Spelled.Token> tokens) {
        if (way.size() != tokens.size()) {
            return false;
        }
        for (int i = 0; i < way.size(); i++) {
            String character = tokens.get(i).written().toLowerCase(Locale.ROOT);
            if (way.get(i).stream()
                    .noneMatch(syllable -> Pinyin.characters(syllable).contains(character))) {
                return false;
            }
        }
        return true;
    }
}
