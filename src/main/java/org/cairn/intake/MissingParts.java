package org.cairn.intake;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What leads to the words of a document that is a package of parts, written anew from the names of the parts that are
/// left (ECMA-376 part 2; EPUB 3.3). Programs write it first or last, and so it is what a cut takes.
final class MissingParts {

    private static final String TYPES = "[Content_Types].xml";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String KIND = "application/vnd.openxmlformats-officedocument.";
    private static final String BEGIN = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
    private static final Pattern NUMBER = Pattern.compile("(\\d{1,6})\\.[a-z]+$");
    private static final Pattern CHAPTER = Pattern.compile("(?i).*\\.x?html?");

    /// The type of each part that has words, by how its name begins.
    private static final Map<String, String> KINDS = kinds();

    private final Set<String> names;
    private final boolean allSheets;
    private final Map<String, String> titles;
    private final Map<String, String> made = new LinkedHashMap<>();

    private MissingParts(Set<String> names, boolean allSheets, Map<String, String> titles) {
        this.names = names;
        this.titles = titles;
        this.allSheets = allSheets;
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("word/document", "wordprocessingml.document.main");
        kinds.put("word/footnotes", "wordprocessingml.footnotes");
        kinds.put("word/endnotes", "wordprocessingml.endnotes");
        kinds.put("word/comments", "wordprocessingml.comments");
        kinds.put("word/header", "wordprocessingml.header");
        kinds.put("word/footer", "wordprocessingml.footer");
        kinds.put("word/styles", "wordprocessingml.styles");
        kinds.put("word/numbering", "wordprocessingml.numbering");
        kinds.put("xl/workbook", "spreadsheetml.sheet.main");
        kinds.put("xl/worksheets/sheet", "spreadsheetml.worksheet");
        kinds.put("xl/sharedStrings", "spreadsheetml.sharedStrings");
        kinds.put("xl/styles", "spreadsheetml.styles");
        kinds.put("xl/comments", "spreadsheetml.comments");
        kinds.put("ppt/presentation", "presentationml.presentation.main");
        kinds.put("ppt/slides/slide", "presentationml.slide");
        kinds.put("ppt/notesSlides/notesSlide", "presentationml.notesSlide");
        kinds.put("ppt/slideLayouts/slideLayout", "presentationml.slideLayout");
        kinds.put("ppt/slideMasters/slideMaster", "presentationml.slideMaster");
        kinds.put("ppt/notesMasters/notesMaster", "presentationml.notesMaster");
        return kinds;
    }

    /// @param names of the parts that are left
    /// @param allSheets whether every sheet that a workbook names is among them as it was
    /// @param titles of the sheets of a workbook, as XML has them, by the parts that they are
    /// @return the parts that are to be added, or to be taken instead of those of that name, with what they hold
    static Map<String, byte[]> of(Set<String> names, boolean allSheets, Map<String, String> titles) {
        MissingParts missing = new MissingParts(names, allSheets, titles);
        if (names.stream().anyMatch(name -> name.startsWith("word/"))) {
            missing.office("word/document.xml");
            missing.word();
        } else if (names.stream().anyMatch(name -> name.startsWith("xl/"))) {
            missing.office("xl/workbook.xml");
            missing.workbook();
        } else if (names.stream().anyMatch(name -> name.startsWith("ppt/"))) {
            missing.office("ppt/presentation.xml");
            missing.slides();
        } else if (names.stream().anyMatch(name -> CHAPTER.matcher(name).matches()) && !names.contains("content.xml")) {
            missing.book();
        }
        Map<String, byte[]> bytes = new LinkedHashMap<>();
        missing.made.forEach((name, text) -> bytes.put(name, text.getBytes(StandardCharsets.UTF_8)));
        return bytes;
    }

    private void office(String main) {
        StringBuilder types = new StringBuilder(BEGIN + "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>");
        for (String ending : List.of("png", "jpeg", "jpg", "gif", "emf", "wmf", "bin", "vml", "tiff")) {
            types.append("<Default Extension=\"").append(ending).append("\" ContentType=\"image/x-left\"/>");
        }
        typed(main, types);
        names.stream().filter(name -> !name.equals(main)).forEach(name -> typed(name, types));
        if (!names.contains(TYPES) || names.stream().anyMatch(name -> name.startsWith("xl/")) && !allSheets) {
            made.put(TYPES, types + "</Types>");
        }
        if (!names.contains("_rels/.rels")) {
            made.put("_rels/.rels", links("", List.of(main), "officeDocument"));
        }
    }

    private static void typed(String name, StringBuilder types) {
        KINDS.entrySet().stream()
                .filter(kind -> name.startsWith(kind.getKey()) && name.endsWith(".xml"))
                .findFirst()
                .ifPresent(kind -> types.append("<Override PartName=\"/")
                        .append(escaped(name))
                        .append("\" ContentType=\"" + KIND)
                        .append(kind.getValue())
                        .append("+xml\"/>"));
    }

    private void word() {
        if (!names.contains("word/_rels/document.xml.rels")) {
            StringBuilder links = new StringBuilder();
            for (String kind : List.of("footnotes", "endnotes", "comments", "header", "footer", "numbering")) {
                links.append(links(kind.substring(0, 2), named("word/" + kind), kind, "word/"));
            }
            made.put("word/_rels/document.xml.rels", wrapped(links));
        }
    }

    private void workbook() {
        List<String> sheets = named("xl/worksheets/sheet");
        if (!names.contains("xl/workbook.xml") || !allSheets) {
            StringBuilder book = new StringBuilder(BEGIN
                    + "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
                    + OFFICE
                    + "\"><sheets>");
            for (int i = 1; i <= sheets.size(); i++) {
                // where it is lost no other's: words would stand under a name that is not theirs
                String title = titles.getOrDefault(sheets.get(i - 1), "?" + i);
                book.append("<sheet name=\"" + title + "\" sheetId=\"" + i + "\" r:id=\"sh" + i + "\"/>");
            }
            made.put("xl/workbook.xml", book + "</sheets></workbook>");
            made.put(
                    "xl/_rels/workbook.xml.rels",
                    wrapped(links("sh", sheets, "worksheet", "xl/")
                            + links("ss", named("xl/sharedStrings"), "sharedStrings", "xl/")
                            + links("st", named("xl/styles"), "styles", "xl/")));
        }
    }

    /// The list of slides names each: where one is missing no slide would be read.
    private void slides() {
        List<String> slides = named("ppt/slides/slide");
        StringBuilder list = new StringBuilder(BEGIN
                + "<p:presentation xmlns:p=\"http://schemas.openxmlformats.org/presentationml/2006/main\" xmlns:r=\""
                + OFFICE + "\"><p:sldIdLst>");
        for (int i = 1; i <= slides.size(); i++) {
            list.append("<p:sldId id=\"" + (255 + i) + "\" r:id=\"sl" + i + "\"/>");
        }
        made.put("ppt/presentation.xml", list + "</p:sldIdLst></p:presentation>");
        made.put("ppt/_rels/presentation.xml.rels", wrapped(links("sl", slides, "slide", "ppt/")));
    }

    private void book() {
        List<String> chapters =
                names.stream().filter(name -> CHAPTER.matcher(name).matches()).toList();
        StringBuilder items = new StringBuilder();
        StringBuilder order = new StringBuilder();
        for (int i = 0; i < chapters.size(); i++) {
            items.append("<item id=\"c" + i + "\" href=\"" + escaped(chapters.get(i))
                    + "\" media-type=\"application/xhtml+xml\"/>");
            order.append("<itemref idref=\"c" + i + "\"/>");
        }
        made.put(
                "META-INF/container.xml",
                BEGIN
                        + "<container version=\"1.0\" xmlns=\"urn:oasis:names:tc:opendocument:xmlns:container\"><rootfiles>"
                        + "<rootfile full-path=\"left.opf\" media-type=\"application/oebps-package+xml\"/>"
                        + "</rootfiles></container>");
        made.put(
                "left.opf",
                BEGIN + "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"3.0\"><manifest>" + items
                        + "</manifest><spine>" + order + "</spine></package>");
        if (!names.contains("mimetype")) {
            made.put("mimetype", "application/epub+zip");
        }
    }

    /// Those whose names begin so, by their numbers.
    private List<String> named(String begins) {
        List<String> found = new ArrayList<>(names.stream()
                .filter(name -> name.startsWith(begins) && name.endsWith(".xml"))
                .toList());
        found.sort(Comparator.comparingInt(MissingParts::number));
        return found;
    }

    private static int number(String name) {
        Matcher number = NUMBER.matcher(name);
        return number.find() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static String links(String id, List<String> to, String kind) {
        return wrapped(links(id.isEmpty() ? "m" : id, to, kind, ""));
    }

    private static String links(String id, List<String> to, String kind, String within) {
        StringBuilder links = new StringBuilder();
        for (int i = 1; i <= to.size(); i++) {
            links.append("<Relationship Id=\"" + id + i + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\""
                    + escaped(to.get(i - 1).substring(within.length())) + "\"/>");
        }
        return links.toString();
    }

    private static String wrapped(CharSequence links) {
        return BEGIN + "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + links + "</Relationships>";
    }

    private static String escaped(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
