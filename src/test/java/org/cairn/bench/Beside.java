package org.cairn.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Figures of several programs beside each other: the first one's, and of each other one its own and how many times it
/// the first one's is.
final class Beside {

    private final List<String> names;
    private final Map<String, Map<String, Double>> rows = new LinkedHashMap<>();

    Beside(List<String> names) {
        this.names = List.copyOf(names);
    }

    void put(String row, String name, double figure) {
        rows.computeIfAbsent(row, unused -> new LinkedHashMap<>()).put(name, figure);
    }

    /// As a table of Markdown.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("| | " + String.join(" | ratio | ", names) + " | ratio |");
        lines.set(0, lines.getFirst().replaceFirst(" \\| ratio ", " "));
        lines.add("|---".repeat(2 * names.size()) + "|");
        rows.forEach((row, figures) -> lines.add(line(row, figures)));
        return lines;
    }

    private String line(String row, Map<String, Double> figures) {
        double first = figures.getOrDefault(names.getFirst(), Double.NaN);
        StringBuilder line = new StringBuilder("| " + row + " | " + written(first) + " |");
        for (String other : names.subList(1, names.size())) {
            double figure = figures.getOrDefault(other, Double.NaN);
            line.append(" ")
                    .append(written(figure))
                    .append(" | ")
                    .append(written(first / figure))
                    .append(" |");
        }
        return line.toString();
    }

    private static String written(double figure) {
        if (Double.isNaN(figure)) {
            return "–";
        }
        String format = figure >= 1_000 ? "%,.0f" : figure >= 100 ? "%.0f" : figure >= 10 ? "%.1f" : "%.2f";
        return String.format(Locale.ROOT, format, figure);
    }
}
