package org.cairn.bundle.check;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.cairn.bundle.check.Leak.Kind;

/// What was found so far, each place once, and what is known of the objects of the file.
final class Leaks {

    private static final int MOST = 10_000;

    private final Map<Leak, Leak> found = new LinkedHashMap<>();
    private final Map<Long, Kind> kinds = new HashMap<>();
    private final Map<Long, Integer> pages = new HashMap<>();

    void found(Kind kind, int word, int page, long object, boolean alone) {
        Leak leak = new Leak(kind, word, page, object, alone);
        Leak other = new Leak(kind, word, page, object, !alone);
        if (found.size() < MOST && !(found.containsKey(other) && !alone)) {
            found.remove(other);
            found.put(leak, leak);
        }
    }

    void wrong(Kind kind, long object) {
        found(kind, -1, pageOf(object), object, true);
    }

    ByteWords.Told at(Kind kind, int page, long object) {
        return (word, alone) -> found(kind, word, page, object, alone);
    }

    /// In an object of which it may be known what it is.
    ByteWords.Told in(long object, Kind otherwise) {
        return at(kinds.getOrDefault(object, otherwise), pageOf(object), object);
    }

    void isKind(long object, Kind kind) {
        kinds.putIfAbsent(object, kind);
    }

    Kind kindOf(long object, Kind otherwise) {
        return kinds.getOrDefault(object, otherwise);
    }

    void isOn(long object, int page) {
        pages.putIfAbsent(object, page);
    }

    int pageOf(long object) {
        return pages.getOrDefault(object, 0);
    }

    List<Leak> all() {
        return List.copyOf(found.keySet());
    }
}
