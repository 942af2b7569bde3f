package org.cairn.bundle.insert;

import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.SmallDictionary;
import org.cairn.domain.PageRanges;

/// The insertion of one PDF.
final class PdfInsertion {

    private final PDDocument target;
    private final Paper paper;
    private final SourceFile source;
    private final Deadline deadline;
    private final Notes notes;
    private final HiddenLayers layers;
    private final StreamCopier streams;
    private final SourceCloner cloner;
    private final AnnotationKeeper annotations;
    private final WidgetPainter widgets;
    private final Map<COSDictionary, AffineTransform> moves = new IdentityHashMap<>();

    PdfInsertion(
            PDDocument target,
            Paper paper,
            SourceFile source,
            Map<String, COSStream> shared,
            Deadline deadline,
            Notes notes) {
        this.target = target;
        this.paper = paper;
        this.source = source;
        this.deadline = deadline;
        this.notes = notes;
        this.layers = HiddenLayers.of(source.catalog());
        this.streams = new StreamCopier(target, shared, layers, deadline, notes);
        this.cloner = new SourceCloner(streams, deadline);
        NamedDestinations named = NamedDestinations.of(source.catalog());
        this.annotations = new AnnotationKeeper(cloner, named, layers, source.pages(), notes);
        this.widgets = new WidgetPainter(target, cloner, layers, notes);
    }

    /// The pages that are wanted, in the order of the source.
    List<PDPage> pages(PageRanges wanted) throws IOException, UninsertableException {
        Map<Integer, PDPage> pages = new TreeMap<>();
        for (int i = 0; i < source.pages().size(); i++) {
            if (wanted.has(i + 1)) {
                PDPage page = new PDPage(new SmallDictionary());
                page.getCOSObject().setItem(COSName.TYPE, COSName.PAGE);
                cloner.becomes(source.pages().get(i), page.getCOSObject());
                pages.put(i, page);
            }
        }
        if (pages.isEmpty()) {
            throw new UninsertableException(UninsertableException.NO_SUCH_PAGES);
        }
        if (wanted.last() > source.pages().size()) {
            notes.count(Notes.Kind.PAGES_MISSING, wanted.last() - source.pages().size());
        }
        for (Map.Entry<Integer, PDPage> page : pages.entrySet()) {
            deadline.check();
            notes.onPage(page.getKey() + 1);
            insert(page.getKey(), page.getValue());
        }
        annotations.follow(moves);
        return List.copyOf(pages.values());
    }

    private void insert(int index, PDPage page) throws IOException, UninsertableException {
        COSDictionary sourcePage = source.pages().get(index);
        boolean carried;
        try {
            carried = carry(sourcePage, page);
        } catch (RuntimeException e) {
            // objects of a broken source can fail anywhere: what can be drawn of the page is still worth showing
            carried = false;
        }
        if (!carried) {
            draw(index, page);
        }
        double unit = carried ? SourceBoxes.unit(sourcePage) : 1;
        PageShape.settle(target, paper, page, unit, notes).ifPresent(move -> moves.put(page.getCOSObject(), move));
    }

    private boolean carry(COSDictionary sourcePage, PDPage page) throws IOException, UninsertableException {
        PageContent content = PageContent.of(sourcePage, cloner, streams, layers, notes);
        if (content == null) {
            return false;
        }
        COSDictionary targetPage = page.getCOSObject();
        if (content.contents() != null) {
            targetPage.setItem(COSName.CONTENTS, content.contents());
        }
        targetPage.setItem(COSName.RESOURCES, resources(sourcePage));
        if (SourceCloner.resolved(sourcePage.getItem(COSName.GROUP)) instanceof COSDictionary group) {
            targetPage.setItem(COSName.GROUP, cloner.copy(group));
        }
        page.setMediaBox(SourceBoxes.visible(sourcePage));
        page.setCropBox(page.getMediaBox());
        page.setRotation(SourceBoxes.rotation(sourcePage));
        if (sourcePage.containsKey(COSName.AA)) {
            notes.count(Notes.Kind.ACTIVE_REMOVED);
        }
        if (content.enclosed()) {
            PageShape.enclose(target, page);
        }
        widgets.paint(sourcePage, page);
        LinkFrames.paint(annotations.keep(sourcePage, targetPage), target, page);
        return true;
    }

    private COSDictionary resources(COSDictionary sourcePage) throws IOException, UninsertableException {
        return SourceBoxes.inherited(sourcePage, COSName.RESOURCES) instanceof COSDictionary own
                        && cloner.copy(own) instanceof COSDictionary copy
                ? copy
                : new SmallDictionary();
    }

    private void draw(int index, PDPage page) throws IOException, UninsertableException {
        PDPage drawn;
        try {
            drawn = DrawnPage.of(source, index, target);
        } catch (IOException e) {
            throw new UninsertableException(UninsertableException.DAMAGED);
        }
        COSDictionary targetPage = page.getCOSObject();
        for (COSName key : List.copyOf(targetPage.keySet())) {
            if (!key.equals(COSName.TYPE)) {
                targetPage.removeItem(key);
            }
        }
        drawn.getCOSObject().forEach((key, value) -> {
            if (!key.equals(COSName.TYPE)) {
                targetPage.setItem(key, value);
            }
        });
        notes.count(Notes.Kind.PAGE_DRAWN);
    }
}
