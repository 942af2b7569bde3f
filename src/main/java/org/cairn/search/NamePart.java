package org.cairn.search;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// One word of a name of several, in all its spellings.
///
/// @param spellings folded
record NamePart(Set<String> spellings, Stands stands) {

    /// How the word stands in a text.
    enum Stands {
        /// As names do, where its script tells them from others.
        AS_NAME,
        /// With a small letter or a great one, as what stands behind a hyphen.
        ANYHOW,
        /// As a piece that an apostrophe cuts off, however short.
        CUT
    }

    static NamePart name(Set<String> spellings) {
        return new NamePart(spellings, Stands.AS_NAME);
    }

    static NamePart anyhow(Set<String> spellings) {
        return new NamePart(spellings, Stands.ANYHOW);
    }

    NamePart with(Set<String> others) {
        return new NamePart(others, stands);
    }

    /// Whether it leaves all open that another does.
    boolean holds(NamePart other) {
        return (stands == other.stands || stands == Stands.ANYHOW) && spellings.containsAll(other.spellings);
    }

    /// Spellings of a syllable without apostrophes, and those with one, which are two words in the index.
    ///
    /// @param stands how those without stand in a text
    static List<List<NamePart>> pieces(Set<String> spellings, Stands stands) {
        Set<String> plain = new LinkedHashSet<>();
        Set<String> before = new LinkedHashSet<>();
        Set<String> behind = new LinkedHashSet<>();
        for (String spelling : spellings) {
            int cut = spelling.indexOf('\'');
            plain.add(spelling.replace("'", ""));
            if (cut >= 0) {
                before.add(spelling.substring(0, cut));
                behind.add(spelling.substring(cut + 1));
            }
        }
        List<NamePart> whole = List.of(new NamePart(plain, stands));
        return before.isEmpty()
                ? List.of(whole)
                : List.of(whole, List.of(new NamePart(before, Stands.CUT), new NamePart(behind, Stands.CUT)));
    }

    @Override
    public String toString() {
        return "NamePart";
    }
}
