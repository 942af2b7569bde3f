package org.cairn.i18n;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The message files as they lie in the sources, without any falling back to English.
final class MessageFiles {

    /// The languages of the program by their codes, English first.
    static final List<String> LANGUAGES =
            Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();

    private static final Path FOLDER = Path.of("resources/messages");

    private MessageFiles() {}

    static Set<String> areas() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(path -> path.getFileName().toString())
                    .filter(name -> name.endsWith("_en.properties"))
                    .map(name -> name.replace("_en.properties", ""))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    static String file(String area, String language) {
        return FOLDER.resolve(area + "_" + language + ".properties").toString();
    }

    static Set<String> keys(String area, String language) throws IOException {
        return patterns(area, language).keySet();
    }

    static Map<String, String> patterns(String area, String language) throws IOException {
        Path file = Path.of(file(area, language));
        Map<String, String> patterns = new TreeMap<>();
        if (Files.exists(file)) {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            }
            properties.stringPropertyNames().forEach(key -> patterns.put(key, properties.getProperty(key)));
        }
        return patterns;
    }
}
