package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.crypto.Secret;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchRequest;
import org.cairn.search.Change;
import org.cairn.search.IndexedPassage;
import org.cairn.search.PassageIndex;

/// Our sealed index, taken in and asked as an archive does it; the texts that it asks for are made anew, where an
/// archive asks its database.
final class OurFinder implements Finder {

    private static final int SUGGESTIONS = 8;
    /// An archive commits after so many steps.
    private static final int STEPS_UNTIL_COMMIT = 5;

    private final MadeItems items;
    private final Path folder;
    private final Secret key = Secret.random(new SecureRandom(), 32);
    private PassageIndex index;
    private long changes;

    OurFinder(MadeItems items, Path folder) {
        this.items = items;
        this.folder = folder;
        this.index = PassageIndex.open(folder, key, items);
    }

    @Override
    public String name() {
        return "ours";
    }

    @Override
    public int passages() {
        return items.passages();
    }

    @Override
    public int warming() {
        return 12;
    }

    @Override
    public double index() throws Exception {
        index.discard();
        int[] steps = {0};
        double seconds = items.handOver(passages(), some -> {
            index.apply(++changes, some.stream().map(OurFinder::change).toList());
            if (++steps[0] % STEPS_UNTIL_COMMIT == 0) {
                index.commit();
            }
        });
        long start = System.nanoTime();
        index.commit();
        return seconds + (System.nanoTime() - start) / 1e9;
    }

    @Override
    public void open() {
        index.close();
        index = PassageIndex.open(folder, key, items);
    }

    @Override
    public long ask(Question question) {
        return index.search(SearchRequest.of(question.plain()), Protection.SEALED)
                .total();
    }

    @Override
    public void change(int item) {
        index.apply(++changes, List.of(change(items.item(item, passages()))));
        index.commit();
    }

    @Override
    public List<String> beginning(String letters) {
        return index.suggest(letters, Protection.SEALED, SUGGESTIONS);
    }

    @Override
    public OptionalDouble first(Question question) throws IOException {
        index.close();
        double millis = FirstQuestion.asked(folder, key, passages(), question);
        index = PassageIndex.open(folder, key, items);
        return OptionalDouble.of(millis);
    }

    @Override
    public long size() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public void close() {
        try (key) {
            index.close();
        }
    }

    private static Change change(MadeItems.Item item) {
        Reference reference = new Reference(RecordKind.EVIDENCE, item.number() + 1);
        List<IndexedPassage> pages = new ArrayList<>();
        for (String text : item.pages()) {
            pages.add(new IndexedPassage(
                    reference,
                    new Pinpoint.OfPage(reference, pages.size() + 1),
                    "Item " + reference.number(),
                    item.type().toUpperCase(Locale.ROOT),
                    text,
                    Optional.of(new LanguageTag(item.language())),
                    Optional.of(FuzzyDate.parse(String.valueOf(1990 + item.number() % 30))),
                    Protection.RESTRICTED,
                    Optional.empty(),
                    Set.of()));
        }
        return new Change(reference, pages);
    }
}
