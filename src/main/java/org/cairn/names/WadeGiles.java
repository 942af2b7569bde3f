package org.cairn.names;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Syllables of Pinyin as Wade and Giles wrote them, which was how Chinese names stood in English until about 1980, and
/// does in Taiwan: `xiao` is hsiao, `ping` is p'ing.
///
/// Marks are left out (`yü` is yu), as the index leaves them out.
final class WadeGiles {

    private static final Map<String, String> INITIALS = new LinkedHashMap<>();

    /// Whole syllables that go by no rule.
    private static final Map<String, List<String>> WHOLE = Map.ofEntries(
            Map.entry("zhi", List.of("chih")),
            Map.entry("chi", List.of("ch'ih")),
            Map.entry("shi", List.of("shih")),
            Map.entry("ri", List.of("jih")),
            Map.entry("zi", List.of("tzu")),
            Map.entry("ci", List.of("tz'u", "ts'u")),
            Map.entry("si", List.of("ssu", "szu", "sze")),
            Map.entry("yi", List.of("i", "yi")),
            Map.entry("ying", List.of("ying", "ing")),
            Map.entry("e", List.of("o", "e")),
            Map.entry("ge", List.of("ko", "ke")),
            Map.entry("ke", List.of("k'o", "k'e")),
            Map.entry("he", List.of("ho", "he")),
            Map.entry("er", List.of("erh")),
            Map.entry("gui", List.of("kuei")),
            Map.entry("kui", List.of("k'uei")),
            Map.entry("yan", List.of("yen")),
            Map.entry("you", List.of("yu")),
            Map.entry("guo", List.of("kuo")),
            Map.entry("kuo", List.of("k'uo")),
            Map.entry("huo", List.of("huo")),
            Map.entry("shuo", List.of("shuo")));

    static {
        INITIALS.put("zh", "ch");
        INITIALS.put("ch", "ch'");
        INITIALS.put("sh", "sh");
        INITIALS.put("b", "p");
        INITIALS.put("p", "p'");
        INITIALS.put("d", "t");
        INITIALS.put("t", "t'");
        INITIALS.put("g", "k");
        INITIALS.put("k", "k'");
        INITIALS.put("j", "ch");
        INITIALS.put("q", "ch'");
        INITIALS.put("x", "hs");
        INITIALS.put("z", "ts");
        INITIALS.put("c", "ts'");
        INITIALS.put("r", "j");
    }

    private WadeGiles() {}

    /// How a syllable of Pinyin is written, with the apostrophe where it has one.
    static Set<String> of(String pinyin) {
        List<String> whole = WHOLE.get(pinyin);
        if (whole != null) {
            return new LinkedHashSet<>(whole);
        }
        String initial = INITIALS.keySet().stream()
                .filter(pinyin::startsWith)
                .findFirst()
                .orElse("");
        String rest = pinyin.substring(initial.length());
        Set<String> written = new LinkedHashSet<>();
        for (String last : rest(pinyin, rest)) {
            written.add(INITIALS.getOrDefault(initial, "") + last);
        }
        return written;
    }

    private static List<String> rest(String pinyin, String rest) {
        String last = rest.endsWith("ong") ? rest.replace("ong", "ung") : rest;
        if (last.endsWith("ian")) {
            return List.of(last.replace("ian", "ien"));
        }
        if (last.endsWith("uo") && !last.startsWith("h")) {
            return List.of(last.replace("uo", "o"));
        }
        // Chu Teh, Yeh, Hsieh
        if (last.endsWith("ie") || last.endsWith("ue") || pinyin.equals("ye")) {
            return List.of(last + "h");
        }
        if (last.endsWith("e")) {
            return List.of(last, last + "h");
        }
        return pinyin.equals("dui") || pinyin.equals("tui") ? List.of("ui", "uei") : List.of(last);
    }
}
