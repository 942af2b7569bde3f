package org.cairn.conversion;

import static org.cairn.conversion.XmlCopy.fo;
import static org.cairn.conversion.XmlCopy.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javax.xml.namespace.QName;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// The page styles of a workbook, with one more for each sheet: a copy of the one it asks for, head and foot with it,
/// on paper that the sheet fits on.
final class FittedPages implements XmlCopy.Change {

    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String PLAIN = "Default";
    private static final QName PROPERTIES = style("page-layout-properties");

    private final List<SheetShape> sheets;
    private final List<PageFit> fits;
    private final Map<String, String> layoutOf;
    private final Map<String, List<XMLEvent>> layouts = new HashMap<>();
    private final Map<String, List<XMLEvent>> pages = new HashMap<>();
    private List<XMLEvent> open = new ArrayList<>();
    private String name = "";
    private boolean keeping;

    /// @param layoutOf which layout each page style of the workbook has, by their names
    FittedPages(List<SheetShape> sheets, List<PageFit> fits, Map<String, String> layoutOf) {
        this.sheets = sheets;
        this.fits = fits;
        this.layoutOf = layoutOf;
    }

    @Override
    public List<XMLEvent> of(XMLEvent event) {
        if (begins(event, "page-layout") || begins(event, "master-page")) {
            keeping = true;
            open = new ArrayList<>();
            name = XmlCopy.attribute(event.asStartElement(), Ods.STYLE, "name");
        }
        if (keeping) {
            open.add(event);
        }
        if (XmlCopy.ends(event, Ods.STYLE, "page-layout")) {
            layouts.put(name, open);
            keeping = false;
        } else if (XmlCopy.ends(event, Ods.STYLE, "master-page")) {
            pages.put(name, open);
            keeping = false;
        } else if (XmlCopy.ends(event, OFFICE, "automatic-styles")) {
            return before(event, this::layout);
        } else if (XmlCopy.ends(event, OFFICE, "master-styles")) {
            return before(event, this::page);
        }
        return List.of(event);
    }

    private static boolean begins(XMLEvent event, String name) {
        return XmlCopy.begins(event, Ods.STYLE, name);
    }

    /// What is made for one sheet.
    @FunctionalInterface
    private interface Made {
        List<XMLEvent> of(int sheet);
    }

    private List<XMLEvent> before(XMLEvent end, Made made) {
        List<XMLEvent> all = new ArrayList<>();
        for (int i = 0; i < sheets.size(); i++) {
            all.addAll(made.of(i));
        }
        all.add(end);
        return all;
    }

    private String asked(int sheet) {
        String page = sheets.get(sheet).page();
        return page.isEmpty() ? PLAIN : page;
    }

    private List<XMLEvent> layout(int sheet) {
        List<XMLEvent> known = layouts.get(layoutOf.getOrDefault(asked(sheet), ""));
        if (known == null) {
            List<XMLEvent> own = new ArrayList<>();
            own.add(XmlCopy.start(style("page-layout"), Map.of(style("name"), FittedContent.name(sheet))));
            own.addAll(XmlCopy.empty(PROPERTIES, Map.of()));
            own.add(XmlCopy.end(style("page-layout")));
            known = own;
        }
        List<XMLEvent> all = new ArrayList<>();
        for (XMLEvent event : known) {
            if (begins(event, "page-layout")) {
                all.add(XmlCopy.with(event.asStartElement(), Map.of(style("name"), FittedContent.name(sheet))));
            } else if (begins(event, "page-layout-properties")) {
                all.add(XmlCopy.with(event.asStartElement(), paper(fits.get(sheet), event.asStartElement())));
            } else {
                all.add(event);
            }
        }
        return all;
    }

    /// Strips that belong together follow each other, and say which rows and columns they are of.
    private static Map<QName, String> paper(PageFit fit, StartElement before) {
        Map<QName, String> paper = new LinkedHashMap<>();
        paper.put(fo("page-width"), points(fit.across() ? PageFit.LONG : PageFit.SHORT));
        paper.put(fo("page-height"), points(fit.across() ? PageFit.SHORT : PageFit.LONG));
        paper.put(style("print-orientation"), fit.across() ? "landscape" : "portrait");
        paper.put(fo("margin"), "");
        paper.put(fo("margin-left"), points(PageFit.SIDE));
        paper.put(fo("margin-right"), points(PageFit.SIDE));
        paper.put(fo("margin-top"), points(PageFit.TOP));
        paper.put(fo("margin-bottom"), points(PageFit.FOOT));
        paper.put(style("print-page-order"), fit.strips() > 1 ? "ltr" : "ttb");
        paper.put(style("scale-to"), fit.percent() > 0 ? fit.percent() + "%" : "");
        paper.put(style("scale-to-pages"), "");
        paper.put(style("scale-to-X"), fit.percent() > 0 ? "" : String.valueOf(fit.strips()));
        paper.put(style("scale-to-Y"), fit.percent() > 0 ? "" : "0");
        String grid = XmlCopy.attribute(before, Ods.STYLE, "print").contains("grid") ? " grid" : "";
        paper.put(style("print"), "charts drawings objects zero-values" + grid + (fit.strips() > 1 ? " headers" : ""));
        return paper;
    }

    private static String points(double length) {
        return String.format(Locale.ROOT, "%.2fpt", length);
    }

    private List<XMLEvent> page(int sheet) {
        Map<QName, String> names = Map.of(
                style("name"),
                FittedContent.name(sheet),
                style("display-name"),
                FittedContent.name(sheet),
                style("page-layout-name"),
                FittedContent.name(sheet));
        List<XMLEvent> known = pages.get(asked(sheet));
        if (known == null) {
            return XmlCopy.empty(style("master-page"), names);
        }
        List<XMLEvent> all = new ArrayList<>(known);
        all.set(0, XmlCopy.with(Objects.requireNonNull(known.getFirst()).asStartElement(), names));
        return all;
    }
}
