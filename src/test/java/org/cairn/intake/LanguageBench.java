package org.cairn.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Tells the language of pieces of a text that exists in many, and prints how often it is told rightly, not at all and
/// wrongly: for the languages that archives are in, for all others, and by how long the pieces are.
///
/// Run with the folder of the Universal Declaration of Human Rights as argument.
public final class LanguageBench {

    private static final Pattern LANGUAGE = Pattern.compile("<html[^>]* lang=\"([^\"]+)\"");
    private static final Pattern PARAGRAPH = Pattern.compile("<p>(.*?)</p>", Pattern.DOTALL);
    private static final int MOST_PIECES = 25;

    private LanguageBench() {}

    /// What was told of some pieces.
    private static final class Told {
        private final Map<String, Integer> wrongly = new TreeMap<>();
        private int rightly;
        private int nothing;

        int all() {
            return rightly + nothing + wrong();
        }

        int wrong() {
            return wrongly.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments.length > 0 ? arguments[0] : "../shared/corpora/multilingual/dev/udhr");
        if (!Files.isDirectory(folder)) {
            print("skipped: the declaration is not in that folder");
            return;
        }
        Languages languages = new Languages();
        for (int length : new int[] {30, 60, 120, 250, 600}) {
            Told usual = new Told();
            Told others = new Told();
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.sorted().toList()) {
                    String html = Files.readString(file);
                    Matcher language = LANGUAGE.matcher(html);
                    if (language.find()) {
                        String tag = primary(language.group(1));
                        tell(languages, html, tag, length, Languages.isUsual(tag) ? usual : others);
                    }
                }
            }
            report(length, "usual", usual);
            report(length, "others", others);
        }
    }

    private static void tell(Languages languages, String html, String tag, int length, Told told) {
        for (String piece : pieces(html, length)) {
            String answer = languages.of(piece);
            if (answer.isEmpty()) {
                told.nothing++;
            } else if (primary(answer).equals(tag)) {
                told.rightly++;
            } else {
                told.wrongly.merge(tag + ">" + answer, 1, Integer::sum);
            }
        }
    }

    private static List<String> pieces(String html, int length) {
        StringBuilder text = new StringBuilder();
        Matcher paragraph = PARAGRAPH.matcher(html);
        while (paragraph.find()) {
            text.append(paragraph.group(1).replaceAll("<[^>]*>|&[a-z#0-9]+;", " "))
                    .append(' ');
        }
        String words = text.toString().replaceAll("\\s+", " ");
        List<String> pieces = new ArrayList<>();
        for (int i = 0; i + length <= words.length() && pieces.size() < MOST_PIECES; i += Math.max(length, 400)) {
            pieces.add(words.substring(i, i + length));
        }
        return pieces;
    }

    private static String primary(String tag) {
        String code = Languages.tag(tag);
        return switch (code) {
            case "nb", "nn" -> "no";
            case "yue", "wuu", "hak", "nan", "cjy", "hsn", "gan" -> "zh";
            default -> code;
        };
    }

    private static void report(int length, String which, Told told) {
        double all = Math.max(1, told.all());
        print(
                "%4d letters, %-6s %5d pieces: right %5.1f %%, nothing %5.1f %%, wrong %4.1f %%",
                length,
                which,
                told.all(),
                100 * told.rightly / all,
                100 * told.nothing / all,
                100 * told.wrong() / all);
        print(
                "      %s",
                told.wrongly.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                        .limit(12)
                        .map(Map.Entry::toString)
                        .toList());
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
