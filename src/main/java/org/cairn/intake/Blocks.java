package org.cairn.intake;

import java.util.Locale;
import java.util.Set;
import org.apache.tika.parser.html.DefaultHtmlMapper;

/// Tells which elements of a web page begin a line of their own (HTML, 15.3, as browsers show them). Tika knows those
/// of twenty years ago and leaves the others out, so that the words around them would be one.
final class Blocks extends DefaultHtmlMapper {

    private static final long serialVersionUID = 1L;

    private static final Set<String> BLOCKS = Set.of(
            "DIV",
            "SECTION",
            "ARTICLE",
            "HEADER",
            "FOOTER",
            "NAV",
            "MAIN",
            "ASIDE",
            "FIGURE",
            "FIGCAPTION",
            "DETAILS",
            "SUMMARY",
            "FIELDSET",
            "LEGEND",
            "FORM",
            "CENTER",
            "TEXTAREA",
            "OPTION",
            "OPTGROUP",
            "SELECT",
            "DATALIST",
            "BUTTON",
            "DIALOG",
            "TEMPLATE",
            "ADDRESS",
            "HGROUP",
            "SEARCH",
            "DIR",
            "MENU",
            "UL",
            "OL",
            "DL",
            "MARQUEE",
            "NOSCRIPT",
            "NOFRAMES",
            "XMP",
            "LISTING",
            "PLAINTEXT",
            "VIDEO",
            "AUDIO",
            "CANVAS",
            "IFRAME",
            "SVG",
            "TEXT",
            "TFOOT",
            "HR",
            "FRAME",
            "NOEMBED");

    @Override
    public String mapSafeElement(String name) {
        return BLOCKS.contains(name.toUpperCase(Locale.ROOT)) ? "div" : super.mapSafeElement(name);
    }
}
