package org.cairn.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.names.Sound;
import org.cairn.names.Sounds;
import org.cairn.names.TibetanSyllables;

/// What names are in the index: each of their sounds, and the name as it is written. Names come back all the time, so
/// that it remembers some, for as long as the index is open.
final class NameSounds {

    /// Between how a name sounds and how it is written.
    static final char AS = '\u0000';

    private static final int REMEMBERED = 30_000;
    private static final int SHORT = 4;

    private final Map<String, List<String>> known = new ConcurrentHashMap<>();

    /// The terms of a name; none where nobody knows how it sounds, but for short names of vowels alone.
    List<String> terms(String name) {
        List<String> before = known.get(name);
        if (before != null) {
            return before;
        }
        if (known.size() >= REMEMBERED) {
            known.clear();
        }
        Set<String> terms = new LinkedHashSet<>();
        for (Sound sound : Sounds.of(name)) {
            terms.add(sound.key() + AS + name);
        }
        if (terms.isEmpty() && name.length() <= SHORT && Character.isUpperCase(name.codePointAt(0))) {
            // Yi and Ao have no consonant that would tell how they sound
            terms.add(AS + name);
        }
        List<String> all = List.copyOf(terms);
        known.put(name, all);
        return all;
    }

    /// The name of a term.
    static String name(String term) {
        return term.substring(term.indexOf(AS) + 1);
    }

    void forget() {
        known.clear();
        TibetanSyllables.forget();
    }

    @Override
    public String toString() {
        return "NameSounds";
    }
}
