package org.cairn.domain;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Words and phrases that mean the same in this archive, in any language and script: whoever asks for one of them finds
/// the others too.
///
/// @param words two or more, as they are shown; none twice
/// @param protection how closely they are kept: whoever may not know them finds nothing by them
/// @param retired whether they are asked for no longer; what was kept stays in the history
public record SynonymGroup(List<String> words, Protection protection, boolean retired) implements ArchiveRecord {

    /// More than these are no words of one meaning.
    public static final int MOST_WORDS = 40;

    /// In letters.
    public static final int LONGEST = 100;

    /// What separates words and groups in a file, and what means something else in a query.
    private static final String SIGNS = ",،，、;؛；#*?؟=<>|\"“”„«»「」＂()（）\\";

    private static final Pattern SPACE = Pattern.compile("[\\s\\p{Z}]+");

    public SynonymGroup {
        words = tidied(words);
        fault(words).ifPresent(reason -> {
            throw new ArchiveException.InvalidInput("words", reason);
        });
    }

    /// Words that are asked for from now on.
    public SynonymGroup(List<String> words, Protection protection) {
        this(words, protection, false);
    }

    /// The same words, asked for no longer.
    public SynonymGroup retire() {
        return new SynonymGroup(words, protection, true);
    }

    /// Whether it has all of some words, written large or small.
    public boolean holds(List<String> some) {
        Set<String> own = words.stream().map(SynonymGroup::key).collect(Collectors.toSet());
        return tidied(some).stream().map(SynonymGroup::key).allMatch(own::contains);
    }

    /// Words without white space around them, none twice. White space is any: what is pasted often has some that does
    /// not break.
    static List<String> tidied(List<String> words) {
        Map<String, String> known = new LinkedHashMap<>();
        for (String word : words) {
            String plain = SPACE.matcher(Normalizer.normalize(word, Form.NFC))
                    .replaceAll(" ")
                    .strip();
            known.putIfAbsent(key(plain), plain);
        }
        return List.copyOf(known.values());
    }

    private static String key(String word) {
        return word.toLowerCase(Locale.ROOT);
    }

    /// Why some tidied words cannot be a group: `blankWord`, `fewWords`, `manyWords`, `longWord`, `noLetters`, `signs`.
    static Optional<String> fault(List<String> words) {
        return words.stream()
                .flatMap(word -> fault(word).stream())
                .findFirst()
                .or(() -> words.size() < 2
                        ? Optional.of("fewWords")
                        : words.size() > MOST_WORDS ? Optional.of("manyWords") : Optional.empty());
    }

    private static Optional<String> fault(String word) {
        if (word.isEmpty()) {
            return Optional.of("blankWord");
        }
        if (word.length() > LONGEST) {
            return Optional.of("longWord");
        }
        if (word.codePoints().anyMatch(SynonymGroup::isSign)) {
            return Optional.of("signs");
        }
        return word.codePoints().anyMatch(Character::isLetterOrDigit) ? Optional.empty() : Optional.of("noLetters");
    }

    /// Also what is no character at all, and what turns the direction of writing.
    private static boolean isSign(int letter) {
        return SIGNS.indexOf(letter) >= 0
                || switch (Character.getType(letter)) {
                    case Character.CONTROL, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED -> true;
                    case Character.FORMAT -> letter != '\u200C' && letter != '\u200D';
                    default -> letter == '\uFFFD';
                };
    }

    @Override
    public RecordKind kind() {
        return RecordKind.SYNONYMS;
    }

    @Override
    public String title() {
        return String.join(", ", words);
    }

    @Override
    public String toString() {
        return "SynonymGroup";
    }
}
