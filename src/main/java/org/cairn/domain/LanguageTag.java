package org.cairn.domain;

import java.util.Locale;
import java.util.Set;

/// A language as BCP 47 writes it: `en`, `ug`, `zh-Hans`; `und` where nobody knows.
///
/// @param tag the tag in its usual letters
public record LanguageTag(String tag) implements Comparable<LanguageTag> {

    /// Nobody knows which language it is.
    public static final LanguageTag UNDETERMINED = new LanguageTag("und");

    private static final Set<String> RIGHT_TO_LEFT_SCRIPTS = Set.of("Arab", "Hebr", "Thaa", "Syrc", "Nkoo", "Rohg");
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "fa", "he", "ug", "ur", "ckb", "ps", "sd", "yi", "dv");

    public LanguageTag {
        String canonical = Locale.forLanguageTag(tag).toLanguageTag();
        if (!canonical.equalsIgnoreCase(tag)) {
            throw new IllegalArgumentException("not a BCP 47 language tag");
        }
        tag = canonical;
    }

    /// The primary language without script and region: `zh` of `zh-Hans`; `und` where the tag names none.
    public String primary() {
        String language = Locale.forLanguageTag(tag).getLanguage();
        return language.isEmpty() ? UNDETERMINED.tag : language;
    }

    /// Whether it is usually written from right to left.
    public boolean rightToLeft() {
        Locale locale = Locale.forLanguageTag(tag);
        return locale.getScript().isEmpty()
                ? RIGHT_TO_LEFT.contains(locale.getLanguage())
                : RIGHT_TO_LEFT_SCRIPTS.contains(locale.getScript());
    }

    @Override
    public int compareTo(LanguageTag other) {
        return tag.compareTo(other.tag);
    }

    @Override
    public String toString() {
        return tag;
    }
}
