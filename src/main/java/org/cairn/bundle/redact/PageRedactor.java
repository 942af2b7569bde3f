package org.cairn.bundle.redact;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.cos.COSNumber;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.redact.PagePainter.Painted;
import org.cairn.bundle.redact.RedactedPage.Fate;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.bundle.typeset.UnseenText;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Redaction;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PdfDrawing;
import org.cairn.progress.Progress;

/// Takes out of pages of a document what must not be seen on them, for good.
///
/// A page with an area becomes a picture of itself, the areas painted over in its dots, with the words that touch none
/// of them set anew below it; nothing of the page as it was can be reached any more. A page with an area over all of it
/// says that it is withheld, and so does one that cannot be drawn within the limits. The page itself stays the same
/// object, so that what leads to it still does. Not for several threads at once.
public final class PageRedactor {

    private static final float LARGEST = 13;
    private static final COSName XYZ = COSName.getPDFName("XYZ");

    private final PDDocument document;
    private final Fonts fonts;
    private final UnseenText unseen;
    private final DrawingProcesses processes;
    private final Wording wording;
    private final Progress progress;

    /// @param document that the pages are in, or will be in
    /// @param fonts of that document, not yet finished
    /// @param processes that draw
    /// @param progress told of the stage `redact`
    public PageRedactor(
            PDDocument document, Fonts fonts, DrawingProcesses processes, Wording wording, Progress progress) {
        this.document = document;
        this.fonts = fonts;
        this.unseen = new UnseenText(fonts);
        this.processes = processes;
        this.wording = wording;
        this.progress = progress;
    }

    /// Redacts pages of a source that was inserted into the document.
    ///
    /// @param pages all that the source became, so that none of the others holds on to what is taken out
    /// @param before how many pages of the exhibit come before these; redactions count through all of them
    /// @param redactions those that lie on other pages of the exhibit are left to whoever has these
    /// @return what became of each page that had an area, in order
    /// @throws IOException when the document cannot take more
    public List<RedactedPage> inserted(List<PDPage> pages, int before, List<Redaction> redactions) throws IOException {
        return inserted(pages, before, redactions, Set.of());
    }

    /// The same, with pages that become pictures although they have no area, as where their fonts hold letters that
    /// are seen only on a page that was painted over.
    ///
    /// @param drawn their numbers, as redactions count
    public List<RedactedPage> inserted(List<PDPage> pages, int before, List<Redaction> redactions, Set<Integer> drawn)
            throws IOException {
        Map<Integer, List<Redaction>> byPage = byPage(pages.size(), before, redactions);
        drawn.stream()
                .map(number -> number - before)
                .filter(place -> place >= 1 && place <= pages.size())
                .forEach(place -> byPage.putIfAbsent(place, List.of()));
        if (byPage.isEmpty()) {
            return List.of();
        }
        LeanResources lean = new LeanResources();
        for (int place = 1; place <= pages.size(); place++) {
            if (!byPage.containsKey(place)) {
                try {
                    lean.lean(pages.get(place - 1));
                } catch (IOException | RuntimeException e) {
                    byPage.put(place, List.of()); // nobody can say what it holds on to: as a picture, nothing
                }
            }
        }
        return replace(pages, pages, before, byPage);
    }

    /// Sets pages of ours of which some are redacted: twice, once apart to be drawn from, and once in the document with
    /// those pages left empty, so that no font of the document holds a letter that is seen under a box only.
    ///
    /// @param setting sets the pages in whatever fonts it is given, the same each time
    /// @param before how many pages of the exhibit come before these
    /// @return the pages, not yet added to the document, with the links that lie beside the areas
    public RedactedSetting typeset(Function<Fonts, Typeset> setting, int before, List<Redaction> redactions)
            throws IOException {
        if (redactions.isEmpty()) {
            return new RedactedSetting(setting.apply(fonts), List.of());
        }
        try (PDDocument apart = new PDDocument(SealedScratch.cache())) {
            Fonts own = new Fonts(apart);
            Typeset first = setting.apply(own);
            own.finish();
            Map<Integer, List<Redaction>> byPage = byPage(first.pages().size(), before, redactions);
            Typeset second = setting.apply(fonts.leaving(byPage.keySet()));
            if (second.pages().size() != first.pages().size()) {
                throw new IllegalStateException("not set the same way twice");
            }
            List<RedactedPage> fates = replace(first.pages(), second.pages(), before, byPage);
            return new RedactedSetting(
                    new Typeset(
                            second.pages(),
                            links(second, byPage, fates, before),
                            second.anchors(),
                            second.part(),
                            second.stretches()),
                    fates);
        }
    }

    private static List<Typeset.Link> links(
            Typeset set, Map<Integer, List<Redaction>> byPage, List<RedactedPage> fates, int before) {
        List<Typeset.Link> kept = new ArrayList<>();
        for (Typeset.Link link : set.links()) {
            int place = set.pages().indexOf(link.from()) + 1;
            boolean withheld = fates.stream().anyMatch(one -> one.page() == place + before && isWithheld(one.fate()));
            if (!withheld && !covered(link.from(), link.area(), byPage.getOrDefault(place, List.of()))) {
                kept.add(link);
            }
        }
        return kept;
    }

    private static boolean isWithheld(Fate fate) {
        return fate == Fate.WITHHELD || fate == Fate.NOT_DRAWN;
    }

    /// The redactions by the place of their page, from 1.
    private static Map<Integer, List<Redaction>> byPage(int count, int before, List<Redaction> redactions) {
        Map<Integer, List<Redaction>> byPage = new TreeMap<>();
        for (Redaction redaction : redactions) {
            int place = redaction.page() - before;
            if (place >= 1 && place <= count) {
                byPage.computeIfAbsent(place, one -> new ArrayList<>()).add(redaction);
            }
        }
        return byPage;
    }

    /// Refuses redactions of pages that an exhibit does not have: what they were to hide must be somewhere else.
    ///
    /// @throws ArchiveException.InvalidInput when there are such
    public static void requireWithin(int pages, List<Redaction> redactions) {
        if (redactions.stream().anyMatch(redaction -> redaction.page() > pages)) {
            throw new ArchiveException.InvalidInput(Redaction.FIELD, "unknownValue");
        }
    }

    /// @param from the pages as they are drawn
    /// @param to the pages that become pictures
    private List<RedactedPage> replace(
            List<PDPage> from, List<PDPage> to, int before, Map<Integer, List<Redaction>> byPage) throws IOException {
        List<RedactedPage> fates = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        requireSameWhole(from, byPage);
        for (Map.Entry<Integer, List<Redaction>> entry : byPage.entrySet()) {
            if (entry.getValue().stream()
                    .noneMatch(redaction -> redaction.area().whole())) {
                places.add(entry.getKey());
            } else {
                PDPage page = to.get(entry.getKey() - 1);
                withhold(page, Upright.of(page), wording.withheld(wholeReason(entry.getValue())));
                fates.add(new RedactedPage(entry.getKey() + before, Fate.WITHHELD));
            }
        }
        if (!places.isEmpty()) {
            List<PDPage> pages =
                    places.stream().map(place -> from.get(place - 1)).toList();
            List<Upright> shapes = pages.stream().map(Upright::of).toList();
            try (PagesApart apart = PagesApart.of(pages)) {
                List<List<Redaction>> redactions =
                        places.stream().map(byPage::get).toList();
                new PaintedPages(processes, new PagePainter(wording), progress)
                        .paint(apart, redactions, (i, painted) -> {
                            PDPage page = to.get(places.get(i) - 1);
                            Fate fate = become(page, shapes.get(i), painted, redactions.get(i));
                            fates.add(new RedactedPage(places.get(i) + before, fate));
                        });
            }
        }
        fates.sort((a, b) -> Integer.compare(a.page(), b.page()));
        return fates;
    }

    /// Of pages that are withheld whole nothing is drawn: that they are still those that were meant is looked up first.
    private void requireSameWhole(List<PDPage> from, Map<Integer, List<Redaction>> byPage) throws IOException {
        List<Map.Entry<Integer, List<Redaction>>> whole = byPage.entrySet().stream()
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(redaction -> redaction.area().whole()))
                .filter(entry -> entry.getValue().stream()
                        .anyMatch(redaction -> redaction.seen().isPresent()))
                .toList();
        if (whole.isEmpty()) {
            return;
        }
        try (PagesApart apart = PagesApart.of(whole.stream()
                        .map(entry -> from.get(entry.getKey() - 1))
                        .toList());
                PdfDrawing drawing = apart.open(processes)) {
            for (int i = 0; i < whole.size(); i++) {
                progress.checkCancelled();
                PageLook.of(drawing, i + 1).requireSame(whole.get(i).getValue());
            }
        } catch (NotDrawable e) {
            // nobody could draw an area on what cannot be looked at; it is withheld as it is
        }
    }

    private static String wholeReason(List<Redaction> redactions) {
        return redactions.stream()
                .filter(redaction -> redaction.area().whole())
                .map(Redaction::reason)
                .findFirst()
                .orElse("");
    }

    private Fate become(PDPage page, Upright shape, Painted painted, List<Redaction> redactions) throws IOException {
        Coding coding = painted.picture();
        if (coding == null) {
            String reason = redactions.isEmpty() ? "" : redactions.getFirst().reason();
            withhold(page, shape, wording.notDrawn(reason));
            return Fate.NOT_DRAWN;
        }
        List<COSDictionary> links = links(page, shape, redactions);
        clear(page, shape);
        PDResources resources = new PDResources();
        PDImageXObject picture = coding.in(document);
        COSName name = COSName.getPDFName("CairnPicture");
        resources.put(name, picture);
        WordLayer words = new WordLayer(unseen, resources, shape);
        words.put(painted.stretches());
        PDRectangle box = shape.box();
        String content = "q " + box.getWidth() + " 0 0 " + box.getHeight() + " " + box.getLowerLeftX() + " "
                + box.getLowerLeftY() + " cm /" + name.getName() + " Do Q\n" + words.operators();
        fill(page, resources, content);
        if (!links.isEmpty()) {
            COSArray kept = new COSArray();
            links.forEach(kept::add);
            page.getCOSObject().setItem(COSName.ANNOTS, kept);
        }
        return painted.wordless() ? Fate.PAINTED_WITHOUT_WORDS : Fate.PAINTED;
    }

    private void withhold(PDPage page, Upright shape, String said) throws IOException {
        clear(page, shape);
        PDResources resources = new PDResources();
        String content = Notice.on(shape.box(), said, LARGEST, fonts, resources);
        fill(page, resources, content);
    }

    /// Nothing but its place in the document is left of a page.
    private static void clear(PDPage page, Upright shape) {
        COSDictionary dictionary = page.getCOSObject();
        for (COSName key : List.copyOf(dictionary.keySet())) {
            if (!key.equals(COSName.TYPE) && !key.equals(COSName.PARENT)) {
                dictionary.removeItem(key);
            }
        }
        page.setMediaBox(shape.box());
        page.setCropBox(shape.box());
        page.setRotation(0);
    }

    private void fill(PDPage page, PDResources resources, String content) throws IOException {
        COSStream stream = document.getDocument().createCOSStream();
        try (OutputStream out = stream.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(content.getBytes(StandardCharsets.US_ASCII));
        }
        page.setResources(resources);
        page.getCOSObject().setItem(COSName.CONTENTS, stream);
    }

    /// The links to places of the document that lie beside the areas, made anew.
    private static List<COSDictionary> links(PDPage page, Upright shape, List<Redaction> redactions) {
        List<COSDictionary> kept = new ArrayList<>();
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray annotations) {
            for (int i = 0; i < annotations.size(); i++) {
                if (annotations.getObject(i) instanceof COSDictionary link
                        && COSName.getPDFName("Link").equals(link.getCOSName(COSName.SUBTYPE))
                        && link.getDictionaryObject(COSName.DEST) instanceof COSArray place
                        && link.getDictionaryObject(COSName.RECT) instanceof COSArray rectangle) {
                    PDRectangle area = shape.moved(new PDRectangle(rectangle));
                    if (!covered(shape, area, redactions) && place.size() > 0) {
                        kept.add(link(area, place));
                    }
                }
            }
        }
        return kept;
    }

    private static COSDictionary link(PDRectangle area, COSArray place) {
        COSDictionary link = new COSDictionary();
        link.setItem(COSName.TYPE, COSName.ANNOT);
        link.setItem(COSName.SUBTYPE, COSName.getPDFName("Link"));
        link.setItem(COSName.RECT, area.getCOSArray());
        COSDictionary style = new COSDictionary();
        style.setInt(COSName.W, 0);
        link.setItem(COSName.BS, style);
        link.setInt(COSName.F, 4);
        COSArray to = new COSArray();
        to.add(place.get(0));
        boolean positioned = place.size() >= 4 && XYZ.equals(place.getObject(1));
        to.add(positioned ? XYZ : COSName.getPDFName("Fit"));
        for (int i = 2; positioned && i < 5; i++) {
            COSBase value = i < 4 ? place.getObject(i) : COSNull.NULL;
            to.add(value instanceof COSNumber ? value : COSNull.NULL);
        }
        link.setItem(COSName.DEST, to);
        return link;
    }

    private static boolean covered(PDPage page, PDRectangle place, List<Redaction> redactions) {
        return covered(Upright.of(page), place, redactions);
    }

    private static boolean covered(Upright shape, PDRectangle place, List<Redaction> redactions) {
        return redactions.stream()
                .map(Redaction::area)
                .anyMatch(area -> shape.fraction(place).intersects(area.x(), area.y(), area.width(), area.height()));
    }
}
