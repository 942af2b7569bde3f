package org.cairn.sample;

import java.awt.geom.Path2D;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cairn.sample.Paper.Block;

/// Sets a paper's sheets on pages: marking above and below, headings, paragraphs, tables, signatures, bars.
final class Setting {
    /// Gives the next empty page, upright or on its side.
    interface Pages {
        Canvas next(boolean landscape) throws IOException;
    }

    private static final float MARGIN = 56;
    private final Paper paper;
    private final Faces faces;
    private final Pages pages;
    private final Random pen = new Random(7);
    private Canvas page;
    private float y;

    private Setting(Paper paper, Faces faces, Pages pages) throws IOException {
        this.paper = paper;
        this.faces = faces;
        this.pages = pages;
        this.page = open(paper.landscape(paper.sheets().getFirst()));
    }

    static void set(Paper paper, Faces faces, Pages pages) throws IOException {
        Setting setting = new Setting(paper, faces, pages);
        for (Paper.Sheet sheet : paper.sheets()) {
            if (sheet != paper.sheets().getFirst()) {
                setting.page = setting.open(paper.landscape(sheet));
            }
            for (Block block : sheet.blocks()) {
                setting.block(block);
            }
        }
    }

    private Canvas open(boolean landscape) throws IOException {
        Canvas fresh = pages.next(landscape);
        SetLine marking = SetLine.lines(Paper.MARKING, 9, true, 400, faces).getFirst();
        float x = (fresh.width() - marking.width()) / 2;
        fresh.line(marking, x, 30);
        fresh.line(marking, x, fresh.height() - 24);
        y = MARGIN + 14;
        return fresh;
    }

    private void block(Block block) throws IOException {
        switch (block) {
            case Block.Heading heading -> words(heading.text(), heading.level() == 1 ? 17 : 13, true, 8);
            case Block.Words words -> words(words.text(), 11, false, 7);
            case Block.Table table -> table(table.rows());
            case Block.Signature unused -> signature();
            case Block.Chart chart -> chart(chart.bars());
        }
    }

    private float room() {
        return page.width() - 2 * MARGIN;
    }

    private void need(float height) throws IOException {
        if (y + height > page.height() - MARGIN) {
            page = open(page.width() > page.height());
        }
    }

    private void words(String text, float size, boolean bold, float after) throws IOException {
        for (SetLine line : SetLine.lines(text, size, bold, room(), faces)) {
            float height = size * 1.55f;
            need(height);
            y += height;
            page.line(line, line.rightToLeft() ? page.width() - MARGIN - line.width() : MARGIN, y);
        }
        y += after;
    }

    private void table(List<List<String>> rows) throws IOException {
        int columns = rows.stream().mapToInt(List::size).max().orElse(1);
        float[] widths = widths(rows, columns);
        for (int row = 0; row < rows.size(); row++) {
            row(rows.get(row), widths, row == 0);
        }
        y += 12;
    }

    private float[] widths(List<List<String>> rows, int columns) {
        float[] widths = new float[columns];
        float sum = 0;
        for (int column = 0; column < columns; column++) {
            float longest = 4;
            for (List<String> row : rows) {
                longest =
                        column < row.size() ? Math.max(longest, row.get(column).length()) : longest;
            }
            widths[column] = Math.min(longest, 34) + 3;
            sum += widths[column];
        }
        for (int column = 0; column < columns; column++) {
            widths[column] *= room() / sum;
        }
        return widths;
    }

    private void row(List<String> cells, float[] widths, boolean head) throws IOException {
        List<List<SetLine>> set = new ArrayList<>();
        int most = 1;
        for (int column = 0; column < cells.size(); column++) {
            List<SetLine> lines = SetLine.lines(cells.get(column), 9.5f, head, widths[column] - 10, faces);
            set.add(lines);
            most = Math.max(most, lines.size());
        }
        float height = most * 14.5f + 7;
        need(height);
        float x = MARGIN;
        for (int column = 0; column < set.size(); column++) {
            int shown = paper.rightToLeft() ? set.size() - 1 - column : column;
            cell(set.get(shown), x, widths[shown], height, head);
            x += widths[shown];
        }
        y += height;
    }

    private void cell(List<SetLine> lines, float x, float width, float height, boolean head) throws IOException {
        if (head) {
            page.box(x, y, width, height, 0.9f);
        }
        page.rule(x, y, x + width, y, 0.5f);
        page.rule(x, y + height, x + width, y + height, 0.5f);
        page.rule(x, y, x, y + height, 0.5f);
        page.rule(x + width, y, x + width, y + height, 0.5f);
        float baseline = y + 13;
        for (SetLine line : lines) {
            boolean right = line.rightToLeft() || paper.rightToLeft();
            page.line(line, right ? x + width - 5 - line.width() : x + 5, baseline);
            baseline += 14.5f;
        }
    }

    /// A scrawl that is nobody's signature.
    private void signature() throws IOException {
        need(70);
        float x = paper.rightToLeft() ? page.width() - MARGIN - 180 : MARGIN + 20;
        Path2D.Float scrawl = new Path2D.Float();
        scrawl.moveTo(x, y + 40);
        for (int stroke = 0; stroke < 9; stroke++) {
            float next = x + 18;
            scrawl.curveTo(
                    x + 4,
                    y + 10 + pen.nextInt(20),
                    next - 8,
                    y + 62 - pen.nextInt(20),
                    next,
                    y + 28 + pen.nextInt(18));
            x = next;
        }
        page.pen(scrawl);
        page.rule(x - 180, y + 58, x + 10, y + 58, 0.5f);
        y += 70;
    }

    private void chart(List<int[]> bars) throws IOException {
        float base = page.height() - MARGIN - 40;
        float step = room() / bars.size();
        int year = 2014;
        float x = MARGIN;
        for (int[] bar : bars) {
            page.box(x + step * 0.2f, base - bar[0] * 0.5f, step * 0.6f, bar[0] * 0.5f, 0.75f);
            page.box(x + step * 0.2f, base - bar[1] * 0.5f, step * 0.6f, bar[1] * 0.5f, 0.2f);
            label(String.valueOf(bar[0]), x + step * 0.3f, base - bar[0] * 0.5f - 6);
            label(String.valueOf(year++), x + step * 0.3f, base + 16);
            x += step;
        }
        page.rule(MARGIN, base, MARGIN + room(), base, 1);
        y = base + 30;
    }

    private void label(String text, float x, float baseline) throws IOException {
        page.line(SetLine.lines(text, 10, false, 200, faces).getFirst(), x, baseline);
    }
}
