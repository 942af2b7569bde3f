package org.cairn.names;

import com.ibm.icu.lang.UScript;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Names that Chinese files write by their sound: 买买提 is Memet, 吐尔逊古丽 is Tursungul, 扎西 is Tashi. A table of our
/// own has the usual spellings of the parts of which Uyghur, Kazakh and Tibetan names are made.
///
/// A word asks for characters where it sounds as a part does, or as two of them one behind the other, with all of their
/// vowels; `e` and `a` are not told apart, since each alphabet writes them otherwise.
public final class Transcribed {

    private static final char ENDS_A_NAME = '-';
    /// Of one name: first, middle and last part.
    private static final int MOST_PARTS = 4;
    /// In characters.
    private static final int LONGEST = 24;
    /// Characters by which a part is known at its end.
    private static final int AT_AN_END = 3;
    /// Letters of a short name.
    private static final int SHORT = 3;

    private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
    /// Sounds of a part that is put together with another.
    private static final int LEAST_SOUNDS = 3;
    /// Where a script leaves vowels out, a name of fewer consonants could be any.
    private static final int CONSONANTS = 3;

    /// What some characters stand for; those that only end a name with a hyphen before them.
    private static final Map<String, List<String>> NAMES = new HashMap<>();
    /// The characters of what sounds so.
    private static final Map<String, Set<String>> BY_SOUND = new HashMap<>();
    /// The characters of what has these consonants, with how it sounds.
    private static final Map<String, Map<Sound, Set<String>>> BY_KEY = new HashMap<>();

    /// What also stands in ordinary words.
    private static final Set<String> ORDINARY = new HashSet<>();

    static {
        for (String line : Tables.lines("transcribed")) {
            String[] cells = line.split("\t", -1);
            List<String> characters = List.of(cells[0].split(" "));
            List<String> names = List.of(cells[1].split(" "));
            characters.forEach(written -> NAMES.put(written, names));
            if (cells.length > 2) {
                ORDINARY.addAll(List.of(cells[2].split(" ")));
            }
            names.stream().flatMap(name -> Sounds.of(name).stream()).forEach(sound -> {
                BY_SOUND.computeIfAbsent(skeleton(sound), any -> new LinkedHashSet<>())
                        .addAll(characters);
                BY_KEY.computeIfAbsent(sound.key(), any -> new LinkedHashMap<>())
                        .computeIfAbsent(sound, any -> new LinkedHashSet<>())
                        .addAll(characters);
            });
        }
    }

    private Transcribed() {}

    /// The simplified characters with which a name may be written; none where it is no such name.
    public static Set<String> characters(String name) {
        Set<String> characters = new LinkedHashSet<>();
        for (Sound sound : Sounds.of(name)) {
            if (sound.voweled()) {
                alone(BY_SOUND.getOrDefault(skeleton(sound), Set.of())).stream()
                        .filter(written -> mayBe(NAMES.getOrDefault(written, List.of()), name))
                        .forEach(characters::add);
                characters.addAll(ofTwo(skeleton(sound)));
            } else if (sound.key().length() >= CONSONANTS) {
                BY_KEY.getOrDefault(sound.key(), Map.of()).forEach((other, written) -> {
                    if (other.isLike(sound)) {
                        characters.addAll(alone(written));
                    }
                });
            }
        }
        return characters;
    }

    /// Whether some characters are as often no name, so that by themselves they tell nothing: 苏南 in 苏南地区.
    public static boolean isOrdinary(String characters) {
        return ORDINARY.contains(characters);
    }

    /// With what another part begins that stands behind one: its first two characters, or three where it has as many.
    /// Each is one character, and those that may follow it.
    public static List<List<Set<String>>> beginnings() {
        return ends(true);
    }

    /// With what another part ends that stands before one, in the same way.
    public static List<List<Set<String>>> endings() {
        return ends(false);
    }

    private static List<List<Set<String>>> ends(boolean first) {
        Map<String, List<Set<String>>> ends = new LinkedHashMap<>();
        for (String part : NAMES.keySet()) {
            int length = Math.min(part.length(), AT_AN_END);
            // what only ends a name tells too little by itself
            if (length > 1 && part.charAt(0) != ENDS_A_NAME) {
                String end = first ? part.substring(0, length) : part.substring(part.length() - length);
                char outermost = end.charAt(first ? 0 : length - 1);
                List<Set<String>> places = ends.computeIfAbsent(
                        outermost + " " + length,
                        any -> Stream.<Set<String>>generate(TreeSet::new)
                                .limit(length)
                                .toList());
                for (int i = 0; i < length; i++) {
                    places.get(i).add(end.substring(i, i + 1));
                }
            }
        }
        return List.copyOf(ends.values());
    }

    /// Whether a word may be one of some names: a short one in Latin letters has to be written as one of them, since
    /// others sound so too (Gul, Cole).
    public static boolean mayBe(List<String> names, String word) {
        boolean shortest = names.stream().anyMatch(name -> name.length() <= SHORT);
        return !shortest
                || UScript.getScript(word.codePointAt(0)) != UScript.LATIN
                || names.stream().anyMatch(name -> name.equalsIgnoreCase(plain(word)));
    }

    private static String plain(String word) {
        return MARKS.matcher(Normalizer.normalize(word, Normalizer.Form.NFD)).replaceAll("");
    }

    private static List<String> alone(Set<String> characters) {
        return characters.stream()
                .filter(written -> written.charAt(0) != ENDS_A_NAME)
                .toList();
    }

    private static Set<String> ofTwo(String sounds) {
        Set<String> both = new LinkedHashSet<>();
        for (int cut = LEAST_SOUNDS; cut <= sounds.length() - LEAST_SOUNDS; cut++) {
            List<String> firsts = alone(BY_SOUND.getOrDefault(sounds.substring(0, cut), Set.of()));
            Set<String> lasts = new LinkedHashSet<>(BY_SOUND.getOrDefault(sounds.substring(cut), Set.of()));
            // what ends one and begins the other is said once: Memettursun
            lasts.addAll(BY_SOUND.getOrDefault(sounds.substring(cut - 1), Set.of()));
            for (String first : firsts) {
                lasts.forEach(last -> both.add(first + (last.charAt(0) == ENDS_A_NAME ? last.substring(1) : last)));
            }
        }
        return both;
    }

    /// What characters stand for: each part of the name with what it may be in Latin letters; none where they are no
    /// such name.
    ///
    /// @param characters simplified, and nothing else
    public static List<List<String>> names(String characters) {
        return characters.length() > LONGEST ? List.of() : names(characters, 0, MOST_PARTS);
    }

    /// The longest part first.
    private static List<List<String>> names(String characters, int from, int most) {
        for (int end = characters.length(); end > from && most > 0; end--) {
            boolean last = end == characters.length();
            String part = characters.substring(from, end);
            List<String> known = NAMES.getOrDefault(part, List.of());
            if (known.isEmpty() && last && from > 0) {
                known = NAMES.getOrDefault(ENDS_A_NAME + part, List.of());
            }
            List<List<String>> rest = known.isEmpty() || last ? List.of() : names(characters, end, most - 1);
            if (!known.isEmpty() && (last || !rest.isEmpty())) {
                List<List<String>> all = new ArrayList<>(List.of(known));
                all.addAll(rest);
                return all;
            }
        }
        return List.of();
    }

    /// How it sounds, with one letter for `a` and `e`.
    private static String skeleton(Sound sound) {
        StringBuilder skeleton = new StringBuilder();
        for (char letter : sound.letters().replace('i', 'a').toCharArray()) {
            if (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != letter) {
                skeleton.append(letter);
            }
        }
        return skeleton.toString();
    }
}
