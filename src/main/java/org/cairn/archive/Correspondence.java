package org.cairn.archive;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.Letter.Standing;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.Reading;
import org.cairn.store.StoreView;

/// Which messages belong together: those that name each other's numbers (RFC 5322, 3.6.4), wherever they came from.
///
/// Nothing is kept of it: it follows from what was read. Messages that only share a subject are not joined.
public final class Correspondence {

    /// A list of letters longer than this is no talk.
    private static final int MOST = 500;

    private static final Comparator<Found> BY_TIME = Comparator.comparing(
                    Found::sent, Comparator.comparing(sent -> sent.orElse(Instant.MAX)))
            .thenComparing(found -> found.item().reference().number());

    private final Session session;

    Correspondence(Session session) {
        this.session = session;
    }

    private record Found(Summary item, Reading reading, Optional<Instant> sent) {

        /// The numbers by which it is known.
        String known() {
            return reading.metadata().getOrDefault("messageId", "");
        }

        String from() {
            // who wrote what is closely kept is told where it is opened, which is written down
            boolean closely = item.protection().covers(Protection.CONFIDENTIAL);
            return closely ? "" : reading.metadata().getOrDefault("from", "");
        }
    }

    /// The message and all it was exchanged with, as far as the person may see them, first to last. Empty where it is
    /// no
    /// message, or stands alone.
    public List<Letter> of(Reference item) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            session.visible(view, item);
            Map<Reference, Found> found = joined(view, item);
            Found looked = found.get(item);
            return looked == null || found.size() < 2 ? List.of() : inOrder(found, looked);
        });
    }

    /// What the person may not see joins nothing either.
    private Map<Reference, Found> joined(StoreView view, Reference item) {
        Map<Reference, Found> found = new LinkedHashMap<>();
        Set<String> asked = new HashSet<>();
        add(view, item, found);
        Set<String> numbers = new HashSet<>(view.letterNumbers(item));
        while (!numbers.isEmpty() && found.size() < MOST) {
            asked.addAll(numbers);
            Set<String> next = new HashSet<>();
            for (Reference letter : view.lettersNaming(numbers)) {
                if (found.size() < MOST && add(view, letter, found)) {
                    next.addAll(view.letterNumbers(letter));
                }
            }
            next.removeAll(asked);
            numbers = next;
        }
        return found;
    }

    private boolean add(StoreView view, Reference letter, Map<Reference, Found> found) {
        if (found.containsKey(letter)) {
            return false;
        }
        Optional<Summary> summary =
                view.summary(letter).filter(seen -> session.clearance().covers(seen.protection()));
        Optional<Reading> reading = view.reading(letter);
        if (summary.isEmpty() || reading.isEmpty()) {
            return false;
        }
        found.put(letter, new Found(summary.get(), reading.get(), sent(reading.get())));
        return true;
    }

    private static Optional<Instant> sent(Reading reading) {
        try {
            return Optional.ofNullable(reading.metadata().get("created")).map(Instant::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static List<Letter> inOrder(Map<Reference, Found> found, Found looked) {
        List<Letter> letters = new ArrayList<>();
        boolean after = false;
        for (Found letter : found.values().stream().sorted(BY_TIME).toList()) {
            Standing standing = letter == looked
                    ? Standing.THIS
                    : !looked.known().isEmpty() && letter.known().equals(looked.known())
                            ? Standing.SAME
                            : after ? Standing.AFTER : Standing.BEFORE;
            after |= standing == Standing.THIS;
            letters.add(new Letter(letter.item(), letter.from(), letter.sent(), standing));
        }
        return letters;
    }
}
