package org.cairn.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.search.Hit.Highlight;
import org.cairn.names.Pinyin;

/// The names and words of the same meaning that a query also asks for, to tell which of what is marked in a passage is
/// one of them.
final class NamesMatched {

    private final Set<String> words = new HashSet<>();
    private final List<List<List<String>>> read = new ArrayList<>();
    private final Set<List<Set<String>>> side = new LinkedHashSet<>();
    private final Set<List<Set<String>>> alike = new LinkedHashSet<>();
    private final Set<List<Set<String>>> asked = new LinkedHashSet<>();
    private Optional<Spelled> forms = Optional.empty();

    /// @param word one word or several, folded
    void add(String word) {
        words.add(word);
    }

    /// @param words side by side, each with its spellings, folded
    void addSideBySide(List<Set<String>> words) {
        side.add(words);
    }

    /// @param syllables of characters side by side, each with its spellings
    void addRead(List<List<String>> syllables) {
        read.add(syllables);
    }

    /// @param words that mean the same as some that were asked for, each with its forms
    /// @param by what gives words their forms
    void addAlike(List<Set<String>> words, Spelled by) {
        alike.add(words);
        forms = Optional.of(by);
    }

    /// @param words that were asked for, each with its forms: no other meaning is told of them
    void addAsked(List<Set<String>> words, Spelled by) {
        asked.add(words);
        forms = Optional.of(by);
    }

    /// What is marked in a text and is one of them, as it stands there.
    List<String> in(String text, List<Highlight> marked, Spelled spelled) {
        if (words.isEmpty() && read.isEmpty() && side.isEmpty() && alike.isEmpty()) {
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
        return words.contains(folded)
                || side.stream().anyMatch(name -> isSideBySide(name, tokens))
                || forms.filter(by -> isAlike(tokens, by)).isPresent()
                || read.stream().anyMatch(way -> reads(way, tokens));
    }

    private boolean isAlike(List<Spelled.Token> tokens, Spelled by) {
        List<Set<String>> stretch = tokens.stream().map(by::forms).toList();
        return alike.stream().anyMatch(one -> SynonymMeaning.isSame(one, stretch))
                && asked.stream().noneMatch(one -> SynonymMeaning.isSame(one, stretch));
    }

    private static boolean isSideBySide(List<Set<String>> name, List<Spelled.Token> tokens) {
        if (name.size() != tokens.size()) {
            return false;
        }
        for (int i = 0; i < name.size(); i++) {
            if (!name.get(i).contains(tokens.get(i).folded())) {
                return false;
            }
        }
        return true;
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
