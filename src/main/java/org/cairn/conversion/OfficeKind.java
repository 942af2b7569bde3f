package org.cairn.conversion;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// The kinds of documents that an office program lays out as pages: by which part of it, and what such files end with.
///
/// @param ending of the file's name, by which the program knows how to read it
/// @param sheets whether it is of tables, for which pages are only one way to be looked at
public record OfficeKind(String ending, Part part, boolean sheets) {

    /// The parts of the program.
    public enum Part {
        WRITER,
        CALC,
        IMPRESS,
        DRAW;

        /// What writes a PDF.
        String filter() {
            return name().toLowerCase(Locale.ROOT) + "_pdf_Export";
        }
    }

    private static final String WORD = "application/vnd.ms-word.";
    private static final String EXCEL = "application/vnd.ms-excel";
    private static final String POINT = "application/vnd.ms-powerpoint";
    private static final String XML = "application/vnd.openxmlformats-officedocument.";
    private static final String OPEN = "application/vnd.oasis.opendocument.";
    private static final String SUN = "application/vnd.sun.xml.";

    private static final Map<String, OfficeKind> KINDS = Map.ofEntries(
            writer("application/msword", "doc"),
            writer(XML + "wordprocessingml.document", "docx"),
            writer(XML + "wordprocessingml.template", "dotx"),
            writer(WORD + "document.macroenabled.12", "docm"),
            writer(WORD + "template.macroenabled.12", "dotm"),
            writer(OPEN + "text", "odt"),
            writer(OPEN + "text-template", "ott"),
            writer(OPEN + "flat.text", "fodt"),
            writer(SUN + "writer", "sxw"),
            writer("application/rtf", "rtf"),
            writer("text/rtf", "rtf"),
            writer("application/vnd.wordperfect", "wpd"),
            writer("application/vnd.ms-works", "wps"),
            calc(EXCEL, "xls"),
            calc(EXCEL + ".sheet.3", "xls"),
            calc(EXCEL + ".sheet.4", "xls"),
            calc(EXCEL + ".sheet.macroenabled.12", "xlsm"),
            calc(EXCEL + ".sheet.binary.macroenabled.12", "xlsb"),
            calc(EXCEL + ".template.macroenabled.12", "xltm"),
            calc(XML + "spreadsheetml.sheet", "xlsx"),
            calc(XML + "spreadsheetml.template", "xltx"),
            calc(OPEN + "spreadsheet", "ods"),
            calc(OPEN + "spreadsheet-template", "ots"),
            calc(OPEN + "flat.spreadsheet", "fods"),
            calc(SUN + "calc", "sxc"),
            impress(POINT, "ppt"),
            impress(POINT + ".presentation.macroenabled.12", "pptm"),
            impress(POINT + ".slideshow.macroenabled.12", "ppsm"),
            impress(XML + "presentationml.presentation", "pptx"),
            impress(XML + "presentationml.slideshow", "ppsx"),
            impress(XML + "presentationml.template", "potx"),
            impress(OPEN + "presentation", "odp"),
            impress(OPEN + "presentation-template", "otp"),
            impress(OPEN + "flat.presentation", "fodp"),
            impress(SUN + "impress", "sxi"),
            draw(OPEN + "graphics", "odg"),
            draw("application/vnd.visio", "vsd"),
            draw("application/vnd.ms-visio.drawing", "vsdx"),
            draw("application/x-mspublisher", "pub"));

    private static Map.Entry<String, OfficeKind> writer(String type, String ending) {
        return Map.entry(type, new OfficeKind(ending, Part.WRITER, false));
    }

    private static Map.Entry<String, OfficeKind> calc(String type, String ending) {
        return Map.entry(type, new OfficeKind(ending, Part.CALC, true));
    }

    private static Map.Entry<String, OfficeKind> impress(String type, String ending) {
        return Map.entry(type, new OfficeKind(ending, Part.IMPRESS, false));
    }

    private static Map.Entry<String, OfficeKind> draw(String type, String ending) {
        return Map.entry(type, new OfficeKind(ending, Part.DRAW, false));
    }

    /// What a media type says, where it is one of these.
    public static Optional<OfficeKind> of(String mediaType) {
        int more = mediaType.indexOf(';');
        String plain = more < 0 ? mediaType : mediaType.substring(0, more);
        return Optional.ofNullable(KINDS.get(plain.strip().toLowerCase(Locale.ROOT)));
    }
}
