package org.cairn.ui.testimony;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.domain.Reference;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Departure;
import org.cairn.ui.common.Glyphs;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2MZ;

/// Asked where one leaves a typed identity that is not sealed: seal it, drop it, or stay.
///
/// An identity is never saved by itself, so that leaving would lose it without a word.
final class LeavingQuestion extends HBox {

    private final IdentityForm form;
    private final Label what = new Label();
    private final Label advice = new Label();
    private final Messages area;
    private final Button seal;
    private final Button stay;
    private final ReadOnlyBooleanWrapper hiding = new ReadOnlyBooleanWrapper();
    private @Nullable Departure pending;

    LeavingQuestion(IdentityForm form, Reference witness, Messages area) {
        super(12);
        this.form = form;
        this.area = area;
        setId("identity-leaving");
        getStyleClass().addAll("notice", "notice-warning");
        setAccessibleRole(AccessibleRole.TEXT);
        what.setText(area.text("identity.leaving", witness));
        what.getStyleClass().add("notice-what");
        what.setWrapText(true);
        advice.setId("identity-leaving-do");
        advice.setWrapText(true);
        advice.setMinHeight(USE_PREF_SIZE);
        seal = Glyphs.primary("identity-leave-seal", area.text("identity.leaving.seal"), this::seal);
        seal.managedProperty().bind(form.sealableProperty());
        seal.visibleProperty().bind(form.sealableProperty());
        stay = Glyphs.button("identity-leave-stay", area.text("identity.leaving.stay"), this::stay);
        FlowPane buttons = new FlowPane(
                8, 8, seal, Glyphs.button("identity-leave-drop", area.text("identity.leaving.drop"), this::drop), stay);
        VBox words = new VBox(8, what, advice, buttons);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(Glyphs.of(Material2MZ.WARNING), words);
        form.unsealedProperty().subscribe((was, is) -> {
            if (!is) {
                end(); // it was sealed or emptied in the form itself: nothing is left to ask
            }
        });
        show(Optional.empty());
    }

    /// Asks, unless somebody who locks was asked already: a second time means at once.
    ///
    /// @return whether one has to wait for the answer
    boolean ask(Departure departure) {
        if (!form.unsealedProperty().get() || (departure.hiding() && hiding.get())) {
            return false;
        }
        show(Optional.of(departure));
        (form.sealableProperty().get() ? seal : stay).requestFocus();
        return true;
    }

    /// Whether nothing may be seen of what it asks about.
    ReadOnlyBooleanProperty hidingProperty() {
        return hiding.getReadOnlyProperty();
    }

    private void seal() {
        Optional<Departure> asked = Optional.ofNullable(pending);
        form.seal(() -> asked.map(Departure::onward).ifPresent(Runnable::run), this::end);
    }

    private void drop() {
        Optional<Departure> asked = Optional.ofNullable(pending);
        form.drop();
        end();
        asked.map(Departure::onward).ifPresent(Runnable::run);
    }

    private void stay() {
        Optional<Departure> asked = Optional.ofNullable(pending);
        end();
        asked.map(Departure::stay).ifPresent(Runnable::run);
    }

    private void end() {
        show(Optional.empty());
    }

    private void show(Optional<Departure> asked) {
        pending = asked.orElse(null);
        setManaged(asked.isPresent());
        setVisible(asked.isPresent());
        hiding.set(asked.filter(Departure::hiding).isPresent());
        advice.setText(area.text(hiding.get() ? "identity.leaving.lock" : "identity.leaving.do"));
        setAccessibleText(what.getText() + " " + advice.getText());
    }
}
