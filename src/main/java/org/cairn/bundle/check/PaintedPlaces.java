package org.cairn.bundle.check;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.bundle.check.Leak.Kind;
import org.cairn.domain.Area;
import org.cairn.drawing.Box;
import org.cairn.drawing.Dots;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.Letter;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.Size;
import org.cairn.progress.Progress;

/// Has what stands in and around painted places read from the drawn page: a box that is too small leaves what can be
/// guessed. Of the rest of such a page is read what is seen and stands in no text of it, as a word on a scan that
/// nobody painted over.
final class PaintedPlaces {

    private static final double DOTS_PER_POINT = 200 / 72.0;
    /// Half an inch.
    private static final double AROUND = 36;

    /// So many dots high is what is read at once.
    private static final int SHEET = 4_000;

    private static final int GAP = 40;
    private static final int WHITE = 0xFFFFFFFF;
    /// Red, green and blue together, below which a dot is seen as ink.
    private static final int FAINT = 600;
    /// What is lower or narrower than so many dots is no word.
    private static final int LEAST = 12;

    private final LeakCheck.Pictures pictures;
    private final ByteWords words;
    private final Leaks leaks;
    private final Progress progress;

    PaintedPlaces(LeakCheck.Pictures pictures, ByteWords words, Leaks leaks, Progress progress) {
        this.pictures = pictures;
        this.words = words;
        this.leaks = leaks;
        this.progress = progress;
    }

    /// A painted place as it is seen.
    private record Piece(int page, Dots dots) {
        @Override
        public String toString() {
            return "Piece of " + page;
        }
    }

    void look(Path pdf) throws IOException {
        Map<Integer, List<Area>> all = new TreeMap<>(pictures.areas());
        int done = 0;
        DrawingProcesses processes = pictures.processes();
        List<Piece> waiting = new ArrayList<>();
        try (PdfDrawing drawing = new PdfDrawing(processes, FileChannel.open(pdf, StandardOpenOption.READ))) {
            for (Map.Entry<Integer, List<Area>> page : all.entrySet()) {
                progress.checkCancelled();
                progress.step("proofPictures", done++, all.size());
                waiting.addAll(pieces(drawing, page.getKey(), page.getValue()));
                if (height(waiting) > SHEET) {
                    read(waiting);
                    waiting.clear();
                }
            }
            read(waiting);
        } catch (NotDrawable e) {
            leaks.wrong(Kind.UNREADABLE, 0);
        }
    }

    private List<Piece> pieces(PdfDrawing drawing, int page, List<Area> areas) {
        try {
            Size size = drawing.size(page);
            Dots dots = drawing.draw(page, (int) Math.round(size.width() * DOTS_PER_POINT));
            List<Piece> pieces = new ArrayList<>();
            places(areas, size).forEach(place -> pieces.add(new Piece(page, cut(dots, place))));
            seenOnly(dots, areas, drawing.letters(page)).ifPresent(rest -> pieces.add(new Piece(page, rest)));
            return pieces;
        } catch (NotDrawable e) {
            leaks.found(Kind.UNREADABLE, -1, page, 0, true);
            return List.of();
        }
    }

    /// What is seen on a page besides its painted places and the letters of its text, all of which are looked through
    /// elsewhere. Letters nobody sees hide nothing of the scan they lie under: who read it may have misread a name.
    private static Optional<Dots> seenOnly(Dots dots, List<Area> areas, List<Letter> letters) {
        Dots rest = new Dots(dots.width(), dots.height(), dots.rows().clone());
        // a dot beyond the edge is painted too
        areas.forEach(area -> wipe(rest, area.x(), area.y(), area.right(), area.bottom(), 2));
        for (Letter letter : letters) {
            if (letter.unseen()) {
                continue;
            }
            Box box = letter.box();
            wipe(rest, box.x(), box.y(), box.x() + box.width(), box.y() + box.height(), 2);
        }
        int left = rest.width();
        int top = rest.height();
        int right = 0;
        int bottom = 0;
        for (int y = 0; y < rest.height(); y++) {
            for (int x = 0; x < rest.width(); x++) {
                if (isInk(rest.rows()[y * rest.width() + x])) {
                    left = Math.min(left, x);
                    top = Math.min(top, y);
                    right = Math.max(right, x + 1);
                    bottom = Math.max(bottom, y + 1);
                }
            }
        }
        if (right - left < LEAST || bottom - top < LEAST) {
            return Optional.empty();
        }
        return Optional.of(cut(rest, left, top, right - left, bottom - top));
    }

    private static void wipe(Dots dots, double left, double top, double right, double bottom, int beyond) {
        int from = Math.clamp((int) Math.floor(left * dots.width()) - beyond, 0, dots.width());
        int to = Math.clamp((int) Math.ceil(right * dots.width()) + beyond, from, dots.width());
        int last = Math.min(dots.height(), (int) Math.ceil(bottom * dots.height()) + beyond);
        for (int y = Math.max(0, (int) Math.floor(top * dots.height()) - beyond); y < last; y++) {
            Arrays.fill(dots.rows(), y * dots.width() + from, y * dots.width() + to, WHITE);
        }
    }

    private static boolean isInk(int dot) {
        return (dot >> 16 & 255) + (dot >> 8 & 255) + (dot & 255) < FAINT;
    }

    /// Many places are read at once, since starting to read costs more than reading; only where a word is in one of
    /// them, each is read alone.
    private void read(List<Piece> pieces) {
        if (pieces.isEmpty()) {
            return;
        }
        try {
            if (pieces.size() == 1 || words.in(pictures.reader().read(sheet(pieces)))) {
                readAlone(pieces);
            }
        } catch (IOException e) {
            // what cannot be read, nobody has looked at
            pieces.forEach(piece -> leaks.found(Kind.UNREADABLE, -1, piece.page(), 0, true));
        }
    }

    private void readAlone(List<Piece> pieces) throws IOException {
        boolean found = false;
        for (Piece piece : pieces) {
            progress.checkCancelled();
            String text = pictures.reader().read(piece.dots());
            words.text(text, leaks.at(Kind.PICTURE, piece.page(), 0));
            found |= words.in(text);
        }
        if (!found && pieces.size() > 1) {
            // on the sheet it was read: that it is not read alone proves nothing
            pieces.forEach(piece -> leaks.found(Kind.PICTURE, -1, piece.page(), 0, true));
        }
    }

    private static int height(List<Piece> pieces) {
        return pieces.stream().mapToInt(piece -> piece.dots().height() + GAP).sum();
    }

    /// The pieces below each other on white.
    private static Dots sheet(List<Piece> pieces) {
        int width =
                pieces.stream().mapToInt(piece -> piece.dots().width()).max().orElse(1);
        int[] rows = new int[width * height(pieces)];
        Arrays.fill(rows, WHITE);
        int top = 0;
        for (Piece piece : pieces) {
            Dots dots = piece.dots();
            for (int y = 0; y < dots.height(); y++) {
                System.arraycopy(dots.rows(), y * dots.width(), rows, (top + y) * width, dots.width());
            }
            top += dots.height() + GAP;
        }
        return new Dots(width, height(pieces), rows);
    }

    /// The areas with what stands around them; those that meet are one.
    private static List<Area> places(List<Area> areas, Size size) {
        List<Area> places = new ArrayList<>();
        for (Area area : areas) {
            Area next = Area.within(
                    area.x() - AROUND / size.width(),
                    area.y() - AROUND / size.height(),
                    area.right() + AROUND / size.width(),
                    area.bottom() + AROUND / size.height());
            for (int i = 0; i < places.size(); ) {
                Area other = places.get(i);
                if (meet(other, next)) {
                    next = Area.within(
                            Math.min(other.x(), next.x()),
                            Math.min(other.y(), next.y()),
                            Math.max(other.right(), next.right()),
                            Math.max(other.bottom(), next.bottom()));
                    places.remove(i);
                    i = 0;
                } else {
                    i++;
                }
            }
            places.add(next);
        }
        return places;
    }

    private static boolean meet(Area one, Area other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private static Dots cut(Dots dots, Area place) {
        int left = (int) Math.floor(place.x() * dots.width());
        int top = (int) Math.floor(place.y() * dots.height());
        int width = Math.clamp((int) Math.ceil(place.width() * dots.width()), 1, dots.width() - left);
        int height = Math.clamp((int) Math.ceil(place.height() * dots.height()), 1, dots.height() - top);
        return cut(dots, left, top, width, height);
    }

    private static Dots cut(Dots dots, int left, int top, int width, int height) {
        int[] rows = new int[width * height];
        for (int y = 0; y < height; y++) {
            System.arraycopy(dots.rows(), (top + y) * dots.width() + left, rows, y * width, width);
        }
        return new Dots(width, height, rows);
    }
}
