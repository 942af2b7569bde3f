package org.cairn.bundle.redact;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.insert.Memory;
import org.cairn.bundle.insert.PageInserter;
import org.cairn.bundle.insert.UninsertableException;
import org.cairn.bundle.typeset.Direction;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Margins;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.Redaction;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Redacts what tests make, from the source to the bytes of the finished file.
public final class Redacting implements AutoCloseable {

    public static final Wording WORDING = new Wording() {
        @Override
        public String withheld(String reason) {
            return "This page is withheld in full: " + reason;
        }

        @Override
        public String notDrawn(String reason) {
            return "This page could not be shown: " + reason;
        }
    };

    private final DrawingProcesses processes;

    public Redacting() {
        this(DrawingLimits.DEFAULT);
    }

    public Redacting(DrawingLimits limits) {
        this.processes = new DrawingProcesses(limits);
    }

    public DrawingProcesses processes() {
        return processes;
    }

    /// A finished file and what became of its pages.
    public record Made(byte[] pdf, List<RedactedPage> fates, List<String> links) {

        public String text() {
            return Redacting.text(pdf);
        }
    }

    public static String text(byte[] pdf) {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A PDF inserted and redacted wherever these words stand.
    public Made words(byte[] source, String... words) {
        return words(source, Set.of(), words);
    }

    /// The same, with pages that are drawn as pictures besides.
    public Made words(byte[] source, Set<Integer> drawn, String... words) {
        return made(source, "application/pdf", pages -> everywhere(pages, List.of(words)), pages -> {
            Set<Integer> all = new TreeSet<>(drawn);
            found(pages, List.of(words)).stream()
                    .filter(found -> found.spots().isEmpty())
                    .forEach(found -> all.add(found.page()));
            return all;
        });
    }

    private List<Found> found(List<PDPage> pages, List<String> words) {
        try {
            return new WordFinder(processes, Progress.none()).find(pages, words);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /// A PDF inserted, and these pages drawn as pictures although nothing is painted over on them.
    public Made drawn(byte[] source, Integer... pages) {
        return made(source, "application/pdf", all -> List.of(), all -> Set.of(pages));
    }

    public List<Redaction> everywhere(List<PDPage> pages, List<String> words) {
        return found(pages, words).stream()
                .flatMap(found -> found.spots().stream())
                .map(spot -> new Redaction(spot.page(), spot.area(), "SOURCE"))
                .toList();
    }

    /// A PDF inserted and redacted as its inserted pages ask for.
    public Made inserted(byte[] source, Function<List<PDPage>, List<Redaction>> redactions) {
        return made(source, "application/pdf", redactions);
    }

    public Made made(byte[] source, String type, Function<List<PDPage>, List<Redaction>> redactions) {
        return made(source, type, redactions, pages -> Set.of());
    }

    private Made made(
            byte[] source,
            String type,
            Function<List<PDPage>, List<Redaction>> redactions,
            Function<List<PDPage>, Set<Integer>> drawn) {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            PageInserter inserter = new PageInserter(document, Paper.A4);
            List<PDPage> pages = type.equals("application/pdf")
                    ? inserter.insertPdf(new Memory(source), "A1").pages()
                    : inserter.insertPicture(new Memory(source), type).pages();
            List<RedactedPage> fates = new PageRedactor(document, fonts, processes, WORDING, Progress.none())
                    .inserted(pages, 0, redactions.apply(pages), drawn.apply(pages));
            return new Made(bytes(document, fonts), fates, List.of());
        } catch (IOException | UninsertableException e) {
            throw new AssertionError(e);
        }
    }

    /// Paragraphs set by us, redacted wherever these words stand.
    public Made set(List<String> paragraphs, String... words) {
        return set(fonts -> setting(fonts, paragraphs), pages -> everywhere(pages, List.of(words)));
    }

    public Made set(Function<Fonts, Typeset> setting, Function<List<PDPage>, List<Redaction>> redactions) {
        try (PDDocument document = new PDDocument();
                PDDocument draft = new PDDocument()) {
            Fonts own = new Fonts(draft);
            Typeset drafted = setting.apply(own);
            own.finish();
            List<Redaction> asked = redactions.apply(drafted.pages());
            Fonts fonts = new Fonts(document);
            RedactedSetting set =
                    new PageRedactor(document, fonts, processes, WORDING, Progress.none()).typeset(setting, 0, asked);
            set.pages().pages().forEach(document::addPage);
            List<String> links =
                    set.pages().links().stream().map(Typeset.Link::to).toList();
            return new Made(bytes(document, fonts), set.fates(), links);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public static Typeset setting(Fonts fonts, List<String> paragraphs) {
        Flow flow = new Flow(fonts, Margins.centimetres(2.5f), Direction.LEFT_TO_RIGHT);
        for (String paragraph : paragraphs) {
            Style style = Style.serif(12, 20).spaced(0, 10);
            flow.paragraph(paragraph, style, Direction.LEFT_TO_RIGHT.orOf(paragraph), 0, Optional.empty());
        }
        return flow.finish();
    }

    /// A file of our own pages, as a source for others.
    public static byte[] document(List<String> paragraphs) {
        try (PDDocument document = new PDDocument()) {
            Fonts fonts = new Fonts(document);
            setting(fonts, paragraphs).pages().forEach(document::addPage);
            return bytes(document, fonts);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static byte[] bytes(PDDocument document, Fonts fonts) throws IOException {
        fonts.finish();
        document.setDocumentId(1L);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.save(out);
        return out.toByteArray();
    }

    static Set<String> wordsOf(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    @Override
    public void close() {
        processes.close();
    }
}
