package org.cairn.ui.testimony;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.cairn.archive.ConsentScope;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.ConsentDecision;
import org.jspecify.annotations.Nullable;

/// One use as the witness is asked about it: what they decide now, for whom, and on which conditions.
public final class ConsentUse {

    final ObjectProperty<@Nullable ConsentDecision> decision = new SimpleObjectProperty<>();
    /// Whom it is for; blank for anybody.
    final StringProperty recipient = new SimpleStringProperty("");
    /// Codes of the conditions that were ticked.
    final ObservableSet<String> ticked = FXCollections.observableSet(new TreeSet<>());
    /// Conditions in the witness's own words, one a line.
    final StringProperty ownConditions = new SimpleStringProperty("");

    private final ConsentScope scope;

    ConsentUse(ConsentScope scope) {
        this.scope = scope;
    }

    /// The code of the use.
    public String code() {
        return scope.code();
    }

    /// What was decided now, where something was.
    Optional<ConsentDecision> decided() {
        return Optional.ofNullable(decision.get());
    }

    /// Whether somebody gets something: only then is a recipient asked for.
    boolean reachesSomebody() {
        return scope.leaves();
    }

    /// Whether it may only be allowed for somebody who is named.
    boolean needsRecipient() {
        return scope.named();
    }

    /// Whether it is allowed for nobody, which allows nothing.
    boolean lacksRecipient() {
        return scope.named()
                && decided().filter(ConsentDecision::allows).isPresent()
                && recipient.get().isBlank();
    }

    /// Whether conditions were made and none was named.
    boolean lacksConditions() {
        return conditional() && conditions().isEmpty();
    }

    boolean conditional() {
        return decision.get() == ConsentDecision.CONDITIONAL;
    }

    /// Whom the decision is for, where it is for one.
    Optional<String> namedRecipient() {
        return Optional.of(recipient.get().strip()).filter(name -> scope.leaves() && !name.isEmpty());
    }

    /// What must hold: codes in their usual order, then the witness's own words.
    List<String> conditions() {
        return conditional()
                ? Stream.concat(
                                Vocabulary.codes("consent-condition").stream().filter(ticked::contains),
                                RiskViewModel.lines(ownConditions.get()).stream())
                        .toList()
                : List.of();
    }

    /// Nothing is decided.
    void clear() {
        decision.set(null);
        recipient.set("");
        ticked.clear();
        ownConditions.set("");
    }

    /// What stands here, to be taken up again.
    void putInto(Map<String, String> entries) {
        decided().ifPresent(chosen -> {
            entries.put("choice." + code(), chosen.name());
            entries.put("recipient." + code(), recipient.get());
            entries.put("ticked." + code(), String.join(",", ticked));
            entries.put("conditions." + code(), ownConditions.get());
        });
    }

    /// Takes up what stood here.
    void takeFrom(Map<String, String> entries) {
        String chosen = entries.getOrDefault("choice." + code(), "");
        decision.set(chosen.isEmpty() ? null : ConsentDecision.valueOf(chosen));
        recipient.set(entries.getOrDefault("recipient." + code(), ""));
        ticked.addAll(Arrays.stream(entries.getOrDefault("ticked." + code(), "").split(","))
                .filter(code -> !code.isEmpty())
                .toList());
        ownConditions.set(entries.getOrDefault("conditions." + code(), ""));
    }

    @Override
    public String toString() {
        return "ConsentUse " + code();
    }
}
