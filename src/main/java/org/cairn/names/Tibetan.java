package org.cairn.names;

import static org.cairn.names.TibetanSyllable.NONE;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Names in Tibetan letters, which are written as they were said twelve hundred years ago: most letters before, above
/// and behind the root are silent, and change what is said.
///
/// They are heard as in Lhasa, by the rules of the THL Simplified Phonetic Transcription of Standard Tibetan (David
/// Germano and Nicolas Tournadre, 2003), with what people write otherwise: `Kelsang` and `Kalsang`, `Tashi`,
/// `Trashi` and `Zhaxi`. Nothing in writing tells where a word ends; nearly every name is of two syllables, or of two
/// such names.
public final class Tibetan {

    private static final int MOST_SYLLABLES = 4;
    private static final int MOST_READINGS = 256;
    private static final char POINT = '\u0F0B';
    private static final Pattern POINTS = Pattern.compile("[\u0F0B\u0F0C]");

    private static final char B = '\u0F56';
    private static final char G = '\u0F42';
    private static final char D = '\u0F51';
    private static final char M = '\u0F58';
    private static final char R = '\u0F62';
    private static final char SMALL_A = '\u0F60';
    private static final String LABIALS = "\u0F54\u0F55\u0F56";
    /// Suffixes behind which a is said as e, o as ö, u as ü.
    private static final String FRONTING = "\u0F51\u0F53\u0F63\u0F66";
    /// `ཆོས་ཀྱི`, "of the teaching": a name that ends like the particle it ends with.
    private static final String OF_THE_TEACHING = "\u0F46\u0F7C\u0F66\u0F0B\u0F40\u0FB1\u0F72";

    private static final List<String> SILENT = List.of("");
    private static final Map<String, List<String>> ONSETS = new HashMap<>();
    private static final Map<Character, List<String>> CODAS = new HashMap<>();
    private static final Set<String> PARTICLES = new HashSet<>();

    static {
        for (String line : Tables.lines("tibetan")) {
            String[] cells = line.split("\t", -1);
            List<String> sounds = List.of(cells[2].replace("-", "").split("\\|", -1));
            switch (cells[0]) {
                case "onset" -> ONSETS.put(cells[1], sounds);
                case "coda" -> CODAS.put(cells[1].charAt(0), sounds);
                default -> PARTICLES.add(cells[1]);
            }
        }
    }

    private Tibetan() {}

    /// Whether a letter is Tibetan.
    public static boolean isLetter(int letter) {
        return letter >= '\u0F40' && letter <= '\u0FBC';
    }

    /// The ways a syllable may sound at the beginning of a name, before any other.
    static Set<String> begins(TibetanSyllable said) {
        return begins(said, CODAS.getOrDefault(said.suffix(), SILENT));
    }

    /// The ways it may sound only before one of which that is true.
    ///
    /// @param m before the prefix m, else before what is said as w
    static Set<String> begins(TibetanSyllable said, boolean m) {
        return said.suffix() == (m ? B : G) ? begins(said, List.of(m ? "m" : "")) : Set.of();
    }

    private static Set<String> begins(TibetanSyllable said, List<String> codas) {
        return with(with(with(Set.of(""), onset(said, false)), vowel(said)), codas);
    }

    /// The ways a syllable may sound at the end of a name.
    ///
    /// @param linked whether with what is silent but behind an open syllable
    static Set<String> ends(TibetanSyllable said, boolean linked) {
        Set<String> links = new LinkedHashSet<>(linked ? link(said) : SILENT);
        if (linked) {
            links.remove("");
        }
        return with(with(with(links, onset(said, true)), vowel(said)), ending(said));
    }

    /// Whether it is one that makes the name of which it is a part none.
    static boolean isParticle(String written) {
        return PARTICLES.contains(written);
    }

    /// Whether two syllables are a name although one of them is a particle.
    static boolean isOfTheTeaching(String first, String last) {
        return (first + POINT + last).equals(OF_THE_TEACHING);
    }

    /// Whether it begins like `དབང`, with a w.
    static boolean beginsWithW(TibetanSyllable said) {
        return said.prefix() == D && said.root().charAt(0) == B;
    }

    /// The names of which a longer one is made: two syllables each, or what is two syllables without a point.
    /// None where it does not come out even.
    public static List<String> names(String word) {
        List<String> names = new ArrayList<>();
        String begun = "";
        for (String part : parts(word)) {
            String longer = begun.isEmpty() ? part : begun + POINT + part;
            if (!begun.isEmpty() || TibetanSyllable.of(part).size() > 1) {
                names.add(longer);
                begun = "";
            } else {
                begun = longer;
            }
        }
        return begun.isEmpty() ? names : List.of();
    }

    private static List<String> parts(String word) {
        return POINTS.splitAsStream(word).filter(part -> !part.isEmpty()).toList();
    }

    /// The ways a name may sound; none for one syllable, and none with a particle among its syllables.
    static List<Sound> sounds(String word) {
        List<String> parts = parts(word);
        boolean particle = parts.stream().anyMatch(PARTICLES::contains)
                && !String.join(String.valueOf(POINT), parts).equals(OF_THE_TEACHING);
        List<TibetanSyllable> syllables = new ArrayList<>();
        for (String part : parts) {
            List<TibetanSyllable> more = TibetanSyllable.of(part);
            if (particle || more.isEmpty()) {
                return List.of();
            }
            syllables.addAll(more);
        }
        boolean genitive =
                syllables.stream().limit(Math.max(0, syllables.size() - 1)).anyMatch(said -> said.tail() != NONE);
        if (genitive || syllables.size() < 2 || syllables.size() > MOST_SYLLABLES) {
            return List.of();
        }
        return readings(syllables).stream()
                .map(letters -> new Sound(letters, true, true))
                .filter(Sound::canBeSaid)
                .distinct()
                .toList();
    }

    private static Set<String> readings(List<TibetanSyllable> syllables) {
        Set<String> readings = Set.of("");
        for (int i = 0; i < syllables.size(); i++) {
            TibetanSyllable said = syllables.get(i);
            if (i > 0) {
                readings = with(readings, syllables.get(i - 1).isOpen() ? link(said) : SILENT);
            }
            readings = with(readings, onset(said, i > 0));
            readings = with(readings, vowel(said));
            readings = with(readings, i + 1 < syllables.size() ? coda(said, syllables.get(i + 1)) : ending(said));
        }
        return readings;
    }

    /// What is silent at the beginning of a syllable is said behind an open syllable, by some: Dorje, Lobsang, Gendun.
    private static List<String> link(TibetanSyllable said) {
        if (said.above() == R) {
            return List.of("r", "");
        }
        return switch (said.prefix()) {
            case B -> List.of("b", "");
            case M -> List.of("", "m");
            case SMALL_A -> List.of("", LABIALS.indexOf(said.root().charAt(0)) < 0 ? "n" : "m");
            default -> SILENT;
        };
    }

    /// None for letters of which nobody told how they are said.
    private static List<String> onset(TibetanSyllable said, boolean later) {
        String root = said.root();
        if (root.charAt(0) == B && root.length() == 1 && said.above() == NONE) {
            if (said.prefix() == D) {
                return said.vowel() == 'a' ? List.of("f") : List.of("");
            }
            boolean weak = said.prefix() == NONE && (said.isOpen() || said.suffix() == R);
            if (later && weak && (said.vowel() == 'a' || said.vowel() == 'o')) {
                return List.of("f", "b");
            }
        }
        List<String> changed = said.prefix() == D ? ONSETS.getOrDefault(D + root, List.of()) : List.of();
        return changed.isEmpty() ? ONSETS.getOrDefault(root, List.of()) : changed;
    }

    private static List<String> vowel(TibetanSyllable said) {
        boolean fronted = FRONTING.indexOf(said.suffix()) >= 0;
        return switch (said.vowel()) {
            case 'a' -> fronted ? List.of("i", "a", "ai") : List.of("a");
            case 'o', 'u' -> fronted ? List.of("u", "ui") : List.of("u");
            default -> List.of("i");
        };
    }

    /// The last r may be no part of a name: `ལྷ་སར`, to Lhasa.
    private static List<String> ending(TibetanSyllable said) {
        List<String> coda = CODAS.getOrDefault(said.suffix(), SILENT);
        return said.suffix() == R ? List.of("r", "") : coda;
    }

    private static List<String> coda(TibetanSyllable said, TibetanSyllable next) {
        if (said.sanskrit() && said.suffix() == D) {
            return List.of("", "d");
        }
        if (said.suffix() == G && beginsWithW(next)) {
            return List.of("", "k");
        }
        // Chamdo is written Chab-mdo
        return said.suffix() == B && next.prefix() == M ? List.of("b", "m") : CODAS.getOrDefault(said.suffix(), SILENT);
    }

    private static Set<String> with(Set<String> readings, List<String> sounds) {
        return readings.stream()
                .flatMap(reading -> sounds.stream().map(sound -> Letters.joined(reading, sound)))
                .limit(MOST_READINGS)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
