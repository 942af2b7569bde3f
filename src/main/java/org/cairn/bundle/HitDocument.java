package org.cairn.bundle;

import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.cairn.bundle.HitWords.Said;
import org.cairn.bundle.WordFile.Cell;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.HitList;
import org.cairn.domain.search.HitList.Head;
import org.cairn.domain.search.HitList.Line;
import org.cairn.domain.search.HitList.Tail;

/// Everything that a search found, as a document of a word processor, the words looked for in bold.
public final class HitDocument implements HitList.Paper, AutoCloseable {

    private static final List<Integer> COLUMNS = List.of(7, 14, 9, 9, 7, 9, 29, 8, 8);
    private static final List<Integer> LABELLED = List.of(30, 70);
    private static final int TEXT = 6;

    private final Head head;
    private final HitWords words;
    private final WordFile file;

    public HitDocument(OutputStream out, Head head, Locale language) {
        this.head = head;
        this.words = new HitWords(language);
        this.file = new WordFile(
                out,
                words.says("title"),
                head.standing().askedBy(),
                head.standing().asOf(),
                words.says("name"),
                words.words().direction());
        file.heading(0, words.says("title"));
        table(words.asked(head));
        file.heading(1, words.says("found"));
        file.beginTable(COLUMNS, words.head().toList());
    }

    @Override
    public void add(List<Line> lines) {
        for (Line line : lines) {
            for (Hit.Snippet place : line.hit().snippets()) {
                List<Cell> cells = new ArrayList<>(words.cells(line.hit(), place, line.work()).stream()
                        .map(Cell::of)
                        .toList());
                cells.set(TEXT, new Cell(words.text(place), place.highlights()));
                file.row(COLUMNS, cells);
            }
        }
    }

    @Override
    public void end(Tail tail) {
        file.endTable();
        file.heading(1, words.says("unseen"));
        table(words.unseen(head, tail));
        file.paragraph(words.says("unseenNote"));
        file.heading(1, words.words().text("intake.proof"));
        table(words.proof(head));
        // a document does not end with a table
        file.paragraph("");
        file.finish();
    }

    private void table(List<Said> said) {
        file.beginTable(LABELLED, List.of());
        said.forEach(one -> file.row(LABELLED, List.of(Cell.of(one.label()), Cell.of(one.value()))));
        file.endTable();
    }

    @Override
    public void close() {
        file.close();
    }
}
