package org.cairn.intake;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.tika.langdetect.opennlp.OpenNLPDetector;
import org.apache.tika.language.detect.LanguageDetector;
import org.apache.tika.language.detect.LanguageResult;

/// Tells the language of a text: by its script where that is enough, by what words look like where it is not.
final class Languages {

    /// Fewer letters than this say nothing.
    private static final int LEAST_LETTERS = 24;

    private static final int LOOKED_AT = 2_000;
    private static final float SURE = 0.6f;
    private static final String UYGHUR_LETTERS = "ېۈۆڭۋ";

    private static final Map<Integer, String> BY_SCRIPT = Map.ofEntries(
            Map.entry(UScript.TIBETAN, "bo"),
            Map.entry(UScript.HEBREW, "he"),
            Map.entry(UScript.THAI, "th"),
            Map.entry(UScript.LAO, "lo"),
            Map.entry(UScript.MYANMAR, "my"),
            Map.entry(UScript.KHMER, "km"),
            Map.entry(UScript.ETHIOPIC, "am"),
            Map.entry(UScript.HANGUL, "ko"),
            Map.entry(UScript.HIRAGANA, "ja"),
            Map.entry(UScript.KATAKANA, "ja"),
            Map.entry(UScript.GREEK, "el"),
            Map.entry(UScript.ARMENIAN, "hy"),
            Map.entry(UScript.GEORGIAN, "ka"),
            Map.entry(UScript.HAN, "zh"),
            Map.entry(UScript.MONGOLIAN, "mn"),
            Map.entry(UScript.TAMIL, "ta"),
            Map.entry(UScript.BENGALI, "bn"));

    private static final Map<String, String> ALIASES = Map.of("cmn", "zh", "pes", "fa", "prs", "fa", "arb", "ar");

    private Optional<LanguageDetector> detector = Optional.empty();

    /// A language tag, or nothing where nobody could tell.
    String of(String text) {
        String looked = text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text;
        Map<Integer, Integer> letters = letters(looked);
        int total = letters.values().stream().mapToInt(Integer::intValue).sum();
        if (letters.getOrDefault(UScript.HIRAGANA, 0) * 10 > total) {
            return "ja";
        }
        int script = letters.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UScript.UNKNOWN);
        boolean dense = script == UScript.HAN || script == UScript.TIBETAN || script == UScript.HANGUL;
        if (total < (dense ? LEAST_LETTERS / 4 : LEAST_LETTERS)) {
            return "";
        }
        if (BY_SCRIPT.containsKey(script)) {
            return BY_SCRIPT.getOrDefault(script, "");
        }
        if (script == UScript.ARABIC && isUyghur(looked)) {
            return "ug";
        }
        return byWords(looked);
    }

    private static Map<Integer, Integer> letters(String text) {
        Map<Integer, Integer> counts = new HashMap<>();
        text.codePoints()
                .filter(Character::isLetter)
                .map(UScript::getScript)
                .filter(script -> script != UScript.COMMON && script != UScript.INHERITED)
                .forEach(script -> counts.merge(script, 1, Integer::sum));
        return counts;
    }

    private static boolean isUyghur(String text) {
        long found = UYGHUR_LETTERS.chars().filter(letter -> text.indexOf(letter) >= 0).count();
        return found >= 2;
    }

    private String byWords(String text) {
        LanguageResult result = detector().detect(text);
        if (result.isUnknown() || result.getRawScore() < SURE) {
            return "";
        }
        String code = ALIASES.getOrDefault(result.getLanguage(), result.getLanguage());
        String tag = Locale.forLanguageTag(code).getLanguage();
        return tag.equals("und") ? "" : tag;
    }

    private LanguageDetector detector() {
        if (detector.isEmpty()) {
            try {
                detector = Optional.of(new OpenNLPDetector().loadModels());
            } catch (IOException e) {
                throw new IllegalStateException("the language models are part of the program", e);
            }
        }
        return detector.get();
    }
}
