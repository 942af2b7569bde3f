package org.cairn.search;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;

/// A real index in a folder, with short words for what tests do with it.
final class SearchedIndex implements AutoCloseable {

    private final PassageIndex index;

    private SearchedIndex(PassageIndex index) {
        this.index = index;
    }

    static SearchedIndex in(Path folder) {
        return new SearchedIndex(Passages.open(folder));
    }

    PassageIndex index() {
        return index;
    }

    /// Keeps an item, replacing what it was.
    SearchedIndex keep(Passages.AnItem item) {
        Passages.add(index, item);
        return this;
    }

    /// Keeps items E-0001, E-0002… of one page each.
    SearchedIndex keepTexts(String... texts) {
        for (int i = 0; i < texts.length; i++) {
            keep(Passages.anItem("E-%04d".formatted(i + 1)).saying(texts[i]));
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

    /// What is highlighted in the first snippet of the only hit.
    List<String> highlighted(String query) {
        return Passages.marked(index, query);
    }

    static List<String> references(SearchAnswer answer) {
        return answer.hits().stream().map(hit -> hit.reference().toString()).toList();
    }

    @Override
    public void close() {
        index.close();
    }
}
