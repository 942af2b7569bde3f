package org.cairn.ui.common;

import java.util.Set;
import javafx.geometry.NodeOrientation;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/// Pictures beside words: an icon never stands alone without a name that a screen reader can say.
public final class Glyphs {

    /// Pictures that point along the reading: turned about where the window is mirrored.
    private static final Set<Ikon> POINTING =
            Set.of(Material2AL.ARROW_BACK, Material2AL.CHEVRON_LEFT, Material2AL.CHEVRON_RIGHT);

    private Glyphs() {}

    /// An icon in the colour of the text around it; decoration, so silent.
    public static Node of(Ikon icon) {
        FontIcon glyph = new FontIcon(icon);
        glyph.getStyleClass().add("glyph");
        glyph.setAccessibleRole(AccessibleRole.NODE);
        if (POINTING.contains(icon)) {
            glyph.scaleXProperty()
                    .bind(glyph.effectiveNodeOrientationProperty()
                            .map(way -> way == NodeOrientation.RIGHT_TO_LEFT ? -1 : 1));
        }
        return glyph;
    }

    /// A button with an icon and words.
    public static Button button(String id, Ikon icon, String text, Runnable action) {
        Button button = new Button(text, of(icon));
        return prepared(button, id, text, action);
    }

    /// A button with words.
    public static Button button(String id, String text, Runnable action) {
        return prepared(new Button(text), id, text, action);
    }

    /// The one button on a screen that leads on.
    public static Button primary(String id, String text, Runnable action) {
        Button button = button(id, text, action);
        button.getStyleClass().add("accent");
        return button;
    }

    /// A button with an icon only: its name is said by a tip and to a screen reader.
    public static Button quiet(String id, Ikon icon, String name, Runnable action) {
        Button button = new Button(null, of(icon));
        button.getStyleClass().addAll("button-icon", "flat");
        button.setTooltip(new Tooltip(name));
        return prepared(button, id, name, action);
    }

    /// The arrow before a heading that leads back to where the thing was opened from.
    public static Button back(String id, String name, Runnable action) {
        return quiet(id, Material2AL.ARROW_BACK, name, action);
    }

    /// An icon with words beside it.
    public static Label label(Ikon icon, String text, String... styles) {
        Label label = new Label(text, of(icon));
        label.getStyleClass().addAll(styles);
        return label;
    }

    private static <B extends ButtonBase> B prepared(B button, String id, String name, Runnable action) {
        button.setId(id);
        button.setAccessibleText(name);
        button.setOnAction(event -> action.run());
        return button;
    }
}
