package org.cairn.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.archive.RecognitionReport.Line;
import org.cairn.archive.RecognitionStatus.MissingPack;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.WordPlace;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.intake.TextLanguage;
import org.cairn.ocr.LanguageTrial;
import org.cairn.ocr.Languages;
import org.cairn.ocr.OcrLimits;
import org.cairn.ocr.PageReader;
import org.cairn.ocr.Tesseract;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.store.StoreView;

/// Text on scans and pictures: recognised by a machine in the background, or read and typed by a person.
///
/// What waits is told by the database, so that it goes on after a crash where it stood.
public final class Recognition implements AutoCloseable {

    /// Where the program is, for whoever has it in an unusual place.
    public static final String PLACE = "cairn.tesseract";

    private static final String PAUSED = "ocr.paused";
    private static final String USUAL = "ocr.languages";

    private final Session session;
    private final OcrLimits limits;
    private final Supplier<Optional<Tesseract>> search;
    private final DrawingProcesses processes;
    private final Turns turns = new Turns();
    private final TextLanguage speech = new TextLanguage();
    private volatile Optional<Optional<Tesseract>> found = Optional.empty();

    Recognition(Session session) {
        this(session, OcrLimits.DEFAULT, () -> Tesseract.find(place()));
    }

    /// @param search looks for the program
    Recognition(Session session, OcrLimits limits, Supplier<Optional<Tesseract>> search) {
        this.session = session;
        this.limits = limits;
        this.search = search;
        this.processes = new DrawingProcesses(DrawingLimits.DEFAULT);
    }

    private static Optional<Path> place() {
        return Optional.ofNullable(System.getProperty(PLACE))
                .or(() -> Optional.ofNullable(System.getenv("CAIRN_TESSERACT")))
                .filter(place -> !place.isBlank())
                .map(Path::of);
    }

    /// How it stands. Takes a moment when it is asked for the first time.
    public RecognitionStatus status() {
        session.require(Permission.READ);
        Optional<Tesseract> engine = engine();
        List<Languages.Entry> installed = installed(engine);
        List<MissingPack> missing = Languages.all().stream()
                .filter(entry -> !installed.contains(entry))
                .map(entry -> new MissingPack(entry.language(), entry.pack(), entry.debian(), entry.fedora()))
                .toList();
        return session.store()
                .read(view -> new RecognitionStatus(
                        engine.map(Tesseract::name),
                        installed.stream().map(Languages.Entry::language).toList(),
                        missing,
                        usual(),
                        view.countWaitingPages(session.clearance()),
                        paused()));
    }

    /// Looks again whether the program is there: it may have been installed meanwhile.
    public void lookAgain() {
        found = Optional.empty();
    }

    /// How many pages of an item wait.
    public int waiting(Reference reference) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, reference);
            return view.waitingPages(reference);
        });
    }

    /// Stops it until further notice, also over restarts.
    public void pause() {
        setPaused(true);
    }

    /// Lets it go on.
    public void resume() {
        setPaused(false);
    }

    private void setPaused(boolean paused) {
        session.require(Permission.RECORD);
        session.store().inTransaction(tx -> {
            tx.putSetting(PAUSED, String.valueOf(paused));
            return paused;
        });
    }

    /// Says in which languages the archive's papers usually are.
    ///
    /// @throws ArchiveException.InvalidInput where one cannot be recognised at all
    public void setUsual(List<LanguageTag> languages) {
        session.require(Permission.RECORD);
        languages.forEach(Recognition::entries);
        session.store().inTransaction(tx -> {
            tx.putSetting(USUAL, languages.stream().map(LanguageTag::tag).collect(Collectors.joining(",")));
            return languages;
        });
    }

    /// Whether something waits that this person may have recognised now.
    public boolean hasWork() {
        return Permission.RECORD.allows(session.user())
                && !paused()
                && session.store().read(view -> view.countWaitingPages(session.clearance())) > 0
                && engine().isPresent();
    }

    /// Recognises whatever waits, until nothing does or somebody pauses it.
    ///
    /// @param told what came of each page, once it is kept
    /// @throws ArchiveException.MissingProgram when the program is not installed
    public RecognitionReport run(Progress progress, Consumer<Line> told) {
        session.require(Permission.RECORD);
        return session.closing()
                .mayOvertake(() -> working(
                        progress,
                        told,
                        (line, lines) -> {
                            long all = session.store().read(view -> view.countWaitingPages(session.clearance()));
                            int after = 0;
                            List<Reference> some = waitingAfter(after);
                            while (!some.isEmpty() && !paused()) {
                                for (Reference next : some) {
                                    progress.step("recognise", lines.size(), Math.max(all, lines.size()));
                                    line.recognise(next, false, trial(next, List.of(), progress));
                                    after = next.number();
                                }
                                some = waitingAfter(after);
                            }
                        },
                        this::paused));
    }

    private List<Reference> waitingAfter(int number) {
        return session.store().read(view -> view.waitingToBeRecognised(session.clearance(), number, 1));
    }

    /// Recognises some items now, also pages that were recognised before, and also while it is paused.
    ///
    /// @param languages in which; empty to find out
    /// @throws ArchiveException.MissingProgram when the program is not installed
    /// @throws ArchiveException.InvalidInput where the pack of a language is not installed
    public RecognitionReport recognise(
            List<Reference> references, List<LanguageTag> languages, Progress progress, Consumer<Line> told) {
        session.require(Permission.RECORD);
        List<Languages.Entry> asked = languages.stream()
                .flatMap(language -> entries(language).stream())
                .toList();
        session.store()
                .read(view -> references.stream()
                        .map(reference -> Evidence.item(session.visible(view, reference)))
                        .toList());
        return session.closing()
                .mayOvertake(() -> working(
                        progress,
                        told,
                        (line, lines) -> {
                            for (Reference reference : references) {
                                progress.step("recognise", lines.size(), 0);
                                line.recognise(reference, true, trial(reference, asked, progress));
                            }
                        },
                        () -> false));
    }

    /// Work with the machine.
    @FunctionalInterface
    private interface Shift {
        void work(RecognitionLine line, List<Line> lines);
    }

    private RecognitionReport working(
            Progress progress, Consumer<Line> told, Shift shift, java.util.function.BooleanSupplier paused) {
        Tesseract engine = engine().orElseThrow(() -> new ArchiveException.MissingProgram("tesseract"));
        List<Line> lines = new ArrayList<>();
        try (Turns.Turn turn = turns.await(progress)) {
            Progress watching = session.closing().watching(progress);
            shift.work(
                    new RecognitionLine(session, processes, engine.name(), paused, watching, told.andThen(lines::add)),
                    lines);
        } catch (CancelledException e) {
            if (!paused.getAsBoolean()) {
                throw e;
            }
        }
        return new RecognitionReport(lines);
    }

    private LanguageTrial trial(Reference reference, List<Languages.Entry> asked, Progress progress) {
        Tesseract engine = engine().orElseThrow(() -> new ArchiveException.MissingProgram("tesseract"));
        PageReader reader = new PageReader(engine, limits, session.closing().watching(progress));
        List<Languages.Entry> installed = installed(Optional.of(engine));
        if (!asked.isEmpty()) {
            List<Languages.Entry> here =
                    asked.stream().filter(installed::contains).toList();
            if (here.isEmpty()) {
                throw new ArchiveException.MissingProgram(asked.getFirst().debian());
            }
            return new LanguageTrial(reader, here, here, text -> Optional.empty());
        }
        List<Languages.Entry> likely = session.store().read(view -> {
            EvidenceItem item = Evidence.item(view.current(reference).orElseThrow());
            return new LanguageGuess(view, usual()).of(reference, item);
        });
        return new LanguageTrial(
                reader, likely.stream().filter(installed::contains).toList(), installed, speech::of);
    }

    /// What came of an item's pages.
    public List<RecognisedPage> pages(Reference reference) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, reference);
            return view.recognisedPages(reference);
        });
    }

    /// Where the words of a page stand that was recognised, each with its text; nothing where a person typed the page.
    public List<PlacedWord> words(Reference reference, int page) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, reference);
            return words(view, reference, page);
        });
    }

    static List<PlacedWord> words(StoreView view, Reference reference, int page) {
        String text =
                view.passage(reference, page).map(passage -> passage.text()).orElse("");
        return view.wordPlaces(reference, page).stream()
                .filter(word -> word.end() <= text.length())
                .map(word -> new PlacedWord(text.substring(word.start(), word.end()), word))
                .toList();
    }

    /// A word and its place.
    public record PlacedWord(String text, WordPlace place) {
        @Override
        public String toString() {
            return "PlacedWord";
        }
    }

    /// Keeps what a person read on a page: it prevails over what the machine made of it.
    ///
    /// @param page from 1
    /// @param basedOn the revision that was looked at
    /// @throws ArchiveException.ChangedMeanwhile when another came after it
    public Kept type(Reference reference, int page, String text, LanguageTag language, int basedOn) {
        Kept kept = new PageTyping(session).keep(reference, page, text, language, basedOn);
        new Indexer(session).catchUpUnlessSomebodyDoes(Progress.none());
        return kept;
    }

    /// The program, where it is installed.
    Optional<Tesseract> program() {
        return engine();
    }

    private Optional<Tesseract> engine() {
        Optional<Optional<Tesseract>> known = found;
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Tesseract> now = search.get();
        found = Optional.of(now);
        return now;
    }

    private static List<Languages.Entry> installed(Optional<Tesseract> engine) {
        return engine.map(program -> Languages.installed(program.packs())).orElse(List.of());
    }

    private static List<Languages.Entry> entries(LanguageTag language) {
        List<Languages.Entry> entries = Languages.of(language);
        if (entries.isEmpty()) {
            throw new ArchiveException.InvalidInput("language", "unknownValue");
        }
        return entries;
    }

    private boolean paused() {
        return session.store()
                .read(view -> view.setting(PAUSED))
                .filter("true"::equals)
                .isPresent();
    }

    private List<LanguageTag> usual() {
        return session.store().read(view -> view.setting(USUAL)).stream()
                .flatMap(text -> Stream.of(text.split(",")))
                .filter(tag -> !tag.isBlank())
                .map(LanguageTag::new)
                .toList();
    }

    @Override
    public void close() {
        processes.close();
    }
}
