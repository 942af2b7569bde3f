package org.cairn.ui.common;

import java.util.Locale;
import javafx.scene.control.Label;
import org.cairn.domain.Protection;

/// A small word with a background: how closely something is kept, or what state it is in.
public final class Badge extends Label {

    private Badge(String text, String style) {
        super(text);
        getStyleClass().addAll("badge", style);
        setAccessibleText(text);
        setMinWidth(USE_PREF_SIZE);
    }

    /// How closely something is kept.
    public static Badge of(Protection protection, Words words) {
        return new Badge(
                words.protection(protection), "badge-" + protection.name().toLowerCase(Locale.ROOT));
    }

    /// A quiet fact.
    public static Badge neutral(String text) {
        return new Badge(text, "badge-neutral");
    }

    /// Something done.
    public static Badge good(String text) {
        return new Badge(text, "badge-good");
    }

    /// Something that waits for a person.
    public static Badge waiting(String text) {
        return new Badge(text, "badge-waiting");
    }

    /// Something wrong.
    public static Badge bad(String text) {
        return new Badge(text, "badge-bad");
    }
}
