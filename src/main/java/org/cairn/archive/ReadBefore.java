package org.cairn.archive;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.intake.Passwords;
import org.cairn.intake.ReadResult;
import org.cairn.store.StoreView;

/// What came out of other files lately and was read: the same bytes need no second reading. The picture at the foot of
/// every letter is looked at once, and so is the file that a bomb holds a thousand times.
final class ReadBefore {

    /// Beyond so many items out of one file, a file that was opened is not opened once more.
    private static final long MANY = 1_000;

    private static final int REMEMBERED = 4_096;

    /// What a password, or another moment, may change is read anew: also what befell a reading process, which says
    /// nothing of the next.
    private static final Set<String> PASSING =
            Set.of("password", "notAvailable", "tooLongInside", "tooDeep", "crashed", "timeLimit", "memoryLimit");

    private final Map<Key, Known> known = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Known> eldest) {
            return size() > REMEMBERED;
        }
    };

    /// A name says what bytes may be: the same bytes under a name of another kind are another matter.
    private record Key(Fingerprint bytes, String extension) {
        static Key of(EvidenceItem item) {
            String name = item.fileName().toLowerCase(Locale.ROOT);
            return new Key(item.bytes(), name.substring(name.lastIndexOf('.') + 1));
        }

        @Override
        public String toString() {
            return "Key";
        }
    }

    /// @param inside what it came out of with others
    private record Known(Reference reference, Reading reading, Unpacked inside) {
        @Override
        public String toString() {
            return "Known " + reference;
        }
    }

    /// What was read, as it was kept. What a password opened is opened anew: whoever gave it is told of each.
    synchronized void remember(EvidenceItem item, Reference reference, ReadResult result, Unpacked inside) {
        if (!PASSING.contains(result.reading().reason())
                && result.opened().words().isEmpty()) {
            known.put(Key.of(item), new Known(reference, result.reading(), inside));
        }
    }

    /// What reading it again would bring.
    ///
    /// @param inside what came out of the same file
    Optional<ReadResult> of(EvidenceItem item, Unpacked inside, StoreView view) {
        Optional<Known> same = known(item);
        boolean opened = same.filter(one ->
                        one.reading().childrenExpected() > 0 || one.reading().childrenFound() > 0)
                .isPresent();
        if (opened) {
            return same.filter(one -> one.inside() == inside && inside.items() > MANY)
                    .map(one -> unopened(one.reading()));
        }
        return same.filter(one -> untouched(one, view))
                .map(one -> new ReadResult(one.reading(), view.passages(one.reference()), Passwords.NONE));
    }

    private synchronized Optional<Known> known(EvidenceItem item) {
        return Optional.ofNullable(known.get(Key.of(item)));
    }

    /// Whether nobody, and no machine, has added to what was read.
    private static boolean untouched(Known one, StoreView view) {
        return view.recognisedPages(one.reference()).isEmpty()
                && view.reading(one.reference()).filter(one.reading()::equals).isPresent();
    }

    private static ReadResult unopened(Reading first) {
        Reading reading = new Reading(
                ReadingStatus.PARTIAL,
                "openedBefore",
                first.mediaType(),
                first.pages(),
                0,
                Optional.empty(),
                first.childrenExpected(),
                0,
                first.metadata());
        return new ReadResult(reading, List.of(), Passwords.NONE);
    }
}
