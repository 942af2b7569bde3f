package org.cairn.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.ArchivalPages;
import org.cairn.bundle.insert.Inserted;
import org.cairn.bundle.insert.PageInserter;
import org.cairn.bundle.insert.PageStamper;
import org.cairn.bundle.insert.UninsertableException;
import org.cairn.bundle.insert.Wording;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Numerals;
import org.cairn.bundle.typeset.Part;
import org.cairn.bundle.typeset.Structure;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Puts the pages of a bundle together: the exhibits first, then, when every page is known, cover and index before
/// them, and last the number on each.
final class Assembly {

    private final PDDocument document;
    private final BundlePlan plan;
    private final CourtProfile profile;
    private final Words words;
    private final FolderNames names;
    private final Progress progress;
    private final Fonts fonts;
    private final ExhibitSheets sheets;
    private final PageInserter inserter;
    private final MedicalPicturePages scans;
    private final Map<Reference, PlannedExhibit> byReference = new HashMap<>();
    private final Map<String, PDPage> places = new LinkedHashMap<>();
    private final List<Typeset.Link> links = new ArrayList<>();
    private final List<RuleResult> notes = new ArrayList<>();
    private final Structure structure;
    /// What was set since something last took it in: the content of an exhibit, until its separator is set.
    private final List<Part> set = new ArrayList<>();
    private boolean pagesOfOthers;

    Assembly(
            PDDocument document,
            BundlePlan plan,
            Words words,
            FolderNames names,
            DrawingProcesses drawing,
            Progress progress) {
        this.document = document;
        this.plan = plan;
        this.profile = plan.profile();
        this.words = words;
        this.names = names;
        this.progress = progress;
        this.fonts = new Fonts(document, words.locale());
        this.structure = new Structure(document);
        this.sheets = new ExhibitSheets(fonts, words, profile.paper());
        this.inserter = plan.archival()
                ? new PageInserter(document, profile.paper(), new ArchivalPages(document, fonts))
                : new PageInserter(document, profile.paper());
        this.scans = new MedicalPicturePages(document, fonts, words, profile.paper(), drawing, progress);
        plan.exhibits().forEach(exhibit -> byReference.putIfAbsent(exhibit.reference(), exhibit));
    }

    /// Fills the document; what had to be mended on the way comes back.
    List<RuleResult> assemble() throws IOException {
        exhibits();
        schedules();
        front();
        bind();
        return List.copyOf(notes);
    }

    /// What the whole keeps to, once it is assembled.
    Conformance conformance() {
        if (!pagesOfOthers) {
            return Conformance.ARCHIVAL_AND_ACCESSIBLE;
        }
        return plan.archival() ? Conformance.ARCHIVAL : Conformance.NONE;
    }

    private void exhibits() throws IOException {
        int done = 0;
        int all = plan.exhibits().size();
        for (PlannedSection section : plan.sections()) {
            Typeset opening = sheets.section(section);
            append(opening);
            setUnder(structure.whole());
            for (PlannedExhibit exhibit : section.exhibits()) {
                progress.checkCancelled();
                progress.step("insert", done++, all);
                opening.part().add(exhibit(exhibit));
            }
        }
        progress.step("insert", all, all);
    }

    /// The content comes first, since the separator tells how long it is; then the separator goes before it.
    private Part exhibit(PlannedExhibit exhibit) throws IOException {
        int before = document.getNumberOfPages();
        List<RuleResult> said = switch (exhibit.content()) {
            case Content.Statement statement -> {
                append(new StatementLayout(
                                fonts, words, profile.paper(), statement, byReference, Optional.of(plan.draft()))
                        .set());
                yield List.<RuleResult>of();
            }
            case Content.MedicalReport report -> {
                append(new MedicalReportLayout(fonts, words, profile.paper(), report, byReference).set());
                yield List.<RuleResult>of();
            }
            case Content.FreeRecord free -> {
                append(sheets.freeRecord(free));
                yield List.<RuleResult>of();
            }
            case Content.Thing thing -> {
                append(sheets.thing(exhibit, thing));
                yield List.<RuleResult>of();
            }
            case Content.Document source -> document(exhibit, source);
        };
        notes.addAll(said);
        PDPage first = document.getPage(before);
        Typeset separator = sheets.exhibit(exhibit, document.getNumberOfPages() - before, said);
        separator.pages().forEach(page -> document.getPages().insertBefore(page, first));
        remember(separator);
        setUnder(separator.part());
        return separator.part();
    }

    private void setUnder(Part part) {
        set.forEach(part::add);
        set.clear();
    }

    private List<RuleResult> document(PlannedExhibit exhibit, Content.Document source) throws IOException {
        String type = mediaType(source);
        boolean picture = type.startsWith("image/");
        boolean scan = type.equals("application/dicom");
        if (!picture && !scan && !type.equals("application/pdf")) {
            return withoutPages(exhibit, source, type);
        }
        try {
            if (scan) {
                MedicalPicturePages.Drawn drawn = scans.set(exhibit, source);
                append(drawn.typeset());
                return drawn.notes();
            }
            Inserted inserted = picture
                    ? inserter.insertPicture(source.bytes(), type, exhibit.mark())
                    : inserter.insertPdf(source.bytes(), exhibit.mark());
            told(inserted.pages(), exhibit);
            if (picture) {
                List<Passage> text = sheets.readable(source);
                if (!text.isEmpty()) {
                    append(sheets.transcript(exhibit, text));
                }
            }
            return inserted.notes();
        } catch (UninsertableException e) {
            append(sheets.slip(
                    exhibit, source, sheets.readable(source), sheets.reason(source, Optional.of(e.reasonCode()))));
            return List.of(RuleResult.of(
                    "SLIP",
                    Outcome.NEEDS_PERSON,
                    "rule.SLIP.refused",
                    exhibit.mark(),
                    words.coded("insert.refused", e.reasonCode())));
        }
    }

    /// Pages of others are told as they are: their words in the order in which they are drawn; of a picture, that it is
    /// one.
    private void told(List<PDPage> pages, PlannedExhibit exhibit) {
        Part part = Part.inserted(Titles.of(exhibit.title()));
        for (int i = 0; i < pages.size(); i++) {
            if (Wording.of(pages.get(i))) {
                part.words(pages.get(i));
            } else {
                part.picture(pages.get(i), words.text("structure.picture", exhibit.mark(), i + 1, pages.size()));
            }
        }
        structure.inserted(pages, part);
        set.add(part);
        pagesOfOthers = true;
    }

    private List<RuleResult> withoutPages(PlannedExhibit exhibit, Content.Document source, String type) {
        boolean recording = type.startsWith("audio/") || type.startsWith("video/");
        List<Passage> text = sheets.readable(source);
        boolean hasText = !text.isEmpty();
        if (hasText && !recording) {
            append(sheets.textAsRead(exhibit, source, text));
            return List.of(RuleResult.of("SLIP", Outcome.MENDED, "rule.SLIP.asRead", exhibit.mark()));
        }
        append(sheets.slip(exhibit, source, text, sheets.reason(source, Optional.empty())));
        Outcome outcome = hasText ? Outcome.MENDED : Outcome.NEEDS_PERSON;
        String code = recording ? "rule.SLIP.recording" : "rule.SLIP.slip";
        return List.of(RuleResult.of("SLIP", outcome, code, exhibit.mark()));
    }

    private static String mediaType(Content.Document source) {
        String read = source.reading().mediaType();
        String type = read.isBlank() ? source.item().mediaType() : read;
        int parameters = type.indexOf(';');
        return (parameters < 0 ? type : type.substring(0, parameters)).strip();
    }

    private void schedules() {
        BackMatter back = new BackMatter(fonts, words, plan);
        if (!plan.consents().isEmpty()) {
            append(back.consent());
        }
        append(back.custody());
        append(back.manifest(names, notes));
        setUnder(structure.whole());
    }

    /// The index is set twice: once to know how many pages it takes, then with the numbers that follow from that.
    private void front() {
        int coverPages =
                new FrontMatter(fonts, words, plan).cover(9999, 2).pages().size();
        int indexPages =
                new FrontMatter(fonts, words, plan).index(Map.of()).pages().size();
        int before = coverPages + indexPages;
        Map<PDPage, Integer> body = numbers(before);
        Map<String, Integer> keys = new HashMap<>();
        places.forEach((key, page) -> keys.put(key, body.get(page)));
        FrontMatter front = new FrontMatter(fonts, words, plan);
        Typeset cover = front.cover(before + document.getNumberOfPages(), coverPages + 1);
        Typeset index = front.index(keys);
        PDPage first = document.getPage(0);
        cover.pages().forEach(page -> document.getPages().insertBefore(page, first));
        index.pages().forEach(page -> document.getPages().insertBefore(page, first));
        remember(cover);
        remember(index);
        structure.first(List.of(cover, index));
    }

    private Map<PDPage, Integer> numbers(int before) {
        Map<PDPage, Integer> numbers = new HashMap<>();
        int number = before;
        for (PDPage page : document.getPages()) {
            numbers.put(page, ++number);
        }
        return numbers;
    }

    private void bind() throws IOException {
        Binding binding = new Binding(document, plan, words, places, numbers(0));
        binding.link(links, structure);
        binding.outline();
        binding.open();
        structure.finish(words.locale());
        // before stamping: to know where a page has ink, it must have its fonts
        fonts.finish();
        stamp();
    }

    private void stamp() throws IOException {
        PageStamper stamper = new PageStamper(document, Numerals.font(document));
        Fonts heads = new Fonts(document);
        String head = head();
        int total = document.getNumberOfPages();
        int number = 0;
        for (PDPage page : document.getPages()) {
            progress.checkCancelled();
            String printed = Numerals.apart(profile.numbered(++number, total));
            RunningHead line = new RunningHead(heads, page, head, words.direction());
            stamper.stamp(page, printed, line, structure.opening(page));
            progress.step("stamp", number, total);
        }
        heads.finish();
    }

    /// What every page says of the bundle it belongs to, in the order that its court wants.
    private String head() {
        List<String> parts = profile.head().stream().map(this::part).toList();
        return String.join(" · ", parts.stream().filter(part -> !part.isBlank()).toList());
    }

    private String part(CourtProfile.Label label) {
        return switch (label) {
            case MARKING -> Titles.of(plan.draft().marking());
            case REFERENCE -> Titles.of(plan.draft().caseReference());
            case CASE -> Titles.of(plan.draft().caseName());
            case CONFIDENTIALITY ->
                words.coded("protection", plan.draft().confidentiality().name());
            case VOLUME ->
                words.text("cover.volume", String.valueOf(plan.draft().volume()));
            case DATE -> words.date(plan.date());
        };
    }

    private void append(Typeset typeset) {
        typeset.pages().forEach(document::addPage);
        set.add(typeset.part());
        remember(typeset);
    }

    private void remember(Typeset typeset) {
        places.putAll(typeset.anchors());
        links.addAll(typeset.links());
    }
}
