package org.cairn.cli;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.archive.Bundles;
import org.cairn.archive.Forms;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.RecordKind;

/// An empty form whose comments are in the language of whoever fills it in.
///
/// The forms name their comments: `// @witness.note` is a key of the message files `forms`, `// @codes:basis` all codes
/// of a vocabulary with their words, `// @plain:payment-kind` the same in the plain letters that such a field has.
final class Template {

    private static final Pattern COMMENT = Pattern.compile("(?m)^( *// )@(?:(codes|plain):)?([\\w.-]+)$");

    /// Codes that do not fit in a line stand one below the other.
    private static final int SHORT = 100;

    private final Words words;

    Template(Words words) {
        this.words = words;
    }

    String of(RecordKind kind) {
        return COMMENT.matcher(Forms.template(kind))
                .replaceAll(comment ->
                        Matcher.quoteReplacement(said(comment.group(1), comment.group(2), comment.group(3))));
    }

    private String said(String before, String list, String key) {
        return list == null
                ? before + words.area("forms").text(key)
                : lines(
                        before,
                        codes(key).stream()
                                .map(code -> list.equals("plain") ? plain(code) : code)
                                .map(code -> words.typed(List.of(key), code))
                                .toList());
    }

    private static List<String> codes(String list) {
        return list.equals("profile") ? Bundles.profiles() : Vocabulary.codes(list);
    }

    private static String plain(String code) {
        return code.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private String lines(String before, List<String> codes) {
        String all = before + words.list(codes.stream());
        return all.length() <= SHORT ? all : codes.stream().map(before::concat).collect(Collectors.joining("\n"));
    }
}
