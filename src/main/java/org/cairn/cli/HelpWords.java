package org.cairn.cli;

import java.util.Collections;
import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;
import org.cairn.domain.query.QueryExamples;
import org.cairn.i18n.Messages;
import org.jspecify.annotations.Nullable;

/// What `--help` says: the message files `help`, under the keys that picocli asks for (`cairn.import.source`, or
/// `source` for all commands), with the codes that an option takes filled in.
final class HelpWords extends ResourceBundle {

    private static final String OF_QUERIES = "cairn.search.usage.description";

    private final Words words;
    private final Messages messages;

    HelpWords(Words words) {
        this.words = words;
        this.messages = words.area("help");
    }

    @Override
    protected @Nullable Object handleGetObject(String key) {
        if (!messages.has(key)) {
            return null;
        }
        String text = messages.text(key, Codes.all(words, option(key)));
        return key.equals(OF_QUERIES) ? text + guide() : text;
    }

    /// What can be asked, by example: the words that the desktop's guide has.
    private String guide() {
        Messages search = words.area("search");
        StringBuilder guide = new StringBuilder();
        for (String example : QueryExamples.CODES) {
            String asked = search.text("guide." + example + ".example");
            String meaning = search.text("guide." + example);
            guide.append("%n  ").append(("%-26s  %s".formatted(asked, meaning)).replace("%", "%%"));
        }
        return guide.toString();
    }

    @Override
    public Enumeration<String> getKeys() {
        return Collections.enumeration(messages.keys());
    }

    @Override
    public Locale getLocale() {
        return words.locale();
    }

    /// `kind` of `cairn.list.KIND[0]`.
    private static String option(String key) {
        return key.substring(key.lastIndexOf('.') + 1).replaceAll("\\[.*", "");
    }
}
