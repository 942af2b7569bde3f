package org.cairn.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;

/// The ways in which the words of one name may stand side by side: none that another leaves open already.
final class NameWays {

    private final List<List<NamePart>> ways = new ArrayList<>();

    void add(List<NamePart> way) {
        if (ways.stream().noneMatch(other -> holds(other, way))) {
            ways.removeIf(other -> holds(way, other));
            ways.add(way);
        }
    }

    private static boolean holds(List<NamePart> way, List<NamePart> other) {
        return way.size() == other.size()
                && IntStream.range(0, way.size()).allMatch(i -> way.get(i).holds(other.get(i)));
    }

    List<List<NamePart>> all() {
        return List.copyOf(ways);
    }

    /// What is found by its sound has one weight: how rare its words are must not count.
    static Query weighed(Query name) {
        return new BoostQuery(new ConstantScoreQuery(name), NameMeaning.WEIGHT);
    }

    /// All ways to write a name, of which one is enough.
    static Optional<Query> any(List<Query> ways) {
        return ways.isEmpty()
                ? Optional.empty()
                : Optional.of(new AsOne(
                        new DisjunctionMaxQuery(ways.stream().distinct().toList(), 0)));
    }

    @Override
    public String toString() {
        return "NameWays";
    }
}
