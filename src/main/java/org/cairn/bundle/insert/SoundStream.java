package org.cairn.bundle.insert;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.common.PDStream;
import org.jspecify.annotations.Nullable;

/// Whether a stream unfolds without a fault, read as strictly as the strictest outside reader would.
///
/// PDFBox forgives streams that are cut short or miscoded; qpdf does not, and a fault carried into the bundle is a
/// fault of the bundle.
public final class SoundStream {

    private static final Set<COSName> PICTURE_FILTERS = Set.of(
            COSName.DCT_DECODE,
            COSName.JPX_DECODE,
            COSName.JBIG2_DECODE,
            COSName.CCITTFAX_DECODE,
            COSName.DCT_DECODE_ABBREVIATION,
            COSName.CCITTFAX_DECODE_ABBREVIATION);
    private static final List<String> PICTURE_FILTER_NAMES =
            PICTURE_FILTERS.stream().map(COSName::getName).toList();
    private static final Set<Integer> BITS = Set.of(1, 2, 4, 8, 16);
    static final long UNFOLDED_LIMIT = 1L << 30;

    private SoundStream() {}

    /// The names of the stream's filters in order.
    static List<COSName> filters(COSStream stream) {
        COSBase filter = stream.getDictionaryObject(COSName.FILTER, COSName.F);
        List<COSName> names = new ArrayList<>();
        if (filter instanceof COSName name) {
            names.add(name);
        } else if (filter instanceof COSArray array) {
            for (int i = 0; i < array.size(); i++) {
                if (array.getObject(i) instanceof COSName name) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    static boolean isPictureFilter(COSName filter) {
        return PICTURE_FILTERS.contains(filter);
    }

    /// Whether the stream is kept plainly (no filter, or one deflation with sane parameters) and unfolds to its end.
    public static boolean isSound(COSStream stream) throws IOException {
        List<COSName> filters = filters(stream);
        if (filters.isEmpty()) {
            return true;
        }
        if (filters.size() > 1) {
            return false;
        }
        if (isPictureFilter(filters.getFirst())) {
            return !filters.getFirst().equals(COSName.DCT_DECODE)
                    || JpegSegments.clean(raw(stream)).isPresent();
        }
        return filters.getFirst().equals(COSName.FLATE_DECODE) && saneParameters(stream) && inflates(stream);
    }

    private static boolean saneParameters(COSStream stream) {
        COSDictionary parameters = parameters(stream);
        if (parameters == null) {
            return true;
        }
        int predictor = parameters.getInt(COSName.PREDICTOR, 1);
        return predictor == 1
                || (predictor == 2 || predictor >= 10 && predictor <= 15)
                        && parameters.getInt(COSName.COLUMNS, 1) > 0
                        && parameters.getInt(COSName.COLORS, 1) > 0
                        && parameters.getInt(COSName.COLORS, 1) <= 32
                        && BITS.contains(parameters.getInt(COSName.BITS_PER_COMPONENT, 8));
    }

    static @Nullable COSDictionary parameters(COSStream stream) {
        COSBase parameters = stream.getDictionaryObject(COSName.DECODE_PARMS, COSName.DP);
        if (parameters instanceof COSArray array) {
            parameters = array.size() > 0 ? array.getObject(0) : null;
        }
        return parameters instanceof COSDictionary dictionary ? dictionary : null;
    }

    private static boolean inflates(COSStream stream) throws IOException {
        if (!stream.hasData()) {
            return false;
        }
        Inflater inflater = new Inflater();
        try (InputStream in = stream.createRawInputStream()) {
            return inflate(inflater, in, null);
        } finally {
            inflater.end();
        }
    }

    /// Inflates to the end, or as far as it goes.
    private static boolean inflate(Inflater inflater, InputStream in, @Nullable OutputStream to) throws IOException {
        byte[] folded = new byte[16 << 10];
        byte[] unfolded = new byte[64 << 10];
        try {
            while (!inflater.finished()) {
                int n = inflater.inflate(unfolded);
                if (to != null) {
                    to.write(unfolded, 0, n);
                }
                if (inflater.getBytesWritten() > UNFOLDED_LIMIT) {
                    return false;
                }
                if (n == 0 && inflater.needsInput() && !inflater.finished()) {
                    int read = in.read(folded);
                    if (read < 0) {
                        return false;
                    }
                    inflater.setInput(folded, 0, read);
                } else if (n == 0 && inflater.needsDictionary()) {
                    return false;
                }
            }
            return true;
        } catch (DataFormatException e) {
            return false;
        }
    }

    /// What the stream unfolds to, however broken; up to the first picture filter, which is left in place.
    ///
    /// @throws UninsertableException when it unfolds into more than can be held
    static byte[] unfold(COSStream stream, int limit) throws IOException, UninsertableException {
        if (!stream.hasData()) {
            return new byte[0];
        }
        List<COSName> filters = filters(stream);
        if (filters.isEmpty()) {
            return raw(stream);
        }
        refuseBomb(stream, filters, limit);
        try (InputStream in = new PDStream(stream).createInputStream(PICTURE_FILTER_NAMES)) {
            return in.readNBytes(limit);
        } catch (IOException | RuntimeException e) {
            return salvage(stream);
        }
    }

    private static void refuseBomb(COSStream stream, List<COSName> filters, int limit)
            throws IOException, UninsertableException {
        if (filters.getFirst().equals(COSName.FLATE_DECODE) && stream.getLength() * 1032 > limit) {
            Inflater inflater = new Inflater();
            try (InputStream in = stream.createRawInputStream()) {
                inflate(inflater, in, null);
                if (inflater.getBytesWritten() > limit) {
                    throw new UninsertableException(UninsertableException.TOO_LARGE);
                }
            } finally {
                inflater.end();
            }
        }
    }

    /// What PDFBox gave up on altogether: as many bytes as plain inflating yields.
    private static byte[] salvage(COSStream stream) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        if (filters(stream).equals(List.of(COSName.FLATE_DECODE)) && parameters(stream) == null) {
            Inflater inflater = new Inflater();
            try (InputStream in = stream.createRawInputStream()) {
                inflate(inflater, in, out);
            } finally {
                inflater.end();
            }
        }
        return out.toByteArray();
    }

    static byte[] raw(COSStream stream) throws IOException {
        if (!stream.hasData()) {
            return new byte[0];
        }
        try (InputStream in = stream.createRawInputStream()) {
            return in.readAllBytes();
        }
    }
}
