package org.cairn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.archive.Archive;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Page;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;

/// The pages, paragraphs or parts that somebody asked for; where they are not there, what there is instead.
final class Parts {

    private static final int AT_ONCE = 10_000;

    private final Archive archive;
    private final Optional<Integer> asked;

    /// @param asked the one that was asked for; nothing where all were
    Parts(Archive archive, Optional<Integer> asked) {
        this.archive = archive;
        this.asked = asked;
    }

    /// The text that was read of an item.
    List<Passage> of(Reference item) {
        return asked.map(number -> archive.evidence()
                        .passage(item, number)
                        .map(List::of)
                        .orElseThrow(() -> noSuchPage(item, number)))
                .orElseGet(() -> all(item));
    }

    /// The paragraphs of a statement.
    List<Passage> of(Testimony testimony) {
        int last = testimony.paragraphs().size();
        asked.filter(number -> number < 1 || number > last).ifPresent(number -> {
            throw outside("--paragraph", last);
        });
        return IntStream.rangeClosed(1, last)
                .filter(number -> asked.map(one -> one == number).orElse(true))
                .mapToObj(number -> new Passage(
                        Passage.Unit.PARAGRAPH,
                        number,
                        testimony.paragraphs().get(number - 1).text(),
                        Optional.empty()))
                .toList();
    }

    private ArchiveException noSuchPage(Reference item, int number) {
        Optional<Reading> reading = archive.evidence().reading(item);
        if (reading.isEmpty()) {
            return new ArchiveException.InvalidInput("--page", "notReadYet");
        }
        int last = Math.max(reading.get().passages(), reading.get().pages());
        return number > 0 && number <= last
                ? new ArchiveException.InvalidInput("--page", "noTextThere")
                : outside("--page", last);
    }

    private static ArchiveException outside(String option, int last) {
        return last == 0
                ? new ArchiveException.InvalidInput(option, "noParts")
                : new ArchiveException.InvalidInput(option, "noSuchPart", List.of("1 – " + last));
    }

    private List<Passage> all(Reference item) {
        List<Passage> all = new ArrayList<>();
        Page<Passage> page;
        do {
            page = archive.evidence().passages(item, all.size(), AT_ONCE);
            all.addAll(page.items());
        } while (!page.items().isEmpty() && all.size() < page.total());
        return all;
    }
}
