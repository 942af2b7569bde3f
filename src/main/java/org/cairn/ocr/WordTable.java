package org.cairn.ocr;

import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.reading.WordPlace;

/// Reads tesseract's table of words (TSV): level, page, block, paragraph, line, word, left, top, width, height,
/// confidence, text.
final class WordTable {

    private static final int COLUMNS = 12;
    private static final String WORD = "5";

    /// What tesseract is less sure of than this, in a word of one or two signs, is dust on the glass.
    private static final double DUST = 20;

    /// The same for marks alone, without a letter: the edge of a sheet reads as bars.
    private static final double EDGES = 60;

    /// Where signs stand closer than this part of their height, nobody has put a space between them.
    private static final double CLOSE = 0.9;

    private final int width;
    private final int height;
    private final int turn;
    private final StringBuilder text = new StringBuilder();
    private final List<WordPlace> words = new ArrayList<>();
    private String[] before = {};
    private double sure;
    private long letters;

    private WordTable(GreyPage page, int turn) {
        this.width = page.width();
        this.height = page.height();
        this.turn = turn;
    }

    /// @param page as it was given to tesseract
    /// @param turn by how many quarters that is turned to the right of how it is shown
    static Recognised read(String table, GreyPage page, List<String> packs, int turn) {
        WordTable reading = new WordTable(page, turn);
        table.lines().map(line -> line.split("\t", -1)).forEach(reading::line);
        int confidence = reading.letters == 0 ? 0 : (int) Math.round(reading.sure / reading.letters);
        return new Recognised(reading.text.toString(), reading.words, confidence, packs, turn);
    }

    private void line(String[] cells) {
        if (cells.length < COLUMNS || !cells[0].equals(WORD)) {
            return;
        }
        String word = cells[11].strip();
        double confidence = number(cells[10]);
        boolean spoken = word.codePoints().anyMatch(Character::isLetterOrDigit);
        if (word.isEmpty() || confidence < (spoken ? word.length() < 3 ? DUST : 0 : EDGES)) {
            return;
        }
        text.append(gap(cells, word));
        int start = text.length();
        text.append(word);
        words.add(place(start, Math.clamp(Math.round(confidence), 0, 100), cells));
        sure += Math.clamp(confidence, 0, 100) * word.length();
        letters += word.length();
        before = cells;
    }

    private String gap(String[] cells, String word) {
        if (before.length == 0) {
            return "";
        }
        if (!before[2].equals(cells[2]) || !before[3].equals(cells[3])) {
            return "\n\n";
        }
        if (!before[4].equals(cells[4])) {
            return "\n";
        }
        return unspaced(text.codePointBefore(text.length())) && unspaced(word.codePointAt(0)) && close(cells)
                ? ""
                : " ";
    }

    /// Chinese and Tibetan are written without spaces between words.
    private static boolean unspaced(int sign) {
        Character.UnicodeBlock block = Character.UnicodeBlock.of(sign);
        return Character.isIdeographic(sign)
                || block == Character.UnicodeBlock.TIBETAN
                || block == Character.UnicodeBlock.CJK_SYMBOLS_AND_PUNCTUATION
                || block == Character.UnicodeBlock.HALFWIDTH_AND_FULLWIDTH_FORMS;
    }

    private boolean close(String[] cells) {
        double gap = number(cells[6]) - number(before[6]) - number(before[8]);
        return gap < CLOSE * Math.max(number(cells[9]), number(before[9]));
    }

    private WordPlace place(int start, int confidence, String[] cells) {
        double left = part(number(cells[6]), width);
        double top = part(number(cells[7]), height);
        double right = Math.max(left, part(number(cells[6]) + number(cells[8]), width));
        double bottom = Math.max(top, part(number(cells[7]) + number(cells[9]), height));
        int end = text.length();
        double across = right - left;
        double down = bottom - top;
        return switch (turn) {
            case 1 -> new WordPlace(start, end, confidence, top, 1 - right, down, across);
            case 2 -> new WordPlace(start, end, confidence, 1 - right, 1 - bottom, across, down);
            case 3 -> new WordPlace(start, end, confidence, 1 - bottom, left, down, across);
            default -> new WordPlace(start, end, confidence, left, top, across, down);
        };
    }

    private static double part(double dots, int of) {
        return Math.clamp(dots / of, 0.0, 1.0);
    }

    private static double number(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
