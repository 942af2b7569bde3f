package org.cairn.conversion;

import static org.cairn.conversion.XmlCopy.fo;
import static org.cairn.conversion.XmlCopy.style;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.namespace.QName;
import javax.xml.stream.events.StartElement;
import javax.xml.stream.events.XMLEvent;

/// Styles for what has too little room, each like the one it is made of: cells whose text goes on in a next line, rows
/// as high as their text, columns as wide as their numbers.
final class RoomyStyles {

    private static final QName CELL = style("table-cell-properties");
    private static final QName ROW = style("table-row-properties");
    private static final QName COLUMN = style("table-column-properties");
    private static final Map<QName, String> WRAPPED = Map.of(fo("wrap-option"), "wrap", style("shrink-to-fit"), "");
    private static final Map<QName, String> HIGH = Map.of(style("use-optimal-row-height"), "true");

    private final List<SheetShape> sheets;
    private final Set<String> cells = new HashSet<>();
    private final Set<String> rows = new HashSet<>();
    private final Map<String, List<XMLEvent>> known = new HashMap<>();
    private String open = "";

    RoomyStyles(List<SheetShape> sheets) {
        this.sheets = sheets;
        sheets.forEach(sheet -> {
            cells.addAll(sheet.cramped().cellStyles());
            rows.addAll(sheet.cramped().rowStyles());
        });
    }

    static String name(String of) {
        return "cairnw_" + of;
    }

    static String column(int sheet, int column) {
        return "cairnc" + sheet + "_" + column;
    }

    /// Remembers the styles that are needed as they go by.
    void see(XMLEvent event) {
        if (XmlCopy.begins(event, Ods.STYLE, "style")) {
            String family = XmlCopy.attribute(event.asStartElement(), Ods.STYLE, "family");
            String name = XmlCopy.attribute(event.asStartElement(), Ods.STYLE, "name");
            boolean needed = family.equals("table-cell") && cells.contains(name)
                    || family.equals("table-row") && rows.contains(name);
            open = needed ? family + " " + name : "";
        }
        if (!open.isEmpty()) {
            known.computeIfAbsent(open, one -> new ArrayList<>()).add(event);
        }
        if (XmlCopy.ends(event, Ods.STYLE, "style")) {
            open = "";
        }
    }

    /// All of them.
    List<XMLEvent> styles() {
        List<XMLEvent> all = new ArrayList<>();
        cells.forEach(name -> all.addAll(changed(name, "table-cell", CELL, WRAPPED)));
        rows.forEach(name -> all.addAll(changed(name, "table-row", ROW, HIGH)));
        for (int i = 0; i < sheets.size(); i++) {
            int sheet = i;
            sheets.get(i).cramped().columns().forEach((column, width) -> {
                String wide = String.format(Locale.ROOT, "%.2fpt", width);
                all.addAll(made(column(sheet, column), "table-column", COLUMN, Map.of(style("column-width"), wide)));
            });
        }
        return all;
    }

    private List<XMLEvent> changed(String name, String family, QName properties, Map<QName, String> changes) {
        List<XMLEvent> events = known.get(family + " " + name);
        if (events == null) {
            // one of the workbook's own, or none: what is not said here is as there
            return made(name(name), family, properties, given(changes), name.isEmpty() ? "Default" : name);
        }
        List<XMLEvent> all = new ArrayList<>();
        StartElement start = events.getFirst().asStartElement();
        all.add(XmlCopy.with(start, Map.of(style("name"), name(name))));
        boolean has = events.stream().anyMatch(event -> XmlCopy.begins(event, Ods.STYLE, properties.getLocalPart()));
        if (!has) {
            all.addAll(XmlCopy.empty(properties, given(changes)));
        }
        for (XMLEvent event : events.subList(1, events.size())) {
            boolean these = XmlCopy.begins(event, Ods.STYLE, properties.getLocalPart());
            all.add(these ? XmlCopy.with(event.asStartElement(), changes) : event);
        }
        return all;
    }

    /// Those that say something, not those that only take something away.
    private static Map<QName, String> given(Map<QName, String> changes) {
        Map<QName, String> given = new HashMap<>(changes);
        given.values().removeIf(String::isEmpty);
        return given;
    }

    private static List<XMLEvent> made(String name, String family, QName properties, Map<QName, String> says) {
        return made(name, family, properties, says, "");
    }

    private static List<XMLEvent> made(
            String name, String family, QName properties, Map<QName, String> says, String parent) {
        Map<QName, String> attributes = new HashMap<>(Map.of(style("name"), name, style("family"), family));
        if (!parent.isEmpty() && family.equals("table-cell")) {
            attributes.put(style("parent-style-name"), parent);
        }
        List<XMLEvent> all = new ArrayList<>();
        all.add(XmlCopy.start(style("style"), attributes));
        all.addAll(XmlCopy.empty(properties, says));
        all.add(XmlCopy.end(style("style")));
        return all;
    }
}
