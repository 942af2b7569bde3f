package org.cairn.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.pdfbox.io.RandomAccess;
import org.apache.pdfbox.io.RandomAccessOutputStream;
import org.apache.pdfbox.io.RandomAccessStreamCache;
import org.cairn.bundle.insert.ScratchChannel;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.VolumeSpan;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// A bundle as it would be written now, to be looked at before it is: with its numbers, its index, its links. It lies
/// in memory, sealed where there is not room enough, and is gone when this is closed; it never leaves.
public final class BundlePreview implements AutoCloseable {

    private final RandomAccessStreamCache scratch;
    private final Map<VolumeSpan, RandomAccess> volumes;
    private final List<ExhibitPlace> places;
    private final List<RuleResult> notes;

    private BundlePreview(
            RandomAccessStreamCache scratch,
            Map<VolumeSpan, RandomAccess> volumes,
            List<ExhibitPlace> places,
            List<RuleResult> notes) {
        this.scratch = scratch;
        this.volumes = volumes;
        this.places = List.copyOf(places);
        this.notes = List.copyOf(notes);
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
            return saved(assembly, shape, progress);
        } catch (IOException e) {
            throw Workplace.translated(e, Path.of(""));
        }
    }

    private static BundlePreview saved(Assembly assembly, Shape shape, Progress progress) throws IOException {
        RandomAccessStreamCache scratch = SealedScratch.cache().create();
        try {
            Map<VolumeSpan, RandomAccess> volumes = new LinkedHashMap<>();
            for (int i = 0; i < shape.volumes().size(); i++) {
                progress.checkCancelled();
                RandomAccess pdf = scratch.createBuffer();
                try (OutputStream out = new RandomAccessOutputStream(pdf)) {
                    assembly.volumes().get(i).document().save(out);
                }
                Shape.Volume shaped = shape.volumes().get(i);
                volumes.put(new VolumeSpan(shaped.number(), shaped.firstPage(), shaped.pages()), pdf);
            }
            return new BundlePreview(scratch, volumes, assembly.places(shape), assembly.notes());
        } catch (IOException | RuntimeException e) {
            scratch.close();
            throw e;
        }
    }

    /// The volumes, in order.
    public List<VolumeSpan> volumes() {
        return List.copyOf(volumes.keySet());
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
        return volumes.keySet().stream().mapToInt(VolumeSpan::pages).sum();
    }

    /// A volume's bytes, any number of times.
    public SeekableByteChannel open(VolumeSpan volume) {
        return new ScratchChannel(Objects.requireNonNull(volumes.get(volume)));
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
}
