package org.cairn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Names and languages of strangers' forms as they can be kept.
final class Named {

    private static final Pattern IN_BRACKETS = Pattern.compile(".*\\(([A-Za-z]{2,8}(?:[-_][A-Za-z0-9]{1,8})*)\\)\\s*");
    private static final Map<String, String> LANGUAGES = languages();

    private Named() {}

    /// A question's name without what no name can have; empty where nothing is left of it.
    static String field(String written) {
        String name = written.strip().replaceAll("[\\s/${}\\[\\]\\p{C}]+", "_");
        return name.length() <= 200 ? name : name.substring(0, 200);
    }

    /// A name that no other has among its like.
    static String once(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /// The tag of a language as forms name it: `French (fr)`, `French`, `fr`, `Français`.
    static Optional<String> language(String written) {
        Matcher brackets = IN_BRACKETS.matcher(written);
        String text = brackets.matches() ? brackets.group(1) : written.strip();
        String known = LANGUAGES.get(text.toLowerCase(Locale.ROOT));
        if (known != null) {
            return Optional.of(known);
        }
        String tag = text.replace('_', '-');
        boolean shaped = tag.matches("[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*");
        String canonical = Locale.forLanguageTag(tag).toLanguageTag();
        return shaped && canonical.equalsIgnoreCase(tag) ? Optional.of(canonical) : Optional.empty();
    }

    /// A tag for a language that nobody here knows by that name: private, so that its words are kept apart.
    static String unknownLanguage(String written) {
        String letters = Integer.toHexString(java.util.Arrays.hashCode(
                written.strip().toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8)));
        return "x-" + letters;
    }

    private static Map<String, String> languages() {
        Map<String, String> names = new LinkedHashMap<>();
        Set<Locale> readers = new HashSet<>(Set.of(
                Locale.ENGLISH, Locale.FRENCH, Locale.of("es"), Locale.of("ar"), Locale.of("ru"), Locale.of("zh")));
        for (String code : Locale.getISOLanguages()) {
            Locale locale = Locale.of(code);
            readers.forEach(reader ->
                    names.putIfAbsent(locale.getDisplayLanguage(reader).toLowerCase(Locale.ROOT), code));
            names.putIfAbsent(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), code);
        }
        names.put("farsi", "fa");
        names.put("dari", "fa-AF");
        names.put("mandarin", "zh");
        names.put("kiswahili", "sw");
        names.put("castellano", "es");
        return names;
    }
}
