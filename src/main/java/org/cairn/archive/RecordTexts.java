package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Passage;
import org.cairn.search.IndexedPassage;
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
    public <T> T during(Function<Reading, T> work) {
        return store.read(view -> work.apply(new OfOneState(view)));
    }

    @Override
    public String toString() {
        return "RecordTexts";
    }

    /// Passages of one record are asked for one after the other: the last record is remembered.
    private static final class OfOneState implements Reading {

        private final StoreView view;
        private @Nullable Reference last;
        private IntFunction<String> texts = place -> "";

        OfOneState(StoreView view) {
            this.view = view;
        }

        @Override
        public String text(Reference record, int place) {
            if (!record.equals(last)) {
                texts = view.current(record).map(this::texts).orElse(none -> "");
                last = record;
            }
            return texts.apply(place);
        }

        private IntFunction<String> texts(Revision revision) {
            if (revision.record() instanceof EvidenceItem item
                    && item.transcript().isEmpty()) {
                // one by one, for a file may have thousands
                return place ->
                        asRead(revision.reference(), place).map(Passage::text).orElse("");
            }
            List<String> all = RecordPassages.of(view, revision).stream()
                    .map(IndexedPassage::text)
                    .toList();
            return place -> place < all.size() ? all.get(place) : "";
        }

        private Optional<Passage> asRead(Reference item, int place) {
            return view.passages(item, place, 1).stream().findFirst();
        }
    }
}
