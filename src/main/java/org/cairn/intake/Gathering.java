package org.cairn.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.reading.Passage.Unit;

/// Gathers text into citable passages and sends each as soon as it is whole.
final class Gathering {

    /// A part without pages ends at the first paragraph's end after so many characters.
    private static final int PART = 1_500;

    /// A longer one is cut: between two paragraphs, else between two words, else anywhere but inside a character.
    private static final int LONGEST_PART = 2_000;

    private final Answer answer;
    private final Tongue tongue;
    private final int most;
    private final Map<String, Integer> spoken = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int parts;
    private int pages;
    private int passages;
    private int characters;
    private boolean paged;
    private Optional<Covering> covering = Optional.empty();

    Gathering(Answer answer, Languages languages, int most) {
        this.answer = answer;
        this.tongue = new Tongue(languages);
        this.most = most;
    }

    int passages() {
        return passages;
    }

    int pages() {
        return pages;
    }

    /// The language of most of it.
    String language() {
        return spoken.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    /// A whole page; an empty one is counted and not sent.
    void page(int number, String raw) throws IOException, StopReading {
        pages = Math.max(pages, number);
        send(Unit.PAGE, number, CleanText.of(raw));
    }

    void append(char[] letters, int start, int length) throws StopReading, IOException {
        text.append(letters, start, length);
        cutLong();
    }

    void append(String words) throws StopReading, IOException {
        text.append(words);
        cutLong();
    }

    /// A gap between two words or cells, where there is none yet.
    void gap(char space) {
        if (text.isEmpty()) {
            return;
        }
        char last = text.charAt(text.length() - 1);
        if (!Character.isWhitespace(last)) {
            text.append(space);
        } else if (space == '\t' && last == ' ') {
            text.setCharAt(text.length() - 1, '\t');
        }
    }

    /// The end of a paragraph, row or heading.
    void endLine() throws StopReading, IOException {
        text.append('\n');
        if (!paged && text.length() >= PART) {
            endPart();
        }
    }

    /// A page or slide begins: from now on text belongs to pages.
    void beginPage() throws StopReading, IOException {
        if (paged) {
            endPage();
        } else {
            endPart();
        }
        paged = true;
        pages++;
    }

    private void endPage() throws StopReading, IOException {
        String page = CleanText.of(text);
        text.setLength(0);
        send(Unit.PAGE, pages, page);
    }

    /// From now on parts say which rows or messages they hold.
    void covering(Covering counted) {
        covering = Optional.of(counted);
    }

    /// How much is gathered and not sent yet.
    int length() {
        return text.length();
    }

    /// Everything that is still being gathered is a passage.
    void end() throws StopReading, IOException {
        if (paged) {
            endPage();
        } else {
            endPart();
        }
    }

    void endPart() throws StopReading, IOException {
        sendPart(text.length());
    }

    private void cutLong() throws StopReading, IOException {
        if (paged) {
            if (text.length() > most) {
                endPage();
            }
            return;
        }
        while (text.length() > LONGEST_PART) {
            sendPart(cut());
        }
    }

    private int cut() {
        int line = text.lastIndexOf("\n", LONGEST_PART);
        if (line > LONGEST_PART / 2) {
            return line + 1;
        }
        for (int place = LONGEST_PART; place > LONGEST_PART / 2; place--) {
            if (Character.isWhitespace(text.charAt(place))) {
                return place;
            }
        }
        return Character.isLowSurrogate(text.charAt(LONGEST_PART)) ? LONGEST_PART - 1 : LONGEST_PART;
    }

    private void sendPart(int length) throws StopReading, IOException {
        boolean more = length < text.length();
        boolean lineEnds = length == 0 || text.charAt(length - 1) == '\n';
        String part = CleanText.of(text.substring(0, length));
        text.delete(0, length);
        Optional<Extent> extent = covering.flatMap(counted -> counted.cut(lineEnds, more));
        if (!part.isEmpty()) {
            parts++;
            send(Unit.PARAGRAPH, parts, part, extent);
        }
    }

    private void send(Unit unit, int ordinal, String clean) throws IOException, StopReading {
        send(unit, ordinal, clean, Optional.empty());
    }

    private void send(Unit unit, int ordinal, String clean, Optional<Extent> extent) throws IOException, StopReading {
        String kept = clean.length() > most - characters ? CleanText.of(clean.substring(0, most - characters)) : clean;
        if (!kept.isEmpty()) {
            String language = tongue.of(kept);
            answer.passage(unit, ordinal, kept, language, extent);
            passages++;
            characters += kept.length();
            if (!language.isEmpty()) {
                spoken.merge(language, kept.length(), Integer::sum);
            }
        }
        if (kept.length() < clean.length()) {
            throw new StopReading("textLimit");
        }
    }
}
