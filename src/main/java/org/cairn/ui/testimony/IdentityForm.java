package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Identity;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Who a witness is, between being typed and being sealed.
///
/// Not saved meanwhile. A draft can be read by everybody who may open the archive; and what is sealed to the identity
/// custodians cannot be read back into this form by whoever records. So it lives in memory alone, and the screen says
/// so.
final class IdentityForm {

    private final Desk desk;
    private final Reference witness;
    private final Messages words;
    private final ObjectProperty<@Nullable Told> told;
    final StringProperty name = new SimpleStringProperty("");
    final StringProperty aliases = new SimpleStringProperty("");
    final ObjectProperty<Optional<FuzzyDate>> born = new SimpleObjectProperty<>(Optional.empty());
    /// What is typed for the date, also where nobody understands it yet.
    final StringProperty bornTyped = new SimpleStringProperty("");
    final StringProperty contact = new SimpleStringProperty("");
    final StringProperty family = new SimpleStringProperty("");
    private final BooleanProperty known = new SimpleBooleanProperty();
    private final BooleanBinding unsealed =
            Bindings.createBooleanBinding(this::somethingTyped, name, aliases, born, bornTyped, contact, family);
    private final BooleanBinding sealable =
            Bindings.createBooleanBinding(() -> !name.get().isBlank() && !dateMissed(), name, born, bornTyped);

    /// @param told where what happened is told
    IdentityForm(Desk desk, Reference witness, ObjectProperty<@Nullable Told> told) {
        this.desk = desk;
        this.witness = witness;
        this.words = desk.words().of("testimony");
        this.told = told;
        desk.tasks()
                .fetch(
                        () -> desk.archive().witnesses().hasIdentity(witness),
                        known::set,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    /// Whether an identity was sealed already.
    BooleanProperty knownProperty() {
        return known;
    }

    /// Whether something stands in it that is not sealed.
    BooleanBinding unsealedProperty() {
        return unsealed;
    }

    /// Whether it can be sealed as it stands.
    BooleanBinding sealableProperty() {
        return sealable;
    }

    /// Empties the form: what stood in it is gone.
    void drop() {
        List.of(name, aliases, bornTyped, contact, family).forEach(field -> field.set(""));
        born.set(Optional.empty());
    }

    /// Seals it, and empties the form.
    void seal() {
        seal(() -> {}, () -> {});
    }

    /// Seals it, and empties the form.
    ///
    /// @param then what to do once it is sealed
    /// @param otherwise what to do where it was not: why is told
    void seal(Runnable then, Runnable otherwise) {
        if (name.get().isBlank()) {
            told.set(Told.warning(words.text("identity.nameMissing"), words.text("identity.nameMissing.do")));
            otherwise.run();
            return;
        }
        if (dateMissed()) {
            told.set(Told.warning(words.text("identity.dateMissed"), words.text("identity.dateMissed.do")));
            otherwise.run();
            return;
        }
        Identity identity = new Identity(
                name.get().strip(),
                several(aliases.get()),
                born.get(),
                contact.get().strip(),
                several(family.get()),
                "");
        desk.tasks()
                .run(
                        () -> desk.archive().witnesses().keepIdentity(witness, identity),
                        () -> {
                            drop();
                            known.set(true);
                            told.set(Told.success(words.text("identity.sealed", witness)));
                            then.run();
                        },
                        failure -> {
                            told.set(desk.errors().tell(failure));
                            otherwise.run();
                        });
    }

    private boolean somethingTyped() {
        return List.of(name, aliases, bornTyped, contact, family).stream()
                        .anyMatch(field -> !field.get().isBlank())
                || born.get().isPresent();
    }

    private boolean dateMissed() {
        return !bornTyped.get().isBlank() && born.get().isEmpty();
    }

    private static List<String> several(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*[;،؛]\\s*"));
    }
}
