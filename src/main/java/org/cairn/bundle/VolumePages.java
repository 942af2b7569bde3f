package org.cairn.bundle;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.PageStamper;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Numerals;
import org.cairn.bundle.typeset.Part;
import org.cairn.bundle.typeset.Structure;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.Area;
import org.cairn.domain.served.RuleResult;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// The pages of one volume while it is put together: exhibits are added one after another, then cover and index before
/// them, and last the number on each.
final class VolumePages implements AutoCloseable {

    private final PDDocument document = new PDDocument(SealedScratch.cache());
    private final BundlePlan plan;
    private final Words words;
    private final Fonts fonts;
    private final ExhibitSheets sheets;
    private final ExhibitPages exhibits;
    private final Map<String, PDPage> places = new LinkedHashMap<>();
    private final Map<PDPage, SourcePage> sources = new HashMap<>();
    private final List<Typeset.Link> links = new ArrayList<>();
    private final List<PlannedSection> sections = new ArrayList<>();
    private final Structure structure;
    private final List<Opened> opened = new ArrayList<>();
    private final List<Part> schedules = new ArrayList<>();
    /// What was set since something last took it in: the content of an exhibit, until its separator is set.
    private final List<Part> set = new ArrayList<>();
    private boolean pagesOfOthers;

    /// A section's own page, and the exhibits under it.
    ///
    /// @param page nothing where the section began in the volume before
    private record Opened(Optional<Part> page, List<Part> exhibits) {
        @Override
        public String toString() {
            return "Opened";
        }
    }

    VolumePages(BundlePlan plan, Words words, DrawingProcesses drawing, Progress progress) {
        this.plan = plan;
        this.words = words;
        this.fonts = new Fonts(document, words.locale());
        this.sheets = new ExhibitSheets(fonts, words, plan.profile().paper());
        this.structure = new Structure(document);
        this.exhibits = new ExhibitPages(this, plan, words, drawing, progress);
    }

    PDDocument document() {
        return document;
    }

    Fonts fonts() {
        return fonts;
    }

    int count() {
        return document.getNumberOfPages();
    }

    /// What it holds: sections with those of their exhibits that are in it.
    List<PlannedSection> sections() {
        return sections;
    }

    /// The places that can be linked to.
    Map<String, PDPage> places() {
        return places;
    }

    /// Adds the page that a section begins with.
    ///
    /// @return how many pages it takes
    int begin(PlannedSection section) {
        Typeset own = sheets.section(section);
        append(own);
        opened.add(new Opened(Optional.of(own.part()), new ArrayList<>()));
        set.clear();
        return own.pages().size();
    }

    /// What the whole keeps to, once it is finished.
    Conformance conformance() {
        if (!pagesOfOthers) {
            return Conformance.ARCHIVAL_AND_ACCESSIBLE;
        }
        return plan.archival() ? Conformance.ARCHIVAL : Conformance.NONE;
    }

    /// Adds an exhibit.
    ///
    /// @param section the section that it is in
    /// @return what had to be mended on the way
    List<RuleResult> add(PlannedSection section, PlannedExhibit exhibit) throws IOException {
        hold(section, exhibit);
        List<RuleResult> said = exhibits.add(exhibit);
        taken();
        return said;
    }

    /// Adds pages that say that an exhibit is withheld, as many as it would have.
    void addWithheld(PlannedSection section, PlannedExhibit exhibit, int pages) {
        hold(section, exhibit);
        append(sheets.withheld(exhibit, pages));
        taken();
    }

    /// What was set is the last exhibit.
    private void taken() {
        if (opened.isEmpty()) {
            opened.add(new Opened(Optional.empty(), new ArrayList<>()));
        }
        opened.getLast().exhibits().addAll(set);
        set.clear();
    }

    /// Adds a page after the exhibits.
    void schedule(Typeset typeset) {
        append(typeset);
        schedules.addAll(set);
        set.clear();
    }

    private void hold(PlannedSection section, PlannedExhibit exhibit) {
        boolean begun = !sections.isEmpty() && sections.getLast().letter().equals(section.letter());
        List<PlannedExhibit> held =
                new ArrayList<>(begun ? sections.removeLast().exhibits() : List.of());
        held.add(exhibit);
        sections.add(section.of(held));
    }

    /// Takes the last exhibit back, with every page after the first so many.
    ///
    /// @param withSection whether its section's own page goes with it
    void takeBack(int pages, boolean withSection) {
        if (withSection) {
            opened.removeLast();
        } else {
            opened.getLast().exhibits().removeLast();
        }
        PlannedSection last = sections.removeLast();
        List<PlannedExhibit> held = new ArrayList<>(last.exhibits());
        held.removeLast();
        if (!held.isEmpty()) {
            sections.add(last.of(held));
        }
        List<PDPage> gone = new ArrayList<>();
        for (int i = pages; i < count(); i++) {
            gone.add(document.getPage(i));
        }
        gone.forEach(page -> document.getPages().remove(page));
        places.values().removeAll(gone);
        links.removeIf(link -> gone.contains(link.from()));
    }

    /// Adds pages at the end.
    void append(Typeset typeset) {
        typeset.pages().forEach(document::addPage);
        set.add(typeset.part());
        remember(typeset);
    }

    /// Adds pages before all others that were there; to be called once.
    void prepend(List<Typeset> before) {
        PDPage first = document.getPage(0);
        for (Typeset typeset : before) {
            typeset.pages().forEach(page -> document.getPages().insertBefore(page, first));
            remember(typeset);
        }
        for (Opened section : opened) {
            Part under = section.page().orElseGet(structure::whole);
            section.exhibits().forEach(under::add);
            section.page().ifPresent(structure.whole()::add);
        }
        schedules.forEach(structure.whole()::add);
        structure.first(before);
    }

    /// What holds it together on a screen, and the number and head on every page.
    void finish(Binding binding, CourtProfile profile, String head, int firstPage, int lastPage, Progress progress)
            throws IOException {
        binding.link(links, structure);
        binding.outline();
        binding.open();
        structure.finish(words.locale());
        // before stamping: to know where a page has ink, it must have its fonts
        fonts.finish();
        PageStamper stamper = new PageStamper(document, Numerals.font(document));
        Fonts heads = new Fonts(document, words.locale());
        int number = firstPage;
        for (PDPage page : document.getPages()) {
            progress.checkCancelled();
            String printed = Numerals.apart(profile.numbered(number, lastPage));
            RunningHead line = new RunningHead(heads, page, head, words.direction());
            stamper.stamp(page, printed, line, structure.opening(page));
            progress.step("stamp", number, lastPage);
            number++;
        }
        heads.finish();
    }

    /// Puts a separator before the pages of an exhibit, which are told under it.
    ///
    /// @param first of the exhibit's pages
    void precede(PDPage first, Typeset separator) {
        separator.pages().forEach(page -> document.getPages().insertBefore(page, first));
        remember(separator);
        set.forEach(separator.part()::add);
        set.clear();
        set.add(separator.part());
    }

    /// A place that can be linked to.
    void place(String key, PDPage page) {
        places.put(key, page);
    }

    /// Which page of a file a page shows.
    void shows(PDPage page, SourcePage source) {
        sources.put(page, source);
    }

    /// Which page of a file a page shows; nothing where it was set here.
    Optional<SourcePage> source(PDPage page) {
        return Optional.ofNullable(sources.get(page));
    }

    /// The areas that were painted over, by page of the volume, from 1; not pages that are withheld whole. To be asked
    /// once all pages are there.
    Map<Integer, List<Area>> painted() {
        Map<PDPage, Integer> numbers = new HashMap<>();
        for (PDPage page : document.getPages()) {
            numbers.put(page, numbers.size() + 1);
        }
        Map<Integer, List<Area>> painted = new TreeMap<>();
        sections.stream()
                .flatMap(section -> section.exhibits().stream())
                .filter(exhibit -> exhibit.withheld().isEmpty())
                .forEach(exhibit -> exhibit.redactions().stream()
                        .filter(redaction -> !redaction.area().whole())
                        .forEach(redaction -> Optional.ofNullable(places.get(Keys.content(exhibit, redaction.page())))
                                .map(numbers::get)
                                .ifPresent(number -> painted.computeIfAbsent(number, one -> new ArrayList<>())
                                        .add(redaction.area()))));
        return painted;
    }

    /// Pages that were not set here, as they are told to whoever cannot see them.
    void told(List<PDPage> pages, Part part) {
        structure.inserted(pages, part);
        set.add(part);
        pagesOfOthers = true;
    }

    private void remember(Typeset typeset) {
        places.putAll(typeset.anchors());
        links.addAll(typeset.links());
    }

    @Override
    public void close() throws IOException {
        document.close();
    }
}
