package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.cairn.bundle.HitWords.Said;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.HitList;
import org.cairn.domain.search.HitList.Head;
import org.cairn.domain.search.HitList.Line;
import org.cairn.domain.search.HitList.Tail;

/// Everything that a search found, as a table of RFC 4180 in UTF-8, written as it comes: a line for each place; below
/// an empty one, what was asked and what could not be looked at.
public final class HitTable implements HitList.Paper {

    private final OutputStream out;
    private final Head head;
    private final HitWords words;
    private final Csv table = new Csv();

    public HitTable(OutputStream out, Head head, Locale language) {
        this.out = out;
        this.head = head;
        this.words = new HitWords(language);
        table.row(words.head());
        write();
    }

    @Override
    public void add(List<Line> lines) {
        for (Line line : lines) {
            for (Hit.Snippet place : line.hit().snippets()) {
                table.row(words.cells(line.hit(), place, line.work()).stream());
            }
        }
        write();
    }

    @Override
    public void end(Tail tail) {
        Stream.of(
                        Stream.of(new Said("", "")),
                        words.asked(head).stream(),
                        words.unseen(head, tail).stream(),
                        words.proof(head).stream())
                .flatMap(part -> part)
                .forEach(said -> table.row(Stream.of(said.label(), said.value(), "", "", "", "", "", "", "")));
        write();
    }

    private void write() {
        try {
            out.write(table.take().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
