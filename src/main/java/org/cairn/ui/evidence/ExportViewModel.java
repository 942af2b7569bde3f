package org.cairn.ui.evidence;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.ConsentScope;
import org.cairn.archive.Handover;
import org.cairn.archive.HandoverTerms;
import org.cairn.domain.Reference;
import org.cairn.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/// An original before it leaves: for which use, for whom, what its witnesses say to that, and whether what they demand
/// was found met.
///
/// The archive asks all of this again when the original is written; here it is asked early, so that a refusal can be
/// read before a folder is chosen.
final class ExportViewModel {

    private final Desk desk;
    private final Reference item;
    private final Consumer<Throwable> otherwise;
    private final ObjectProperty<String> scope = new SimpleObjectProperty<>(Handover.TO_A_TRIBUNAL.scope());
    private final StringProperty recipient = new SimpleStringProperty("");
    private final BooleanProperty met = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable HandoverTerms> terms = new SimpleObjectProperty<>();
    private final BooleanBinding ready = Bindings.createBooleanBinding(this::isReady, terms, met);
    private int latest;

    /// @param item what would leave
    /// @param otherwise what to do where the person may not even ask
    ExportViewModel(Desk desk, Reference item, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.item = item;
        this.otherwise = otherwise;
        scope.subscribe((was, is) -> ask());
        recipient.subscribe((was, is) -> ask());
    }

    /// The uses for which an original can leave.
    static List<String> uses() {
        return ConsentScope.leaving();
    }

    Reference item() {
        return item;
    }

    /// The use, as a code.
    ObjectProperty<String> scopeProperty() {
        return scope;
    }

    /// Who gets it; empty where anybody may.
    StringProperty recipientProperty() {
        return recipient;
    }

    /// Whether somebody found every condition met.
    BooleanProperty metProperty() {
        return met;
    }

    /// What its witnesses say to that; null until they were looked up.
    ObjectProperty<@Nullable HandoverTerms> termsProperty() {
        return terms;
    }

    /// Whether it may leave as things stand.
    BooleanBinding readyProperty() {
        return ready;
    }

    /// What it leaves for, as it stands.
    Handover handover() {
        HandoverTerms known = terms.get();
        boolean conditionsMet =
                met.get() && known != null && !known.conditions().isEmpty();
        return asked(conditionsMet);
    }

    /// Looks up what its witnesses say. What was found met before was about another use or recipient.
    void ask() {
        int mine = ++latest;
        terms.set(null);
        met.set(false);
        Handover handover = asked(false);
        if (ConsentScope.of(scope.get()).named() && handover.recipient().isEmpty()) {
            return; // nothing to ask before somebody is named: it would be refused, and the pane closed under the hand
        }
        desk.tasks()
                .fetch(
                        () -> desk.archive().evidence().handoverTerms(item, handover),
                        found -> {
                            if (mine == latest) {
                                met.set(false);
                                terms.set(found);
                            }
                        },
                        failure -> {
                            if (mine == latest) {
                                otherwise.accept(failure);
                            }
                        });
    }

    private Handover asked(boolean conditionsMet) {
        return new Handover(
                scope.get(), Optional.of(recipient.get().strip()).filter(who -> !who.isEmpty()), conditionsMet);
    }

    private boolean isReady() {
        HandoverTerms known = terms.get();
        return known != null && known.gaps().isEmpty() && (known.conditions().isEmpty() || met.get());
    }
}
