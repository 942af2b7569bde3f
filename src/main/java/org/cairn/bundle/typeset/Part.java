package org.cairn.bundle.typeset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.jspecify.annotations.Nullable;

/// A part of a document's structure: what was set as one, with the parts that stand under it.
///
/// The ranks of its headings count from itself; how deep they are in the whole is known when the whole is.
public final class Part {

    private static final int DEEPEST = 6;

    private final Element element;
    private final List<Heading> headings = new ArrayList<>();
    private final List<Part> under = new ArrayList<>();
    private final Map<PDPage, List<Element>> marked = new LinkedHashMap<>();
    private int lastRank;

    private record Heading(Element element, int rank) {}

    Part(String type) {
        element = new Element(type, null);
    }

    /// A part that holds others.
    public static Part section() {
        return new Part("Sect");
    }

    /// The pages of a document that was put in as it is, so far none.
    ///
    /// @param title what it is called
    public static Part inserted(String title) {
        Part part = new Part("Sect");
        part.element.title(title);
        return part;
    }

    /// A page put in whose words can be read: they are its content, in the order in which they are drawn.
    public void words(PDPage page) {
        whole(page, element.add("P"));
    }

    /// A page put in that is a picture.
    ///
    /// @param alternative what is said instead
    public void picture(PDPage page, String alternative) {
        Element figure = element.add("Figure");
        figure.alternative(alternative);
        whole(page, figure);
    }

    /// All that the page shows before it was stamped is marked as content number 0, see [#opening(PDPage)].
    private void whole(PDPage page, Element as) {
        as.content(page, 0);
        List<Element> only = new ArrayList<>(1);
        only.add(as);
        marked.put(page, only);
    }

    /// What must stand before the content of a page that was put in, or null for a page of our own.
    @Nullable
    String opening(PDPage page) {
        List<Element> elements = marked.get(page);
        return elements == null ? null : "/" + elements.getFirst().type() + " <</MCID 0>> BDC\n";
    }

    /// Puts a part under this one, after the others.
    public Part add(Part part) {
        under.add(part);
        return this;
    }

    /// Puts parts under this one, before the others.
    public void addFirst(List<Part> parts) {
        under.addAll(0, parts);
    }

    Element element() {
        return element;
    }

    List<Part> under() {
        return under;
    }

    Map<PDPage, List<Element>> marked() {
        return marked;
    }

    /// A heading of this part; no rank is left out on the way down.
    Element heading(int rank, @Nullable String language) {
        Element heading = element.add("H" + rank, language);
        lastRank = Math.min(rank, lastRank + 1);
        headings.add(new Heading(heading, lastRank));
        return heading;
    }

    /// Content of a page for one of its elements; returns its number.
    int mark(PDPage page, Element as) {
        List<Element> elements = marked.computeIfAbsent(page, any -> new ArrayList<>());
        as.content(page, elements.size());
        elements.add(as);
        return elements.size() - 1;
    }

    /// Names the headings by how deep they are in the whole.
    ///
    /// @param depth how many parts with headings it stands under
    void settle(int depth) {
        headings.forEach(heading -> heading.element().type("H" + Math.min(DEEPEST, depth + heading.rank())));
        under.forEach(part -> {
            element.add(part.element);
            part.settle(depth + (headings.isEmpty() ? 0 : 1));
        });
    }

    @Override
    public String toString() {
        return "Part";
    }
}
