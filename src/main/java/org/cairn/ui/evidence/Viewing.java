package org.cairn.ui.evidence;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import org.cairn.archive.Kept;
import org.cairn.archive.Renditions;
import org.cairn.audio.Ffmpeg;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.TableKind;
import org.cairn.progress.Progress;
import org.cairn.progress.Stoppable;
import org.cairn.ui.common.Desk;
import org.cairn.ui.documents.OpenPages;
import org.cairn.ui.documents.PageSearch;
import org.cairn.ui.documents.RecognisedBoxes;
import org.cairn.ui.documents.RecognisedWords;
import org.cairn.ui.documents.Sought;
import org.cairn.ui.pages.PdfPages;
import org.cairn.ui.pages.PicturePages;
import org.cairn.ui.sound.FilmViewModel;
import org.cairn.ui.sound.PlayerViewModel;
import org.cairn.ui.sound.TranscriptViewModel;
import org.jspecify.annotations.Nullable;

/// What is open of an item's bytes while it is looked at or listened to; all of it closed when another takes its place.
final class Viewing implements AutoCloseable {

    private final Desk desk;
    private final Consumer<Throwable> otherwise;
    private final OpenPages pages;
    private final PictureSource pictures;
    private final FindViewModel find;
    private final SheetSource sheets;
    private final ReadThrough lines;
    private @Nullable PlayerViewModel player;
    private @Nullable FilmViewModel film;
    private @Nullable TranscriptViewModel transcript;
    private @Nullable Reference wanted;
    private final List<Stoppable> made = new ArrayList<>();
    private final BooleanProperty graphicAsked = new SimpleBooleanProperty(false);
    private Optional<Pinpoint> pinpoint = Optional.empty();

    Viewing(Desk desk, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
        this.pages = new OpenPages(desk.tasks(), otherwise);
        this.pictures = new PictureSource(desk.tasks());
        this.find = new FindViewModel(desk, otherwise);
        this.sheets = new SheetSource(desk.tasks());
        this.lines = new ReadThrough(desk.tasks(), otherwise);
    }

    /// Turns to an item, at a place in it, with what is sought there; opens nothing of it yet.
    void turnTo(Reference reference, Optional<Pinpoint> at, Sought sought) {
        closeAll();
        if (!reference.equals(wanted)) {
            graphicAsked.set(false);
        }
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

    /// Whether somebody has asked to see it although it is graphic; anew for each item.
    BooleanProperty graphicAskedProperty() {
        return graphicAsked;
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
        pages.alsoRecognised(page -> RecognisedWords.of(desk.archive(), reference, page));
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

    /// Opens its pages as a program of others lays them out, which may take a while.
    ///
    /// @param then given where words are looked for on them
    /// @param cannot told where there are none
    void openLaidOut(Item open, Consumer<FindViewModel.Places> then, Consumer<Throwable> cannot) {
        Reference reference = open.reference();
        Stoppable mine = new Stoppable(Progress.none());
        made.add(mine);
        pages.alsoRecognised(page -> List.of());
        pages.open(
                () -> PdfPages.of(
                        desk.tasks().drawing(), desk.archive().renditions().pages(reference, mine)),
                1,
                find.sought(),
                () -> {
                    PageSearch search = pages.searching();
                    then.accept((item, words, wanted) -> found(search.of(words, wanted)));
                },
                cannot::accept);
    }

    private static List<FindViewModel.Found> found(Map<Integer, Integer> pages) {
        return pages.entrySet().stream()
                .map(page -> new FindViewModel.Found(page.getKey() - 1, page.getKey(), -1, page.getValue()))
                .toList();
    }

    SheetSource sheets() {
        return sheets;
    }

    /// Opens its tables, out of its lock where it has one, which may take a while.
    ///
    /// @param cannot told where they cannot be looked at
    void openSheets(Item open, Consumer<? super Throwable> cannot) {
        Reference reference = open.reference();
        Stoppable mine = new Stoppable(Progress.none());
        made.add(mine);
        sheets.open(() -> given(desk.archive().renditions().tables(reference, mine)), cannot);
    }

    private static SheetSource.Given given(Renditions.Tables tables) throws IOException {
        Optional<TableKind> kind = TableKind.of(tables.mediaType());
        if (kind.isEmpty()) {
            tables.bytes().close();
            throw new NotDrawable(NotDrawable.Reason.NO_PICTURE);
        }
        return new SheetSource.Given(tables.bytes(), kind.get());
    }

    /// Opens its pictures; one that cannot be drawn here is decoded by a program of others, where that is known to.
    void openPictures(Item open) {
        Reference reference = Objects.requireNonNull(wanted);
        pictures.alsoMark(page -> RecognisedBoxes.of(desk.archive(), reference, page, find.sought()));
        if (!Renditions.decodes(open.mediaType())) {
            pictures.open(() -> bytes(reference));
            return;
        }
        Stoppable mine = new Stoppable(Progress.none());
        made.add(mine);
        pictures.open(() -> bytes(reference), () -> desk.archive().renditions().picture(reference, mine));
    }

    /// Gives what was recognised on a picture as text: of all of it, or of a part.
    ///
    /// @param turn by how many quarters the picture is turned to stand upright
    /// @param part of the picture before it is turned; null for all of it
    void copied(int number, int turn, @Nullable Box part, Consumer<String> then) {
        Reference reference = Objects.requireNonNull(wanted);
        look(() -> RecognisedWords.text(desk.archive(), reference, number, turn, part), then);
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

    /// What is seen of it, where it is a film and there is something to decode it with.
    Optional<FilmViewModel> film(Item open) {
        if (film == null
                && open.mediaType().startsWith("video/")
                && Ffmpeg.program().isPresent()) {
            film = new FilmViewModel(desk, player(open));
        }
        return Optional.ofNullable(film);
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

    /// Lines of its bytes, while they are looked at.
    ReadThrough lines() {
        return lines;
    }

    /// Looks into it away from the screen; what comes of it is told where it is still looked at.
    <T> void look(Callable<T> work, Consumer<T> then) {
        Reference mine = wanted;
        desk.tasks()
                .look(
                        work,
                        found -> {
                            if (mine != null && mine.equals(wanted)) {
                                then.accept(found);
                            }
                        },
                        otherwise);
    }

    @Override
    public void close() {
        wanted = null;
        graphicAsked.set(false);
        closeAll();
        find.close();
    }

    private void closeAll() {
        made.forEach(Stoppable::stop);
        made.clear();
        pages.close();
        pictures.close();
        sheets.close();
        lines.close();
        PlayerViewModel listened = player;
        if (listened != null) {
            listened.close();
        }
        if (film != null) {
            film.close();
            film = null;
        }
        TranscriptViewModel written = transcript;
        if (written != null) {
            written.close();
        }
        player = null;
        transcript = null;
    }
}
