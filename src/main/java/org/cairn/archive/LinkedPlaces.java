package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.reading.Reading;
import org.cairn.store.StoreView;

/// Which places of a record a link may hold: those that it has, and that stay what they are.
final class LinkedPlaces {

    private static final String FIELD = "pinpoint";

    private LinkedPlaces() {}

    /// @throws ArchiveException.InvalidInput naming the first and the last that there are, where the place is beyond
    ///     them; `notSealedYet` for one of a statement that is still written
    static void require(StoreView view, Revision subject, Pinpoint place) {
        if (subject.record() instanceof Testimony testimony) {
            require(view, subject.reference(), testimony, place);
        } else {
            view.reading(subject.reference()).ifPresent(reading -> require(reading, place));
        }
    }

    /// A paragraph that is put in while a statement is written makes every later number another's.
    private static void require(StoreView view, Reference statement, Testimony testimony, Pinpoint place) {
        int last = switch (place) {
            case Pinpoint.OfParagraph paragraph -> testimony.paragraphs().size();
            case Pinpoint.OfAnswer answer ->
                AnswerPassages.counted(view, testimony.answers()).size();
            case Pinpoint.OfPage page -> 0;
            case Pinpoint.OfMoment moment -> 0;
        };
        if (last > 0 && !testimony.sealed()) {
            throw new ArchiveException.InvalidInput(FIELD, "notSealedYet", List.of(statement.toString()));
        }
        if (place.ordinal() > last) {
            throw beyond(place, last);
        }
    }

    private static void require(Reading reading, Pinpoint place) {
        if (place instanceof Pinpoint.OfPage && reading.pages() > 0 && place.ordinal() > reading.pages()) {
            throw beyond(place, reading.pages());
        }
        if (place instanceof Pinpoint.OfMoment) {
            seconds(reading).filter(last -> place.ordinal() > last).ifPresent(last -> {
                throw beyond(place, last);
            });
        }
    }

    /// How long a recording is, where that is known; the second that has begun at its end is one of it.
    private static Optional<Integer> seconds(Reading reading) {
        try {
            double seconds = Double.parseDouble(reading.metadata().getOrDefault("duration", ""));
            return Optional.of((int) Math.ceil(seconds)).filter(last -> last > 0);
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static ArchiveException.InvalidInput beyond(Pinpoint place, int last) {
        Reference reference = place.reference();
        List<String> ends = last == 0
                ? List.of(reference.toString())
                : IntStream.of(place instanceof Pinpoint.OfMoment ? 0 : 1, last)
                        .distinct()
                        .mapToObj(ordinal -> at(place, ordinal).toString())
                        .toList();
        return new ArchiveException.InvalidInput(FIELD, "unknownValue", ends);
    }

    /// Another place of the same sort.
    private static Pinpoint at(Pinpoint place, int ordinal) {
        Reference reference = place.reference();
        return switch (place) {
            case Pinpoint.OfPage page -> new Pinpoint.OfPage(reference, ordinal);
            case Pinpoint.OfParagraph paragraph -> new Pinpoint.OfParagraph(reference, ordinal);
            case Pinpoint.OfMoment moment -> new Pinpoint.OfMoment(reference, ordinal);
            case Pinpoint.OfAnswer answer -> new Pinpoint.OfAnswer(reference, ordinal);
        };
    }
}
