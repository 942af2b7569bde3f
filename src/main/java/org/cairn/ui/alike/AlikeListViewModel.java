package org.cairn.ui.alike;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Lookalikes.Suggestion;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.progress.Stoppable;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The pairs of an archive that look alike, as many as were asked for.
final class AlikeListViewModel implements AutoCloseable {

    private static final int SOME = 100;

    private final Desk desk;
    private final Stoppable untilLeft = new Stoppable(Progress.none());
    private final ObservableList<Suggestion> pairs = FXCollections.observableArrayList();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ReadOnlyBooleanWrapper further = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    AlikeListViewModel(Desk desk) {
        this.desk = desk;
    }

    ObservableList<Suggestion> pairs() {
        return pairs;
    }

    /// Whether they are being looked for.
    BooleanProperty lookingProperty() {
        return looking;
    }

    /// Whether there may be more than were asked for.
    ReadOnlyBooleanProperty furtherProperty() {
        return further.getReadOnlyProperty();
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Looks for some more, after those that are listed.
    void more() {
        if (looking.get()) {
            return;
        }
        looking.set(true);
        told.set(null);
        int after = pairs.isEmpty() ? 0 : pairs.getLast().item().reference().number();
        desk.tasks().look(() -> desk.archive().lookalikes().pairs(after, SOME, untilLeft), this::found, failure -> {
            looking.set(false);
            if (!(failure instanceof CancelledException)) {
                told.set(desk.errors().tell(failure));
            }
        });
    }

    private void found(List<Suggestion> some) {
        looking.set(false);
        pairs.addAll(some);
        further.set(some.size() >= SOME);
    }

    /// The person goes elsewhere: nobody waits for the rest.
    @Override
    public void close() {
        untilLeft.stop();
    }
}
