package org.cairn.archive;

import java.nio.channels.SeekableByteChannel;
import java.util.List;
import java.util.Optional;
import org.cairn.archive.Lookalikes.Sense;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.PictureSketch;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.TextSketch;
import org.cairn.drawing.Dots;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PictureDrawing;
import org.cairn.progress.Progress;
import org.cairn.store.StoreTransaction;

/// Draws the sketches of items by which those that are alike are found: of whatever has none yet, or one of something
/// that was read otherwise, also by an earlier version of the program.
final class Sketching {

    private static final int AT_ONCE = 64;
    /// Fine enough for the slow waves of a picture.
    private static final int WIDE = 240;

    private static final byte[] NOTHING = new byte[0];

    private final Session session;

    private final Optional<Renditions> renditions;

    Sketching(Session session) {
        this(session, Optional.empty());
    }

    /// @param renditions what decodes pictures that are not drawn here
    Sketching(Session session, Optional<Renditions> renditions) {
        this.session = session;
        this.renditions = renditions;
    }

    /// Of texts that have none: what another version of the program read, and what was typed or spoken since.
    void words(Progress progress) {
        int last = 0;
        List<Reference> some = missing(Sense.WORDS, last);
        while (!some.isEmpty()) {
            check(progress);
            List<Reference> drawn = some;
            session.store().inTransaction(tx -> {
                drawn.forEach(item -> words(tx, item));
                return tx;
            });
            last = some.getLast().number();
            some = missing(Sense.WORDS, last);
        }
    }

    private static void words(StoreTransaction tx, Reference item) {
        put(tx, item, drawn(tx.passages(item)));
    }

    /// The sketch of a text; none where there is nothing to be drawn.
    static Optional<byte[]> drawn(List<Passage> passages) {
        return TextSketch.of(passages.stream().map(Passage::text).toList());
    }

    /// Keeps the sketch of the text that is kept of an item.
    static void put(StoreTransaction tx, Reference item, Optional<byte[]> sketch) {
        tx.putSketch(
                item,
                Sense.WORDS.name(),
                tx.readingHash(item).orElse(""),
                sketch.orElse(NOTHING),
                sketch.map(TextSketch::parts).orElseGet(() -> new long[0]));
    }

    /// Of pictures, each drawn in a process apart.
    void pictures(DrawingProcesses processes, Progress progress) {
        int last = 0;
        List<Reference> some = missing(Sense.PICTURE, last);
        while (!some.isEmpty()) {
            for (Reference item : some) {
                check(progress);
                String basis =
                        session.store().read(view -> view.readingHash(item)).orElse("");
                Optional<byte[]> sketch = picture(processes, item, progress);
                session.store().inTransaction(tx -> {
                    tx.putSketch(
                            item,
                            Sense.PICTURE.name(),
                            basis,
                            sketch.orElse(NOTHING),
                            sketch.map(PictureSketch::parts).orElseGet(() -> new long[0]));
                    return tx;
                });
            }
            last = some.getLast().number();
            some = missing(Sense.PICTURE, last);
        }
    }

    private Optional<byte[]> picture(DrawingProcesses processes, Reference item, Progress progress) {
        boolean picture = session.store()
                .read(view -> view.reading(item))
                .map(Reading::mediaType)
                .filter(type -> type.startsWith("image/"))
                .isPresent();
        if (!picture) {
            return Optional.empty();
        }
        Revision revision = session.store().read(view -> view.current(item)).orElseThrow();
        try {
            return sketch(
                    processes, session.vault().channel(Evidence.item(revision).bytes()));
        } catch (NotDrawable e) {
            return e.reason() == NotDrawable.Reason.COMPRESSION
                    ? decoded(processes, revision, progress)
                    : Optional.empty();
        } catch (ArchiveException.Damaged e) {
            // what cannot be drawn looks like nothing; that it is damaged is told where it is read and verified
            return Optional.empty();
        }
    }

    private static Optional<byte[]> sketch(DrawingProcesses processes, SeekableByteChannel bytes) {
        try (PictureDrawing drawing = new PictureDrawing(processes, bytes)) {
            Dots dots = drawing.draw(1, WIDE).dots();
            return PictureSketch.of(dots.width(), dots.height(), dots.rows());
        }
    }

    /// With the help of a program of others, where one is installed.
    private Optional<byte[]> decoded(DrawingProcesses processes, Revision revision, Progress progress) {
        if (renditions.isEmpty()) {
            return Optional.empty();
        }
        try {
            return sketch(
                    processes,
                    renditions.get().pictureOf(revision, session.closing().watching(progress)));
        } catch (NotDrawable | ArchiveException.NotConverted | ArchiveException.Damaged e) {
            return Optional.empty();
        }
    }

    private void check(Progress progress) {
        progress.checkCancelled();
        session.closing().check();
    }

    private List<Reference> missing(Sense sense, int after) {
        return session.store().read(view -> view.unsketched(sense.name(), after, AT_ONCE));
    }
}
