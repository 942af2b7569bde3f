package org.cairn.intake;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.cairn.domain.reading.Passage.Unit;

/// Gathers text into citable passages and sends each as soon as it is whole.
final class Gathering {

    /// A part without pages ends at the first paragraph's end after so many characters.
    private static final int PART = 1_500;

    /// A part without paragraphs is cut after so many.
    private static final int LONGEST_PART = 8_000;

    private final Answer answer;
    private final Languages languages;
    private final int most;
    private final Map<String, Integer> spoken = new HashMap<>();
    private final StringBuilder text = new StringBuilder();
    private int parts;
    private int pages;
    private int passages;
    private long characters;
    private boolean paged;

    Gathering(Answer answer, Languages languages, int most) {
        this.answer = answer;
        this.languages = languages;
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
        if (!paged && text.length() > LONGEST_PART) {
            endPart();
        }
    }

    void append(String words) throws StopReading, IOException {
        text.append(words);
    }

    /// The end of a paragraph, row or heading.
    void endLine() throws StopReading, IOException {
        text.append('\n');
        if (!paged && text.length() >= PART) {
            endPart();
        }
    }

    /// A page, slide or sheet of a page's kind begins: from now on text belongs to pages.
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

    /// Everything that is still being gathered is a passage.
    void end() throws StopReading, IOException {
        if (paged) {
            endPage();
        } else {
            endPart();
        }
    }

    void endPart() throws StopReading, IOException {
        String part = CleanText.of(text);
        text.setLength(0);
        if (!part.isEmpty()) {
            parts++;
            send(Unit.PARAGRAPH, parts, part);
        }
    }

    private void send(Unit unit, int ordinal, String clean) throws IOException, StopReading {
        if (clean.isEmpty()) {
            return;
        }
        if (characters + clean.length() > most) {
            throw new StopReading("textLimit");
        }
        String language = languages.of(clean);
        answer.passage(unit, ordinal, clean, language);
        passages++;
        characters += clean.length();
        if (!language.isEmpty()) {
            spoken.merge(language, clean.length(), Integer::sum);
        }
    }
}
