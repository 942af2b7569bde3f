package org.cairn.i18n;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/// The words of one area of the program (`cli`, `bundle`, `shell`…) in one language.
///
/// Read from `messages/<area>_<language>.properties` (UTF-8, ICU message patterns, so that Arabic has its six
/// plurals). A key that the language lacks falls back to English; a key that English lacks is shown as itself
/// between guillemets, and a test of ours fails.
public final class Messages {

    /// The languages the program speaks, English first; none of them belongs to a country.
    public static final List<Locale> LANGUAGES = List.of(
            Locale.ENGLISH,
            Locale.of("ar"),
            Locale.FRENCH,
            Locale.of("es"),
            Locale.of("ru"),
            Locale.forLanguageTag("zh-Hans"));

    private final Locale locale;
    private final Map<String, String> patterns;

    private Messages(Locale locale, Map<String, String> patterns) {
        this.locale = locale;
        this.patterns = patterns;
    }

    /// The words of an area in a language.
    ///
    /// @param area the file's name before the language
    /// @param locale any locale; one that the program does not speak is answered in English
    public static Messages of(String area, Locale locale) {
        Map<String, String> patterns = new LinkedHashMap<>(read(area, "en"));
        if (!locale.getLanguage().equals("en")) {
            patterns.putAll(read(area, locale.getLanguage()));
        }
        return new Messages(locale, patterns);
    }

    /// The sentence of a key with its arguments filled in (`{0}`, `{1, number}`, `{0, plural, …}`).
    public String text(String key, Object... arguments) {
        String pattern = patterns.get(key);
        if (pattern == null) {
            return "«" + key + "»";
        }
        return new MessageFormat(pattern, locale).format(arguments);
    }

    /// Whether the area has words for a key.
    public boolean has(String key) {
        return patterns.containsKey(key);
    }

    /// The keys of the area, in order.
    public Set<String> keys() {
        return new TreeSet<>(patterns.keySet());
    }

    /// The language that these words are in.
    public Locale locale() {
        return locale;
    }

    /// Whether this language is written from right to left.
    public boolean rightToLeft() {
        return com.ibm.icu.util.ULocale.forLocale(locale).isRightToLeft();
    }

    private static Map<String, String> read(String area, String language) {
        String name = "/messages/" + area + "_" + language + ".properties";
        try (InputStream in = Messages.class.getResourceAsStream(name)) {
            Map<String, String> found = new LinkedHashMap<>();
            if (in != null) {
                Properties properties = new Properties();
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
                properties.stringPropertyNames().forEach(key -> found.put(key, properties.getProperty(key)));
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
