package org.cairn.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.names.Compounds;
import org.cairn.names.Compounds.Compound;
import org.cairn.names.Sound;
import org.cairn.names.Sounds;
import org.cairn.search.Spelled.Token;

/// Names that are one word for some and two for others: `Abdurrahman`, `Abd al-Rahman`, `عبد الرحمن`.
///
/// Nothing of it is in the index: of one word it is asked what its parts may be, and of two what one word they make.
final class CompoundNames {

    private static final int MOST_WORDS = 3;

    /// The article where no hyphen tells it from other words.
    private static final Set<String> LEADING_ARTICLES = Set.of("al", "el", "аль", "эль");

    private final Spelled spelled;
    private final SideBySide side;
    private final Function<List<Sound>, Set<String>> sounding;
    private final Function<String, Set<String>> names;

    /// @param sounding the words of the archive, folded, that sound in one of some ways
    /// @param names the names of the archive that have a key, as they are written
    CompoundNames(
            Spelled spelled,
            SideBySide side,
            Function<List<Sound>, Set<String>> sounding,
            Function<String, Set<String>> names) {
        this.spelled = spelled;
        this.side = side;
        this.sounding = sounding;
        this.names = names;
    }

    /// What one word asks for, in two words or another spelling.
    List<Query> of(String word) {
        List<Token> parts = spelled.tokens(Fields.TEXT, word);
        if (parts.size() == 1) {
            return written(Compounds.of(word));
        }
        List<Query> ways = new ArrayList<>(ofParts(parts));
        if (parts.size() == 2) {
            ways.addAll(eachOtherwise(parts));
            ways.addAll(behindArticle(parts));
        }
        return ways;
    }

    /// `Jean-Pierre`: both as others write them.
    private List<Query> eachOtherwise(List<Token> parts) {
        List<Query> ways = new ArrayList<>();
        side.of(
                ways,
                parts.stream()
                        .map(part -> sounding.apply(Sounds.of(part.written())))
                        .toList());
        return ways;
    }

    /// `al-Bashir`, which Arabic writes as one word and others without its article.
    private List<Query> behindArticle(List<Token> parts) {
        List<Query> ways = new ArrayList<>();
        if (Compounds.isArticle(small(parts.getFirst()))) {
            side.of(ways, List.of(sounding.apply(Sounds.of(parts.getLast().written()))));
        }
        return ways;
    }

    /// How many words from one on are one name of two parts, and what that asks for.
    Optional<NameMeaning.Together> together(List<Asked> parts, int from) {
        List<List<Token>> words = new ArrayList<>();
        for (int i = from; i < parts.size() && words.size() < MOST_WORDS; i++) {
            if (!(parts.get(i) instanceof Asked.Word word) || word.wild()) {
                break;
            }
            words.add(spelled.tokens(Fields.TEXT, word.text()));
        }
        for (int length = words.size(); length > 1; length--) {
            List<Token> all =
                    words.subList(0, length).stream().flatMap(List::stream).toList();
            List<Query> ways = new ArrayList<>(ofParts(all));
            if (all.size() == 2 && LEADING_ARTICLES.contains(small(all.getFirst()))) {
                ways.addAll(behindArticle(all));
            }
            if (!ways.isEmpty()) {
                return Optional.of(new NameMeaning.Together(length, new DisjunctionMaxQuery(ways, 0)));
            }
        }
        return Optional.empty();
    }

    private List<Query> ofParts(List<Token> parts) {
        return parts.size() < 2
                ? List.of()
                : written(Compounds.of(
                        parts.stream().map(CompoundNames::small).toList(),
                        parts.stream().map(Token::folded).toList()));
    }

    private static String small(Token word) {
        return word.written().toLowerCase(Locale.ROOT);
    }

    private List<Query> written(List<Compound> compounds) {
        List<Query> ways = new ArrayList<>();
        for (Compound compound : compounds) {
            Set<String> known =
                    compound.known().stream().map(spelled::folded).collect(Collectors.toCollection(LinkedHashSet::new));
            Set<String> other = sounding.apply(compound.other());
            inOrder(ways, compound, known, other);
            side.of(ways, List.of(oneWord(compound)));
        }
        return ways;
    }

    private void inOrder(List<Query> ways, Compound compound, Set<String> known, Set<String> other) {
        Set<String> first = compound.knownFirst() ? known : other;
        Set<String> last = compound.knownFirst() ? other : known;
        side.of(ways, List.of(first, last));
        if (compound.article()) {
            side.of(ways, List.of(first, Compounds.articles(), last));
        }
    }

    private Set<String> oneWord(Compound compound) {
        Set<String> words = new LinkedHashSet<>();
        for (String key : compound.keys()) {
            for (String name : names.apply(key)) {
                if (Compounds.of(name).stream().anyMatch(compound::isLike)) {
                    words.add(spelled.folded(name));
                }
            }
        }
        return words;
    }

    @Override
    public String toString() {
        return "CompoundNames";
    }
}
