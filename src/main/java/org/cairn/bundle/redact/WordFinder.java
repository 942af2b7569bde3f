package org.cairn.bundle.redact;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.match.FoldedText;
import org.cairn.bundle.match.SoughtWords;
import org.cairn.bundle.redact.Found.Spot;
import org.cairn.domain.Area;
import org.cairn.drawing.Box;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.Letter;
import org.cairn.drawing.PdfDrawing;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;
import org.cairn.progress.Progress;

/// Finds where words stand on pages, as [org.cairn.bundle.check.LeakCheck] would find them: across the ends of lines
/// and pages, whatever the case, the accents and the shapes of the letters. What it finds can be painted over.
public final class WordFinder {

    private static final int AROUND = 48;
    /// White round a word that is painted with it, in parts of its letters' size.
    private static final double BESIDE = 0.03;
    private static final double ABOVE = 0.02;

    private final DrawingProcesses processes;
    private final Progress progress;

    /// @param progress told of the stage `seek`
    public WordFinder(DrawingProcesses processes, Progress progress) {
        this.processes = processes;
        this.progress = progress;
    }

    /// Every place of some words on some pages, in reading order.
    ///
    /// @throws NotDrawable when a page cannot be looked at: nobody knows what it holds
    public List<Found> find(List<PDPage> pages, List<String> words) throws IOException {
        if (pages.isEmpty()) {
            return List.of();
        }
        try (PagesApart apart = PagesApart.of(pages);
                PdfDrawing drawing = apart.open(processes)) {
            return find(drawing, words, page -> List.of());
        }
    }

    /// The same on pages that are open, also in the words that a machine recognised on them.
    ///
    /// @param recognised the words of a page, in the order in which they are read
    public List<Found> find(PdfDrawing drawing, List<String> words, IntFunction<List<Word>> recognised) {
        SoughtWords sought = new SoughtWords(words);
        List<Found> found = new ArrayList<>(find(sought, written(drawing)));
        for (Found one : find(sought, recognised(drawing, recognised))) {
            if (found.stream().noneMatch(other -> same(one, other))) {
                found.add(one);
            }
        }
        found.sort(Comparator.comparingInt(Found::page));
        return found;
    }

    private static List<Found> find(SoughtWords sought, Read read) {
        FoldedText folded = FoldedText.of(read.text);
        List<Found> found = new ArrayList<>();
        sought.find(
                folded,
                hit -> found.add(read.found(
                        hit.word(), folded.place(hit.start()), folded.place(hit.end() - 1) + 1, hit.alone())));
        Set<String> known = new HashSet<>();
        found.forEach(one -> known.add(one.word() + " " + one.spots()));
        sought.findSpacedOut(folded, hit -> {
            Found one = read.found(hit.word(), hit.start(), hit.end(), true);
            if (known.add(one.word() + " " + one.spots())) {
                found.add(one);
            }
        });
        return found;
    }

    /// A word that is written under a picture of itself, and recognised on that picture, stands there once.
    private static boolean same(Found one, Found other) {
        return one.word() == other.word()
                && one.spots().stream()
                        .allMatch(spot -> other.spots().stream()
                                .anyMatch(there -> there.page() == spot.page() && over(there.area(), spot.area())));
    }

    /// Whether one covers the middle of another.
    private static boolean over(Area one, Area other) {
        double x = other.x() + other.width() / 2;
        double y = other.y() + other.height() / 2;
        return one.x() <= x && x <= one.right() && one.y() <= y && y <= one.bottom();
    }

    private Read written(PdfDrawing drawing) {
        Read read = new Read();
        int count = drawing.count();
        for (int page = 1; page <= count; page++) {
            progress.checkCancelled();
            progress.step("seek", page - 1L, count);
            read.add(page, drawing.size(page), drawing.letters(page));
        }
        return read;
    }

    private static Read recognised(PdfDrawing drawing, IntFunction<List<Word>> recognised) {
        Read read = new Read();
        for (int page = 1; page <= drawing.count(); page++) {
            List<Word> words = recognised.apply(page);
            if (!words.isEmpty()) {
                read.addRecognised(page, drawing.size(page), words);
            }
        }
        return read;
    }

    /// The text of all pages, and the letter that each of its characters belongs to.
    private static final class Read {

        private final StringBuilder text = new StringBuilder();
        private final List<On> letters = new ArrayList<>();
        private final List<Integer> owners = new ArrayList<>();

        private record On(int page, Size size, Letter letter) {}

        void add(int page, Size size, List<Letter> some) {
            int line = -1;
            List<Letter> row = new ArrayList<>();
            for (Letter letter : some) {
                if (letter.line() != line) {
                    line(page, size, row);
                    line = letter.line();
                }
                row.add(letter);
            }
            line(page, size, row);
        }

        /// A recognised word has one place, whatever part of it is meant.
        void addRecognised(int page, Size size, List<Word> words) {
            int line = words.getFirst().line();
            for (Word word : words) {
                if (word.line() != line) {
                    append("\n", -1);
                    line = word.line();
                }
                Box box = word.box();
                double height = box.height() * size.height();
                letters.add(new On(
                        page,
                        size,
                        new Letter(word.text(), box, box.x(), box.y(), height, 0, word.line(), true, false)));
                append(word.text(), letters.size() - 1);
                append(" ", -1);
            }
            append("\n", -1);
        }

        private void line(int page, Size size, List<Letter> row) {
            for (List<Letter> word : Reading.order(row)) {
                for (Letter letter : word) {
                    letters.add(new On(page, size, letter));
                    append(letter.text(), letters.size() - 1);
                }
                append(" ", -1);
            }
            if (!row.isEmpty()) {
                append("\n", -1);
            }
            row.clear();
        }

        private void append(String some, int owner) {
            text.append(some);
            for (int i = 0; i < some.length(); i++) {
                owners.add(owner);
            }
        }

        Found found(int word, int start, int end, boolean alone) {
            List<Spot> spots = new ArrayList<>();
            On last = null;
            Box box = Box.WHOLE;
            int before = -1;
            int first = 0;
            for (int i = start; i < end; i++) {
                int owner = owners.get(i);
                if (owner < 0 || owner == before) {
                    continue;
                }
                before = owner;
                On on = letters.get(owner);
                first = first == 0 ? on.page() : first;
                boolean same = last != null
                        && last.page() == on.page()
                        && last.letter().line() == on.letter().line();
                if (!same && last != null) {
                    spot(last, box, spots);
                }
                box = same ? box.around(on.letter().box()) : on.letter().box();
                last = on;
            }
            if (last != null) {
                spot(last, box, spots);
            }
            return new Found(
                    word, first, spots, alone, before(start), flat(start, end).strip(), after(end));
        }

        private static void spot(On on, Box box, List<Spot> spots) {
            double across = on.letter().size() * BESIDE / on.size().width();
            double down = on.letter().size() * ABOVE / on.size().height();
            double left = box.x() - across;
            double top = box.y() - down;
            double right = box.x() + box.width() + across;
            double bottom = box.y() + box.height() + down;
            if (right > 0 && bottom > 0 && left < 1 && top < 1) {
                spots.add(new Spot(on.page(), Area.within(left, top, right, bottom)));
            }
        }

        private String before(int start) {
            int from = Math.max(0, start - AROUND);
            return flat(from == 0 ? 0 : whole(from, start), start).stripLeading();
        }

        private String after(int end) {
            int to = Math.min(text.length(), end + AROUND);
            return flat(end, to == text.length() ? to : wholeUntil(end, to)).stripTrailing();
        }

        /// No word is cut that begins before; where there is but one, no letter is cut from its marks.
        private int whole(int from, int end) {
            int gap = from;
            while (gap < end && !Character.isWhitespace(text.charAt(gap))) {
                gap++;
            }
            return gap < end ? gap : boundary(from, end);
        }

        private int wholeUntil(int start, int to) {
            int gap = to;
            while (gap > start && !Character.isWhitespace(text.charAt(gap))) {
                gap--;
            }
            return gap > start ? gap : to;
        }

        private int boundary(int from, int end) {
            BreakIterator characters = BreakIterator.getCharacterInstance(ULocale.ROOT);
            String some = text.substring(from, end);
            characters.setText(some);
            int next = characters.following(0);
            return next == BreakIterator.DONE ? from : from + next;
        }

        private String flat(int from, int to) {
            return text.substring(from, to).replaceAll("\\s+", " ");
        }
    }
}
