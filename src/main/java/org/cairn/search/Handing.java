package org.cairn.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.Query;
import org.cairn.domain.search.Hit;

/// Hands over what was gathered, the texts of so many passages at once in memory.
final class Handing {

    static final int AT_ONCE = 200;

    private final ClearedSearcher searcher;
    private final EveryPassage every;
    private final Query words;
    private final Everything everything;
    private final List<Piece> pieces = new ArrayList<>();
    private int waiting;

    Handing(ClearedSearcher searcher, EveryPassage every, Query words, Everything everything) {
        this.searcher = searcher;
        this.every = every;
        this.words = words;
        this.everything = everything;
    }

    /// Some passages of an item.
    private record Piece(EveryPassage.Item item, List<Integer> passages, boolean first) {}

    void hand(List<EveryPassage.Item> items) throws IOException {
        for (EveryPassage.Item item : items) {
            for (int from = item.from(); from < item.to(); from += AT_ONCE) {
                List<Integer> passages = every.passages(from, Math.min(item.to(), from + AT_ONCE));
                if (waiting + passages.size() > AT_ONCE) {
                    hand();
                }
                pieces.add(new Piece(item, passages, from == item.from()));
                waiting += passages.size();
            }
        }
        hand();
    }

    private void hand() throws IOException {
        List<Integer> all =
                pieces.stream().flatMap(piece -> piece.passages().stream()).toList();
        List<Hit.Snippet> snippets = all.isEmpty() ? List.of() : Snippets.of(searcher, words, all);
        StoredFields stored = searcher.storedFields();
        List<Hit> hits = new ArrayList<>();
        int next = 0;
        for (Piece piece : pieces) {
            int after = next + piece.passages().size();
            List<Hit.Snippet> own = telling(piece, snippets.subList(next, after));
            next = after;
            if (!own.isEmpty()) {
                hits.add(Asking.hit(piece.passages().getFirst(), piece.item().score(), stored, own));
            }
        }
        pieces.clear();
        waiting = 0;
        if (!hits.isEmpty()) {
            everything.take(hits);
        }
    }

    /// Those in which something is marked; of an item that was found by its title alone, one.
    private static List<Hit.Snippet> telling(Piece piece, List<Hit.Snippet> snippets) {
        List<Hit.Snippet> telling = snippets.stream()
                .filter(snippet -> !snippet.highlights().isEmpty())
                .toList();
        return telling.isEmpty() && piece.first() ? snippets.subList(0, 1) : telling;
    }
}
