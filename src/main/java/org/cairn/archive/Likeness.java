package org.cairn.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Which of some paragraphs became which of others, in order: those that share most of their words belong together.
final class Likeness {

    /// With fewer words in common than this part of them, a paragraph is another one.
    private static final double LEAST = 0.3;

    /// Beyond this many comparisons they are matched as they come.
    private static final int MOST = 40_000;

    private final double[][] best;
    private final double[][] like;

    /// A paragraph and what it became.
    ///
    /// @param earlier its place, or -1 where it is new
    /// @param later the place of what it became, or -1 where it is gone
    record Match(int earlier, int later) {}

    private Likeness(List<List<String>> earlier, List<List<String>> later) {
        best = new double[earlier.size() + 1][later.size() + 1];
        like = new double[earlier.size()][later.size()];
        for (int i = earlier.size() - 1; i >= 0; i--) {
            for (int j = later.size() - 1; j >= 0; j--) {
                like[i][j] = shared(earlier.get(i), later.get(j));
                double both = like[i][j] < LEAST ? -1 : like[i][j] + best[i + 1][j + 1];
                best[i][j] = Math.max(both, Math.max(best[i + 1][j], best[i][j + 1]));
            }
        }
    }

    /// Matches them; as many as on the other side are matched as they come, however little they share.
    static List<Match> match(List<List<String>> earlier, List<List<String>> later) {
        List<Match> matches = new ArrayList<>();
        boolean asTheyCome = earlier.size() == later.size() || (long) earlier.size() * later.size() > MOST;
        if (asTheyCome) {
            for (int i = 0; i < Math.max(earlier.size(), later.size()); i++) {
                matches.add(new Match(i < earlier.size() ? i : -1, i < later.size() ? i : -1));
            }
            return matches;
        }
        new Likeness(earlier, later).walk(matches);
        return matches;
    }

    private void walk(List<Match> matches) {
        int i = 0;
        int j = 0;
        while (i < like.length || j < best[0].length - 1) {
            boolean one = i < like.length && j < best[0].length - 1;
            if (one && like[i][j] >= LEAST && best[i][j] == like[i][j] + best[i + 1][j + 1]) {
                matches.add(new Match(i++, j++));
            } else if (j >= best[0].length - 1 || (i < like.length && best[i][j] == best[i + 1][j])) {
                matches.add(new Match(i++, -1));
            } else {
                matches.add(new Match(-1, j++));
            }
        }
    }

    /// The part of their words that both have, counted as often as they have them.
    private static double shared(List<String> some, List<String> others) {
        Map<String, Integer> counts = new HashMap<>();
        long words = count(some, counts);
        Map<String, Integer> theirs = new HashMap<>();
        long more = count(others, theirs);
        long common = counts.entrySet().stream()
                .mapToLong(entry -> Math.min(entry.getValue(), theirs.getOrDefault(entry.getKey(), 0)))
                .sum();
        return words + more == 0 ? 0 : 2.0 * common / (words + more);
    }

    private static long count(List<String> words, Map<String, Integer> counts) {
        words.stream().filter(word -> !word.isBlank()).forEach(word -> counts.merge(word, 1, Integer::sum));
        return words.stream().filter(word -> !word.isBlank()).count();
    }
}
