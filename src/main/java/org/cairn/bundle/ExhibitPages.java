package org.cairn.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.ArchivalPages;
import org.cairn.bundle.insert.Bytes;
import org.cairn.bundle.insert.Inserted;
import org.cairn.bundle.insert.MedicalPictures;
import org.cairn.bundle.insert.PageInserter;
import org.cairn.bundle.insert.UninsertableException;
import org.cairn.bundle.insert.Wording;
import org.cairn.bundle.redact.LeanResources;
import org.cairn.bundle.redact.PageRedactor;
import org.cairn.bundle.redact.RedactedPage;
import org.cairn.bundle.redact.RedactedSetting;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Part;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Redaction;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Puts the pages of exhibits into a volume: statements and records as they are set here, files as they are, as another
/// program lays them out, or as what was read of them; what is redacted as pictures of itself.
final class ExhibitPages {

    private final VolumePages volume;
    private final PDDocument document;
    private final BundlePlan plan;
    private final Paper paper;
    private final Words words;
    private final Fonts fonts;
    private final ExhibitSheets sheets;
    private final PageInserter inserter;
    private final MedicalPicturePages scans;
    private final DrawingProcesses drawing;
    private final Progress progress;
    private final Map<Reference, PlannedExhibit> byReference = new HashMap<>();
    /// The pages of the exhibit that is added: to ask the document for a page by its number takes longer with each.
    private final List<PDPage> content = new ArrayList<>();
    /// Which of them say only that they are withheld, from 1.
    private final Set<Integer> gone = new HashSet<>();

    ExhibitPages(VolumePages volume, BundlePlan plan, Words words, DrawingProcesses drawing, Progress progress) {
        this.volume = volume;
        this.document = volume.document();
        this.plan = plan;
        this.paper = plan.profile().paper();
        this.words = words;
        this.fonts = volume.fonts();
        this.sheets = new ExhibitSheets(fonts, words, paper);
        this.inserter = plan.archival()
                ? new PageInserter(document, paper, new ArchivalPages(document, fonts))
                : new PageInserter(document, paper);
        this.scans = new MedicalPicturePages(words, paper, progress);
        this.drawing = drawing;
        this.progress = progress;
        plan.exhibits().forEach(exhibit -> byReference.putIfAbsent(exhibit.reference(), exhibit));
    }

    /// The content comes first, since the separator tells how long it is; then the separator goes before it.
    ///
    /// @return what had to be mended on the way
    List<RuleResult> add(PlannedExhibit exhibit) throws IOException {
        int before = volume.count();
        content.clear();
        gone.clear();
        List<RuleResult> said = redacted(exhibit, before);
        for (int i = 0; i < content.size(); i++) {
            volume.place(Keys.content(exhibit, i + 1), content.get(i));
        }
        volume.precede(content.getFirst(), sheets.exhibit(exhibit, volume.count() - before, said));
        return said;
    }

    /// The content with what is taken out of it.
    ///
    /// @throws ArchiveException.InvalidInput that names the exhibit when its areas were drawn on other pages than these
    private List<RuleResult> redacted(PlannedExhibit exhibit, int before) throws IOException {
        try {
            List<RuleResult> said = content(exhibit, before);
            PageRedactor.requireWithin(volume.count() - before, exhibit.redactions());
            return said;
        } catch (ArchiveException.InvalidInput e) {
            throw e.arguments().getFirst().equals(Redaction.FIELD)
                    ? new ArchiveException.InvalidInput(exhibit.reference().toString(), "redactedBefore")
                    : e;
        }
    }

    private List<RuleResult> content(PlannedExhibit exhibit, int before) throws IOException {
        List<RuleResult> said = new ArrayList<>();
        switch (exhibit.content()) {
            case Content.Statement statement -> {
                List<StatementLayout> layouts = new ArrayList<>();
                set(exhibit, before, said, own -> {
                    layouts.add(new StatementLayout(
                            own,
                            words,
                            paper,
                            statement,
                            byReference,
                            Optional.of(plan.draft()),
                            Optional.of(exhibit.mark())));
                    return layouts.getLast().set();
                });
                said.addAll(layouts.getLast().leadingNowhere(exhibit.mark()));
            }
            case Content.MedicalReport report ->
                set(
                        exhibit,
                        before,
                        said,
                        own -> new MedicalReportLayout(own, words, paper, report, byReference).set());
            case Content.FreeRecord free ->
                set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).freeRecord(free));
            case Content.Thing thing ->
                set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).thing(exhibit, thing));
            case Content.Document source -> said.addAll(document(exhibit, source, before));
        }
        return said;
    }

    /// Sets pages of ours, those that are redacted as pictures of themselves.
    ///
    /// @param before how many pages there were before the exhibit's
    private void set(PlannedExhibit exhibit, int before, List<RuleResult> said, Function<Fonts, Typeset> setting)
            throws IOException {
        int first = volume.count() - before;
        List<Redaction> here = exhibit.redactions().stream()
                .filter(redaction -> redaction.page() > first)
                .toList();
        RedactedSetting redacted = redactor().typeset(setting, first, here);
        volume.append(redacted.pages().without(notShown(redacted, first, here)));
        content.addAll(redacted.pages().pages());
        if (redacted.fates().isEmpty()) {
            return;
        }
        Part part = Part.inserted(Titles.of(exhibit.title()));
        List<PDPage> pages = redacted.fates().stream()
                .map(fate -> redacted.pages().pages().get(fate.page() - first - 1))
                .toList();
        pages.forEach(part::words);
        volume.told(pages, part);
        said.addAll(fates(exhibit, redacted.fates()));
    }

    /// Places of which something is taken out: what else is said of them would tell what it was. So is all that stands
    /// on a page that is withheld, as one is that could not be drawn.
    private static Set<String> notShown(RedactedSetting set, int before, List<Redaction> redactions) {
        Set<Integer> withheld = withheld(set.fates());
        return set.pages().stretches().entrySet().stream()
                .filter(place -> place.getValue().stream()
                        .anyMatch(stretch -> withheld.contains(stretch.page() + before)
                                || redactions.stream()
                                        .anyMatch(redaction -> redaction.page() - before == stretch.page()
                                                && redaction.area().touches(stretch.area()))))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Which pages say only that they are withheld.
    private static Set<Integer> withheld(List<RedactedPage> fates) {
        return fates.stream()
                .filter(fate -> fate.fate() == RedactedPage.Fate.WITHHELD || fate.fate() == RedactedPage.Fate.NOT_DRAWN)
                .map(RedactedPage::page)
                .collect(Collectors.toSet());
    }

    private PageRedactor redactor() {
        return new PageRedactor(document, fonts, drawing, new RedactionWords(words), progress);
    }

    /// What a person must look at: a page that could not be drawn safely is withheld, one whose words could not be read
    /// is a picture alone.
    private static List<RuleResult> fates(PlannedExhibit exhibit, List<RedactedPage> fates) {
        List<RuleResult> said = new ArrayList<>();
        Set<Integer> asked = exhibit.redactions().stream().map(Redaction::page).collect(Collectors.toSet());
        long reduced =
                fates.stream().filter(fate -> asked.contains(fate.page())).count();
        if (reduced > 0) {
            said.add(RuleResult.of("R", Outcome.MENDED, "rule.R.redacted", exhibit.mark(), reduced));
        }
        if (exhibit.asPictures() && fates.size() > reduced) {
            said.add(RuleResult.of("R", Outcome.MENDED, "rule.R.asPictures", exhibit.mark(), fates.size() - reduced));
        }
        for (RedactedPage fate : fates) {
            switch (fate.fate()) {
                case NOT_DRAWN ->
                    said.add(RuleResult.of("R", Outcome.NEEDS_PERSON, "rule.R.notDrawn", exhibit.mark(), fate.page()));
                case PAINTED_WITHOUT_WORDS ->
                    said.add(RuleResult.of(
                            "R", Outcome.NEEDS_PERSON, "rule.R.withoutWords", exhibit.mark(), fate.page()));
                case PAINTED, WITHHELD -> {
                    // as it was asked for
                }
            }
        }
        return said;
    }

    private List<RuleResult> document(PlannedExhibit exhibit, Content.Document source, int before) throws IOException {
        String type = mediaType(source);
        if (source.rendition().isPresent()) {
            return laidOut(exhibit, source, source.rendition().get(), type, before);
        }
        boolean picture = type.startsWith("image/");
        boolean scan = type.equals("application/dicom");
        if (!picture && !scan && !type.equals("application/pdf")) {
            return withoutPages(exhibit, source, type, before);
        }
        try {
            if (scan) {
                return scan(exhibit, source, before);
            }
            Inserted inserted = inserted(exhibit, source.bytes(), type);
            List<RuleResult> said = new ArrayList<>(inserted.notes());
            said.addAll(redacted(exhibit, inserted.pages()));
            told(inserted, exhibit);
            if (picture) {
                List<Passage> text = sheets.readable(source);
                if (!text.isEmpty()) {
                    set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).transcript(exhibit, text));
                }
            }
            return said;
        } catch (UninsertableException e) {
            List<RuleResult> said = new ArrayList<>();
            List<Passage> text = sheets.readable(source);
            String why = sheets.reason(source, Optional.of(e.reasonCode()));
            set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).slip(exhibit, source, text, why));
            said.add(RuleResult.of(
                    "SLIP",
                    Outcome.NEEDS_PERSON,
                    "rule.SLIP.refused",
                    exhibit.mark(),
                    words.coded("insert.refused", e.reasonCode())));
            return said;
        }
    }

    /// Pages of which something is taken out have fonts of their own where an archive has them drawn anew: only in
    /// finished fonts can be read what an area covers, and no font of the document shall hold what is taken out.
    private Inserted inserted(PlannedExhibit exhibit, Bytes bytes, String type)
            throws IOException, UninsertableException {
        Set<Integer> taken = exhibit.redactions().stream().map(Redaction::page).collect(Collectors.toSet());
        if (!plan.archival()) {
            return inserted(inserter, exhibit, bytes, type);
        }
        if (taken.isEmpty()) {
            return lean(inserted(inserter, exhibit, bytes, type));
        }
        Fonts own = new Fonts(document);
        ArchivalPages archival = new ArchivalPages(document, page -> taken.contains(page) ? own : fonts);
        Inserted inserted = inserted(new PageInserter(document, paper, archival), exhibit, bytes, type);
        own.finish();
        return inserted;
    }

    /// Fonts that a page lists and does not use need not be in the file; those who look for missing fonts need not find
    /// them.
    private static Inserted lean(Inserted inserted) {
        LeanResources lean = new LeanResources();
        for (PDPage page : inserted.pages()) {
            try {
                lean.lean(page);
            } catch (IOException | RuntimeException e) {
                // it keeps all that it lists
            }
        }
        return inserted;
    }

    private static Inserted inserted(PageInserter inserter, PlannedExhibit exhibit, Bytes bytes, String type)
            throws IOException, UninsertableException {
        return type.startsWith("image/")
                ? inserter.insertPicture(bytes, type, exhibit.mark(), exhibit.pages())
                : inserter.insertPdf(bytes, exhibit.mark(), exhibit.pages());
    }

    private List<RuleResult> redacted(PlannedExhibit exhibit, List<PDPage> pages) throws IOException {
        Set<Integer> drawn = exhibit.asPictures()
                ? IntStream.rangeClosed(1, pages.size()).boxed().collect(Collectors.toSet())
                : Set.of();
        List<RedactedPage> fates = redactor().inserted(pages, 0, exhibit.redactions(), drawn);
        gone.addAll(withheld(fates));
        return fates.isEmpty() ? List.of() : fates(exhibit, fates);
    }

    /// The pictures of a medical file are set as pages of ours: what is taken out of one is painted over in the dots of
    /// its page, and nothing of it is in the bundle.
    private List<RuleResult> scan(PlannedExhibit exhibit, Content.Document source, int before)
            throws IOException, UninsertableException {
        try (MedicalPictures pictures = new MedicalPictures(drawing, source.bytes())) {
            MedicalPicturePages.Printed printed = scans.printed(exhibit, pictures);
            List<RuleResult> said = new ArrayList<>(MedicalPicturePages.notes(exhibit, printed));
            set(exhibit, before, said, own -> scans.set(own, exhibit, source, pictures, printed));
            return said;
        } catch (MedicalPicturePages.Undrawn e) {
            throw e.why();
        } catch (UncheckedIOException e) {
            throw new IOException(e.getCause());
        }
    }

    /// A file as another program lays it out, or as what was read of it where that cannot be had.
    private List<RuleResult> laidOut(
            PlannedExhibit exhibit, Content.Document source, Rendition rendition, String type, int before)
            throws IOException {
        List<RuleResult> said = new ArrayList<>();
        try {
            Rendition.Made made = rendition.made(progress);
            Inserted inserted = inserted(exhibit, made.bytes(), made.mediaType());
            said.addAll(redacted(exhibit, inserted.pages()));
            told(inserted, exhibit);
            said.add(RuleResult.of("SLIP", Outcome.MENDED, "rule.SLIP.laidOut", exhibit.mark(), made.by()));
            made.said()
                    .forEach(one -> said.add(RuleResult.of(
                            "SLIP", one.outcome(), "rule.SLIP." + one.code(), exhibit.mark(), one.count())));
            said.addAll(inserted.notes());
            return said;
        } catch (Rendition.NotMade e) {
            said.add(notLaidOut(exhibit, words.coded("insert.notLaidOut", e.reasonCode())));
        } catch (UninsertableException e) {
            said.add(notLaidOut(exhibit, words.coded("insert.refused", e.reasonCode())));
        }
        said.addAll(withoutPages(exhibit, source, type, before));
        return said;
    }

    private static RuleResult notLaidOut(PlannedExhibit exhibit, String why) {
        return RuleResult.of("SLIP", Outcome.NEEDS_PERSON, "rule.SLIP.notLaidOut", exhibit.mark(), why);
    }

    /// Pages of others are told as they are: their words in the order in which they are drawn; of a picture, that it is
    /// one.
    private void told(Inserted inserted, PlannedExhibit exhibit) {
        List<PDPage> pages = inserted.pages();
        content.addAll(pages);
        Part part = Part.inserted(Titles.of(exhibit.title()));
        for (int i = 0; i < pages.size(); i++) {
            if (Wording.of(pages.get(i))) {
                part.words(pages.get(i));
            } else {
                part.picture(pages.get(i), words.text("structure.picture", exhibit.mark(), i + 1, pages.size()));
            }
        }
        int number = 0;
        for (int i = 0; i < pages.size(); i++) {
            do {
                number++;
            } while (!exhibit.pages().has(number));
            volume.place(Keys.page(exhibit, number), pages.get(i));
            if (!gone.contains(i + 1)) {
                volume.place(
                        Keys.shown(exhibit.mark(), new Pinpoint.OfPage(exhibit.reference(), number)), pages.get(i));
            }
            volume.shows(pages.get(i), new SourcePage(number, inserted.places().get(i)));
        }
        volume.told(pages, part);
    }

    private List<RuleResult> withoutPages(PlannedExhibit exhibit, Content.Document source, String type, int before)
            throws IOException {
        Optional<SheetText.All> tables = SheetText.of(source, type, drawing, ExhibitSheets.MOST_CHARACTERS, progress);
        if (tables.isPresent() && tables.get().printed()) {
            return tables(exhibit, source, tables.get(), before);
        }
        boolean recording = type.startsWith("audio/") || type.startsWith("video/");
        List<Passage> text = sheets.readable(source);
        boolean hasText = !text.isEmpty();
        List<RuleResult> said = new ArrayList<>();
        if (hasText && !recording) {
            set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).textAsRead(exhibit, source, text));
            said.add(RuleResult.of("SLIP", Outcome.MENDED, "rule.SLIP.asRead", exhibit.mark()));
            return said;
        }
        String why = sheets.reason(source, Optional.empty());
        set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).slip(exhibit, source, text, why));
        Outcome outcome = hasText ? Outcome.MENDED : Outcome.NEEDS_PERSON;
        String code = recording ? "rule.SLIP.recording" : "rule.SLIP.slip";
        said.add(RuleResult.of("SLIP", outcome, code, exhibit.mark()));
        return said;
    }

    /// Sheets as tables of ours, each on pages of its own.
    private List<RuleResult> tables(PlannedExhibit exhibit, Content.Document source, SheetText.All tables, int before)
            throws IOException {
        List<RuleResult> said = new ArrayList<>();
        set(exhibit, before, said, own -> new ExhibitSheets(own, words, paper).tables(exhibit, source, tables));
        for (int i = 0; i < tables.sheets().size(); i++) {
            progress.checkCancelled();
            SheetText sheet = tables.sheets().get(i);
            int number = i + 1;
            if (sheet.printed()) {
                set(exhibit, before, said, own -> new SheetPages(own, words, paper, sheet).set(number));
            }
        }
        boolean whole = tables.cut() == 0 && tables.more() == 0;
        said.add(RuleResult.of(
                "SLIP", whole ? Outcome.MENDED : Outcome.NEEDS_PERSON, "rule.SLIP.tables", exhibit.mark()));
        if (tables.cut() > 0) {
            said.add(RuleResult.of("SLIP", Outcome.NEEDS_PERSON, "rule.SLIP.tablesCut", exhibit.mark(), tables.cut()));
        }
        if (tables.more() > 0) {
            said.add(
                    RuleResult.of("SLIP", Outcome.NEEDS_PERSON, "rule.SLIP.moreSheets", exhibit.mark(), tables.more()));
        }
        return said;
    }

    private static String mediaType(Content.Document source) {
        String read = source.reading().mediaType();
        String type = read.isBlank() ? source.item().mediaType() : read;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }
}
