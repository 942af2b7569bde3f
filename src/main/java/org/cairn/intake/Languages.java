package org.cairn.intake;

import com.ibm.icu.lang.UScript;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Tells the language of a text: by its script where that is enough, by what words look like where it is not.
final class Languages {

    /// Fewer letters than this say nothing.
    private static final int LEAST_LETTERS = 24;

    private static final int LOOKED_AT = 2_000;

    /// Measured on the Universal Declaration of Human Rights in 267 languages.
    private static final int FEW_LETTERS = 120;

    private static final double AHEAD_OF_FEW = 1.35;
    private static final double AHEAD = 1.6;

    /// A language that hardly anybody's papers are in is believed only of a long text, and when no other comes near.
    private static final int MANY_LETTERS = 200;

    private static final double AHEAD_OF_ALL = 8;
    /// A usual language is believed where an unusual one scores hardly better.
    private static final double NEARLY = 0.9;

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
            Map.entry(UScript.BENGALI, "bn"),
            Map.entry(UScript.TELUGU, "te"),
            Map.entry(UScript.KANNADA, "kn"),
            Map.entry(UScript.MALAYALAM, "ml"),
            Map.entry(UScript.GUJARATI, "gu"),
            Map.entry(UScript.GURMUKHI, "pa"),
            Map.entry(UScript.ORIYA, "or"),
            Map.entry(UScript.SINHALA, "si"),
            Map.entry(UScript.THAANA, "dv"));

    /// Languages that papers and statements are likely to be in: each is taken on less evidence than one of the rest.
    private static final Set<String> USUAL = Set.of(
            ("af ar az be bg bn bs ca cs cy da de el en es et eu fa fi fr ga gl gu ha he hi hr hu hy id ig is it ja ka kk"
                            + " km kn ko ku ky lo lt lv mk ml mn mr ms my nb ne nl no pa pl ps pt ro ru rw sd si sk sl so"
                            + " sq sr su sv sw ta te tg th ti tk tl tr tt ug uk ur uz vi xh yo zh zu ckb am bo dv jv om or"
                            + " fil prs")
                    .split(" "));

    private static final Map<String, String> SHORTEST = shortest();

    /// What the model answers where it knows nothing.
    private static final Set<String> UNSURE = Set.of("bih");

    private Optional<LanguageModel> model = Optional.empty();

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
        boolean telling = BY_SCRIPT.containsKey(script);
        if (total < (telling ? LEAST_LETTERS / 4 : LEAST_LETTERS)) {
            return "";
        }
        if (telling) {
            return BY_SCRIPT.getOrDefault(script, "");
        }
        if (script == UScript.ARABIC && isUyghur(looked)) {
            return "ug";
        }
        return byWords(looked, total);
    }

    static boolean isUsual(String tag) {
        return USUAL.contains(tag);
    }

    /// The script of most letters: what has changed that, may be of another language.
    static int script(String text) {
        return letters(text.length() > LOOKED_AT / 10 ? text.substring(0, LOOKED_AT / 10) : text).entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(UScript.UNKNOWN);
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
        long found = UYGHUR_LETTERS
                .chars()
                .filter(letter -> text.indexOf(letter) >= 0)
                .count();
        return found >= 2;
    }

    /// The model spreads its certainty over 150 languages: how far the first is ahead of the second tells more.
    private String byWords(String text, int letters) {
        Map<String, Double> scores = new LinkedHashMap<>();
        for (LanguageModel.Score score : model().scores(text)) {
            if (!score.language().endsWith("-rom")) {
                scores.merge(tag(score.language()), score.score(), Math::max);
            }
        }
        List<Map.Entry<String, Double>> all = List.copyOf(scores.entrySet());
        List<Map.Entry<String, Double>> usual =
                all.stream().filter(entry -> isUsual(entry.getKey())).toList();
        if (all.isEmpty() || usual.isEmpty()) {
            return "";
        }
        if (!isUsual(all.getFirst().getKey()) && isAhead(all, AHEAD_OF_ALL) && letters >= MANY_LETTERS) {
            return all.getFirst().getKey();
        }
        boolean likely = usual.getFirst().getValue() >= NEARLY * all.getFirst().getValue();
        return likely && isAhead(usual, letters < FEW_LETTERS ? AHEAD_OF_FEW : AHEAD)
                ? usual.getFirst().getKey()
                : "";
    }

    private static boolean isAhead(List<Map.Entry<String, Double>> scores, double times) {
        return scores.size() > 1
                && scores.get(0).getValue() >= times * scores.get(1).getValue();
    }

    /// BCP 47 wants the shortest code there is: `en`, not `eng`.
    static String tag(String code) {
        String plain = code.replaceAll("-.*", "");
        return UNSURE.contains(plain) ? "" : SHORTEST.getOrDefault(plain, plain);
    }

    private static Map<String, String> shortest() {
        Map<String, String> codes = new HashMap<>();
        for (String two : Locale.getISOLanguages()) {
            codes.put(Locale.of(two).getISO3Language(), two);
        }
        codes.putAll(Map.of("cmn", "zh", "pes", "fa", "prs", "fa", "arb", "ar", "ekk", "et", "lvs", "lv", "kmr", "ku"));
        return Map.copyOf(codes);
    }

    /// Loads what telling them needs, if nobody did.
    void prepare() {
        model();
    }

    private synchronized LanguageModel model() {
        if (model.isEmpty()) {
            try {
                model = Optional.of(LanguageModel.load());
            } catch (IOException e) {
                throw new IllegalStateException("the language models are part of the program", e);
            }
        }
        return model.get();
    }
}
