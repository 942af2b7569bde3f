package org.cairn.ui.testimony;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.domain.Conduct;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ReadOut;

/// How an interview is led and the witness cared for, while it goes on.
final class ConductDraft {

    final ObjectProperty<Optional<Instant>> started = new SimpleObjectProperty<>(Optional.empty());
    final ObjectProperty<Optional<Instant>> ended = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty training = new SimpleStringProperty("");
    final StringProperty device = new SimpleStringProperty("");
    final ObservableList<Conduct.PriorAccount> priorAccounts = FXCollections.observableArrayList();
    final ObjectProperty<Optional<Conduct.Caution>> caution = new SimpleObjectProperty<>(Optional.empty());
    final StringProperty support = new SimpleStringProperty("");
    final ObservableList<Conduct.Distress> distress = FXCollections.observableArrayList();
    final ObservableList<Conduct.Referral> referrals = FXCollections.observableArrayList();
    /// What was read out, by its key: the last reading counts.
    final Map<String, ReadOut> readOut = new LinkedHashMap<>();
    final StringProperty condition = new SimpleStringProperty("");
    final BooleanProperty safeWay = new SimpleBooleanProperty();
    final BooleanProperty knowsContact = new SimpleBooleanProperty();

    void take(Conduct known) {
        started.set(known.started());
        ended.set(known.ended());
        training.set(known.training());
        device.set(known.device());
        priorAccounts.setAll(known.priorAccounts());
        caution.set(known.caution());
        support.set(known.support());
        distress.setAll(known.distress());
        referrals.setAll(known.referrals());
        known.readOut().orElse(List.of()).forEach(this::read);
        known.closing().ifPresent(closing -> {
            condition.set(closing.condition());
            safeWay.set(closing.safeWay());
            knowsContact.set(closing.knowsContact());
        });
    }

    /// What it amounts to now. An end before the beginning is nobody's: the end is left out.
    Conduct conduct() {
        return new Conduct(
                started.get(),
                ended.get().filter(end -> started.get().filter(end::isBefore).isEmpty()),
                training.get().strip(),
                device.get().strip(),
                priorAccounts,
                caution.get(),
                support.get().strip(),
                distress,
                referrals,
                closing(),
                Optional.of(List.copyOf(readOut.values())));
    }

    /// Notes that a text was read out.
    void read(ReadOut text) {
        readOut.put(text.text(), text);
    }

    private Optional<Conduct.ClosingCheck> closing() {
        String said = condition.get().strip();
        return said.isEmpty() && !safeWay.get() && !knowsContact.get()
                ? Optional.empty()
                : Optional.of(new Conduct.ClosingCheck(said, safeWay.get(), knowsContact.get()));
    }

    /// Notes that the caution was read now.
    void caution(Instant at, LanguageTag language, String by, boolean understood) {
        caution.set(Optional.of(new Conduct.Caution(at, language, by, understood)));
    }
}
