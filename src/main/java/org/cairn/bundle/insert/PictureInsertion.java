package org.cairn.bundle.insert;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOInvalidTreeException;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.plugins.tiff.BaselineTIFFTagSet;
import javax.imageio.plugins.tiff.TIFFDirectory;
import javax.imageio.plugins.tiff.TIFFField;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.LosslessFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.util.Matrix;
import org.cairn.bundle.typeset.Paper;
import org.cairn.domain.Area;
import org.cairn.domain.PageRanges;
import org.jspecify.annotations.Nullable;

/// Puts a picture on sheets of the paper, turned as the camera says, in no more than 300 dots an inch.
///
/// A JPEG that needs no reducing goes in as it is coded, without what the camera wrote beside it.
final class PictureInsertion {

    private static final double MOST_DOTS_PER_POINT = 300 / 72.0;
    private static final float QUALITY = 0.9f;
    private static final long MOST_PIXELS = 120_000_000;
    private static final int MOST_JPEG_BYTES = 256 << 20;
    private static final int MOST_PAGES = 2_000;

    private final PDDocument target;
    private final Paper paper;
    private final Deadline deadline;
    private final Notes notes;
    private final List<Area> places = new ArrayList<>();

    PictureInsertion(PDDocument target, Paper paper, Deadline deadline, Notes notes) {
        this.target = target;
        this.paper = paper;
        this.deadline = deadline;
        this.notes = notes;
    }

    /// A picture read into memory.
    private record Raster(BufferedImage image, int orientation, boolean photograph) {}

    /// @param wanted which of its pages
    List<PDPage> pages(Bytes source, PageRanges wanted) throws IOException, UninsertableException {
        Optional<JpegSegments.Cleaned> jpeg = jpeg(source);
        if (jpeg.isPresent()) {
            Optional<PDPage> asItIs = asItIs(jpeg.get());
            if (asItIs.isPresent()) {
                return required(wanted.has(1) ? List.of(asItIs.get()) : List.of(), 1, wanted);
            }
        }
        int orientation = jpeg.map(JpegSegments.Cleaned::orientation).orElse(1);
        List<PDPage> pages = new ArrayList<>();
        int count = 1;
        for (int i = 0; i < count; i++) {
            deadline.check();
            int index = i;
            notes.onPage(i + 1);
            Counted read = Limited.run(deadline, () -> read(source, index, orientation));
            if (wanted.has(i + 1)) {
                pages.add(page(read.raster()));
            }
            count = Math.min(MOST_PAGES, read.pages());
        }
        return required(pages, count, wanted);
    }

    /// What part of each page its picture takes.
    List<Area> places() {
        return places;
    }

    private List<PDPage> required(List<PDPage> pages, int count, PageRanges wanted) throws UninsertableException {
        if (pages.isEmpty()) {
            throw new UninsertableException(UninsertableException.NO_SUCH_PAGES);
        }
        if (wanted.last() > count) {
            notes.count(Notes.Kind.PAGES_MISSING, wanted.last() - count);
        }
        return pages;
    }

    private record Counted(Raster raster, int pages) {}

    private static Optional<JpegSegments.Cleaned> jpeg(Bytes source) throws IOException {
        try (SeekableByteChannel channel = source.open();
                InputStream in = Channels.newInputStream(channel)) {
            byte[] start = in.readNBytes(2);
            if (start.length < 2 || (start[0] & 0xFF) != 0xFF || (start[1] & 0xFF) != 0xD8) {
                return Optional.empty();
            }
            channel.position(0);
            return JpegSegments.clean(in.readNBytes(MOST_JPEG_BYTES));
        }
    }

    private Optional<PDPage> asItIs(JpegSegments.Cleaned jpeg) throws IOException {
        PDImageXObject picture;
        try {
            picture = JPEGFactory.createFromStream(target, new ByteArrayInputStream(jpeg.picture()));
        } catch (IOException | RuntimeException e) {
            return Optional.empty();
        }
        PicturePlace place = PicturePlace.on(paper, picture.getWidth(), picture.getHeight(), jpeg.orientation());
        // what the JDK cannot read (four colours) cannot be reduced either: better too fine than not at all
        if (place.dotsPerPoint() > MOST_DOTS_PER_POINT && isReadable(jpeg.picture())) {
            return Optional.empty();
        }
        return Optional.of(drawn(picture, place));
    }

    private static boolean isReadable(byte[] jpeg) {
        return jpegComponents(jpeg) != 4;
    }

    private static int jpegComponents(byte[] jpeg) {
        for (int i = 2; i + 9 < jpeg.length; ) {
            int marker = jpeg[i + 1] & 0xFF;
            if (marker >= 0xC0 && marker <= 0xC2) {
                return jpeg[i + 9] & 0xFF;
            }
            i += 2 + ((jpeg[i + 2] & 0xFF) << 8 | jpeg[i + 3] & 0xFF);
        }
        return 0;
    }

    private PDPage page(Raster raster) throws IOException {
        BufferedImage image = raster.image();
        PicturePlace place = PicturePlace.on(paper, image.getWidth(), image.getHeight(), raster.orientation());
        double excess = place.dotsPerPoint() / MOST_DOTS_PER_POINT;
        if (excess > 1) {
            notes.count(Notes.Kind.PICTURE_REDUCED);
            image = Pictures.reduced(image, (int) Math.max(1, Math.round(image.getWidth() / excess)), (int)
                    Math.max(1, Math.round(image.getHeight() / excess)));
        } else {
            image = Pictures.onWhite(image);
        }
        PDImageXObject picture = raster.photograph()
                ? JPEGFactory.createFromImage(target, image, QUALITY)
                : LosslessFactory.createFromImage(target, image);
        return drawn(picture, place);
    }

    private PDPage drawn(PDImageXObject picture, PicturePlace place) throws IOException {
        if (place.orientation() != 1) {
            notes.count(Notes.Kind.PICTURE_TURNED);
        }
        places.add(place.area());
        PDPage page = new PDPage(place.sheet());
        try (PDPageContentStream content = new PDPageContentStream(target, page)) {
            content.drawImage(picture, new Matrix(place.onSheet()));
        }
        return page;
    }

    private static Counted read(Bytes source, int index, int orientation) throws IOException, UninsertableException {
        try (ChannelImageInput input = new ChannelImageInput(source.open())) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UninsertableException(UninsertableException.UNKNOWN_PICTURE);
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(input);
                return read(reader, index, orientation);
            } catch (IOException | RuntimeException e) {
                throw new UninsertableException(UninsertableException.DAMAGED);
            } finally {
                reader.dispose();
            }
        }
    }

    private static Counted read(ImageReader reader, int index, int orientation)
            throws IOException, UninsertableException {
        String format = reader.getFormatName().toLowerCase(Locale.ROOT);
        boolean tiff = format.startsWith("tif");
        long pixels = (long) reader.getWidth(index) * reader.getHeight(index);
        int step = (int) Math.ceil(Math.sqrt(pixels / (double) MOST_PIXELS));
        if (step > 32) {
            throw new UninsertableException(UninsertableException.TOO_LARGE);
        }
        ImageReadParam reading = reader.getDefaultReadParam();
        if (step > 1) {
            reading.setSourceSubsampling(step, step, 0, 0);
        }
        BufferedImage image = reader.read(index, reading);
        int turned = tiff ? tiffOrientation(reader.getImageMetadata(index)) : orientation;
        boolean photograph = format.startsWith("jp") || format.startsWith("webp");
        return new Counted(new Raster(image, turned, photograph), tiff ? reader.getNumImages(true) : 1);
    }

    private static int tiffOrientation(@Nullable IIOMetadata metadata) {
        try {
            TIFFField field = metadata == null
                    ? null
                    : TIFFDirectory.createFromMetadata(metadata).getTIFFField(BaselineTIFFTagSet.TAG_ORIENTATION);
            int value = field == null ? 1 : field.getAsInt(0);
            return value >= 1 && value <= 8 ? value : 1;
        } catch (IIOInvalidTreeException | RuntimeException e) {
            return 1;
        }
    }
}
