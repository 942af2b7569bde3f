package org.cairn.i18n;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.i18n.MessageFiles.LANGUAGES;
import static org.cairn.i18n.MessageFiles.areas;
import static org.cairn.i18n.MessageFiles.file;
import static org.cairn.i18n.MessageFiles.keys;
import static org.cairn.i18n.MessageFiles.patterns;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.junit.jupiter.api.Test;

/// Every sentence the program speaks is there, in every language it must be in, and none is there for nothing.
class MessageFilesTest {

    private static final Path SOURCES = Path.of("src/main/java");

    /// From so many words on, the same words in two languages are no coincidence.
    private static final int A_SENTENCE = 5;

    /// Areas whose keys are all put together at run time, from codes of the domain.
    private static final Set<String> OF_CODES = Set.of(
            "vocabulary", "errors", "verify", "reading", "bundle", "cli", "help", "forms", "exchange", "questions");

    /// Keys put together at run time in the other areas, by their beginnings.
    private static final List<String> PREFIXES = List.of(
            "rail.",
            "stage.",
            "strength.",
            "create.",
            "settings.theme.",
            "count.",
            "waiting.",
            "detail.",
            "step.",
            "kind.",
            "sort.",
            "column.",
            "tab.",
            "state.",
            "reason.",
            "bytes.",
            "event.",
            "intake.stage.",
            "guide.",
            "fault.",
            "filter.",
            "preview.",
            "hits.as.",
            "work.asked.",
            "build.",
            "settings.",
            "gap.",
            "term.",
            "missing.",
            "risk.likely.",
            "risk.grave.",
            "read.status.",
            "account.paused.",
            "page.cannot.");

    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][a-zA-Z0-9-]*(?:\\.[a-zA-Z0-9_-]+)*\\.?)\"");
    private static final Pattern ASKED = Pattern.compile("\\.text\\(\\s*\"([^\"]+)\"\\s*[,)]");

    @Test
    void everyAreaIsCompleteInEveryLanguageOfTheProgram() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String area : areas()) {
            Map<String, String> english = patterns(area, "en");
            for (String language : LANGUAGES) {
                Set<String> missing = new TreeSet<>(english.keySet());
                missing.removeAll(keys(area, language));
                missing.forEach(key -> wrong.add(
                        "translate and add to " + file(area, language) + ": " + key + "=" + english.get(key)));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noLanguageKeepsAKeyThatEnglishLost() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String area : areas()) {
            for (String language : LANGUAGES) {
                Set<String> stale = new TreeSet<>(keys(area, language));
                stale.removeAll(keys(area, "en"));
                stale.forEach(key -> wrong.add("take out of " + file(area, language) + ": " + key));
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void noSentenceIsLeftInEnglish() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String area : areas()) {
            Map<String, String> english = patterns(area, "en");
            for (String language : LANGUAGES.subList(1, LANGUAGES.size())) {
                patterns(area, language).forEach((key, pattern) -> {
                    if (pattern.equals(english.get(key)) && words(pattern) >= A_SENTENCE) {
                        wrong.add("translate in " + file(area, language) + ": " + key + "=" + pattern);
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyPatternCanBeReadAndFillsTheSameBlanks() throws IOException {
        List<String> wrong = new ArrayList<>();
        for (String area : areas()) {
            Map<String, String> english = patterns(area, "en");
            for (String language : LANGUAGES) {
                patterns(area, language).forEach((key, pattern) -> {
                    Set<String> blanks = blanks(pattern, language);
                    if (!blanks.equals(blanks(english.getOrDefault(key, pattern), "en"))) {
                        wrong.add("mend the {…} of " + key + " in " + file(area, language));
                    }
                });
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyKeyIsAskedForSomewhere() throws IOException {
        Set<String> literals = literals();
        List<String> wrong = new ArrayList<>();
        for (String area : areas()) {
            if (OF_CODES.contains(area)) {
                continue;
            }
            for (String key : keys(area, "en")) {
                boolean madeUp = PREFIXES.stream().anyMatch(key::startsWith)
                        || literals.stream().anyMatch(word -> word.endsWith(".") && key.startsWith(word));
                if (!madeUp && !literals.contains(key) && !literals.contains(withoutAdvice(key))) {
                    wrong.add("take out of " + area + " (nothing asks for it, or declare its prefix here): " + key);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everySentenceThatCodeAsksForIsThere() throws IOException {
        Set<String> known = new TreeSet<>();
        for (String area : areas()) {
            known.addAll(keys(area, "en"));
        }
        List<String> wrong = new ArrayList<>();
        for (Path source : sources()) {
            Matcher asked = ASKED.matcher(Files.readString(source));
            while (asked.find()) {
                if (!known.contains(asked.group(1))) {
                    wrong.add("add the key " + asked.group(1) + " that " + source.getFileName() + " asks for");
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyFailureSaysWhatHappenedAndWhatToDo() throws IOException {
        String source = Files.readString(Path.of("src/main/java/org/cairn/domain/ArchiveException.java"));
        Matcher code = Pattern.compile("super\\(\\s*\"(\\w+)\"").matcher(source);
        Set<String> keys = keys("errors", "en");
        List<String> wrong = new ArrayList<>();
        int seen = 0;
        while (code.find()) {
            seen++;
            for (String part : List.of(".what", ".do")) {
                if (!keys.contains(code.group(1) + part)) {
                    wrong.add("add to errors: " + code.group(1) + part);
                }
            }
        }
        assertThat(seen).isGreaterThanOrEqualTo(ArchiveException.class.getPermittedSubclasses().length);
        assertThat(wrong).isEmpty();
    }

    @Test
    void everyCodeOfAVocabularyHasAWord() throws IOException {
        Set<String> words = keys("vocabulary", "en");
        List<String> wrong = new ArrayList<>();
        try (Stream<Path> lists = Files.list(Path.of("resources/vocabularies"))) {
            for (Path list :
                    lists.filter(path -> path.toString().endsWith(".txt")).toList()) {
                String name = list.getFileName().toString().replace(".txt", "");
                Files.readAllLines(list).stream()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                        .map(line -> line.split("\\s+")[0])
                        .filter(line -> !words.contains(name + "." + line))
                        .forEach(line -> wrong.add("add to vocabulary: " + name + "." + line));
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String withoutAdvice(String key) {
        return key.endsWith(".do") ? key.substring(0, key.length() - ".do".length()) : key;
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        for (Path source : sources()) {
            Matcher matcher = LITERAL.matcher(Files.readString(source));
            while (matcher.find()) {
                literals.add(matcher.group(1));
            }
        }
        return literals;
    }

    private static List<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(path -> path.toString().endsWith(".java")).toList();
        }
    }

    /// How many words a person reads, whatever stands in the braces.
    private static int words(String pattern) {
        String said = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {2, 2, 2, 2, 2});
        return said.split("\\s+").length;
    }

    private static Set<String> blanks(String pattern, String language) {
        return new MessageFormat(pattern, Locale.of(language)).getArgumentNames();
    }
}
