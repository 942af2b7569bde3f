package org.cairn.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/// A locale such as `C`, in which this computer hands over file names without their letters.
///
/// The launchers choose a locale that can write every name; somebody who starts the program in another way may not.
final class NamesLost {

    private static final char UNREADABLE = '\uFFFD';
    private static final String QUESTION_MARKS = "??";

    private NamesLost() {}

    /// Whether something on the command line lost letters before the program saw it.
    static boolean in(String[] arguments) {
        return Arrays.stream(arguments).anyMatch(NamesLost::in);
    }

    private static boolean in(String text) {
        return text.indexOf(UNREADABLE) >= 0 || (!handedOnWhole() && text.contains(QUESTION_MARKS));
    }

    /// Maven, which hands arguments on, writes a question mark for each byte that its own locale could not read.
    private static boolean handedOnWhole() {
        return isUtf8(System.getProperty("cairn.arguments.encoding", "UTF-8"));
    }

    /// Whether a file's own name cannot be written down here; taken in, it would be called something else.
    static boolean in(Path file) {
        return !everyName() && in(file.toString());
    }

    /// Whether this locale can write the names of all files.
    static boolean everyName() {
        boolean windows = System.getProperty("os.name", "").startsWith("Windows");
        return windows || isUtf8(System.getProperty("sun.jnu.encoding", ""));
    }

    private static boolean isUtf8(String encoding) {
        return encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name());
    }

    static void tell(Output output) {
        new Failures(output).namesLost();
    }
}
