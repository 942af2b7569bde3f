package org.cairn.bundle.typeset;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// What is known of the language of words in other letters than those around them: often no more than the letters.
final class Tongue {

    private static final Map<String, String> SCRIPTS = new ConcurrentHashMap<>();
    /// Letters that one living language has for itself.
    private static final Map<String, String> ALONE = Map.of("Hani", "zh", "Tibt", "bo", "Hebr", "he");

    private static final Set<String> EAST_ASIAN = Set.of("Hani", "Hira", "Kana", "Bopo", "Hang");
    private static final Set<String> EAST_ASIAN_WRITING = Set.of("Hans", "Hant", "Jpan", "Kore");

    private Tongue() {}

    /// What to call the language of a stretch of text, where its letters are not those of the language around it.
    static Optional<String> other(String text, int start, int end, String around) {
        String letters = letters(text, start, end);
        String usual = SCRIPTS.computeIfAbsent(around, Tongue::script);
        if (letters.isEmpty() || letters.equals(usual)) {
            return Optional.empty();
        }
        if (EAST_ASIAN.contains(letters) && EAST_ASIAN_WRITING.contains(usual)) {
            return Optional.empty();
        }
        return Optional.of(ALONE.getOrDefault(letters, "und-" + letters));
    }

    private static String script(String language) {
        return ULocale.addLikelySubtags(ULocale.forLanguageTag(language)).getScript();
    }

    private static String letters(String text, int start, int end) {
        for (int i = start; i < end; ) {
            int c = text.codePointAt(i);
            int script = UScript.getScript(c);
            if (script != UScript.COMMON && script != UScript.INHERITED && script != UScript.UNKNOWN) {
                return UScript.getShortName(script);
            }
            i += Character.charCount(c);
        }
        return "";
    }

    /// A tag as PDF takes it; a language that is none is not said.
    static Optional<String> tag(String language) {
        String tag = Locale.forLanguageTag(language).toLanguageTag();
        return tag.equals("und") ? Optional.empty() : Optional.of(tag);
    }
}
