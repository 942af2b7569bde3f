package org.cairn.ui.evidence;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Kept;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/// Describing the item that is looked at: begun, gone on with, kept or left.
final class Describing {

    private final Desk desk;
    private final DescriptionDrafts drafts;
    private final ItemSource source;
    private final BiConsumer<Item, Kept> kept;
    private final Consumer<Throwable> otherwise;
    private final ObjectProperty<@Nullable DescriptionViewModel> open = new SimpleObjectProperty<>();

    /// @param kept told of the item as it stands once a better description of it was kept
    Describing(
            Desk desk,
            DescriptionDrafts drafts,
            ItemSource source,
            BiConsumer<Item, Kept> kept,
            Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.drafts = drafts;
        this.source = source;
        this.kept = kept;
        this.otherwise = otherwise;
    }

    /// The description that is being written; null while it is only read.
    ObjectProperty<@Nullable DescriptionViewModel> openProperty() {
        return open;
    }

    /// Begins with what it is described as.
    void begin(Item item) {
        item.evidence().ifPresent(evidence -> begin(item, EvidenceDescription.of(evidence)));
    }

    /// Begins with what was written before.
    void begin(Item item, EvidenceDescription beginning) {
        open.set(new DescriptionViewModel(desk, item, beginning, done -> end(item, done)));
    }

    private void end(Item item, Optional<Kept> done) {
        open.set(null);
        Reference reference = item.reference();
        desk.tasks()
                .fetch(
                        () -> {
                            drafts.forget(reference);
                            return source.load(reference);
                        },
                        fresh -> done.ifPresent(revision -> kept.accept(fresh, revision)),
                        otherwise);
    }

    /// Saves what is being written apart, to be gone on with.
    Runnable parting() {
        DescriptionViewModel written = open.get();
        if (written == null || !written.changed()) {
            return () -> {};
        }
        Item about = written.item();
        EvidenceItem described = written.described().appliedTo(about.evidence().orElseThrow());
        return () -> drafts.save(about.revision(), described);
    }

    void leave() {
        open.set(null);
    }
}
