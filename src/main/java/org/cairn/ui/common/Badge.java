package org.cairn.ui.common;

import java.util.Locale;
import javafx.scene.control.Label;
import org.cairn.domain.Protection;
import org.cairn.domain.search.CourtUse;

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

    /// What the witness allows of it before a court.
    public static Badge of(CourtUse use, Words words) {
        String said = words.vocabulary("court-use", use.name());
        return switch (use) {
            case ALLOWED -> good(said);
            case CONDITIONAL, DEFERRED, NOT_ASKED -> waiting(said);
            case EXPIRED, WITHDRAWN, REFUSED -> bad(said);
        };
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
