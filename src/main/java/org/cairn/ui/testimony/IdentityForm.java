package org.cairn.ui.testimony;

import java.util.List;
import java.util.Optional;
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
    final StringProperty contact = new SimpleStringProperty("");
    final StringProperty family = new SimpleStringProperty("");
    private final BooleanProperty known = new SimpleBooleanProperty();

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
    boolean unsealed() {
        return List.of(name, aliases, contact, family).stream()
                        .anyMatch(field -> !field.get().isBlank())
                || born.get().isPresent();
    }

    /// Seals it, and empties the form.
    void seal() {
        if (name.get().isBlank()) {
            told.set(Told.warning(words.text("identity.nameMissing"), words.text("identity.nameMissing.do")));
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
                            List.of(name, aliases, contact, family).forEach(field -> field.set(""));
                            born.set(Optional.empty());
                            known.set(true);
                            told.set(Told.success(words.text("identity.sealed", witness)));
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private static List<String> several(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s*[;،؛]\\s*"));
    }
}
