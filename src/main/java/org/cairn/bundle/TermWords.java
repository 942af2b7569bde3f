package org.cairn.bundle;

import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.domain.search.TermsReport.Line;
import org.cairn.i18n.Messages;

/// What a report of search terms says, in plain words.
final class TermWords {

    private final Words words;
    private final Messages search;

    TermWords(Locale language) {
        this.words = new Words(language);
        this.search = Messages.of("search", language);
    }

    Words words() {
        return words;
    }

    Stream<String> head() {
        return Stream.of("number", "term", "items", "passages", "unique", "note")
                .map(column -> words.text("terms.column." + column));
    }

    /// What is to be said of a line: that it could not be asked, and why.
    String note(Line line) {
        return line.misread()
                .map(fault -> search.text("fault." + fault.reason(), fault.start() + 1))
                .orElse("");
    }
}
