package org.cairn.bundle;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.redact.Found;
import org.cairn.bundle.redact.PageLook;
import org.cairn.bundle.redact.PagesApart;
import org.cairn.bundle.redact.WordFinder;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.drawing.Box;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.Word;
import org.cairn.progress.Progress;

/// The pages of one exhibit as they will stand in a bundle, without their separator and without a number, and with
/// nothing taken out of them: areas are drawn on these, and words sought. They lie in memory, sealed where there is not
/// room enough, and are gone when this is closed; they never leave.
public final class ExhibitPreview implements AutoCloseable {

    private final PagesApart pages;
    private final DrawingProcesses drawing;
    private final Map<Integer, SourcePage> sources;

    private ExhibitPreview(PagesApart pages, DrawingProcesses drawing, Map<Integer, SourcePage> sources) {
        this.pages = pages;
        this.drawing = drawing;
        this.sources = Map.copyOf(sources);
    }

    /// Lays an exhibit out.
    ///
    /// @param plan that it is in, with the bundle's other exhibits: what it says of them takes room
    /// @param exhibit with nothing taken out of it
    /// @param drawing the processes that draw; the caller's
    public static ExhibitPreview of(
            BundlePlan plan, PlannedExhibit exhibit, DrawingProcesses drawing, Progress progress) {
        Words words = new Words(plan.language());
        try (VolumePages volume = new VolumePages(plan, words, drawing, progress)) {
            volume.add(new PlannedSection("", "", List.of(exhibit)), exhibit);
            volume.fonts().finish();
            List<PDPage> content = content(volume, exhibit);
            Map<Integer, SourcePage> sources = new HashMap<>();
            for (int i = 0; i < content.size(); i++) {
                Optional<SourcePage> source = volume.source(content.get(i));
                if (source.isPresent()) {
                    sources.put(i + 1, source.get());
                }
            }
            return new ExhibitPreview(PagesApart.of(content), drawing, sources);
        } catch (IOException e) {
            throw Workplace.translated(e, Path.of(""));
        }
    }

    private static List<PDPage> content(VolumePages volume, PlannedExhibit exhibit) {
        List<PDPage> content = new ArrayList<>();
        PDPage first = volume.places().get(Keys.content(exhibit, 1));
        for (PDPage page : volume.document().getPages()) {
            if (!content.isEmpty() || page.equals(first)) {
                content.add(page);
            }
        }
        return content;
    }

    /// How many pages.
    public int count() {
        return pages.count();
    }

    /// The pages as a PDF, any number of times.
    public SeekableByteChannel open() {
        return pages.bytes();
    }

    /// What areas of a page cover, for whoever draws them.
    ///
    /// @param page from 1
    public PageLook look(int page) {
        try (PdfDrawing open = pages.open(drawing)) {
            return PageLook.of(open, page);
        }
    }

    /// The pages on which no word can be found, whatever is seen on them: they show no letter, and no machine has
    /// read them.
    ///
    /// @param read whether a machine has read a page of the file
    public List<Integer> wordless(IntPredicate read) {
        List<Integer> wordless = new ArrayList<>();
        if (count() == 0) {
            return wordless;
        }
        try (PdfDrawing open = pages.open(drawing)) {
            for (Map.Entry<Integer, SourcePage> page : new TreeMap<>(sources).entrySet()) {
                if (!read.test(page.getValue().number())
                        && open.letters(page.getKey()).isEmpty()) {
                    wordless.add(page.getKey());
                }
            }
        }
        return wordless;
    }

    /// Every place of some words.
    ///
    /// @param recognised the words that a machine recognised on a page of the file, in the order in which they are read
    /// @param progress told of the stage `seek`
    /// @throws org.cairn.drawing.NotDrawable when a page cannot be looked at
    public List<Found> find(List<String> words, IntFunction<List<Word>> recognised, Progress progress) {
        if (count() == 0) {
            return List.of();
        }
        try (PdfDrawing open = pages.open(drawing)) {
            return new WordFinder(drawing, progress).find(open, words, page -> recognised(page, recognised));
        }
    }

    private List<Word> recognised(int page, IntFunction<List<Word>> recognised) {
        SourcePage source = sources.get(page);
        return source == null
                ? List.of()
                : recognised.apply(source.number()).stream()
                        .map(word -> new Word(word.text(), onPage(source.place(), word.box()), word.line()))
                        .toList();
    }

    private static Box onPage(Area place, Box box) {
        return new Box(
                place.x() + box.x() * place.width(),
                place.y() + box.y() * place.height(),
                box.width() * place.width(),
                box.height() * place.height());
    }

    @Override
    public void close() {
        try {
            pages.close();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public String toString() {
        return "ExhibitPreview";
    }
}
