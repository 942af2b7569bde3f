package org.cairn.bundle.typeset;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/// Which text each code stands for, as a PDF writes it.
record ToUnicode(Map<Integer, String> texts) {

    byte[] bytes() {
        StringBuilder map = new StringBuilder("""
                /CIDInit /ProcSet findresource begin
                12 dict begin
                begincmap
                /CIDSystemInfo <</Registry (Adobe) /Ordering (UCS) /Supplement 0>> def
                /CMapName /Adobe-Identity-UCS def
                /CMapType 2 def
                1 begincodespacerange
                <0000> <FFFF>
                endcodespacerange
                """);
        // a glyph that stands for nothing is drawn, not set: readers make a gap of an empty text
        var lines = texts.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> "<" + Ops.code(entry.getKey()) + "> <" + Ops.utf16(entry.getValue()) + ">\n")
                .toList();
        // a reader need not accept more than 100 at a time
        for (int i = 0; i < lines.size(); i += 100) {
            var some = lines.subList(i, Math.min(i + 100, lines.size()));
            map.append(some.size()).append(" beginbfchar\n");
            some.forEach(map::append);
            map.append("endbfchar\n");
        }
        map.append("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        return map.toString().getBytes(StandardCharsets.US_ASCII);
    }
}
