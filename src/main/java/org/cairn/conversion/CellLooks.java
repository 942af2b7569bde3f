package org.cairn.conversion;

import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// How cells look by the names of their styles: the size of their letters, whether long text goes on in a next line,
/// and whether a cell is seen also without words.
final class CellLooks {

    /// @param size of letters in points; 0 where the style says nothing
    /// @param wraps whether text is broken into lines; none where the style says nothing
    private record Look(
            String parent, double size, @Nullable Boolean wraps, boolean seen) {
        @Override
        public String toString() {
            return "Look";
        }
    }

    private static final int DEEPEST = 16;
    private static final double USUAL = 10;

    private final Map<String, Look> looks = new HashMap<>();
    private Look plain = new Look("", USUAL, false, false);
    private @Nullable String name;
    private Look open = plain;

    /// Takes what an element of a style says; styles of others than cells are passed over.
    void begin(XMLStreamReader xml) {
        switch (xml.getLocalName()) {
            case "style", "default-style" -> {
                boolean cell = Ods.attribute(xml, "family").equals("table-cell");
                name = cell ? Ods.attribute(xml, "name") : null;
                open = new Look(Ods.attribute(xml, "parent-style-name"), 0, null, false);
            }
            case "text-properties" -> {
                double size = Ods.points(Ods.attribute(xml, "font-size"));
                open = new Look(open.parent(), size, open.wraps(), open.seen());
            }
            case "table-cell-properties" -> {
                String wrap = Ods.attribute(xml, "wrap-option");
                open = new Look(open.parent(), open.size(), wrap.isEmpty() ? null : wrap.equals("wrap"), coloured(xml));
            }
            default -> {
                // says nothing of these
            }
        }
    }

    private static boolean coloured(XMLStreamReader xml) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            String attribute = xml.getAttributeLocalName(i);
            boolean line = attribute.startsWith("border") && !attribute.startsWith("border-line");
            String value = xml.getAttributeValue(i);
            if (line && !value.equals("none") || attribute.equals("background-color") && !value.equals("transparent")) {
                return true;
            }
        }
        return false;
    }

    void end(XMLStreamReader xml) {
        String of = name;
        if (of == null) {
            return;
        }
        if (xml.getLocalName().equals("style")) {
            looks.put(of, open);
            name = null;
        } else if (xml.getLocalName().equals("default-style")) {
            plain = new Look("", open.size() > 0 ? open.size() : USUAL, Boolean.TRUE.equals(open.wraps()), false);
            name = null;
        }
    }

    double size(String style) {
        Look look = looks.getOrDefault(style, plain);
        for (int i = 0; i < DEEPEST && look.size() == 0; i++) {
            look = looks.getOrDefault(look.parent(), plain);
        }
        return look.size() > 0 ? look.size() : USUAL;
    }

    boolean wraps(String style) {
        Look look = looks.getOrDefault(style, plain);
        for (int i = 0; i < DEEPEST && look.wraps() == null; i++) {
            look = looks.getOrDefault(look.parent(), plain);
        }
        return Boolean.TRUE.equals(look.wraps());
    }

    /// Whether a cell without words is seen for its lines or its colour.
    boolean seen(String style) {
        return looks.getOrDefault(style, plain).seen();
    }
}
