package org.cairn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.regex.Pattern;

/// Where a command says what it has to say: answers on standard output, everything else on standard error.
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static final Pattern OBEYED =
            Pattern.compile("[\\p{Cntrl}\\u0080-\\u009F\\u202A-\\u202E\\u2066-\\u2069&&[^\\n\\t]]");

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean quiet;
    private final Words words;
    private TerminalProgress progress;

    Output(PrintStream out, PrintStream err, boolean json, boolean quiet, Words words) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.quiet = quiet;
        this.words = words;
        this.progress = TerminalProgress.none(words);
    }

    static ObjectNode object() {
        return JSON.createObjectNode();
    }

    static ArrayNode array() {
        return JSON.createArrayNode();
    }

    static JsonNode parse(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what we wrote is JSON", e);
        }
    }

    Words words() {
        return words;
    }

    /// The one document of a command that was asked for JSON.
    void document(JsonNode document) {
        if (json) {
            out.println(document.toPrettyString());
            out.flush();
        }
    }

    /// Part of the answer, for people; a progress bar on the same terminal makes way for it.
    void line(String text) {
        if (!json) {
            progress.asideFor(() -> out.println(shown(text)));
        }
    }

    /// What a terminal would obey, and what would turn the words of a line around, stands in names that people whom we
    /// do not know gave to files.
    static String shown(String text) {
        return OBEYED.matcher(text).replaceAll("\uFFFD");
    }

    /// Part of the answer, for people, from the message files.
    void say(String key, Object... arguments) {
        line(text(key, arguments));
    }

    /// Something beside the answer: left out when quiet.
    void aside(String key, Object... arguments) {
        if (!quiet) {
            warn(key, arguments);
        }
    }

    /// Something that must be known beside the answer.
    void warn(String key, Object... arguments) {
        complain(text(key, arguments));
    }

    /// What went wrong, said already.
    void complain(String sentence) {
        progress.asideFor(() -> err.println(shown(sentence)));
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    /// A new bar, where there is a terminal to draw it on.
    TerminalProgress progress() {
        boolean drawn = !quiet && System.console() != null && System.console().isTerminal();
        progress = drawn ? TerminalProgress.on(err, words) : TerminalProgress.none(words);
        return progress;
    }
}
