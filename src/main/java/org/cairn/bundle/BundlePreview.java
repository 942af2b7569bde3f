package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// A bundle as it would be written now, to be looked at before it is: with its numbers, its index, its links. It lies
/// in memory, sealed where there is not room enough, and is gone when this is closed; it never leaves.
public final class BundlePreview implements AutoCloseable {

    private final RandomAccessStreamCache scratch;
    private final List<Volume> volumes;
    private final List<ExhibitPlace> places;
    private final List<RuleResult> notes;

    private BundlePreview(
            RandomAccessStreamCache scratch, List<Volume> volumes, List<ExhibitPlace> places, List<RuleResult> notes) {
        this.scratch = scratch;
        this.volumes = List.copyOf(volumes);
        this.places = List.copyOf(places);
        this.notes = List.copyOf(notes);
    }

    /// One volume.
    ///
    /// @param number as it is called
    /// @param firstPage the number of its first page
    /// @param pages how many it has
    public record Volume(int number, int firstPage, int pages, RandomAccess pdf) {
        @Override
        public String toString() {
            return "Volume " + number;
        }
    }

    /// Puts a bundle together as it would be written.
    ///
    /// @param versions the plans of all versions of the bundle, this one among them
    public static BundlePreview of(BundlePlan plan, List<BundlePlan> versions, Progress progress) {
        Words words = new Words(plan.language());
        FolderNames names = FolderNames.of(plan, words);
        try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT);
                Assembly assembly = new Assembly(plan, versions, words, names, drawing, new PageCounts(), progress)) {
            Shape shape = assembly.assemble();
            RandomAccessStreamCache scratch = SealedScratch.cache().create();
            List<Volume> volumes = new ArrayList<>();
            for (int i = 0; i < shape.volumes().size(); i++) {
                progress.checkCancelled();
                RandomAccess pdf = scratch.createBuffer();
                try (OutputStream out = new RandomAccessOutputStream(pdf)) {
                    assembly.volumes().get(i).document().save(out);
                }
                Shape.Volume shaped = shape.volumes().get(i);
                volumes.add(new Volume(shaped.number(), shaped.firstPage(), shaped.pages(), pdf));
            }
            return new BundlePreview(scratch, volumes, assembly.places(shape), assembly.notes());
        } catch (IOException e) {
            throw Workplace.translated(e, Path.of(""));
        }
    }

    /// The volumes, in order.
    public List<Volume> volumes() {
        return volumes;
    }

    /// Where each exhibit stands.
    public List<ExhibitPlace> places() {
        return places;
    }

    /// What had to be mended on the way.
    public List<RuleResult> notes() {
        return notes;
    }

    /// How many pages all volumes have.
    public int pages() {
        return volumes.stream().mapToInt(Volume::pages).sum();
    }

    /// A volume's bytes, any number of times.
    public SeekableByteChannel open(Volume volume) {
        return new Reading(volume.pdf());
    }

    @Override
    public void close() {
        try {
            scratch.close();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public String toString() {
        return "BundlePreview";
    }

    /// Reads a volume from a place of its own; several may at once.
    private static final class Reading implements SeekableByteChannel {

        private final RandomAccess pdf;
        private long at;
        private boolean open = true;

        Reading(RandomAccess pdf) {
            this.pdf = pdf;
        }

        @Override
        public int read(ByteBuffer into) throws IOException {
            if (!open) {
                throw new ClosedChannelException();
            }
            byte[] part = new byte[into.remaining()];
            int count;
            synchronized (pdf) {
                pdf.seek(at);
                count = pdf.read(part, 0, part.length);
            }
            if (count > 0) {
                into.put(part, 0, count);
                at += count;
            }
            return count;
        }

        @Override
        public long position() {
            return at;
        }

        @Override
        public SeekableByteChannel position(long to) {
            at = to;
            return this;
        }

        @Override
        public long size() throws IOException {
            synchronized (pdf) {
                return pdf.length();
            }
        }

        @Override
        public int write(ByteBuffer from) {
            throw new NonWritableChannelException();
        }

        @Override
        public SeekableByteChannel truncate(long size) {
            throw new NonWritableChannelException();
        }

        @Override
        public boolean isOpen() {
            return open;
        }

        @Override
        public void close() {
            open = false;
        }
    }
}
