package org.cairn.bundle.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;

/// Reads the number printed on a page where a person sees it: upright, at the end of a line.
final class StampReader extends PDFTextStripper {

    private static final Pattern STAMP = Pattern.compile("(?:^|\\s)(\\d{1,9})\\s*(?:/|of)\\s*\\d{1,9}[\\s\\u200E]*$");
    private static final float SAME_LINE = 2;
    private static final float WORD_GAP = 0.15f;

    private final List<TextPosition> letters = new ArrayList<>();
    private int shown;

    StampReader() throws IOException {
        setSuppressDuplicateOverlappingText(false);
        setShouldSeparateByBeads(false);
        OnePage.begin(this);
    }

    /// A number printed at the end of a line.
    ///
    /// @param inside whether all of it lies within the page as shown
    /// @param letters how many letters it takes
    record Stamp(int number, boolean inside, int letters) {}

    /// What a page says.
    ///
    /// @param stamps candidates, topmost first
    /// @param letters letters on the page that are not blank
    record PageText(List<Stamp> stamps, int letters) {
        Optional<Stamp> bearing(int number) {
            return stamps.stream().filter(stamp -> stamp.number() == number).findFirst();
        }

        /// Whether there is text beside the stamp.
        boolean speaks() {
            int stamped = stamps.isEmpty() ? 0 : stamps.getLast().letters();
            return letters - stamped >= 8;
        }
    }

    PageText read(PDPage page) throws IOException {
        letters.clear();
        shown = 0;
        processPage(page);
        return new PageText(stamps(page), shown);
    }

    /// Nothing is written: letters are all that is wanted.
    @Override
    protected void writePage() {}

    @Override
    protected void processTextPosition(TextPosition letter) {
        if (letter.getUnicode() == null || letter.getUnicode().isBlank()) {
            return;
        }
        shown++;
        letters.add(letter);
    }

    private List<Stamp> stamps(PDPage page) {
        int upright = page.getRotation();
        List<TextPosition> candidates = new ArrayList<>(letters.stream()
                .filter(letter -> Math.round(letter.getDir()) == upright)
                .toList());
        candidates.sort(Comparator.comparing(TextPosition::getY));
        List<Stamp> stamps = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= candidates.size(); i++) {
            if (i == candidates.size()
                    || candidates.get(i).getY() - candidates.get(i - 1).getY() > SAME_LINE) {
                stampOf(candidates.subList(start, i), page).ifPresent(stamps::add);
                start = i;
            }
        }
        return stamps;
    }

    private static Optional<Stamp> stampOf(List<TextPosition> letters, PDPage page) {
        List<TextPosition> line = new ArrayList<>(letters);
        line.sort(Comparator.comparing(TextPosition::getX));
        StringBuilder text = new StringBuilder();
        List<TextPosition> owners = new ArrayList<>();
        for (int i = 0; i < line.size(); i++) {
            TextPosition letter = line.get(i);
            if (i > 0 && gap(line.get(i - 1), letter) > WORD_GAP * letter.getFontSizeInPt()) {
                text.append(' ');
                owners.add(letter);
            }
            text.append(letter.getUnicode());
            for (int c = 0; c < letter.getUnicode().length(); c++) {
                owners.add(letter);
            }
        }
        Matcher matcher = STAMP.matcher(text);
        if (!matcher.find()) {
            return Optional.empty();
        }
        List<TextPosition> stamp = owners.subList(matcher.start(1), owners.size()).stream()
                .distinct()
                .toList();
        boolean inside = stamp.stream().allMatch(letter -> isInside(letter, page));
        return Optional.of(new Stamp(Integer.parseInt(matcher.group(1)), inside, stamp.size()));
    }

    private static float gap(TextPosition left, TextPosition right) {
        return right.getX() - left.getX() - width(left);
    }

    private static float width(TextPosition letter) {
        return letter.getWidthDirAdj();
    }

    private static boolean isInside(TextPosition letter, PDPage page) {
        boolean sideways = page.getRotation() % 180 != 0;
        float width =
                sideways ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        float height =
                sideways ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        return letter.getX() >= 0
                && letter.getX() + width(letter) <= width
                && letter.getY() <= height
                && letter.getY() - letter.getHeightDir() >= 0;
    }
}
