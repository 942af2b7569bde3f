package org.cairn.bundle.redact;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.insert.ScratchChannel;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.PdfDrawing;

/// Some pages as a file of their own, for the processes that draw: in memory or sealed, never in clear on a disk.
public final class PagesApart implements Closeable {

    /// Of what is put over a page, only its looks are of use to whoever draws it; the rest may lead to other pages.
    private static final Set<COSName> LOOKS = Set.of(
            COSName.TYPE,
            COSName.SUBTYPE,
            COSName.RECT,
            COSName.AP,
            COSName.AS,
            COSName.F,
            COSName.C,
            COSName.BORDER,
            COSName.BS,
            COSName.getPDFName("IC"),
            COSName.getPDFName("QuadPoints"),
            COSName.getPDFName("L"),
            COSName.getPDFName("LE"),
            COSName.getPDFName("Vertices"),
            COSName.getPDFName("InkList"),
            COSName.getPDFName("CA"),
            COSName.getPDFName("RD"),
            COSName.getPDFName("BE"),
            COSName.getPDFName("CL"),
            COSName.getPDFName("IT"),
            COSName.NAME);
    /// A note that is written on the page may have no look but its words.
    private static final Set<COSName> WORDS =
            Set.of(COSName.CONTENTS, COSName.DA, COSName.Q, COSName.getPDFName("DS"), COSName.getPDFName("RC"));
    private static final COSName WRITTEN = COSName.getPDFName("FreeText");

    private final RandomAccessStreamCache scratch;
    private final RandomAccess bytes;
    private final int count;

    private PagesApart(RandomAccessStreamCache scratch, RandomAccess bytes, int count) {
        this.scratch = scratch;
        this.bytes = bytes;
        this.count = count;
    }

    /// Copies pages, whose fonts are finished; what they were copied from may be closed after.
    public static PagesApart of(Collection<PDPage> pages) throws IOException {
        RandomAccessStreamCache scratch = SealedScratch.cache().create();
        try {
            RandomAccess bytes = scratch.createBuffer();
            try (PDDocument document = new PDDocument(SealedScratch.cache());
                    OutputStream out = new RandomAccessSink(bytes)) {
                pages.forEach(page -> document.addPage(alone(page)));
                document.save(out, CompressParameters.NO_COMPRESSION);
            }
            return new PagesApart(scratch, bytes, pages.size());
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /// A page that shares its content with the one it is of, and leads nowhere else.
    private static PDPage alone(PDPage page) {
        COSDictionary alone = new COSDictionary();
        alone.setItem(COSName.TYPE, COSName.PAGE);
        for (COSName key : List.of(COSName.CONTENTS, COSName.GROUP)) {
            COSBase value = page.getCOSObject().getItem(key);
            if (value != null) {
                alone.setItem(key, value);
            }
        }
        if (page.getResources() != null) {
            alone.setItem(COSName.RESOURCES, page.getResources().getCOSObject());
        }
        PDPage copy = new PDPage(alone);
        copy.setMediaBox(page.getMediaBox());
        copy.setCropBox(page.getCropBox());
        copy.setRotation(page.getRotation());
        alone.setItem(COSName.ANNOTS, annotations(page));
        return copy;
    }

    private static COSArray annotations(PDPage page) {
        COSArray shown = new COSArray();
        if (page.getCOSObject().getDictionaryObject(COSName.ANNOTS) instanceof COSArray all) {
            for (int i = 0; i < all.size(); i++) {
                if (all.getObject(i) instanceof COSDictionary annotation
                        && !COSName.LINK.equals(annotation.getCOSName(COSName.SUBTYPE))) {
                    boolean written = WRITTEN.equals(annotation.getCOSName(COSName.SUBTYPE));
                    COSDictionary looks = new COSDictionary();
                    annotation.forEach((key, value) -> {
                        if (LOOKS.contains(key) || written && WORDS.contains(key)) {
                            looks.setItem(key, value);
                        }
                    });
                    shown.add(looks);
                }
            }
        }
        return shown;
    }

    /// How many there are.
    public int count() {
        return count;
    }

    /// The bytes of the file, any number of times.
    public SeekableByteChannel bytes() {
        return new ScratchChannel(bytes);
    }

    /// Has one more process look at them.
    public PdfDrawing open(DrawingProcesses processes) {
        return new PdfDrawing(processes, bytes());
    }

    @Override
    public void close() throws IOException {
        bytes.close();
        scratch.close();
    }
}
