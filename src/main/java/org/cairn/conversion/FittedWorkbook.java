package org.cairn.conversion;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.cairn.progress.Progress;

/// A workbook of OpenDocument with other page styles, so that each of its sheets fits on pages; its cells are as they
/// were. Never held as a whole.
final class FittedWorkbook {

    private final Path workbook;
    private final Progress progress;
    private final List<SheetShape> sheets;
    private final List<PageFit> fits;
    private final Fitting fitting;
    private final Map<String, String> layoutOf;

    private FittedWorkbook(Path workbook, SheetSurvey survey, Map<String, String> layoutOf, Progress progress) {
        this.workbook = workbook;
        this.progress = progress;
        this.sheets = survey.sheets();
        this.fits = sheets.stream().map(PageFit::of).toList();
        this.fitting = survey.fitting(fits);
        this.layoutOf = layoutOf;
    }

    /// Measures a workbook; nothing where it cannot be made out, or is more than can be fitted.
    static Optional<FittedWorkbook> of(Path workbook, Progress progress) throws IOException {
        SheetSurvey survey = new SheetSurvey(progress);
        try (ZipFile zip = new ZipFile(workbook.toFile());
                InputStream styles = part(zip, Ods.STYLES);
                InputStream again = part(zip, Ods.STYLES);
                InputStream content = part(zip, Ods.CONTENT)) {
            survey.readStyles(styles);
            Map<String, String> layouts = layouts(again);
            survey.readContent(content);
            return survey.tooMuch()
                    ? Optional.empty()
                    : Optional.of(new FittedWorkbook(workbook, survey, layouts, progress));
        } catch (XMLStreamException | ZipException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// How it is fitted, and what of it is not shown.
    Fitting fitting() {
        return fitting;
    }

    /// Writes it with its new pages.
    ///
    /// @param to not closed
    void writeTo(OutputStream to) throws IOException {
        try (ZipFile zip = new ZipFile(workbook.toFile());
                ZipOutputStream out = new ZipOutputStream(unclosed(to))) {
            for (Enumeration<? extends ZipEntry> entries = zip.entries(); entries.hasMoreElements(); ) {
                copy(zip, entries.nextElement(), out);
            }
        } catch (XMLStreamException e) {
            throw new IOException("could be read a moment ago");
        }
    }

    private static InputStream part(ZipFile zip, String name) throws IOException, XMLStreamException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw new XMLStreamException("no such part");
        }
        return zip.getInputStream(entry);
    }

    private static Map<String, String> layouts(InputStream styles) throws XMLStreamException {
        Map<String, String> layouts = new HashMap<>();
        XMLStreamReader xml = Ods.reader().createXMLStreamReader(styles);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("master-page")) {
                layouts.put(Ods.attribute(xml, "name"), Ods.attribute(xml, "page-layout-name"));
            }
        }
        return layouts;
    }

    /// The kind of the file stands first and unpacked, as the format asks.
    private void copy(ZipFile zip, ZipEntry entry, ZipOutputStream out) throws IOException, XMLStreamException {
        progress.checkCancelled();
        ZipEntry copied = new ZipEntry(entry.getName());
        if (entry.getName().equals("mimetype")) {
            copied.setMethod(ZipEntry.STORED);
            copied.setSize(entry.getSize());
            copied.setCrc(entry.getCrc());
        }
        out.putNextEntry(copied);
        try (InputStream from = zip.getInputStream(entry)) {
            switch (entry.getName()) {
                case Ods.CONTENT -> XmlCopy.copy(from, unclosed(out), new FittedContent(sheets, fits, progress));
                case Ods.STYLES -> XmlCopy.copy(from, unclosed(out), new FittedPages(sheets, fits, layoutOf));
                default -> from.transferTo(out);
            }
        }
        out.closeEntry();
    }

    private static OutputStream unclosed(OutputStream to) {
        return new FilterOutputStream(to) {
            @Override
            public void write(byte[] bytes, int start, int length) throws IOException {
                out.write(bytes, start, length);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
    }
}
