package org.cairn.bundle;

import java.util.List;
import java.util.Locale;
import org.cairn.domain.RecordKind;
import org.cairn.i18n.Messages;

/// What the sections of a bundle are called that nobody named: one from a search's results.
public final class SectionTitles {

    private SectionTitles() {}

    /// The languages that headings, index and schedules can be in.
    public static List<String> languages() {
        return Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    /// The title of a section of statements, or of documents.
    public static String of(RecordKind kind, Locale language) {
        return Messages.of("bundle", language).text("section." + kind.code());
    }
}
