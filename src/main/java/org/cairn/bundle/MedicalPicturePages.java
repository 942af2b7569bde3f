package org.cairn.bundle;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.MedicalPictures;
import org.cairn.bundle.insert.UninsertableException;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// The pictures of a medical file, each on a page of its own under what the file says of how it was taken; never under
/// whom it shows.
public final class MedicalPicturePages {

    /// A film of hundreds is not printed whole: so many are, from all over it.
    public static final int MOST = 24;

    private static final float ROOM = 440;
    private static final float LABEL = 0.24f;

    private final PDDocument document;
    private final Fonts fonts;
    private final Words words;
    private final Paper paper;
    private final DrawingProcesses processes;
    private final Progress progress;

    MedicalPicturePages(
            PDDocument document, Fonts fonts, Words words, Paper paper, DrawingProcesses processes, Progress progress) {
        this.document = document;
        this.fonts = fonts;
        this.words = words;
        this.paper = paper;
        this.processes = processes;
        this.progress = progress;
    }

    /// Pages that were set, and what a reader must be told of them.
    record Drawn(Typeset typeset, List<RuleResult> notes) {}

    /// @throws UninsertableException when a picture of it cannot be drawn; no page is set then
    Drawn set(PlannedExhibit exhibit, Content.Document source) throws IOException, UninsertableException {
        try (MedicalPictures pictures = new MedicalPictures(document, processes, source.bytes())) {
            Flow flow = new Flow(fonts, Looks.PAGE.on(paper), words.direction());
            List<Integer> wanted = IntStream.rangeClosed(1, pictures.count())
                    .filter(exhibit.pages()::has)
                    .boxed()
                    .toList();
            if (wanted.isEmpty()) {
                throw new UninsertableException("noSuchPages");
            }
            List<Integer> shown = spread(wanted.size()).stream()
                    .map(place -> wanted.get(place - 1))
                    .toList();
            for (int number : shown) {
                progress.checkCancelled();
                page(flow, exhibit, source, number, pictures);
            }
            List<RuleResult> notes = new ArrayList<>();
            notes.add(RuleResult.of("SCAN", Outcome.MENDED, "rule.SCAN.drawn", exhibit.mark()));
            if (shown.size() < wanted.size()) {
                notes.add(RuleResult.of(
                        "SCAN", Outcome.NEEDS_PERSON, "rule.SCAN.spread", exhibit.mark(), wanted.size(), shown.size()));
            }
            return new Drawn(flow.finish(), notes);
        }
    }

    /// The first, the last, and as many between as are printed.
    static List<Integer> spread(int count) {
        int printed = Math.min(count, MOST);
        return IntStream.range(0, printed)
                .map(place -> printed < 2 ? 1 : 1 + (int) Math.round((double) place * (count - 1) / (printed - 1)))
                .boxed()
                .toList();
    }

    private void page(Flow flow, PlannedExhibit exhibit, Content.Document source, int number, MedicalPictures pictures)
            throws IOException, UninsertableException {
        MedicalPictures.Placed placed = pictures.draw(number, flow.width(), ROOM);
        flow.newPage();
        flow.paragraph(words.text("scan.kicker", exhibit.mark()), Looks.KICKER.spaced(0, 4));
        flow.heading(Titles.of(exhibit.title()), Looks.HEADING);
        flow.table(Looks.known(LABEL, facts(source, number, pictures.count(), placed)));
        flow.table(Looks.known(
                        LABEL,
                        List.of(Table.Row.of(
                                words.text("fact.hash"), source.hash().hex())))
                .withValue(Looks.SMALL_CELL));
        if (placed.even()) {
            flow.space(6).paragraph(words.text("scan.even"), Looks.NOTE);
        }
        float left = (flow.width() - placed.width()) / 2;
        flow.space(14)
                .canvas(
                        placed.height(),
                        alternative(exhibit, source, number, pictures.count()),
                        canvas -> canvas.picture(placed.picture(), left, 0, placed.width(), placed.height()));
    }

    /// What is told of a picture to somebody who cannot see it: no more than the file says of it.
    private String alternative(PlannedExhibit exhibit, Content.Document source, int number, int count) {
        String modality = source.reading().metadata().getOrDefault("modality", "");
        String which = words.text("structure.picture", exhibit.mark(), number, count);
        return modality.isBlank() ? which : which + " – " + words.coded("modality", modality);
    }

    private List<Table.Row> facts(Content.Document source, int number, int count, MedicalPictures.Placed placed) {
        Map<String, String> said = source.reading().metadata();
        String modality = said.getOrDefault("modality", "");
        return List.of(
                row("scan.modality", modality.isBlank() ? "" : words.coded("modality", modality)),
                row("scan.bodyPart", Titles.of(said.getOrDefault("bodyPart", ""))),
                row("scan.studyDate", day(said.getOrDefault("created", ""))),
                row("scan.number", count < 2 ? "" : words.text("scan.of", number, count)),
                row("scan.dots", placed.columns() + " × " + placed.rows()));
    }

    private Table.Row row(String label, String value) {
        return Table.Row.of(words.text(label), value);
    }

    /// A date as medical files write it; what is none is left as it stands there.
    private String day(String written) {
        try {
            return words.date(LocalDate.parse(written, DateTimeFormatter.BASIC_ISO_DATE));
        } catch (DateTimeParseException e) {
            return Titles.of(written);
        }
    }
}
