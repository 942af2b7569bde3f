package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;

/// What the archive knows around a statement that is being taken: what is missing before it is sealed, what its witness
/// said before, and whether they must be cautioned.
final class Surroundings {

    private final Desk desk;
    private final Consumer<? super Throwable> otherwise;
    private final ObservableList<String> missing = FXCollections.observableArrayList();
    private final ObservableList<Reference> earlier = FXCollections.observableArrayList();
    private final BooleanProperty caution = new SimpleBooleanProperty();

    Surroundings(Desk desk, Consumer<? super Throwable> otherwise) {
        this.desk = desk;
        this.otherwise = otherwise;
    }

    ObservableList<String> missing() {
        return missing;
    }

    ObservableList<Reference> earlier() {
        return earlier;
    }

    BooleanProperty cautionProperty() {
        return caution;
    }

    /// Looks at what is missing.
    void lookAt(Testimony now, Optional<Reference> kept) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().testimonies().missingBeforeSealing(now, kept),
                        (List<String> codes) -> missing.setAll(codes),
                        otherwise);
    }

    /// Looks at the witness and what they said before.
    ///
    /// @param speaks told the language they speak
    void lookAtWitness(Reference witness, Optional<Reference> statement, Consumer<LanguageTag> speaks) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().records().open(witness).record(),
                        record -> {
                            if (record instanceof Witness who) {
                                caution.set(who.insider());
                                speaks.accept(who.language());
                            }
                        },
                        otherwise);
        desk.tasks()
                .fetch(
                        () -> desk.archive().testimonies().ofWitness(witness).stream()
                                .map(Summary::reference)
                                .filter(other -> !Optional.of(other).equals(statement))
                                .toList(),
                        (List<Reference> others) -> earlier.setAll(others),
                        otherwise);
    }
}
