package org.cairn.names;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/// Names that are one word for some and two or three for others: Abdurrahman, Abdul Rahman, Abd al-Rahman.
///
/// One of both parts is known from a table, so that not every word falls apart somewhere.
public final class Compounds {

    private static final int SHORTEST = 5;
    private static final int SHORTEST_PART = 2;
    private static final int LIKELY = 2;
    private static final String VOWELS = "aiu";
    /// What stands between both parts in one word: nothing, or what is left of the article.
    private static final List<String> JOINS = List.of("", "l");

    /// The article, as it is written apart.
    private static final Set<String> ARTICLES = Set.of("al", "el", "ul", "il", "ал", "аль", "эль", "эл", "уль", "ال");
    /// The article where it has become like the letter behind it: an-Nur, ash-Shams.
    private static final Set<String> LIKE_THE_NEXT = Set.of(
            "ar", "er", "ur", "as", "es", "us", "ash", "esh", "ush", "an", "en", "un", "ad", "ed", "ud", "az", "ez",
            "uz", "at", "et", "ut", "ар", "ас", "аш", "ан", "ад", "аз", "ат", "эд", "уд", "эр", "ур");

    private static final List<Known> KNOWN = known();
    private static final Map<String, List<Known>> FIRST = bySound(true);
    private static final Map<String, List<Known>> LAST = bySound(false);

    private Compounds() {}

    /// A part that is known.
    ///
    /// @param first whether the other part stands behind it
    /// @param article whether an article may stand between
    private record Known(boolean first, boolean article, Set<String> spellings, Set<String> sounds) {}

    /// A name of two parts.
    ///
    /// @param known the part that is known
    /// @param other the ways the other one may sound
    /// @param written the other one as it is written, or empty where that is not known
    public record Compound(Set<String> known, boolean knownFirst, boolean article, List<Sound> other, String written) {
        public Compound {
            other = List.copyOf(other);
        }

        /// Whether both may be the same name.
        public boolean isLike(Compound name) {
            return known.equals(name.known)
                    && knownFirst == name.knownFirst
                    && mayBe(name.written)
                    && other.stream().anyMatch(sound -> name.other.stream().anyMatch(sound::isLike));
        }

        /// Whether the other part may be a name, as far as its letters tell.
        public boolean mayBe(String name) {
            return ArabicSpelling.mayBeSame(written, name);
        }

        /// What it may sound like as one word.
        public Set<String> keys() {
            Set<String> keys = new LinkedHashSet<>();
            for (Known part : KNOWN) {
                if (part.first == knownFirst && part.spellings.equals(known)) {
                    for (String sound : part.sounds) {
                        for (Sound behind : other) {
                            for (String join : part.article ? JOINS : JOINS.subList(0, 1)) {
                                keys.add(joined(knownFirst, sound, join, behind));
                            }
                        }
                    }
                }
            }
            return keys;
        }

        private static String joined(boolean knownFirst, String known, String join, Sound other) {
            String letters = knownFirst ? known + join + other.letters() : other.letters() + join + known;
            return new Sound(letters, other.voweled()).key();
        }

        @Override
        public String toString() {
            return "Compound";
        }
    }

    private static List<Known> known() {
        List<Known> known = new ArrayList<>();
        for (String line : Tables.lines("compounds")) {
            String[] cells = line.split("\t", -1);
            Set<String> spellings = new LinkedHashSet<>(Arrays.asList(cells[2].split(" ")));
            Set<String> sounds = new LinkedHashSet<>();
            for (String spelling : spellings) {
                Sounds.of(spelling).stream()
                        .limit(LIKELY)
                        .filter(sound -> sound.letters().length() > 2 || isOfTwoConsonants(sound.key()))
                        .map(Sound::letters)
                        .forEach(sounds::add);
            }
            known.add(new Known(cells[0].equals("first"), cells[1].equals("al"), spellings, sounds));
        }
        return known;
    }

    private static boolean isOfTwoConsonants(String key) {
        return key.length() > 1 && !key.startsWith("a");
    }

    private static Map<String, List<Known>> bySound(boolean first) {
        Map<String, List<Known>> bySound = new HashMap<>();
        KNOWN.stream()
                .filter(part -> part.first == first)
                .forEach(part -> part.sounds.forEach(sound ->
                        bySound.computeIfAbsent(sound, any -> new ArrayList<>()).add(part)));
        return bySound;
    }

    /// The names of two parts that one word may be.
    public static List<Compound> of(String word) {
        Map<Known, Set<Sound>> found = new LinkedHashMap<>();
        for (Sound sound : Sounds.of(word)) {
            String letters = sound.letters();
            for (int cut = SHORTEST_PART;
                    letters.length() >= SHORTEST && cut <= letters.length() - SHORTEST_PART;
                    cut++) {
                String before = letters.substring(0, cut);
                String behind = letters.substring(cut);
                for (Known part : FIRST.getOrDefault(before, List.of())) {
                    add(found, part, part.article ? withoutArticleBefore(behind) : Set.of(behind), sound.voweled());
                }
                for (Known part : LAST.getOrDefault(behind, List.of())) {
                    add(found, part, withoutArticleBehind(before, part.article), sound.voweled());
                }
            }
        }
        List<Compound> compounds = new ArrayList<>();
        found.forEach((part, sounds) -> compounds.add(
                new Compound(part.spellings, part.first, part.article, List.copyOf(sounds), otherPart(word, part))));
        return compounds;
    }

    /// What is left of a word that is written with the known part: Arabic letters tell names apart that sound alike,
    /// but for those of Uyghur, which are written for sounds.
    private static String otherPart(String word, Known part) {
        return Sounds.writesVowels(word)
                ? ""
                : part.spellings.stream()
                        .filter(spelling -> part.first ? word.startsWith(spelling) : word.endsWith(spelling))
                        .max(Comparator.comparingInt(String::length))
                        .map(spelling -> part.first
                                ? word.substring(spelling.length())
                                : word.substring(0, word.length() - spelling.length()))
                        .orElse("");
    }

    private static void add(Map<Known, Set<Sound>> found, Known part, Set<String> others, boolean voweled) {
        others.stream()
                .filter(letters -> letters.length() >= SHORTEST_PART)
                .map(letters -> new Sound(letters, voweled))
                .filter(Sound::canBeSaid)
                .forEach(other -> found.computeIfAbsent(part, any -> new LinkedHashSet<>())
                        .add(other));
    }

    /// Abd-ulaziz, abd-urahman.
    private static Set<String> withoutArticleBefore(String letters) {
        Set<String> others = new LinkedHashSet<>(List.of(letters));
        boolean vowel = isVowel(letters, 0);
        if (vowel) {
            others.add(letters.substring(1));
        }
        int l = vowel ? 1 : 0;
        if (letters.length() > l && letters.charAt(l) == 'l') {
            others.add(letters.substring(l + 1));
        }
        return others;
    }

    /// Salahu-din, nuri-din; the h that is not written at the end of a word.
    private static Set<String> withoutArticleBehind(String letters, boolean article) {
        Set<String> others = new LinkedHashSet<>(List.of(letters));
        if (article && letters.endsWith("l") && isVowel(letters, letters.length() - 2)) {
            others.add(letters.substring(0, letters.length() - 2));
        }
        if (article && isVowel(letters, letters.length() - 1)) {
            others.add(letters.substring(0, letters.length() - 1));
        }
        Set<String> all = new LinkedHashSet<>(others);
        others.stream()
                .filter(other -> other.endsWith("h"))
                .map(other -> other.substring(0, other.length() - 1))
                .forEach(all::add);
        return all;
    }

    private static boolean isVowel(String letters, int at) {
        return at >= 0 && at < letters.length() && VOWELS.indexOf(letters.charAt(at)) >= 0;
    }

    /// The names of two parts that several words may be, an article between them or not.
    ///
    /// @param words in small letters
    /// @param folded the same as the index has them
    public static List<Compound> of(List<String> words, List<String> folded) {
        List<Compound> compounds = new ArrayList<>();
        int last = words.size() - 1;
        for (Known part : KNOWN) {
            int known = part.first ? 0 : last;
            int article = part.first ? 1 : last - 1;
            boolean both = last == 1 || last == 2 && isArticle(words.get(article), words.get(article + 1));
            if (both && (part.spellings.contains(words.get(known)) || part.spellings.contains(folded.get(known)))) {
                String other = words.get(part.first ? last : 0);
                compounds.add(new Compound(part.spellings, part.first, part.article, Sounds.of(other), other));
            }
        }
        return compounds;
    }

    /// Whether a word is the Arabic article before another: one that has become like a letter only before its own
    /// (ash-Shams, and not un-American).
    ///
    /// @param word in small letters
    /// @param behind what stands behind it
    public static boolean isArticle(String word, String behind) {
        return ARTICLES.contains(word)
                || LIKE_THE_NEXT.contains(word)
                        && behind.toLowerCase(Locale.ROOT).startsWith(word.substring(1));
    }

    /// The articles that may stand before one of some words.
    public static Set<String> articles(Set<String> behind) {
        Set<String> articles = new LinkedHashSet<>();
        Stream.concat(ARTICLES.stream(), LIKE_THE_NEXT.stream())
                .filter(article -> behind.stream().anyMatch(word -> isArticle(article, word)))
                .sorted()
                .forEach(articles::add);
        return articles;
    }
}
