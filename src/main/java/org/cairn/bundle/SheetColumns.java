package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Line;
import org.cairn.bundle.typeset.Margins;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;

/// How the columns of a sheet stand on paper: measured, upright or across, and where they are too many for one page, in
/// strips with the first of them in each.
final class SheetColumns {

    /// The sizes that are tried, in points: smaller letters nobody reads with ease.
    private static final float LARGE = 8;

    private static final float SMALL = 7;
    private static final float LEADING = 1.4f;

    /// As the heads of tables are set.
    private static final Style HEAD = Style.sans(8, 11).inBold();

    /// The longest line and the longest word that widen a column, in points at the larger size.
    private static final float LONGEST_LINE = 230;

    private static final float LONGEST_WORD = 110;
    private static final float NARROWEST = 14;

    /// Where cells would become more lines high than this on the whole, another way is better.
    private static final List<Float> HIGHEST = List.of(1.5f, 2.5f, 3f);

    /// A first column that takes more of the width is not repeated.
    private static final float REPEATED = 0.3f;

    private static final float STEP = 0.02f;
    private static final int MEASURED_ROWS = 3_000;
    private static final int MEASURED_LETTERS = 400;
    private static final Pattern NUMBER = Pattern.compile("[-+(]?[\\p{Sc}\\s]*\\p{Nd}[\\p{Nd}\\s.,'’:/%)\\p{Sc}-]*");
    private static final int MOSTLY = 5;

    private final Fonts fonts;
    private final SheetText sheet;
    private final Margins paper;
    private final Style measure = style(LARGE);
    private final float[] lines;
    private final float[] words;
    private final float[] names;
    private final float numbers;

    SheetColumns(Fonts fonts, SheetText sheet, Margins paper) {
        this.fonts = fonts;
        this.sheet = sheet;
        this.paper = paper;
        this.lines = new float[sheet.columns()];
        this.words = new float[sheet.columns()];
        this.names = new float[sheet.columns()];
        this.numbers = width(String.valueOf(sheet.rows().size())) + 2;
        for (int column = 0; column < sheet.columns(); column++) {
            measure(column);
        }
    }

    private static Style style(float size) {
        return Style.sans(size, size * LEADING);
    }

    private void measure(int column) {
        float line = Math.max(NARROWEST, width(SheetText.letters(column)));
        float word = line;
        if (sheet.named()) {
            for (String part : sheet.rows().getFirst().get(column).split("\\s+")) {
                names[column] = Math.max(names[column], width(part, HEAD) + 1);
            }
            names[column] = Math.min(names[column], LONGEST_WORD);
        }
        for (List<String> row :
                sheet.rows().subList(0, Math.min(MEASURED_ROWS, sheet.rows().size()))) {
            String cell = row.get(column);
            if (cell.isBlank()) {
                continue;
            }
            String some = cell.substring(0, Math.min(cell.length(), MEASURED_LETTERS));
            for (String part : some.split("\n")) {
                line = Math.max(line, width(part));
            }
            for (String part : some.split("\\s+")) {
                word = Math.max(word, width(part));
            }
        }
        lines[column] = Math.min(LONGEST_LINE, line + 1);
        words[column] = Math.min(Math.min(LONGEST_WORD, word + 1), lines[column]);
    }

    private float width(String text) {
        return width(text, measure);
    }

    private float width(String text, Style style) {
        return Line.of(fonts, text, style, Direction.LEFT_TO_RIGHT).width();
    }

    /// What a column needs so that no word is cut, neither of its cells nor of its name.
    private float word(int column, float scale) {
        return Math.max(words[column] * scale, names[column]);
    }

    /// What it needs so that no line is broken, within reason.
    private float line(int column, float scale) {
        return Math.max(lines[column] * scale, names[column]);
    }

    private double words(float scale) {
        return IntStream.range(0, words.length)
                .mapToDouble(column -> word(column, scale))
                .sum();
    }

    private double lines(float scale) {
        return IntStream.range(0, lines.length)
                .mapToDouble(column -> line(column, scale))
                .sum();
    }

    /// What of the columns stands side by side.
    ///
    /// @param columns which, from 0, in order
    /// @param widths of each, in points, the numbers of the rows first
    record Strip(List<Integer> columns, List<Float> widths) {

        Strip {
            columns = List.copyOf(columns);
            widths = List.copyOf(widths);
        }

        int last() {
            return columns.getLast();
        }

        float width() {
            return (float) widths.stream().mapToDouble(Float::doubleValue).sum()
                    + Table.gutter(widths.size()) * (widths.size() - 1);
        }
    }

    /// All of it.
    ///
    /// @param style of the cells
    record Layout(Margins paper, Style style, List<Strip> strips) {
        Layout {
            strips = List.copyOf(strips);
        }
    }

    Layout layout() {
        List<Margins> papers = List.of(paper.turned(false), paper.turned(true), paper.turned(true));
        List<Float> sizes = List.of(LARGE, LARGE, SMALL);
        for (int i = 0; i < papers.size(); i++) {
            float scale = sizes.get(i) / LARGE;
            float room = papers.get(i).textWidth() - Table.gutter(sheet.columns() + 1) * sheet.columns() - numbers;
            if (words(scale) <= room && lines(scale) <= HIGHEST.get(i) * room) {
                Strip all =
                        new Strip(IntStream.range(0, sheet.columns()).boxed().toList(), shared(room, scale));
                return new Layout(papers.get(i), style(sizes.get(i)), List.of(all));
            }
        }
        return new Layout(paper.turned(true), style(SMALL), strips());
    }

    /// Each column takes what its longest word needs, and shares what is left by what its longest line would need.
    private List<Float> shared(float room, float scale) {
        double least = words(scale);
        double most = lines(scale);
        double share = most <= room || most <= least ? 1 : (room - least) / (most - least);
        List<Float> widths = new ArrayList<>();
        widths.add(numbers);
        for (int i = 0; i < lines.length; i++) {
            widths.add((float) (word(i, scale) + (line(i, scale) - word(i, scale)) * share));
        }
        return widths;
    }

    /// As few as there must be, and none much narrower than the others.
    private List<Strip> strips() {
        float scale = SMALL / LARGE;
        float room = paper.turned(true).textWidth() - numbers;
        List<Strip> fewest = strips(room, room, scale);
        for (float share = 1f / fewest.size(); share < 1; share += STEP) {
            List<Strip> even = strips(room * share, room, scale);
            if (even.size() == fewest.size()) {
                return even;
            }
        }
        return fewest;
    }

    private List<Strip> strips(float wanted, float room, float scale) {
        float gutter = Table.gutter(0);
        float first = wide(0, scale);
        boolean repeats = first <= REPEATED * room;
        List<Strip> strips = new ArrayList<>();
        List<Integer> columns = new ArrayList<>();
        List<Float> widths = new ArrayList<>(List.of(numbers));
        float taken = 0;
        for (int column = 0; column < sheet.columns(); column++) {
            float wide = Math.min(room - gutter - (repeats ? first + gutter : 0), wide(column, scale));
            if (columns.size() > (repeats ? 1 : 0) && taken + wide + gutter > wanted) {
                strips.add(new Strip(columns, widths));
                columns = new ArrayList<>(repeats ? List.of(0) : List.of());
                widths = new ArrayList<>(repeats ? List.of(numbers, first) : List.of(numbers));
                taken = repeats ? first + gutter : 0;
            }
            columns.add(column);
            widths.add(wide);
            taken += wide + gutter;
        }
        strips.add(new Strip(columns, widths));
        return strips;
    }

    /// In strips there is room for what most lines need, not for the longest.
    private float wide(int column, float scale) {
        return Math.max(word(column, scale), Math.min(line(column, scale), LONGEST_WORD * 1.5f * scale));
    }

    /// Whether a column holds numbers, which stand under each other at the side where they end.
    boolean numeric(int column) {
        long numbers = 0;
        long others = 0;
        for (List<String> row :
                sheet.rows().subList(0, Math.min(MEASURED_ROWS, sheet.rows().size()))) {
            String cell = row.get(column).strip();
            if (!cell.isEmpty()) {
                boolean number = NUMBER.matcher(cell).matches();
                numbers += number ? 1 : 0;
                others += number ? 0 : 1;
            }
        }
        return numbers > MOSTLY * others;
    }

    /// How high a row is at least, whichever strip its cells stand in.
    float height(List<String> row, Layout layout) {
        float highest = 1;
        float scale = layout.style().size() / LARGE;
        for (Strip strip : layout.strips()) {
            for (int i = 0; i < strip.columns().size(); i++) {
                highest = Math.max(
                        highest,
                        lines(row.get(strip.columns().get(i)), strip.widths().get(i + 1), scale));
            }
        }
        return highest * layout.style().leading();
    }

    private float lines(String cell, float wide, float scale) {
        float lines = 0;
        for (String part : cell.isBlank() ? new String[] {""} : cell.split("\n", -1)) {
            float natural = part.isBlank() ? 0 : width(part) * scale;
            // words are not cut in half: a line is seldom full
            lines += natural <= wide ? 1 : (float) Math.ceil(natural * 1.15f / wide);
        }
        return lines;
    }
}
