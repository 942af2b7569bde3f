package org.cairn.bundle;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSNull;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDPageLabelRange;
import org.apache.pdfbox.pdmodel.common.PDPageLabels;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDBorderStyleDictionary;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.cairn.bundle.typeset.Structure;
import org.cairn.bundle.typeset.Typeset;

/// What holds a bundle together on a screen: links, bookmarks, page labels, and how it opens.
final class Binding {

    private final PDDocument document;
    private final Shape.Volume volume;
    private final Words words;
    private final Map<String, PDPage> places;
    private final Map<PDPage, Integer> numbers = new HashMap<>();

    Binding(PDDocument document, Shape.Volume volume, Words words, Map<String, PDPage> places) {
        this.document = document;
        this.volume = volume;
        this.words = words;
        this.places = places;
        int number = volume.firstPage();
        for (PDPage page : document.getPages()) {
            numbers.put(page, number++);
        }
    }

    /// Makes every link that was set lead to the page that bears its key, and tells those who cannot see it which; what
    /// is in another volume is another file.
    void link(List<Typeset.Link> links, Structure structure) throws IOException {
        for (Typeset.Link link : links) {
            String to = places.containsKey(link.to()) ? link.to() : Keys.whole(link.to());
            if (!places.containsKey(to)) {
                structure.unlinked(link);
                continue;
            }
            PDAnnotationLink annotation = new PDAnnotationLink();
            annotation.setRectangle(link.area());
            PDBorderStyleDictionary none = new PDBorderStyleDictionary();
            none.setWidth(0);
            annotation.setBorderStyle(none);
            annotation.setPrinted(true);
            PDPage target = place(to);
            annotation.setContents(link.said() + " – " + numbers.get(target));
            annotation.getCOSObject().setItem(COSName.DEST, top(target, COSNull.NULL));
            structure.anchor(link, annotation);
            List<org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation> annotations =
                    link.from().getAnnotations();
            annotations.add(annotation);
            link.from().setAnnotations(annotations);
        }
    }

    private PDPage place(String key) {
        return Objects.requireNonNull(places.get(key), key);
    }

    /// A page's top; `null` as zoom keeps the reader's own.
    private static COSArray top(PDPage page, org.apache.pdfbox.cos.COSBase zoom) {
        COSArray destination = new COSArray();
        destination.add(page);
        destination.add(COSName.getPDFName("XYZ"));
        destination.add(COSNull.NULL);
        destination.add(COSNull.NULL);
        destination.add(zoom);
        return destination;
    }

    /// Bookmarks as the index has them, each ending in its page number.
    void outline() throws IOException {
        PDDocumentOutline outline = new PDDocumentOutline();
        add(outline, Entry.plain(Keys.COVER, words.text("outline.cover")));
        if (places.containsKey(Keys.CHANGES)) {
            add(outline, Entry.plain(Keys.CHANGES, words.text("changes.title")));
        }
        add(outline, Entry.plain(Keys.INDEX, words.text("index.title")));
        for (Entry entry : volume.entries()) {
            PDOutlineItem item = add(outline, entry);
            for (Entry under : entry.under()) {
                add(item, under);
            }
            item.openNode();
        }
        outline.openNode();
        document.getDocumentCatalog().setDocumentOutline(outline);
    }

    private PDOutlineItem add(PDOutlineNode parent, Entry entry) throws IOException {
        PDPage page = place(entry.key());
        PDOutlineItem item = new PDOutlineItem();
        item.setTitle(entry.label() + " – " + numbers.get(page));
        item.setDestination(PDDestination.create(top(page, COSNull.NULL)));
        parent.addLast(item);
        return item;
    }

    /// Opens on page 1 at 100 % with the bookmarks beside it; page labels are the printed numbers.
    void open() {
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.getCOSObject().setItem(COSName.OPEN_ACTION, top(document.getPage(0), COSInteger.ONE));
        catalog.setPageMode(PageMode.USE_OUTLINES);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        if (words.direction() == org.cairn.bundle.typeset.Direction.RIGHT_TO_LEFT) {
            preferences.setReadingDirection(PDViewerPreferences.READING_DIRECTION.R2L);
        }
        catalog.setViewerPreferences(preferences);
        PDPageLabelRange range = new PDPageLabelRange();
        range.setStyle(PDPageLabelRange.STYLE_DECIMAL);
        range.setStart(volume.firstPage());
        PDPageLabels labels = new PDPageLabels(document);
        labels.setLabelItem(0, range);
        catalog.setPageLabels(labels);
    }
}
