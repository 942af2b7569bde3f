package org.cairn.search;

import com.ibm.icu.lang.UScript;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.Query;
import org.cairn.domain.query.Asked;
import org.cairn.names.ArabicSpelling;
import org.cairn.names.Compounds;
import org.cairn.names.Compounds.Compound;
import org.cairn.names.Sounds;
import org.cairn.search.Spelled.Token;

/// Names that are one word for some and two for others: `Abdurrahman`, `Abd al-Rahman`, `عبد الرحمن`.
///
/// Nothing of it is in the index: of one word it is asked what its parts may be, and of two what one word they make.
final class CompoundNames {

    private static final int MOST_WORDS = 3;
    /// A known part of so many letters is a name also where it was typed small.
    private static final int LONG = 5;

    /// The article where no hyphen tells it from other words.
    private static final Set<String> LEADING_ARTICLES = Set.of("al", "el", "аль", "эль");

    private final Spelled spelled;
    private final SideBySide side;
    private final SoundingNames names;

    CompoundNames(Spelled spelled, SideBySide side, SoundingNames names) {
        this.spelled = spelled;
        this.side = side;
        this.names = names;
    }

    /// What one word asks for, in two words or another spelling.
    List<Query> of(String word) {
        List<Token> parts = spelled.tokens(Fields.TEXT, word);
        if (parts.size() == 1) {
            return written(Compounds.of(word.toLowerCase(Locale.ROOT)));
        }
        List<Query> ways = new ArrayList<>(ofParts(parts));
        if (parts.size() == 2) {
            ways.addAll(isBehindArticle(parts) ? behindArticle(parts) : eachOtherwise(parts));
        }
        return ways;
    }

    /// `Jean-Pierre`: both as others write them.
    private List<Query> eachOtherwise(List<Token> parts) {
        return side.of(parts.stream()
                .map(part -> NamePart.name(sounding(part.written())))
                .toList());
    }

    /// `al-Bashir`, which Arabic writes as one word, and which others write with another article or none. In Latin
    /// letters what stands behind it may be a word without one: El Salvador is not Salvador.
    private List<Query> behindArticle(List<Token> parts) {
        Set<String> behind = sounding(parts.getLast().written());
        Set<String> others = behind.stream()
                .filter(word -> UScript.getScript(word.codePointAt(0)) != UScript.LATIN)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Query> ways = new ArrayList<>(side.of(List.of(NamePart.name(others))));
        ways.addAll(side.of(List.of(NamePart.anyhow(Compounds.articles(behind)), NamePart.name(behind))));
        return ways;
    }

    private Set<String> sounding(String word) {
        return names.words(Sounds.of(word), name -> ArabicSpelling.mayBeSame(word, name));
    }

    private static boolean isBehindArticle(List<Token> parts) {
        return parts.size() == 2
                && isArticle(parts.getFirst().written(), parts.getLast().written());
    }

    /// Whether a word is the article of a name behind it, as in `al-Bashir`; what is all in capitals is none: US-China.
    static boolean isArticle(String word, String behind) {
        return Compounds.isArticle(word.toLowerCase(Locale.ROOT), behind)
                && (!SoundingNames.isCased(word) || !word.equals(word.toUpperCase(Locale.ROOT)));
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
            if (isBehindArticle(all) && LEADING_ARTICLES.contains(small(all.getFirst()))) {
                ways.addAll(behindArticle(all));
            }
            Optional<Query> any = NameWays.any(ways);
            if (any.isPresent()) {
                return Optional.of(new NameMeaning.Together(length, any.get()));
            }
        }
        return Optional.empty();
    }

    private List<Query> ofParts(List<Token> parts) {
        if (parts.size() < 2) {
            return List.of();
        }
        boolean small = isOfSmallLetters(parts.getFirst()) || isOfSmallLetters(parts.getLast());
        List<Compound> compounds = Compounds.of(
                parts.stream().map(CompoundNames::small).toList(),
                parts.stream().map(Token::folded).toList());
        return written(compounds.stream()
                .filter(compound -> !small || isLong(compound, parts))
                .toList());
    }

    /// `nur Herz` and `biscuit tin` are no names.
    private static boolean isOfSmallLetters(Token word) {
        return !Sounds.canBeginName(word.written().codePointAt(0));
    }

    private static boolean isLong(Compound compound, List<Token> parts) {
        String known = small(compound.knownFirst() ? parts.getFirst() : parts.getLast());
        return known.length() >= LONG;
    }

    private static String small(Token word) {
        return word.written().toLowerCase(Locale.ROOT);
    }

    private List<Query> written(List<Compound> compounds) {
        List<Query> ways = new ArrayList<>();
        for (Compound compound : compounds) {
            Set<String> known =
                    compound.known().stream().map(spelled::folded).collect(Collectors.toCollection(LinkedHashSet::new));
            ways.addAll(inOrder(compound, known, names.words(compound.other(), compound::mayBe)));
            ways.addAll(side.of(List.of(NamePart.name(oneWord(compound)))));
        }
        return ways;
    }

    private List<Query> inOrder(Compound compound, Set<String> known, Set<String> other) {
        Set<String> first = compound.knownFirst() ? known : other;
        Set<String> last = compound.knownFirst() ? other : known;
        List<Query> ways = new ArrayList<>(side.of(List.of(NamePart.name(first), NamePart.name(last))));
        if (compound.article()) {
            NamePart article = NamePart.anyhow(Compounds.articles(last));
            ways.addAll(side.of(List.of(NamePart.name(first), article, NamePart.anyhow(last))));
        }
        return ways;
    }

    private Set<String> oneWord(Compound compound) {
        Set<String> words = new LinkedHashSet<>();
        for (String key : compound.keys()) {
            for (String name : names.written(key)) {
                if (Compounds.of(name.toLowerCase(Locale.ROOT)).stream().anyMatch(compound::isLike)) {
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
