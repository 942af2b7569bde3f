package org.cairn.ui.common;

import java.util.function.Function;
import org.kordamp.ikonli.Ikon;

/// A screen as the rail knows it before anybody went there.
///
/// @param code the screen's code in a [Place]; its word in the rail is key `rail.<code>` of message area `shell`
/// @param icon its picture
/// @param make makes it for an open archive
public record ScreenEntry(String code, Ikon icon, Function<Desk, Screen> make) {}
