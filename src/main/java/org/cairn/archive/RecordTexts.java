package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.search.Texts;
import org.cairn.store.Store;
import org.cairn.store.StoreView;
import org.jspecify.annotations.Nullable;

/// The texts that the index asks for, from the records as they are now.
final class RecordTexts implements Texts {

    private final Store store;

    RecordTexts(Store store) {
        this.store = store;
    }

    @Override
    public <T> T during(Protection clearance, Function<Reading, T> work) {
        return store.read(view -> work.apply(new OfOneState(view, clearance)));
    }

    @Override
    public String toString() {
        return "RecordTexts";
    }

    /// A passage as it is now.
    private record Now(Pinpoint pinpoint, String text) {
        @Override
        public String toString() {
            return "Now";
        }
    }

    /// Passages of one record are often asked for one after the other: the last record is remembered.
    private static final class OfOneState implements Reading {

        private final StoreView view;
        private final Protection clearance;
        private @Nullable Reference last;
        private IntFunction<Optional<Now>> passages = place -> Optional.empty();

        OfOneState(StoreView view, Protection clearance) {
            this.view = view;
            this.clearance = clearance;
        }

        @Override
        public String text(Reference record, int place, int pinpoint) {
            if (!record.equals(last)) {
                passages = isAbove(record)
                        ? hidden -> Optional.empty()
                        : view.current(record).map(this::passages).orElse(none -> Optional.empty());
                last = record;
            }
            return passages.apply(place)
                    .filter(now -> now.pinpoint().toString().hashCode() == pinpoint)
                    .map(Now::text)
                    .orElse("");
        }

        private boolean isAbove(Reference record) {
            return view.protection(record).orElse(Protection.SEALED).ordinal() > clearance.ordinal();
        }

        private IntFunction<Optional<Now>> passages(Revision revision) {
            if (revision.record() instanceof EvidenceItem item
                    && item.transcript().isEmpty()) {
                // one by one, for a file may have thousands
                return place -> view.passages(revision.reference(), place, 1).stream()
                        .findFirst()
                        .map(read -> new Now(RecordPassages.pinpoint(revision, read), read.text()));
            }
            List<Now> all = RecordPassages.of(view, revision).stream()
                    .map(passage -> new Now(passage.pinpoint(), passage.text()))
                    .toList();
            return place -> place < all.size() ? Optional.of(all.get(place)) : Optional.empty();
        }
    }
}
