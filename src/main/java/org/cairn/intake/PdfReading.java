package org.cairn.intake;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Calendar;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.tika.metadata.Metadata;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.intake.FileReading.Verdict;
import org.cairn.pdf.OpenedPdf;
import org.jspecify.annotations.Nullable;
import org.xml.sax.SAXException;

/// Reads a PDF page by page; a page that cannot be read does not take the others with it.
final class PdfReading {

    private static final int DEEPEST = 20;
    /// A page on which nothing is drawn may have notes; in a document of more pages nobody looks for each.
    private static final int MOST_LOOKED_FOR = 5_000;

    private final Gathering gathering;
    private final Children children;
    private final Metadata metadata;
    private final Unlocking unlocking;
    /// Files that were taken out: one may be named in several places.
    private final Set<COSBase> taken = Collections.newSetFromMap(new IdentityHashMap<>());

    private int silent;
    private int broken;

    PdfReading(Gathering gathering, Children children, Metadata metadata, Unlocking unlocking) {
        this.gathering = gathering;
        this.children = children;
        this.metadata = metadata;
        this.unlocking = unlocking;
    }

    /// Most need none; the others are tried with every password there is.
    Verdict read(IncomingBytes bytes) throws IOException, SAXException {
        Verdict verdict = read(bytes, "");
        for (String password : verdict.equals(Verdict.LOCKED) ? unlocking.words() : List.<String>of()) {
            verdict = read(bytes, password);
            if (!verdict.equals(Verdict.LOCKED)) {
                unlocking.opened(password);
                return verdict;
            }
        }
        return verdict;
    }

    private Verdict read(IncomingBytes bytes, String password) throws IOException, SAXException {
        try (RandomAccessRead source = source(bytes);
                OpenedPdf opened = OpenedPdf.open(source, password, IOUtils.createMemoryOnlyStreamCache())) {
            about(opened.document().getDocumentInformation());
            Verdict pages = pages(opened);
            attachments(opened.document());
            boolean missing = children.found() < children.expected();
            return missing && pages.status() == ReadingStatus.COMPLETE
                    ? new Verdict(ReadingStatus.PARTIAL, "childrenMissing")
                    : pages;
        } catch (InvalidPasswordException e) {
            return Verdict.LOCKED;
        } catch (IOException e) {
            if (lockedForACertificate(e)) {
                return Verdict.LOCKED;
            }
            throw e;
        }
    }

    /// Locked for the holder of a key: PDFBox has no exception of its own for that, but it fails where it unlocks.
    private static boolean lockedForACertificate(IOException e) {
        String unlocking = InvalidPasswordException.class.getPackageName();
        return Arrays.stream(e.getStackTrace())
                .limit(6)
                .anyMatch(frame -> frame.getClassName().startsWith(unlocking));
    }

    private static RandomAccessRead source(IncomingBytes bytes) throws IOException {
        return bytes.file().isPresent()
                ? new RandomAccessReadBufferedFile(bytes.file().get())
                : new RandomAccessReadBuffer(bytes.heap());
    }

    private Verdict pages(OpenedPdf opened) throws IOException, SAXException {
        PDDocument document = opened.document();
        PdfNotes notes = new PdfNotes(document);
        PdfStreams streams = new PdfStreams();
        int total = opened.pages().size();
        try {
            new PdfPages(streams, (number, text, sound, walked) -> {
                        Optional<PDPage> page = walked.isPresent() || total > MOST_LOOKED_FOR
                                ? walked
                                : Optional.of(document.getPage(number - 1));
                        page(number, text + page.map(notes::on).orElse(""), sound);
                    })
                    .read(document);
        } catch (PdfPages.NotHeard e) {
            if (e.getCause() instanceof StopReading stop) {
                throw stop;
            }
            throw e;
        }
        if (total > PdfPages.MOST_PAGES) {
            throw new StopReading("tooMuchInside");
        }
        if (streams.locked() && gathering.passages() == 0) {
            return new Verdict(ReadingStatus.UNREADABLE, "lockLost");
        }
        if (broken > 0 || total == 0 || opened.damaged() || streams.changed()) {
            return new Verdict(gathering.passages() > 0 ? ReadingStatus.PARTIAL : ReadingStatus.UNREADABLE, "damaged");
        }
        if (silent == total) {
            return Verdict.SILENT;
        }
        return silent == 0 ? Verdict.COMPLETE : new Verdict(ReadingStatus.PARTIAL, "pagesWithoutText");
    }

    private void page(int number, String text, boolean sound) throws IOException {
        int before = gathering.passages();
        try {
            gathering.page(number, text);
        } catch (IOException | StopReading e) {
            throw new PdfPages.NotHeard(e);
        }
        broken += sound ? 0 : 1;
        silent += sound && gathering.passages() == before ? 1 : 0;
    }

    private void about(PDDocumentInformation information) {
        put("dc:title", information.getTitle());
        put("dc:creator", information.getAuthor());
        put("dc:subject", information.getSubject());
        put("xmp:CreatorTool", information.getCreator());
        put("pdf:producer", information.getProducer());
        put("dcterms:created", instant(information.getCreationDate()));
        put("dcterms:modified", instant(information.getModificationDate()));
    }

    private static @Nullable String instant(@Nullable Calendar date) {
        return date == null ? null : date.toInstant().toString();
    }

    private void put(String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            metadata.set(name, value);
        }
    }

    private void attachments(PDDocument document) throws IOException, SAXException {
        PDDocumentNameDictionary names = document.getDocumentCatalog().getNames();
        PDEmbeddedFilesNameTreeNode files = names == null ? null : names.getEmbeddedFiles();
        if (files != null) {
            attachments(files, 0);
        }
        associated(document);
        pinned(document);
    }

    /// Files that belong to the document as a whole (ISO 19005-3, annex E).
    private void associated(PDDocument document) throws IOException, SAXException {
        COSArray files = document.getDocumentCatalog().getCOSObject().getCOSArray(COSName.AF);
        for (int i = 0; files != null && i < files.size(); i++) {
            if (files.getObject(i) instanceof COSDictionary file) {
                attachment(new PDComplexFileSpecification(file));
            }
        }
    }

    /// Files that somebody pinned onto a page (ISO 32000-1, 12.5.6.15).
    private void pinned(PDDocument document) throws IOException, SAXException {
        int pages = Math.min(document.getNumberOfPages(), MOST_LOOKED_FOR);
        for (int i = 0; i < pages; i++) {
            COSArray notes = document.getPage(i).getCOSObject().getCOSArray(COSName.ANNOTS);
            for (int j = 0; notes != null && j < notes.size(); j++) {
                if (notes.getObject(j) instanceof COSDictionary note
                        && COSName.getPDFName("FileAttachment").equals(note.getCOSName(COSName.SUBTYPE))
                        && note.getDictionaryObject(COSName.FS) instanceof COSDictionary file) {
                    attachment(new PDComplexFileSpecification(file));
                }
            }
        }
    }

    private void attachments(PDNameTreeNode<PDComplexFileSpecification> node, int depth)
            throws IOException, SAXException {
        Map<String, PDComplexFileSpecification> here = node.getNames();
        if (here != null) {
            for (Map.Entry<String, PDComplexFileSpecification> entry : here.entrySet()) {
                attachment(entry.getKey(), entry.getValue());
            }
        }
        if (node.getKids() != null && depth < DEEPEST) {
            for (PDNameTreeNode<PDComplexFileSpecification> kid : node.getKids()) {
                attachments(kid, depth + 1);
            }
        }
    }

    private void attachment(PDComplexFileSpecification file) throws IOException, SAXException {
        attachment(file.getFile() == null ? "file" : file.getFile(), file);
    }

    private void attachment(String key, @Nullable PDComplexFileSpecification specification)
            throws IOException, SAXException {
        PDEmbeddedFile file = specification == null ? null : file(specification);
        if (specification == null || file == null) {
            return;
        }
        if (!taken.add(file.getCOSObject())) {
            return;
        }
        String name = specification.getFileUnicode() != null ? specification.getFileUnicode() : key;
        try (InputStream stream = new Late(file)) {
            children.take(name, stream);
        }
    }

    private static @Nullable PDEmbeddedFile file(PDComplexFileSpecification specification) {
        return specification.getEmbeddedFileUnicode() != null
                ? specification.getEmbeddedFileUnicode()
                : specification.getEmbeddedFile();
    }

    /// Opens an attachment at the first read, so that one that cannot be opened breaks off like any other.
    private static final class Late extends InputStream {

        private final PDEmbeddedFile file;
        private @Nullable InputStream opened;

        Late(PDEmbeddedFile file) {
            this.file = file;
        }

        private InputStream stream() throws IOException {
            if (opened == null) {
                opened = file.createInputStream();
            }
            return opened;
        }

        @Override
        public int read() throws IOException {
            return stream().read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            return stream().read(into, offset, length);
        }

        @Override
        public void close() throws IOException {
            if (opened != null) {
                opened.close();
            }
        }
    }
}
