package org.cairn.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/// What the fields that every Martus bulletin has are called: seed data, since their files carry no words for them.
final class MartusWords {

    private static final List<String> LANGUAGES = List.of("en", "fr", "es", "ar", "ru", "zh");
    private static final Properties WORDS = read();

    private MartusWords() {}

    static Map<String, String> label(String tag) {
        Map<String, String> label = new LinkedHashMap<>();
        for (String language : LANGUAGES) {
            String word = WORDS.getProperty(tag + "." + language);
            if (word != null) {
                label.put(language, word);
            }
        }
        return label;
    }

    private static Properties read() {
        Properties words = new Properties();
        try (InputStream in = MartusWords.class.getResourceAsStream("/forms/martus-fields.properties")) {
            if (in != null) {
                words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
