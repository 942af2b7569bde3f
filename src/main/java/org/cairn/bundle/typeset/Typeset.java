package org.cairn.bundle.typeset;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.cairn.domain.Area;

/// Pages that were set, not yet part of the document, with the links that wait for their targets.
///
/// @param pages in order
/// @param links from a place on one of them to a key
/// @param anchors the page on which a key was set
/// @param part what readers that speak are told of them
/// @param stretches where what bears a key stands, for what can be covered
public record Typeset(
        List<PDPage> pages,
        List<Link> links,
        Map<String, PDPage> anchors,
        Part part,
        Map<String, List<Stretch>> stretches) {

    /// Pages of which nothing that bears a key has a certain place.
    public Typeset(List<PDPage> pages, List<Link> links, Map<String, PDPage> anchors, Part part) {
        this(pages, links, anchors, part, Map.of());
    }

    /// A part of a page on which something stands.
    ///
    /// @param page its place among the pages, from 1
    public record Stretch(int page, Area area) {}

    /// The same without some of the keys.
    public Typeset without(Set<String> keys) {
        Map<String, PDPage> left = new HashMap<>(anchors);
        left.keySet().removeAll(keys);
        return new Typeset(pages, links, Map.copyOf(left), part, stretches);
    }

    /// A place that leads to whatever page bears a key.
    ///
    /// @param element of the structure that it belongs to
    /// @param said the words that lead there
    public record Link(PDPage from, PDRectangle area, String to, Element element, String said) {
        @Override
        public String toString() {
            return "Link";
        }
    }
}
