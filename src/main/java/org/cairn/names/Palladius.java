package org.cairn.names;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Syllables of Pinyin in Cyrillic letters, by the rules of Palladius, which Russian has used since 1888.
final class Palladius {

    private static final String PALATAL = "jqx";

    /// The longest first, so that `zh` is not taken for `z`.
    private static final String[][] INITIALS = {
        {"zh", "чж"}, {"ch", "ч"}, {"sh", "ш"}, {"b", "б"}, {"p", "п"}, {"m", "м"}, {"f", "ф"}, {"d", "д"},
        {"t", "т"}, {"n", "н"}, {"l", "л"}, {"g", "г"}, {"k", "к"}, {"h", "х"}, {"j", "цз"}, {"q", "ц"},
        {"x", "с"}, {"r", "ж"}, {"z", "цз"}, {"c", "ц"}, {"s", "с"}
    };

    private static final Map<String, String> FINALS = Map.ofEntries(
            Map.entry("a", "а"),
            Map.entry("o", "о"),
            Map.entry("e", "э"),
            Map.entry("i", "и"),
            Map.entry("ai", "ай"),
            Map.entry("ei", "эй"),
            Map.entry("ao", "ао"),
            Map.entry("ou", "оу"),
            Map.entry("an", "ань"),
            Map.entry("en", "энь"),
            Map.entry("ang", "ан"),
            Map.entry("eng", "эн"),
            Map.entry("ong", "ун"),
            Map.entry("ia", "я"),
            Map.entry("ie", "е"),
            Map.entry("iao", "яо"),
            Map.entry("iu", "ю"),
            Map.entry("ian", "янь"),
            Map.entry("in", "инь"),
            Map.entry("iang", "ян"),
            Map.entry("ing", "ин"),
            Map.entry("iong", "юн"),
            Map.entry("u", "у"),
            Map.entry("ua", "уа"),
            Map.entry("uo", "о"),
            Map.entry("uai", "уай"),
            Map.entry("ui", "уй"),
            Map.entry("uan", "уань"),
            Map.entry("un", "унь"),
            Map.entry("uang", "уан"),
            Map.entry("ue", "юэ"));

    private static final Map<String, String> PALATAL_FINALS = Map.of("u", "юй", "uan", "юань", "un", "юнь", "ue", "юэ");

    private static final Map<String, String> WHOLE = Map.ofEntries(
            Map.entry("zi", "цзы"),
            Map.entry("ci", "цы"),
            Map.entry("si", "сы"),
            Map.entry("hui", "хуэй"),
            Map.entry("a", "а"),
            Map.entry("ai", "ай"),
            Map.entry("an", "ань"),
            Map.entry("ang", "ан"),
            Map.entry("ao", "ао"),
            Map.entry("o", "о"),
            Map.entry("e", "э"),
            Map.entry("en", "энь"),
            Map.entry("er", "эр"),
            Map.entry("ou", "оу"),
            Map.entry("wu", "у"),
            Map.entry("wa", "ва"),
            Map.entry("wo", "во"),
            Map.entry("wai", "вай"),
            Map.entry("wei", "вэй"),
            Map.entry("wan", "вань"),
            Map.entry("wen", "вэнь"),
            Map.entry("wang", "ван"),
            Map.entry("weng", "вэн"),
            Map.entry("yi", "и"),
            Map.entry("ya", "я"),
            Map.entry("ye", "е"),
            Map.entry("yao", "яо"),
            Map.entry("you", "ю"),
            Map.entry("yan", "янь"),
            Map.entry("yin", "инь"),
            Map.entry("yang", "ян"),
            Map.entry("ying", "ин"),
            Map.entry("yong", "юн"),
            Map.entry("yu", "юй"),
            Map.entry("yue", "юэ"),
            Map.entry("yuan", "юань"),
            Map.entry("yun", "юнь"));

    /// Behind l and n Pinyin tells u from ü by a mark, which nobody types.
    private static final Map<String, Set<String>> IN_TWO_WAYS =
            Map.of("lu", Set.of("лу", "люй"), "nu", Set.of("ну", "нюй"));

    private Palladius() {}

    /// The ways a syllable is written; none where there is none such.
    static Set<String> of(String pinyin) {
        Set<String> ways = IN_TWO_WAYS.get(pinyin);
        return ways == null ? one(pinyin).map(Set::of).orElse(Set.of()) : ways;
    }

    private static Optional<String> one(String pinyin) {
        String whole = WHOLE.get(pinyin);
        if (whole != null) {
            return Optional.of(whole);
        }
        for (String[] initial : INITIALS) {
            if (pinyin.startsWith(initial[0])) {
                String rest = pinyin.substring(initial[0].length());
                String last = PALATAL.contains(initial[0]) ? PALATAL_FINALS.get(rest) : null;
                return Optional.ofNullable(last == null ? FINALS.get(rest) : last)
                        .map(found -> initial[1] + found);
            }
        }
        return Optional.empty();
    }
}
