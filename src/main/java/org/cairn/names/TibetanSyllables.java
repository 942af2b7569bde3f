package org.cairn.names;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The Tibetan syllables of some texts by how they are said: of which of them a name can be that is written in other
/// letters.
public final class TibetanSyllables {

    /// More ways to write a name are no help to anybody.
    private static final int MOST_NAMES = 1_000;
    private static final int REMEMBERED = 30_000;
    private static final String POINT = "\u0F0B";

    /// There are a few thousand, and all of them are wanted again for the next query.
    private static final Map<String, Spoken> SPOKEN = new ConcurrentHashMap<>();

    private final List<Spoken> syllables;

    /// @param written what stands between two points
    public TibetanSyllables(Collection<String> written) {
        if (SPOKEN.size() > REMEMBERED) {
            SPOKEN.clear();
        }
        syllables = written.stream()
                .map(one -> SPOKEN.computeIfAbsent(one, Spoken::of))
                .toList();
    }

    /// Forgets what was said of texts: an archive that is locked leaves none of its syllables behind.
    public static void forget() {
        SPOKEN.clear();
    }

    /// How a syllable may be said.
    ///
    /// @param said what it is made of; none where it is a name by itself, or no syllable
    /// @param begins where a name begins with it
    /// @param beforeM the same before the prefix m alone
    /// @param beforeW the same before what begins with a w alone
    /// @param ends where a name ends with it
    /// @param linked the same behind an open syllable alone
    /// @param whole where it is a name by itself, said as two
    private record Spoken(
            String written,
            List<TibetanSyllable> said,
            Set<String> begins,
            Set<String> beforeM,
            Set<String> beforeW,
            Set<String> ends,
            Set<String> linked,
            Set<String> whole) {

        static Spoken of(String written) {
            List<TibetanSyllable> parts = TibetanSyllable.of(written);
            if (parts.size() == 1) {
                TibetanSyllable said = parts.getFirst();
                return new Spoken(
                        written,
                        parts,
                        Tibetan.begins(said),
                        Tibetan.begins(said, true),
                        Tibetan.begins(said, false),
                        Tibetan.ends(said, false),
                        Tibetan.ends(said, true),
                        Set.of());
            }
            Set<String> whole =
                    Tibetan.sounds(written).stream().map(Sound::letters).collect(Collectors.toSet());
            return new Spoken(written, List.of(), Set.of(), Set.of(), Set.of(), Set.of(), Set.of(), whole);
        }

        private TibetanSyllable one() {
            return said.getFirst();
        }

        /// Whether a name can begin with a number of letters of it and end with the rest, said so.
        static boolean together(Part first, Part last) {
            Spoken begins = first.syllable();
            Spoken ends = last.syllable();
            boolean sound = (!last.linked() || begins.one().isOpen())
                    && (!first.beforeM() || ends.one().prefix() == '\u0F58')
                    && (!first.beforeW() || Tibetan.beginsWithW(ends.one()));
            boolean particle = Tibetan.isParticle(begins.written()) || Tibetan.isParticle(ends.written());
            return sound
                    && begins.one().tail() == TibetanSyllable.NONE
                    && (!particle || Tibetan.isOfTheTeaching(begins.written(), ends.written()));
        }

        @Override
        public String toString() {
            return "Spoken";
        }
    }

    /// A syllable at one end of a name.
    ///
    /// @param beforeM whether it is said so before the prefix m alone
    /// @param beforeW whether before what begins with a w alone
    /// @param linked whether behind an open syllable alone
    private record Part(Spoken syllable, boolean beforeM, boolean beforeW, boolean linked) {
        @Override
        public String toString() {
            return "Part";
        }
    }

    /// The names that can sound like one of some sounds: of two syllables, or of what is written as one and said as
    /// two.
    public Set<List<String>> named(Collection<Sound> sounds) {
        Set<List<String>> names = new LinkedHashSet<>();
        sounds.stream().map(Sound::letters).distinct().forEach(letters -> add(names, letters));
        return names;
    }

    private void add(Set<List<String>> names, String letters) {
        Map<Integer, List<Part>> beginning = new HashMap<>();
        Map<Integer, List<Part>> ending = new HashMap<>();
        for (Spoken one : syllables) {
            if (one.whole().contains(letters)) {
                names.add(List.of(one.written()));
            }
            begin(beginning, letters, one.begins(), new Part(one, false, false, false));
            begin(beginning, letters, one.beforeM(), new Part(one, true, false, false));
            begin(beginning, letters, one.beforeW(), new Part(one, false, true, false));
            end(ending, letters, one.ends(), new Part(one, false, false, false));
            end(ending, letters, one.linked(), new Part(one, false, false, true));
        }
        beginning.forEach((at, first) -> {
            join(names, first, ending.getOrDefault(at, List.of()));
            // the same letter twice is written once
            join(names, first, ending.getOrDefault(at - 1, List.of()));
        });
    }

    private static void begin(Map<Integer, List<Part>> to, String letters, Set<String> readings, Part part) {
        for (String reading : readings) {
            if (letters.startsWith(reading)) {
                to.computeIfAbsent(reading.length(), any -> new ArrayList<>()).add(part);
            }
        }
    }

    private static void end(Map<Integer, List<Part>> to, String letters, Set<String> readings, Part part) {
        for (String reading : readings) {
            if (letters.endsWith(reading)) {
                to.computeIfAbsent(letters.length() - reading.length(), any -> new ArrayList<>())
                        .add(part);
            }
        }
    }

    private static void join(Set<List<String>> names, List<Part> first, List<Part> last) {
        for (Part begins : first) {
            for (Part ends : last) {
                if (names.size() < MOST_NAMES && Spoken.together(begins, ends)) {
                    names.add(
                            List.of(begins.syllable().written(), ends.syllable().written()));
                }
            }
        }
    }

    @Override
    public String toString() {
        return "TibetanSyllables";
    }
}
