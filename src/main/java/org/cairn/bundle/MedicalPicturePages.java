package org.cairn.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.cairn.bundle.insert.MedicalPictures;
import org.cairn.bundle.insert.UninsertableException;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.progress.Progress;

/// The pictures of a medical file, each on a page of its own under what the file says of how it was taken; never under
/// whom it shows.
public final class MedicalPicturePages {

    /// A film of hundreds is not printed whole: so many are, from all over it.
    public static final int MOST = 24;

    private static final float ROOM = 440;
    private static final float LABEL = 0.24f;

    private final Words words;
    private final Paper paper;
    private final Progress progress;

    MedicalPicturePages(Words words, Paper paper, Progress progress) {
        this.words = words;
        this.paper = paper;
        this.progress = progress;
    }

    /// A picture that could not be drawn while pages were set.
    static final class Undrawn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient UninsertableException why;

        Undrawn(UninsertableException why) {
            super(why);
            this.why = why;
        }

        UninsertableException why() {
            return why;
        }
    }

    /// Which pictures of the file are printed.
    ///
    /// @param wanted how many are asked for
    record Printed(List<Integer> numbers, int wanted) {
        Printed {
            numbers = List.copyOf(numbers);
        }
    }

    Printed printed(PlannedExhibit exhibit, MedicalPictures pictures) throws UninsertableException {
        List<Integer> wanted = IntStream.rangeClosed(1, pictures.count())
                .filter(exhibit.pages()::has)
                .boxed()
                .toList();
        if (wanted.isEmpty()) {
            throw new UninsertableException("noSuchPages");
        }
        return new Printed(
                spread(wanted.size()).stream()
                        .map(place -> wanted.get(place - 1))
                        .toList(),
                wanted.size());
    }

    /// Sets them, the same each time it is asked.
    ///
    /// @throws Undrawn when one of them cannot be drawn
    Typeset set(
            Fonts fonts, PlannedExhibit exhibit, Content.Document source, MedicalPictures pictures, Printed printed) {
        Flow flow = new Flow(fonts, Looks.PAGE.on(paper), words.direction());
        for (int number : printed.numbers()) {
            progress.checkCancelled();
            page(flow, exhibit, source, number, pictures);
        }
        return flow.finish();
    }

    /// What a reader must be told of them.
    static List<RuleResult> notes(PlannedExhibit exhibit, Printed printed) {
        List<RuleResult> notes = new ArrayList<>();
        notes.add(RuleResult.of("SCAN", Outcome.MENDED, "rule.SCAN.drawn", exhibit.mark()));
        int shown = printed.numbers().size();
        if (shown < printed.wanted()) {
            notes.add(RuleResult.of(
                    "SCAN", Outcome.NEEDS_PERSON, "rule.SCAN.spread", exhibit.mark(), printed.wanted(), shown));
        }
        return notes;
    }

    /// The first, the last, and as many between as are printed.
    static List<Integer> spread(int count) {
        int printed = Math.min(count, MOST);
        return IntStream.range(0, printed)
                .map(place -> printed < 2 ? 1 : 1 + (int) Math.round((double) place * (count - 1) / (printed - 1)))
                .boxed()
                .toList();
    }

    private void page(
            Flow flow, PlannedExhibit exhibit, Content.Document source, int number, MedicalPictures pictures) {
        MedicalPictures.Placed placed = placed(number, flow.width(), pictures);
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
                        canvas -> canvas.picture(
                                target -> drawn(number, target, pictures), left, 0, placed.width(), placed.height()));
    }

    private static MedicalPictures.Placed placed(int number, float width, MedicalPictures pictures) {
        try {
            return pictures.place(number, width, ROOM);
        } catch (UninsertableException e) {
            throw new Undrawn(e);
        }
    }

    private static PDImageXObject drawn(int number, PDDocument target, MedicalPictures pictures) {
        try {
            return pictures.draw(number, target);
        } catch (UninsertableException e) {
            throw new Undrawn(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
