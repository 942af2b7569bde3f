package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.cairn.archive.Kept;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.OpenPages;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.pages.PdfPages;
import org.cairn.ui.pages.PicturePages;
import org.cairn.ui.sound.PlayerViewModel;
import org.cairn.ui.sound.TranscriptViewModel;
import org.jspecify.annotations.Nullable;

/// What is open of an item's bytes while it is looked at or listened to; all of it closed when another takes its place.
final class Viewing implements AutoCloseable {

    private static final int FIRST_BYTES = 512;

    private final Desk desk;
    private final Consumer<Throwable> otherwise;
    private final OpenPages pages;
    private final PictureSource pictures;
    private final FindViewModel find;
    private @Nullable PlayerViewModel player;
    private @Nullable TranscriptViewModel transcript;
    private @Nullable Reference wanted;
    private Optional<Pinpoint> pinpoint = Optional.empty();

    Viewing(Desk desk, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
        this.pages = new OpenPages(desk.tasks(), otherwise);
        this.pictures = new PictureSource(desk.tasks());
        this.find = new FindViewModel(desk, otherwise);
    }

    /// Turns to an item, at a place in it, with what is sought there; opens nothing of it yet.
    void turnTo(Reference reference, Optional<Pinpoint> at, Sought sought) {
        closeAll();
        wanted = reference;
        pinpoint = at;
        find.begin(reference, sought, at.map(Pinpoint::ordinal).orElse(0));
    }

    OpenPages pages() {
        return pages;
    }

    PictureSource pictures() {
        return pictures;
    }

    FindViewModel find() {
        return find;
    }

    /// The place it was opened at.
    Optional<Pinpoint> pinpoint() {
        return pinpoint;
    }

    /// Its bytes, decrypted as they are read; asked for away from the screen.
    SeekableByteChannel bytes(Reference reference) {
        return desk.archive().evidence().bytes(reference);
    }

    /// Opens its pages.
    void openPages(Item open, Runnable then) {
        Reference reference = open.reference();
        int at = pinpoint.filter(Pinpoint.OfPage.class::isInstance)
                .map(Pinpoint::ordinal)
                .orElse(1);
        boolean pictures = !open.mediaType().equals("application/pdf");
        pages.open(
                () -> {
                    SeekableByteChannel bytes = bytes(reference);
                    return pictures
                            ? PicturePages.of(desk.tasks().drawing(), bytes)
                            : PdfPages.of(desk.tasks().drawing(), bytes);
                },
                at,
                find.sought(),
                then);
    }

    /// Opens its pictures.
    void openPictures() {
        Reference reference = Objects.requireNonNull(wanted);
        pictures.open(() -> bytes(reference));
    }

    /// What it is listened to with: the same as long as it is open.
    PlayerViewModel player(Item open) {
        PlayerViewModel known = player;
        if (known == null) {
            known = new PlayerViewModel(desk, open.reference());
            pinpoint.filter(Pinpoint.OfMoment.class::isInstance)
                    .map(Pinpoint::ordinal)
                    .ifPresent(known::goTo);
            player = known;
        }
        return known;
    }

    /// What is said in it, while it is written down.
    ///
    /// @param kept told what was kept of it
    TranscriptViewModel transcript(Item open, Consumer<Kept> kept) {
        TranscriptViewModel known = transcript;
        if (known == null) {
            known = new TranscriptViewModel(desk, open.revision(), kept::accept);
            transcript = known;
        }
        return known;
    }

    /// Saves what is being written down of a recording apart, to be gone on with.
    Runnable parting() {
        TranscriptViewModel written = transcript;
        return written == null ? () -> {} : written.parting();
    }

    /// Its first bytes, as people who know files read them.
    void head(Consumer<String> then) {
        Reference reference = Objects.requireNonNull(wanted);
        desk.tasks().fetch(() -> HexLines.of(firstBytes(reference)), then, otherwise);
    }

    private byte[] firstBytes(Reference reference) {
        try (SeekableByteChannel from = bytes(reference)) {
            ByteBuffer first = ByteBuffer.allocate(FIRST_BYTES);
            while (first.hasRemaining() && from.read(first) >= 0) {
                // until it is full or there is no more
            }
            return Arrays.copyOf(first.array(), first.position());
        } catch (IOException e) {
            throw new ArchiveException.Damaged("file");
        }
    }

    @Override
    public void close() {
        wanted = null;
        closeAll();
        find.close();
    }

    private void closeAll() {
        pages.close();
        pictures.close();
        PlayerViewModel listened = player;
        if (listened != null) {
            listened.close();
        }
        TranscriptViewModel written = transcript;
        if (written != null) {
            written.close();
        }
        player = null;
        transcript = null;
    }
}
