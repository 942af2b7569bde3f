package org.cairn.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.TypedPage;
import org.cairn.domain.reading.PagesWithoutText;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.RecognisedPage.Outcome;
import org.cairn.domain.reading.WordPlace;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Brings what was recognised and typed of pages together with what was read of the file: texts and status.
final class RecognisedText {

    private static final String NO_TEXT = "noText";
    private static final String SOME_WAIT = "pagesWithoutText";
    private static final String NOT_RECOGNISED = "pagesNotRecognised";
    private static final String NOTHING = "nothingRecognised";
    /// What is said of pages: whatever else is missing stays said.
    private static final Set<String> OF_PAGES = Set.of("", NO_TEXT, SOME_WAIT, NOT_RECOGNISED, NOTHING);

    private RecognisedText() {}

    /// A page's text as it will be kept, and its words in it.
    record Page(RecognisedPage mark, String text, List<WordPlace> words, Optional<LanguageTag> language) {
        @Override
        public String toString() {
            return "Page " + mark.page();
        }
    }

    /// Keeps pages that were recognised, in one transaction with the reading they belong to.
    ///
    /// @param pages how many pages the item has, as it was opened to be drawn
    static Reading keep(StoreTransaction tx, Reference reference, List<Page> recognised, int pages) {
        Reading before = tx.reading(reference).orElseThrow();
        List<Passage> passages = new ArrayList<>(tx.passages(reference));
        for (Page page : recognised) {
            Page whole = afterWhatStoodThere(tx, reference, page, passages);
            tx.putRecognised(reference, whole.mark(), whole.words());
            passages.removeIf(passage -> isPage(passage, page.mark().page()));
            if (!whole.text().isBlank()) {
                passages.add(new Passage(Passage.Unit.PAGE, page.mark().page(), whole.text(), whole.language()));
            }
        }
        passages.sort(Comparator.comparingInt(Passage::ordinal));
        Reading now = reading(tx, reference, before, passages, pages);
        tx.putReading(reference, now, passages);
        return now;
    }

    /// Tells anew how far an item could be read, after somebody typed a page of it.
    static void follow(StoreTransaction tx, Reference reference) {
        tx.reading(reference).ifPresent(before -> {
            List<Passage> passages = tx.passages(reference);
            tx.putReading(reference, reading(tx, reference, before, passages, before.pages()), passages);
        });
    }

    /// What is read of a file once more has no word of what was recognised in it: that is put back.
    static List<Passage> putBack(StoreView view, Reference reference, List<Passage> read) {
        Set<Integer> recognised = view.recognisedPages(reference).stream()
                .filter(page -> page.outcome() == Outcome.READ)
                .map(RecognisedPage::page)
                .collect(Collectors.toSet());
        if (recognised.isEmpty()) {
            return read;
        }
        List<Passage> whole = new ArrayList<>(read);
        for (Passage former : view.passages(reference)) {
            if (former.unit() == Passage.Unit.PAGE && recognised.contains(former.ordinal())) {
                whole.removeIf(passage -> isPage(passage, former.ordinal()));
                whole.add(former);
            }
        }
        whole.sort(Comparator.comparingInt(Passage::ordinal));
        return whole;
    }

    /// The reading of such a file, with what was recognised in it before.
    static Reading putBack(StoreView view, Reference reference, Reading read, List<Passage> whole) {
        return view.recognisedPages(reference).isEmpty() ? read : reading(view, reference, read, whole, read.pages());
    }

    /// A page with hardly any text keeps it, before what was recognised.
    private static Page afterWhatStoodThere(StoreView view, Reference reference, Page page, List<Passage> passages) {
        Optional<Passage> there = passages.stream()
                .filter(passage -> isPage(passage, page.mark().page()))
                .findFirst();
        String own = there.map(Passage::text).orElse("");
        if (view.recognisedPage(reference, page.mark().page()).isPresent()) {
            List<WordPlace> before = view.wordPlaces(reference, page.mark().page());
            own = before.isEmpty()
                    ? own
                    : own.substring(0, Math.min(own.length(), before.getFirst().start()));
        }
        String kept = own.strip();
        if (kept.isEmpty()) {
            return page;
        }
        if (page.text().isBlank()) {
            return new Page(page.mark(), kept, List.of(), there.flatMap(Passage::language));
        }
        int shift = kept.length() + 1;
        List<WordPlace> words = page.words().stream()
                .map(word -> new WordPlace(
                        word.start() + shift,
                        word.end() + shift,
                        word.confidence(),
                        word.x(),
                        word.y(),
                        word.width(),
                        word.height()))
                .toList();
        return new Page(page.mark(), kept + "\n" + page.text(), words, page.language());
    }

    private static boolean isPage(Passage passage, int page) {
        return passage.unit() == Passage.Unit.PAGE && passage.ordinal() == page;
    }

    private static Reading reading(
            StoreView view, Reference reference, Reading before, List<Passage> passages, int counted) {
        List<RecognisedPage> recognised = view.recognisedPages(reference);
        int pages = Math.max(before.pages(), counted);
        Reading counting = with(before, before.status(), before.reason(), pages, passages.size(), before.metadata());
        Set<Integer> waiting = new TreeSet<>(PagesWithoutText.of(counting, passages));
        recognised.forEach(page -> waiting.remove(page.page()));
        Set<Integer> typed =
                Typed.pages(view, reference).stream().map(TypedPage::page).collect(Collectors.toSet());
        waiting.removeAll(typed);
        boolean text = !passages.isEmpty() || !typed.isEmpty();
        boolean failed = recognised.stream()
                .anyMatch(page -> page.outcome() == Outcome.UNREADABLE && !typed.contains(page.page()));
        ReadingStatus status = before.status();
        String reason = before.reason();
        if (OF_PAGES.contains(reason)) {
            reason = !waiting.isEmpty()
                    ? text ? SOME_WAIT : NO_TEXT
                    : failed ? NOT_RECOGNISED : text ? "" : recognised.isEmpty() ? NO_TEXT : NOTHING;
            status = !text ? ReadingStatus.NO_TEXT : reason.isEmpty() ? ReadingStatus.COMPLETE : ReadingStatus.PARTIAL;
        }
        Reading now = with(counting, status, reason, pages, passages.size(), metadata(before, recognised));
        return now.language().isPresent() ? now : inLanguage(now, mostly(passages));
    }

    private static Reading with(
            Reading of, ReadingStatus status, String reason, int pages, int passages, Map<String, String> metadata) {
        return new Reading(
                status,
                reason,
                of.mediaType(),
                pages,
                passages,
                of.language(),
                of.childrenExpected(),
                of.childrenFound(),
                metadata);
    }

    private static Reading inLanguage(Reading of, Optional<LanguageTag> language) {
        return new Reading(
                of.status(),
                of.reason(),
                of.mediaType(),
                of.pages(),
                of.passages(),
                language,
                of.childrenExpected(),
                of.childrenFound(),
                of.metadata());
    }

    private static Optional<LanguageTag> mostly(List<Passage> passages) {
        Map<LanguageTag, Integer> letters = new HashMap<>();
        passages.forEach(passage -> passage.language()
                .ifPresent(language -> letters.merge(language, passage.text().length(), Integer::sum)));
        return letters.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /// Which machine read how many pages in which languages, and how sure it was on average.
    private static Map<String, String> metadata(Reading before, List<RecognisedPage> recognised) {
        Map<String, String> metadata = new TreeMap<>(before.metadata());
        List<RecognisedPage> read = recognised.stream()
                .filter(page -> page.outcome() == Outcome.READ)
                .toList();
        if (!recognised.isEmpty()) {
            metadata.put("ocrEngine", joined(recognised, RecognisedPage::engine));
            metadata.put("ocrPages", String.valueOf(read.size()));
        }
        if (!read.isEmpty()) {
            metadata.put("ocrLanguages", joined(read, RecognisedPage::languages));
            metadata.put(
                    "ocrConfidence",
                    String.valueOf(Math.round(read.stream()
                            .mapToInt(RecognisedPage::confidence)
                            .average()
                            .orElse(0))));
        }
        return metadata;
    }

    private static String joined(List<RecognisedPage> pages, Function<RecognisedPage, String> part) {
        return pages.stream()
                .map(part)
                .filter(text -> !text.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
