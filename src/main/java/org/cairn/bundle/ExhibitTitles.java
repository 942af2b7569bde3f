package org.cairn.bundle;

import java.util.Locale;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;

/// What an exhibit is called that nobody gave a title: its kind and its reference, never the name of its file, since
/// people put names there.
public final class ExhibitTitles {

    private static final String KIND = "evidence-type";

    private ExhibitTitles() {}

    /// The title of an item as it may leave.
    public static String of(Reference reference, EvidenceItem item, Locale language) {
        return item.untitled() ? kind(item, language) + " " + reference : item.title();
    }

    /// What an exhibit is called that is withheld.
    public static String withheld(Locale language) {
        return new Words(language).text("withheld.title");
    }

    private static String kind(EvidenceItem item, Locale language) {
        Words words = new Words(language);
        String kind = item.type().equals("UNSORTED") ? words.text("title.UNSORTED") : words.coded(KIND, item.type());
        int first = kind.offsetByCodePoints(0, 1);
        return kind.substring(0, first).toUpperCase(language) + kind.substring(first);
    }
}
