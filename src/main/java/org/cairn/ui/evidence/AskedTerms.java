package org.cairn.ui.evidence;

import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.archive.IntakeTerms;
import org.cairn.archive.User;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Tags;
import org.cairn.ui.common.Told;

/// What is asked once about files that come in; the answers stay for the next ones.
final class AskedTerms {

    private final Messages words;
    private final StringProperty source = new SimpleStringProperty("");
    private final ObjectProperty<String> how = new SimpleObjectProperty<>("HANDED_OVER");
    private final StringProperty by;
    private final ObjectProperty<Optional<FuzzyDate>> at = new SimpleObjectProperty<>(Optional.empty());
    private final BooleanProperty atUnclear = new SimpleBooleanProperty();
    private final ObjectProperty<Protection> protection;
    private final StringProperty witness = new SimpleStringProperty("");
    private final StringProperty tags = new SimpleStringProperty("");
    private final BooleanProperty graphic = new SimpleBooleanProperty();

    AskedTerms(User user, Messages words) {
        this.words = words;
        this.by = new SimpleStringProperty(user.name());
        Protection usual = Protection.CONFIDENTIAL;
        this.protection = new SimpleObjectProperty<>(user.clearance().covers(usual) ? usual : user.clearance());
    }

    StringProperty sourceProperty() {
        return source;
    }

    ObjectProperty<String> howProperty() {
        return how;
    }

    StringProperty byProperty() {
        return by;
    }

    ObjectProperty<Optional<FuzzyDate>> atProperty() {
        return at;
    }

    /// Whether something is typed for a date that nobody understands.
    BooleanProperty atUnclearProperty() {
        return atUnclear;
    }

    ObjectProperty<Protection> protectionProperty() {
        return protection;
    }

    StringProperty witnessProperty() {
        return witness;
    }

    StringProperty tagsProperty() {
        return tags;
    }

    BooleanProperty graphicProperty() {
        return graphic;
    }

    /// What is still to be answered before anything is taken in.
    Optional<Told> lacking() {
        if (source.get().isBlank()) {
            return lacking("intake.sourceMissing");
        }
        if (atUnclear.get()) {
            return lacking("date.unclear");
        }
        return witness.get().isBlank() || belongsTo().isPresent() ? Optional.empty() : lacking("intake.noWitness");
    }

    private Optional<Told> lacking(String key) {
        return Optional.of(Told.warning(words.text(key), words.text(key + ".do")));
    }

    /// The answers, where none is lacking.
    IntakeTerms answered() {
        return new IntakeTerms(
                source.get().strip(),
                how.get(),
                by.get().strip(),
                at.get(),
                protection.get(),
                belongsTo(),
                Tags.of(tags.get()),
                graphic.get());
    }

    private Optional<Reference> belongsTo() {
        return Reference.tryParse(witness.get()).filter(reference -> reference.kind() == RecordKind.WITNESS);
    }
}
