package org.cairn.search;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.cairn.names.Sounds;
import org.cairn.names.Transcribed;

/// Uyghur, Kazakh and Tibetan names as Chinese files write them: `Memet`, `مەمەت` and 买买提.
///
/// Which characters stand side by side is settled when it is asked; nothing of it is in the index.
final class TranscribedNames {

    /// Between the names of one person.
    private static final Pattern DOT = Pattern.compile("[\u00B7\u2022\u2027\u22C5\u30FB\uFF0E\uFF65]");

    private static final int MOST_TOGETHER = 24;

    private final Spelled spelled;
    private final SideBySide side;
    private final SoundingNames names;
    private final TibetanNames tibetan;

    TranscribedNames(Spelled spelled, SideBySide side, SoundingNames names, TibetanNames tibetan) {
        this.spelled = spelled;
        this.side = side;
        this.names = names;
        this.tibetan = tibetan;
    }

    /// What asks for a name in Chinese characters.
    List<Query> of(String name) {
        return Transcribed.characters(name).stream()
                .flatMap(characters -> Transcribed.isOrdinary(characters)
                        ? besideAnother(characters(characters))
                        : side.of(characters(characters)).stream())
                .toList();
    }

    /// Where another part of a name stands before it or behind it.
    private Stream<Query> besideAnother(List<NamePart> name) {
        return Stream.concat(
                        Transcribed.endings().stream().map(before -> Stream.concat(any(before), name.stream())),
                        Transcribed.beginnings().stream().map(behind -> Stream.concat(name.stream(), any(behind))))
                .flatMap(way -> side.of(way.toList()).stream());
    }

    private Stream<NamePart> any(List<Set<String>> places) {
        return places.stream()
                .map(characters -> new NamePart(
                        characters.stream().map(spelled::folded).collect(Collectors.toSet()), NamePart.Stands.CUT));
    }

    /// Each character is a word of the index.
    private List<NamePart> characters(String written) {
        return written.codePoints()
                .mapToObj(character ->
                        new NamePart(Set.of(spelled.folded(Character.toString(character))), NamePart.Stands.CUT))
                .toList();
    }

    /// Whether a word is several names with dots between, as 买买提·吐尔逊.
    static boolean isOfSeveral(String word) {
        return DOT.matcher(word).find();
    }

    /// What asks for names that some characters stand for, each by itself.
    Optional<Query> severally(String characters) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        List<String> parts = DOT.splitAsStream(characters)
                .filter(Predicate.not(String::isEmpty))
                .toList();
        for (String part : parts) {
            Optional<Query> one = NameWays.any(read(part));
            if (one.isEmpty()) {
                return Optional.empty();
            }
            all.add(one.get(), Occur.MUST);
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(all.build());
    }

    /// What asks for the name that some characters stand for, as others write it.
    List<Query> read(String characters) {
        StringBuilder simple = new StringBuilder();
        characters.codePoints().forEach(character -> simple.append(spelled.folded(Character.toString(character))));
        List<List<String>> parts = Transcribed.names(simple.toString());
        if (parts.isEmpty()) {
            return List.of();
        }
        List<String> whole = together(parts);
        List<Query> ways = new ArrayList<>(side.of(List.of(NamePart.name(sounding(whole)))));
        if (parts.size() > 1) {
            ways.addAll(side.of(
                    parts.stream().map(part -> NamePart.name(sounding(part))).toList()));
        }
        ways.addAll(inTibetan(parts));
        return ways;
    }

    private Set<String> sounding(List<String> written) {
        Set<String> sounding = new LinkedHashSet<>();
        for (String name : written) {
            sounding.addAll(names.words(Sounds.of(name), word -> Transcribed.mayBe(written, word)));
        }
        return sounding;
    }

    /// All parts as one word.
    private static List<String> together(List<List<String>> parts) {
        List<String> words = List.of("");
        for (List<String> part : parts) {
            words = words.stream()
                    .flatMap(before -> part.stream().map(name -> before.isEmpty() ? name : before + name))
                    .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                    .limit(MOST_TOGETHER)
                    .toList();
        }
        return words;
    }

    private List<Query> inTibetan(List<List<String>> parts) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        for (List<String> part : parts) {
            List<Query> ways =
                    part.stream().flatMap(name -> tibetan.of(name).stream()).toList();
            if (ways.isEmpty()) {
                return List.of();
            }
            NameWays.any(ways).ifPresent(one -> all.add(one, Occur.MUST));
        }
        return List.of(NameWays.weighed(all.build()));
    }

    @Override
    public String toString() {
        return "TranscribedNames";
    }
}
