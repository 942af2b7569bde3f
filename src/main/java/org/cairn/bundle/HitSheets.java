package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.HitWords.Said;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.search.HitList;
import org.cairn.domain.search.HitList.Head;
import org.cairn.domain.search.HitList.Line;
import org.cairn.domain.search.HitList.Tail;

/// Everything that a search found, as pages: each item with its places below it.
///
/// The contents of pages lie sealed in scratch, not in memory, until all is written.
public final class HitSheets implements HitList.Paper, AutoCloseable {

    private static final float LABELS = 0.36f;
    private static final float COUNTED = 0.8f;
    private static final float PLACES = 0.15f;

    private final OutputStream out;
    private final Head head;
    private final HitWords words;
    private final PDDocument document;
    private final Fonts fonts;
    private final Flow flow;
    private Optional<Reference> last = Optional.empty();

    public HitSheets(OutputStream out, Head head, Locale language) {
        this.out = out;
        this.head = head;
        this.words = new HitWords(language);
        this.document = new PDDocument(SealedScratch.cache());
        try {
            this.fonts = new Fonts(document, words.words().locale());
        } catch (RuntimeException e) {
            close();
            throw e;
        }
        this.flow = new Flow(fonts, Looks.PAGE, words.words().direction());
        flow.paragraph(words.says("kicker"), Looks.KICKER.spaced(0, 6));
        flow.paragraph(words.says("title"), Looks.TITLE.spaced(0, 10));
        table(words.asked(head));
        flow.heading(words.says("found"), Looks.SUBHEADING);
    }

    @Override
    public void add(List<Line> lines) {
        lines.forEach(this::add);
    }

    private void add(Line line) {
        if (!last.equals(Optional.of(line.hit().reference()))) {
            last = Optional.of(line.hit().reference());
            String title = words.title(line.hit());
            flow.heading(
                    line.hit().reference() + (title.isBlank() ? "" : " · " + title),
                    Looks.VALUE.inBold().spaced(9, 1));
            flow.paragraph(words.facts(line.hit(), line.work()), Looks.NOTE.spaced(0, 2));
        }
        flow.table(Table.labels(
                Looks.LABEL,
                Looks.CELL,
                PLACES,
                line.hit().snippets().stream()
                        .map(place -> Table.Row.of(HitWords.shortly(place), words.text(place)))
                        .toList()));
    }

    @Override
    public void end(Tail tail) {
        flow.heading(words.says("unseen"), Looks.SUBHEADING);
        table(COUNTED, words.unseen(head, tail));
        flow.paragraph(words.says("unseenNote"), Looks.NOTE.spaced(6, 6));
        flow.heading(words.words().text("intake.proof"), Looks.SUBHEADING);
        table(words.proof(head));
        try {
            OwnPages pages = new OwnPages(document).add(flow.finish());
            new FootLine(fonts, words.words().direction()).put(document, (page, of) -> words.says("foot", page, of));
            Imprint imprint = new Imprint(
                    words.says("title"),
                    head.standing().program(),
                    head.standing().asOf(),
                    Fingerprint.of(head.standing().head().hex().getBytes(StandardCharsets.UTF_8)));
            pages.finish(fonts, words.words().locale(), imprint);
            document.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void table(List<Said> said) {
        table(LABELS, said);
    }

    private void table(float labels, List<Said> said) {
        flow.table(Looks.known(
                labels,
                said.stream().map(one -> Table.Row.of(one.label(), one.value())).toList()));
    }

    @Override
    public void close() {
        try {
            document.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
