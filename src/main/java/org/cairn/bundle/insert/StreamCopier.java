package org.cairn.bundle.insert;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSInteger;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSObject;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.cairn.bundle.typeset.SmallDictionary;
import org.jspecify.annotations.Nullable;

/// Copies the bytes of streams into the target: as they are when they are sound, otherwise unfolded and folded anew.
final class StreamCopier {

    /// What belongs to the bytes, and is set here rather than copied.
    static final Set<COSName> OWN_KEYS = Set.of(
            COSName.LENGTH,
            COSName.FILTER,
            COSName.DECODE_PARMS,
            COSName.F,
            COSName.DP,
            COSName.DL,
            COSName.F_FILTER,
            COSName.F_DECODE_PARMS);

    private static final int LIMIT = 256 << 20;
    private static final int WORTH_SHARING = 2048;

    private final PDDocument target;
    private final Map<String, COSStream> shared;
    private final HiddenLayers layers;
    private final Deadline deadline;
    private final Notes notes;

    /// @param shared streams already in the target, by hash: the same letterhead, font or photograph is kept once
    StreamCopier(
            PDDocument target, Map<String, COSStream> shared, HiddenLayers layers, Deadline deadline, Notes notes) {
        this.target = target;
        this.shared = shared;
        this.layers = layers;
        this.deadline = deadline;
        this.notes = notes;
    }

    COSStream copy(COSStream from) throws IOException, UninsertableException {
        deadline.check();
        if (layers.any() && COSName.FORM.equals(from.getDictionaryObject(COSName.SUBTYPE))) {
            return withoutHidden(from);
        }
        String key = key(from);
        COSStream known = key == null ? null : shared.get(key);
        if (known != null) {
            return known;
        }
        COSStream to = fresh(from);
        if (key != null) {
            shared.put(key, to);
        }
        return to;
    }

    private COSStream withoutHidden(COSStream form) throws IOException, UninsertableException {
        COSDictionary resources = form.getDictionaryObject(COSName.RESOURCES) instanceof COSDictionary own ? own : null;
        ContentMender.Mended mended = ContentMender.mend(SoundStream.unfold(form, LIMIT), layers, resources);
        if (mended.leftOut()) {
            notes.count(Notes.Kind.HIDDEN_REMOVED);
        }
        return folded(mended.content());
    }

    private COSStream fresh(COSStream from) throws IOException, UninsertableException {
        List<COSName> filters = SoundStream.filters(from);
        if (filters.size() == 1 && filters.getFirst().equals(COSName.DCT_DECODE)) {
            return jpeg(SoundStream.raw(from), SoundStream.parameters(from));
        }
        if (SoundStream.isSound(from)) {
            return asItIs(from, filters);
        }
        byte[] unfolded = SoundStream.unfold(from, LIMIT);
        COSName last = filters.getLast();
        if (SoundStream.isPictureFilter(last)) {
            return picture(unfolded, last, lastParameters(from));
        }
        return folded(unfolded);
    }

    private COSStream asItIs(COSStream from, List<COSName> filters) throws IOException {
        COSStream to = target.getDocument().createCOSStream();
        try (InputStream in = from.hasData() ? from.createRawInputStream() : InputStream.nullInputStream();
                OutputStream out = to.createRawOutputStream()) {
            in.transferTo(out);
        }
        describe(to, filters.isEmpty() ? null : filters.getFirst(), SoundStream.parameters(from));
        return to;
    }

    private COSStream picture(byte[] coded, COSName filter, @Nullable COSDictionary parameters) throws IOException {
        if (filter.equals(COSName.DCT_DECODE) || filter.equals(COSName.DCT_DECODE_ABBREVIATION)) {
            return jpeg(coded, parameters);
        }
        COSName full = filter.equals(COSName.CCITTFAX_DECODE_ABBREVIATION) ? COSName.CCITTFAX_DECODE : filter;
        return written(coded, full, parameters);
    }

    private COSStream jpeg(byte[] bytes, @Nullable COSDictionary parameters) throws IOException {
        Optional<JpegSegments.Cleaned> cleaned = JpegSegments.clean(bytes);
        if (cleaned.isPresent()) {
            return written(cleaned.get().picture(), COSName.DCT_DECODE, parameters);
        }
        notes.count(Notes.Kind.PICTURE_BROKEN);
        return redrawn(bytes);
    }

    /// A JPEG no strict reader takes: drawn by whatever still can, else blank.
    private COSStream redrawn(byte[] bytes) throws IOException {
        BufferedImage image;
        try {
            image = Limited.run(deadline, () -> ImageIO.read(new ByteArrayInputStream(bytes)));
        } catch (IOException | UninsertableException e) {
            image = null;
        }
        COSStream drawn = image == null
                ? blankPicture()
                : JPEGFactory.createFromImage(target, Pictures.onWhite(image)).getCOSObject();
        drawn.setItem(COSName.DECODE, plainDecode(drawn));
        return drawn;
    }

    /// The picture drawn anew may have other colours than the broken one, whose way of reading them is not for it.
    private static COSArray plainDecode(COSStream picture) {
        COSArray decode = new COSArray();
        int colours = COSName.DEVICEGRAY.equals(picture.getDictionaryObject(COSName.COLORSPACE)) ? 1 : 3;
        for (int i = 0; i < colours; i++) {
            decode.add(COSInteger.ZERO);
            decode.add(COSInteger.ONE);
        }
        return decode;
    }

    private COSStream blankPicture() throws IOException {
        COSStream blank = folded(new byte[] {(byte) 0xFF});
        blank.setInt(COSName.WIDTH, 1);
        blank.setInt(COSName.HEIGHT, 1);
        blank.setInt(COSName.BITS_PER_COMPONENT, 8);
        blank.setItem(COSName.COLORSPACE, COSName.DEVICEGRAY);
        return blank;
    }

    COSStream folded(byte[] bytes) throws IOException {
        COSStream to = target.getDocument().createCOSStream();
        try (OutputStream out = to.createOutputStream(COSName.FLATE_DECODE)) {
            out.write(bytes);
        }
        return to;
    }

    private COSStream written(byte[] coded, COSName filter, @Nullable COSDictionary parameters) throws IOException {
        COSStream to = target.getDocument().createCOSStream();
        try (OutputStream out = to.createRawOutputStream()) {
            out.write(coded);
        }
        describe(to, filter, parameters);
        return to;
    }

    private void describe(COSStream to, @Nullable COSName filter, @Nullable COSDictionary parameters)
            throws IOException {
        if (filter == null) {
            return;
        }
        to.setItem(COSName.FILTER, filter);
        if (parameters != null) {
            to.setItem(COSName.DECODE_PARMS, plain(parameters));
        }
    }

    /// Parameters are numbers and flags; the one stream among them is what JBIG2 pictures share.
    private COSDictionary plain(COSDictionary parameters) throws IOException {
        COSDictionary plain = new SmallDictionary();
        for (COSName key : parameters.keySet()) {
            COSBase value = parameters.getDictionaryObject(key);
            if (value instanceof COSStream globals) {
                plain.setItem(key, asItIs(globals, SoundStream.filters(globals)));
            } else if (value != null && !(value instanceof COSDictionary) && !(value instanceof COSArray)) {
                plain.setItem(key, value);
            }
        }
        return plain;
    }

    private static @Nullable COSDictionary lastParameters(COSStream from) {
        COSBase parameters = from.getDictionaryObject(COSName.DECODE_PARMS);
        if (parameters instanceof COSArray array) {
            parameters = array.size() > 0 ? array.getObject(array.size() - 1) : null;
        }
        return parameters instanceof COSDictionary dictionary ? dictionary : null;
    }

    /// Only streams whose dictionary holds plain values can stand for each other.
    private static @Nullable String key(COSStream stream) throws IOException {
        if (stream.getLength() < WORTH_SHARING || !stream.hasData()) {
            return null;
        }
        TreeMap<String, String> description = new TreeMap<>();
        for (Map.Entry<COSName, COSBase> entry : stream.entrySet()) {
            COSBase value = entry.getValue() instanceof COSObject reference ? reference.getObject() : entry.getValue();
            if (value instanceof COSDictionary && !COSName.METADATA.equals(entry.getKey())
                    || value instanceof COSArray) {
                return null;
            }
            if (!COSName.LENGTH.equals(entry.getKey())) {
                description.put(entry.getKey().getName(), String.valueOf(value));
            }
        }
        return hash(description.toString(), stream);
    }

    private static String hash(String description, COSStream stream) throws IOException {
        try (InputStream in = stream.createRawInputStream()) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(description.getBytes(StandardCharsets.UTF_8));
            byte[] part = new byte[16 << 10];
            for (int n = in.read(part); n > 0; n = in.read(part)) {
                digest.update(part, 0, n);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
