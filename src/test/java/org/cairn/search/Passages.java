package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.crypto.Secret;
import org.cairn.dates.Spoken;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;

/// Builds what the tests of search put in, and asks for it.
final class Passages {

    private static final byte[] KEY =
            "thirty-two bytes nobody may know".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    /// What was put in last, as the database would have it.
    static final HeldTexts TEXTS = new HeldTexts();

    private Passages() {}

    static Secret key() {
        return Secret.of(KEY);
    }

    static PassageIndex open(Path folder) {
        try (Secret key = key()) {
            return PassageIndex.open(folder, key, TEXTS);
        }
    }

    /// An item with a page of each text.
    static AnItem anItem(String reference) {
        return new AnItem(Reference.parse(reference));
    }

    /// Puts items in and commits them, one step of the database for each.
    static void add(PassageIndex index, AnItem... items) {
        for (AnItem item : items) {
            index.apply(index.appliedSequence() + 1, List.of(item.change()));
        }
        index.commit();
    }

    static SearchAnswer ask(PassageIndex index, String query) {
        return index.search(SearchRequest.of(query), Protection.SEALED);
    }

    /// The references that a query finds, in the order of references.
    static List<String> found(PassageIndex index, String query) {
        return ask(index, query).hits().stream()
                .map(Hit::reference)
                .sorted()
                .map(Reference::toString)
                .toList();
    }

    /// The words that are marked in the first snippet of the first hit.
    static List<String> marked(PassageIndex index, String query) {
        return marked(ask(index, query).hits().getFirst().snippets().getFirst());
    }

    static List<String> marked(Hit.Snippet snippet) {
        return snippet.highlights().stream()
                .map(place -> snippet.text().substring(place.start(), place.end()))
                .toList();
    }

    static String reason(ArchiveException fault) {
        return String.valueOf(fault.arguments().get(1));
    }

    /// An item in the making.
    static final class AnItem {

        private final Reference reference;
        private final List<String> pages = new ArrayList<>();
        private String title = "";
        private String type = "PHOTO";
        private Optional<LanguageTag> language = Optional.empty();
        private Optional<FuzzyDate> date = Optional.empty();
        private boolean claimed;
        private Protection protection = Protection.RESTRICTED;
        private Optional<Reference> witness = Optional.empty();
        private Set<String> tags = Set.of();
        private IndexedPassage.Worked worked = IndexedPassage.Worked.NOT;
        private Set<String> parts = Set.of();
        private Set<String> places = Set.of();

        private AnItem(Reference reference) {
            this.reference = reference;
        }

        AnItem titled(String words) {
            title = words;
            return this;
        }

        AnItem ofType(String code) {
            type = code;
            return this;
        }

        AnItem in(String tag) {
            language = Optional.of(new LanguageTag(tag));
            return this;
        }

        AnItem dated(String words) {
            date = Optional.of(Spoken.date(words));
            return this;
        }

        /// Dated by nobody but the file itself.
        AnItem claiming(String words) {
            claimed = true;
            return dated(words);
        }

        AnItem kept(Protection level) {
            protection = level;
            return this;
        }

        AnItem of(String witnessReference) {
            witness = Optional.of(Reference.parse(witnessReference));
            return this;
        }

        AnItem tagged(String... words) {
            tags = Set.of(words);
            return this;
        }

        AnItem graded(String grade) {
            worked = new IndexedPassage.Worked(Set.of("Amina"), grade, "");
            return this;
        }

        AnItem having(String... codes) {
            parts = Set.of(codes);
            return this;
        }

        AnItem at(String... names) {
            places = Set.of(names);
            return this;
        }

        AnItem saying(String... texts) {
            pages.addAll(List.of(texts));
            return this;
        }

        Change change() {
            List<IndexedPassage> passages = new ArrayList<>();
            for (int page = 1; page <= pages.size(); page++) {
                passages.add(new IndexedPassage(
                        reference,
                        new Pinpoint.OfPage(reference, page),
                        title,
                        type,
                        pages.get(page - 1),
                        language,
                        date,
                        protection,
                        witness,
                        tags,
                        claimed,
                        worked,
                        new IndexedPassage.Held(parts, places)));
            }
            TEXTS.hold(reference, pages);
            return new Change(reference, passages);
        }
    }

    /// Keeps two items of one page each, of which what is asked for finds the first alone.
    static void assertFindsOnlyTheFirst(PassageIndex index, String asked, String first, String second) {
        add(index, anItem("E-0001").saying(first), anItem("E-0002").saying(second));
        assertThat(found(index, asked)).containsExactly("E-0001");
    }
}
