package org.cairn.sample;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The words of one document, whatever file it becomes: sheets of headings, paragraphs, tables and signatures.
///
/// Written as lines: `!lang ar` and other wishes first, then `# heading`, `## smaller heading`, `| table | row |`,
/// `~signature`, `~chart 604/69 612/114`, `---` for a new sheet (`---landscape` for one on its side), else a paragraph.
record Paper(String name, String language, Set<String> wishes, List<Sheet> sheets) {
    static final String MARKING = "SYNTHETIC – SAMPLE DATA";

    record Sheet(boolean landscape, List<Block> blocks) {}

    sealed interface Block {
        record Heading(int level, String text) implements Block {}

        record Words(String text) implements Block {}

        record Table(List<List<String>> rows) implements Block {}

        record Signature() implements Block {}

        /// Bars: each a whole and the part of it that is explained.
        record Chart(List<int[]> bars) implements Block {}
    }

    static Paper read(Path folder, String name) throws IOException {
        String language = "en";
        Set<String> wishes = new HashSet<>();
        List<Sheet> sheets = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        boolean landscape = false;
        for (String line : Files.readAllLines(folder.resolve(name + ".txt"))) {
            if (line.startsWith("!lang ")) {
                language = line.substring(6).strip();
            } else if (line.startsWith("!")) {
                wishes.add(line.substring(1).strip());
            } else if (line.startsWith("---")) {
                sheets.add(new Sheet(landscape, blocks));
                blocks = new ArrayList<>();
                landscape = line.contains("landscape");
            } else if (!line.isBlank()) {
                add(blocks, line.strip());
            }
        }
        sheets.add(new Sheet(landscape, blocks));
        return new Paper(name, language, wishes, sheets);
    }

    private static void add(List<Block> blocks, String line) {
        if (line.startsWith("## ")) {
            blocks.add(new Block.Heading(2, line.substring(3)));
        } else if (line.startsWith("# ")) {
            blocks.add(new Block.Heading(1, line.substring(2)));
        } else if (line.startsWith("|")) {
            row(blocks, cells(line));
        } else if (line.equals("~signature")) {
            blocks.add(new Block.Signature());
        } else if (line.startsWith("~chart ")) {
            blocks.add(new Block.Chart(
                    Arrays.stream(line.substring(7).split(" ")).map(Paper::bar).toList()));
        } else {
            blocks.add(new Block.Words(line));
        }
    }

    private static void row(List<Block> blocks, List<String> cells) {
        if (!blocks.isEmpty() && blocks.getLast() instanceof Block.Table table) {
            table.rows().add(cells);
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(cells);
        blocks.add(new Block.Table(rows));
    }

    private static List<String> cells(String line) {
        String inner = line.substring(1, line.endsWith("|") ? line.length() - 1 : line.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }

    private static int[] bar(String words) {
        String[] parts = words.split("/");
        return new int[] {Integer.parseInt(parts[0]), Integer.parseInt(parts[1])};
    }

    boolean wishes(String wish) {
        return wishes.contains(wish);
    }

    boolean rightToLeft() {
        return Set.of("ar", "fa", "ug").contains(language);
    }

    boolean landscape(Sheet sheet) {
        return sheet.landscape() || wishes("landscape");
    }

    /// The first heading of the first sheet.
    String title() {
        return sheets.getFirst().blocks().stream()
                .filter(Block.Heading.class::isInstance)
                .map(block -> ((Block.Heading) block).text())
                .findFirst()
                .orElse(name);
    }
}
