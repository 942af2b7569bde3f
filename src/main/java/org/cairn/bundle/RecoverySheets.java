package org.cairn.bundle;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Style.Align;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.Fingerprint;

/// The papers of a recovery kit: what it is, the phrase, and each share on a page of its own.
///
/// Words and shares are Latin letters and run from left to right on every page, also among Arabic.
public final class RecoverySheets {

    private static final Style WORD = Style.serif(19, 29);
    private static final Style NUMBER = Style.sans(11, 29).in(Style.Ink.QUIET).aligned(Align.END);
    private static final Style GROUP = Style.sans(19, 32).aligned(Align.CENTRE);
    private static final int GROUPS_IN_A_LINE = 4;

    private final Fonts fonts;
    private final Words words;
    private final Kit kit;

    private RecoverySheets(Fonts fonts, Words words, Kit kit) {
        this.fonts = fonts;
        this.words = words;
        this.kit = kit;
    }

    /// What is printed.
    ///
    /// @param letters the mark of the kit, on every page
    /// @param needed how many shares it takes
    /// @param phrase the words of the phrase
    /// @param shares the groups of each share
    /// @param madeOn the day it was made
    public record Kit(String letters, int needed, List<String> phrase, List<List<String>> shares, LocalDate madeOn) {
        public Kit {
            phrase = List.copyOf(phrase);
            shares = List.copyOf(shares);
        }

        @Override
        public String toString() {
            return "Kit";
        }
    }

    /// The papers as a PDF in memory.
    public static byte[] pdf(Kit kit, Locale language) {
        try (PDDocument document = new PDDocument(SealedScratch.cache())) {
            Words words = new Words(language);
            Fonts fonts = new Fonts(document, words.locale());
            OwnPages pages = new OwnPages(document);
            new RecoverySheets(fonts, words, kit).set().forEach(pages::add);
            // nothing that identifies the file may be made of what is printed in it
            Fingerprint mark = Fingerprint.of((kit.letters() + kit.madeOn()).getBytes(StandardCharsets.UTF_8));
            Imprint imprint = new Imprint(
                    words.text("recovery.title"),
                    "",
                    kit.madeOn().atStartOfDay(ZoneOffset.UTC).toInstant(),
                    mark);
            pages.finish(fonts, words.locale(), imprint);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Typeset> set() {
        List<Typeset> sheets = new ArrayList<>(List.of(instructions(), phrase()));
        for (int number = 1; number <= kit.shares().size(); number++) {
            sheets.add(share(number));
        }
        return sheets;
    }

    private Typeset instructions() {
        Flow flow = new Flow(fonts, Looks.PAGE, words.direction());
        head(flow, words.text("recovery.title"));
        say(flow, words.text("recovery.what", kit.needed(), kit.shares().size()), Looks.READING);
        flow.space(8);
        part(flow, "recovery.keep", 5);
        part(flow, "recovery.use", 4);
        return flow.finish();
    }

    private void part(Flow flow, String key, int steps) {
        flow.heading(words.text(key), Looks.SUBHEADING);
        for (int step = 1; step <= steps; step++) {
            flow.numbered(
                    step + ".",
                    words.text(key + "." + step, kit.needed(), kit.shares().size(), kit.letters()),
                    Looks.READING,
                    words.direction());
        }
    }

    private Typeset phrase() {
        Flow flow = page();
        head(flow, words.text("recovery.phrase"));
        say(flow, words.text("recovery.phraseNote"), Looks.READING);
        List<Table.Row> rows = new ArrayList<>();
        for (String word : kit.phrase()) {
            rows.add(Table.Row.of(String.valueOf(rows.size() + 1), word));
        }
        flow.space(18);
        flow.table(new Table(
                List.of(new Table.Column(0.06f, NUMBER), new Table.Column(0.94f, WORD)), List.of(), rows, false));
        flow.space(18);
        say(flow, words.text("recovery.phraseAlone"), Looks.NOTE);
        return flow.finish();
    }

    private Typeset share(int number) {
        Flow flow = page();
        head(flow, words.text("recovery.share", number, kit.shares().size()));
        say(flow, words.text("recovery.shareNote", kit.needed(), kit.shares().size()), Looks.READING);
        List<Table.Row> rows = new ArrayList<>();
        List<String> groups = kit.shares().get(number - 1);
        for (int i = 0; i < groups.size(); i += GROUPS_IN_A_LINE) {
            rows.add(Table.Row.of(groups.subList(i, i + GROUPS_IN_A_LINE).toArray(String[]::new)));
        }
        Table.Column column = new Table.Column(1f / GROUPS_IN_A_LINE, GROUP);
        flow.space(18);
        flow.table(new Table(List.of(column, column, column, column), List.of(), rows, true));
        flow.space(18);
        say(flow, words.text("recovery.shareAlone", kit.letters()), Looks.NOTE);
        return flow.finish();
    }

    /// A page whose letters run from left to right, whatever language its sentences are in.
    private Flow page() {
        return new Flow(fonts, Looks.PAGE, Direction.LEFT_TO_RIGHT);
    }

    private void head(Flow flow, String title) {
        say(flow, words.text("recovery.mark", kit.letters(), words.date(kit.madeOn())), Looks.KICKER.spaced(0, 6));
        say(flow, title, Looks.TITLE.spaced(0, 14));
    }

    private void say(Flow flow, String text, Style style) {
        flow.paragraph(text, style, words.direction(), 0, Optional.empty());
    }
}
