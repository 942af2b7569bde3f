package org.cairn.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/// Where the operating system wants a program's own small files of a user.
final class Folders {

    private Folders() {}

    /// For what a person likes.
    static Path configuration() {
        return under("XDG_CONFIG_HOME", "APPDATA", ".config", "Library/Application Support");
    }

    /// For what a program notes about itself.
    static Path state() {
        return under("XDG_STATE_HOME", "LOCALAPPDATA", ".local/state", "Library/Logs");
    }

    private static Path under(String xdg, String windows, String linuxDefault, String mac) {
        Path home = Path.of(System.getProperty("user.home", "."));
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (system.startsWith("windows")) {
            return given(windows).orElse(home).resolve("Cairn");
        }
        if (system.startsWith("mac")) {
            return home.resolve(mac).resolve("Cairn");
        }
        return given(xdg).orElse(home.resolve(linuxDefault)).resolve("cairn");
    }

    private static Optional<Path> given(String variable) {
        return Optional.ofNullable(System.getenv(variable))
                .filter(value -> !value.isBlank())
                .map(Path::of)
                .filter(Path::isAbsolute);
    }
}
