package org.cairn.ui.common;

import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/// A screen as the rail knows it before anybody went there.
///
/// @param code the screen's code in a [Place]; its word in the rail is key `rail.<code>` of message area `shell`
/// @param icon its picture
/// @param make makes it for an open archive
/// @param onRail whether the rail shows it; one that is only led to from others is not there
public record ScreenEntry(String code, Ikon icon, Function<Desk, Screen> make, boolean onRail) {

    /// A screen of the rail.
    public ScreenEntry(String code, Ikon icon, Function<Desk, Screen> make) {
        this(code, icon, make, true);
    }
}
