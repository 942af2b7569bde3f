package org.cairn.dates;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The words of dates in one language: what each word or group of words does.
///
/// Read from `dates/<language>.properties`: `month.3=march, mar` says that both mean the third month,
/// `month.islamic.9` that something is the ninth of another calendar; [Kind] lists what may come first.
final class Vocabulary {

    /// No group of words is longer.
    static final int LONGEST = 9;

    private static final Pattern PIECES = Pattern.compile("\\d+|\\p{IsHan}|[\\p{L}&&[^\\p{IsHan}]]+");
    private static final Pattern COMMAS = Pattern.compile("\\s*,\\s*");
    private static final String SETTING = "setting.";
    private static final String PREFIX = "prefix.";
    private static final String NUMBER = "number.";

    /// The hour, which a date does not tell: as each language says it, and as all write it.
    private static final String CLOCK =
            "(?<![\\d[\\p{L}&&[^\\p{IsHan}]]])(?:%s\\d{1,2}:\\d{2}(?::\\d{2})?)(?![\\d[\\p{L}&&[^\\p{IsHan}]]])";

    private static final Map<String, Vocabulary> KNOWN = new ConcurrentHashMap<>();
    private static final List<String> LANGUAGES = languages();

    private final Map<String, Token> words = new HashMap<>();
    private final Map<String, Token> prefixes = new LinkedHashMap<>();
    private final Set<String> cardinals;
    private final Pattern clock;
    private final boolean dayFirst;

    private Vocabulary(String language) {
        Map<String, String> file = read(language);
        dayFirst = file.getOrDefault(SETTING + "slashes", "").equals("day-first");
        cardinals = COMMAS.splitAsStream(file.getOrDefault(SETTING + "cardinals", ""))
                .map(Vocabulary::plain)
                .collect(Collectors.toUnmodifiableSet());
        String hours = Plain.of(file.getOrDefault(SETTING + "clock", ""));
        String spaced = hours.replace(" ?", "\\s*").replace(" ", "\\s+");
        clock = Pattern.compile(CLOCK.formatted(spaced.isEmpty() ? "" : spaced + "|"));
        file.forEach(this::take);
    }

    /// The words of all languages, those of one of them first; each is read when it is first asked for.
    static Stream<Vocabulary> beginningWith(String language) {
        List<String> names = new ArrayList<>(LANGUAGES);
        if (names.remove(language)) {
            names.addFirst(language);
        }
        return names.stream().map(name -> KNOWN.computeIfAbsent(name, Vocabulary::new));
    }

    /// What a word, or words with a blank between each two, do.
    Optional<Token> meaning(String plain) {
        return Optional.ofNullable(words.get(plain));
    }

    /// The same words without the hour.
    String untimed(String plain) {
        return clock.matcher(plain).replaceAll(" ");
    }

    /// Letters that are written together with the word that follows.
    Map<String, Token> prefixes() {
        return prefixes;
    }

    /// Whether everybody who writes this language puts the day before the month.
    boolean dayFirst() {
        return dayFirst;
    }

    /// How something is written in a language; nothing where it is written as in English.
    static String setting(String language, String name) {
        return read(language).getOrDefault(SETTING + name, "");
    }

    private void take(String key, String phrases) {
        if (key.startsWith(SETTING)) {
            return;
        }
        Token meant = token(key.startsWith(PREFIX) ? key.substring(PREFIX.length()) : key);
        for (String phrase : COMMAS.split(phrases.strip())) {
            String plain = plain(phrase);
            boolean counts = key.startsWith(NUMBER) && meant.name().isEmpty() && cardinals.contains(plain);
            Token token = counts ? meant.named(Token.COUNT) : meant;
            Token other = (key.startsWith(PREFIX) ? prefixes : words).put(plain, token);
            if (plain.isEmpty() || (other != null && !other.equals(token))) {
                throw new IllegalStateException("two meanings of " + phrase + ", one of them " + key);
            }
        }
    }

    private static String plain(String phrase) {
        return PIECES.matcher(Plain.of(phrase))
                .results()
                .map(piece -> piece.group())
                .collect(Collectors.joining(" "));
    }

    private static List<String> languages() {
        Map<String, String> places = read("languages");
        return places.keySet().stream()
                .sorted(java.util.Comparator.comparing(name -> Integer.parseInt(places.getOrDefault(name, "0"))))
                .toList();
    }

    private static Token token(String key) {
        String[] parts = key.split("\\.");
        Kind kind = Kind.valueOf(parts[0].toUpperCase(Locale.ROOT));
        String last = parts[parts.length - 1];
        boolean numbered = parts.length > 1 && last.matches("-?\\d+");
        String name = String.join(".", Arrays.asList(parts).subList(1, numbered ? parts.length - 1 : parts.length));
        return Token.of(kind, numbered ? Integer.parseInt(last) : 0, name);
    }

    static Map<String, String> read(String name) {
        Properties properties = new Properties();
        try (InputStream in = Vocabulary.class.getResourceAsStream("/dates/" + name + ".properties")) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream()
                .sorted()
                .collect(Collectors.toMap(key -> key, properties::getProperty, (a, b) -> b, LinkedHashMap::new));
    }
}
