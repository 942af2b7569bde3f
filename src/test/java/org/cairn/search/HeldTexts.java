package org.cairn.search;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// Texts of records, in memory, where there is no database.
public final class HeldTexts implements Texts {

    private final Map<Reference, List<String>> texts = new ConcurrentHashMap<>();

    /// @param passages all of the record, in the order in which the index takes them
    public void hold(Reference record, List<String> passages) {
        texts.put(record, List.copyOf(passages));
    }

    @Override
    public <T> T during(Protection clearance, Function<Reading, T> work) {
        return work.apply((record, place, pinpoint) -> {
            List<String> passages = texts.getOrDefault(record, List.of());
            return place < passages.size() ? passages.get(place) : "";
        });
    }
}
