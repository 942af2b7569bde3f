package org.cairn.cli;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A locale such as `C`, in which this computer hands over file names without their letters.
///
/// The launchers choose a locale that can write every name; somebody who starts the program in another way may not.
final class NamesLost {

    private static final char UNREADABLE = '\uFFFD';

    private NamesLost() {}

    /// Whether something on the command line lost letters before the program saw it.
    static boolean in(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(NamesLost::in);
    }

    private static boolean in(String text) {
        return text.indexOf(UNREADABLE) >= 0;
    }

    /// Whether a file's own name cannot be written down here; taken in, it would be called something else.
    static boolean in(Path file) {
        return !everyName() && in(file.toString());
    }

    /// Whether this locale can write the names of all files.
    static boolean everyName() {
        String encoding = System.getProperty("sun.jnu.encoding", "");
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows || (Charset.isSupported(encoding) && Charset.forName(encoding).equals(StandardCharsets.UTF_8));
    }

    static void tell(Output output) {
        output.misuse(output.text("names.lost"), "LC_ALL=C.UTF-8 cairn");
    }
}
