package org.cairn.bundle.typeset;

import java.util.List;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;

/// Pages that were set, not yet part of the document, with the links that wait for their targets.
///
/// @param pages in order
/// @param links from a place on one of them to a key
/// @param anchors the page on which a key was set
/// @param part what readers that speak are told of them
public record Typeset(List<PDPage> pages, List<Link> links, Map<String, PDPage> anchors, Part part) {

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
