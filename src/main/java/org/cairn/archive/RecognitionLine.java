package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.archive.RecognitionReport.Line;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.PagesWithoutText;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.RecognisedPage.Outcome;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.ocr.GreyPage;
import org.cairn.ocr.LanguageTrial;
import org.cairn.ocr.Languages;
import org.cairn.ocr.NotRecognised;
import org.cairn.ocr.Recognised;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;

/// Takes one item after another, has its pages drawn and recognised, and keeps what came of them some pages at a time:
/// whoever pulls the plug loses those that were not kept yet, and they wait again.
final class RecognitionLine {

    /// So many pages are kept at once: the reading is written anew each time.
    private static final int AT_ONCE = 25;

    /// What the machine is less sure of than this is no text but a guess at stains and leaves.
    private static final int LEGIBLE = 45;

    private final Session session;
    private final DrawingProcesses processes;
    private final String engine;
    private final BooleanSupplier paused;
    private final Progress progress;
    private final Consumer<Line> told;

    /// @param paused whether to stop after the page that is being read
    /// @param told what came of a page, once it is kept
    RecognitionLine(
            Session session,
            DrawingProcesses processes,
            String engine,
            BooleanSupplier paused,
            Progress progress,
            Consumer<Line> told) {
        this.session = session;
        this.processes = processes;
        this.engine = engine;
        this.paused = paused;
        this.progress = progress;
        this.told = told;
    }

    /// What one item needs.
    ///
    /// @param pages that wait
    private record Work(Reference reference, Reading reading, EvidenceItem item, SortedSet<Integer> pages) {}

    /// Recognises the pages of an item that wait.
    ///
    /// @param again also those that were recognised before
    /// @param trial finds out the language
    void recognise(Reference reference, boolean again, LanguageTrial trial) {
        Optional<Work> work = session.store()
                .read(view -> view.reading(reference).map(reading -> {
                    SortedSet<Integer> pages = new TreeSet<>(PagesWithoutText.of(reading, view.passages(reference)));
                    for (RecognisedPage known : view.recognisedPages(reference)) {
                        if (again) {
                            pages.add(known.page());
                        } else {
                            pages.remove(known.page());
                        }
                    }
                    EvidenceItem item = Evidence.item(view.current(reference).orElseThrow());
                    return new Work(reference, reading, item, pages);
                }));
        work.ifPresent(some -> recognise(some, trial));
    }

    private void recognise(Work work, LanguageTrial trial) {
        if (work.pages().isEmpty()) {
            // it was counted as waiting by a rule that has changed since
            session.store().inTransaction(tx -> {
                RecognisedText.follow(tx, work.reference());
                return work;
            });
            return;
        }
        Optional<ItemPages> opened = open(work);
        if (opened.isEmpty()) {
            keep(work, work.pages().stream().map(RecognitionLine::undrawn).toList(), 0);
            return;
        }
        try (ItemPages pages = opened.get()) {
            // nobody counted the pictures of a file before it was opened
            IntStream.rangeClosed(work.reading().pages() + 1, pages.count())
                    .filter(page -> work.reading().pages() == 0)
                    .forEach(work.pages()::add);
            recognise(work, pages, trial);
        }
    }

    /// Nothing where it is no document that can be drawn, or the archive cannot hand it over.
    private Optional<ItemPages> open(Work work) {
        try {
            return Optional.of(ItemPages.open(
                    processes,
                    work.reading().mediaType(),
                    session.vault().channel(work.item().bytes())));
        } catch (NotDrawable | ArchiveException.Damaged e) {
            return Optional.empty();
        }
    }

    private void recognise(Work work, ItemPages pages, LanguageTrial trial) {
        List<Drawn> done = new ArrayList<>();
        try {
            for (int page : work.pages()) {
                check();
                done.add(page > pages.count() ? undrawn(page) : page(pages, page, trial));
                if (done.size() == AT_ONCE) {
                    List<Drawn> some = List.copyOf(done);
                    done.clear();
                    keep(work, some, pages.count());
                }
            }
        } finally {
            if (!done.isEmpty() && !session.closing().begun()) {
                keep(work, done, pages.count());
            }
        }
    }

    private void check() {
        progress.checkCancelled();
        session.closing().check();
        if (paused.getAsBoolean()) {
            throw new CancelledException();
        }
    }

    /// A page, and what came of it.
    private record Drawn(int page, Optional<Recognised> read, String reason) {}

    private static Drawn undrawn(int page) {
        return new Drawn(page, Optional.empty(), "notDrawable");
    }

    private static Drawn page(ItemPages pages, int page, LanguageTrial trial) {
        try {
            GreyPage drawn = pages.draw(page);
            return new Drawn(page, Optional.of(trial.read(drawn)), "");
        } catch (NotDrawable e) {
            return undrawn(page);
        } catch (NotRecognised e) {
            if (e.reason() == NotRecognised.Reason.NOT_STARTED) {
                // it was taken away meanwhile: no page is to be blamed for that
                throw new ArchiveException.MissingProgram("tesseract");
            }
            return new Drawn(page, Optional.empty(), e.reason().code());
        }
    }

    private void keep(Work work, List<Drawn> drawn, int pages) {
        List<RecognisedText.Page> kept = drawn.stream().map(this::asKept).toList();
        Reading now = session.store().inTransaction(tx -> {
            Reading reading = RecognisedText.keep(tx, work.reference(), kept, pages);
            session.note(tx, "RECOGNISED", Optional.of(work.reference()), details(kept, reading));
            return reading;
        });
        kept.forEach(page -> told.accept(new Line(work.reference(), page.mark())));
        new Indexer(session).catchUpUnlessSomebodyDoes(Progress.none());
        new Sketching(session).words(Progress.none());
        progress.step("recognise", 0, 0);
    }

    private RecognisedText.Page asKept(Drawn drawn) {
        Optional<Recognised> legible = drawn.read().filter(read -> !read.silent() && read.confidence() >= LEGIBLE);
        String languages =
                drawn.read().map(read -> String.join("+", read.packs())).orElse("");
        int confidence = drawn.read().map(Recognised::confidence).orElse(0);
        Outcome outcome =
                drawn.read().isEmpty() ? Outcome.UNREADABLE : legible.isPresent() ? Outcome.READ : Outcome.SILENT;
        return new RecognisedText.Page(
                new RecognisedPage(drawn.page(), outcome, drawn.reason(), confidence, languages, engine),
                legible.map(Recognised::text).orElse(""),
                legible.map(Recognised::words).orElse(List.of()),
                legible.flatMap(read -> read.packs().stream().findFirst())
                        .flatMap(Languages::ofPack)
                        .map(Languages.Entry::language));
    }

    private Map<String, String> details(List<RecognisedText.Page> kept, Reading now) {
        Map<String, String> details = new TreeMap<>();
        details.put("engine", engine);
        details.put("status", now.status().name());
        for (Outcome outcome : Outcome.values()) {
            String pages = kept.stream()
                    .filter(page -> page.mark().outcome() == outcome)
                    .map(page -> String.valueOf(page.mark().page()))
                    .collect(Collectors.joining(" "));
            if (!pages.isEmpty()) {
                details.put(outcome.name().toLowerCase(java.util.Locale.ROOT), pages);
            }
        }
        kept.stream()
                .map(page -> page.mark().languages())
                .filter(languages -> !languages.isEmpty())
                .distinct()
                .reduce((one, other) -> one + " " + other)
                .ifPresent(languages -> details.put("languages", languages));
        return details;
    }
}
