package org.cairn.search;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.crypto.Secret;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.SearchRequest.Sort;

/// A real index in a folder, with short words for what tests do with it.
final class SearchedIndex implements AutoCloseable {

    private static final byte[] KEY =
            "a key that only the tests know..".getBytes(java.nio.charset.StandardCharsets.UTF_8);

    private final PassageIndex index;
    private long sequence;

    private SearchedIndex(PassageIndex index) {
        this.index = index;
        this.sequence = index.appliedSequence();
    }

    static SearchedIndex in(Path folder) {
        try (Secret key = key()) {
            return new SearchedIndex(PassageIndex.open(folder, key));
        }
    }

    static Secret key() {
        return Secret.of(KEY);
    }

    PassageIndex index() {
        return index;
    }

    /// Keeps an item, replacing what it was.
    SearchedIndex keep(Item item) {
        sequence++;
        index.apply(sequence, List.of(new Change(item.reference, item.passages())));
        index.commit();
        return this;
    }

    /// Keeps items E-0001, E-0002… of one page each.
    SearchedIndex keepTexts(String... texts) {
        for (int i = 0; i < texts.length; i++) {
            keep(item("E-%04d".formatted(i + 1)).page(texts[i]));
        }
        return this;
    }

    List<String> find(String query) {
        return references(ask(query));
    }

    SearchAnswer ask(String query) {
        return index.search(SearchRequest.of(query), Protection.SEALED);
    }

    SearchAnswer ask(String query, Protection clearance) {
        return index.search(SearchRequest.of(query), clearance);
    }

    SearchAnswer ask(String query, Sort sort, int limit, int offset) {
        return index.search(new SearchRequest(query, Filter.NONE, sort, limit, offset, 1), Protection.SEALED);
    }

    /// What is highlighted in the first snippet of the only hit.
    List<String> highlighted(String query) {
        Hit.Snippet snippet = ask(query).hits().getFirst().snippets().getFirst();
        return snippet.highlights().stream()
                .map(place -> snippet.text().substring(place.start(), place.end()))
                .toList();
    }

    static List<String> references(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.reference().toString()).toList();
    }

    static Item item(String reference) {
        return new Item(Reference.parse(reference));
    }

    @Override
    public void close() {
        index.close();
    }

    /// A record in the making.
    static final class Item {

        private final Reference reference;
        private final List<String> pages = new ArrayList<>();
        private String title = "";
        private String type = "DOCUMENT";
        private Protection protection = Protection.RESTRICTED;
        private Optional<FuzzyDate> date = Optional.empty();
        private Optional<LanguageTag> language = Optional.empty();
        private Optional<Reference> witness = Optional.empty();
        private Set<String> tags = Set.of();

        private Item(Reference reference) {
            this.reference = reference;
        }

        Item page(String text) {
            pages.add(text);
            return this;
        }

        Item titled(String words) {
            title = words;
            return this;
        }

        Item typed(String code) {
            type = code;
            return this;
        }

        Item kept(Protection level) {
            protection = level;
            return this;
        }

        Item dated(String words) {
            date = Optional.of(FuzzyDate.parse(words));
            return this;
        }

        Item in(String tag) {
            language = Optional.of(new LanguageTag(tag));
            return this;
        }

        Item of(String whose) {
            witness = Optional.of(Reference.parse(whose));
            return this;
        }

        Item tagged(String... words) {
            tags = Set.of(words);
            return this;
        }

        private List<IndexedPassage> passages() {
            List<IndexedPassage> passages = new ArrayList<>();
            for (int i = 0; i < pages.size(); i++) {
                passages.add(new IndexedPassage(
                        reference,
                        new Pinpoint.OfPage(reference, i + 1),
                        title,
                        type,
                        pages.get(i),
                        language,
                        date,
                        protection,
                        witness,
                        tags));
            }
            return passages;
        }
    }
}
