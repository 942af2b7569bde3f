package org.cairn.ui.common;

import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.cairn.i18n.Messages;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/// What happened and what to do, said in the place where it matters: no dialog takes the screen away.
///
/// Takes no room while there is nothing to say.
public final class Notice extends HBox {

    private final Label what = new Label();
    private final Label advice = new Label();
    private final HBox icon = new HBox();
    private final Button close;

    /// @param id stable id, such as `unlock-notice`
    /// @param told what to say; null says nothing. Closing sets it to null.
    public Notice(String id, ObjectProperty<@Nullable Told> told, Messages shell) {
        setId(id);
        getStyleClass().add("notice");
        setAccessibleRole(AccessibleRole.TEXT);
        what.setId(id + "-what");
        what.getStyleClass().add("notice-what");
        what.setWrapText(true);
        advice.setId(id + "-do");
        advice.setWrapText(true);
        VBox words = new VBox(2, what, advice);
        HBox.setHgrow(words, Priority.ALWAYS);
        close = Glyphs.quiet(id + "-close", Material2AL.CLOSE, shell.text("common.close"), () -> told.set(null));
        getChildren().addAll(icon, words, close);
        show(told.get());
        told.addListener(
                (ObservableValue<? extends @Nullable Told> from, @Nullable Told old, @Nullable Told now) -> show(now));
    }

    private void show(@Nullable Told told) {
        setManaged(told != null);
        setVisible(told != null);
        if (told == null) {
            return;
        }
        getStyleClass().removeIf(style -> style.startsWith("notice-"));
        getStyleClass().add("notice-" + told.kind().name().toLowerCase(java.util.Locale.ROOT));
        icon.getChildren().setAll(picture(told.kind()));
        what.setText(told.what());
        advice.setText(told.advice());
        advice.setManaged(!told.advice().isEmpty());
        advice.setVisible(!told.advice().isEmpty());
        setAccessibleText(told.what() + " " + told.advice());
    }

    private static Node picture(Told.Kind kind) {
        Ikon picture = switch (kind) {
            case INFO -> Material2AL.INFO;
            case SUCCESS -> Material2AL.CHECK_CIRCLE;
            case WARNING -> Material2MZ.WARNING;
            case DANGER -> Material2AL.ERROR_OUTLINE;
        };
        return Glyphs.of(picture);
    }
}
