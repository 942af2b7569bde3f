package org.cairn.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentGap;
import org.cairn.i18n.Messages;

/// Where a command says what it has to say: answers on standard output, everything else on standard error.
final class Output {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean quiet;
    private final Messages messages;
    private final Messages errors;
    private final Locale locale;

    Output(PrintStream out, PrintStream err, boolean json, boolean quiet, Locale locale) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.quiet = quiet;
        this.locale = locale;
        this.messages = Messages.of("cli", locale);
        this.errors = Messages.of("errors", locale);
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

    boolean json() {
        return json;
    }

    Locale locale() {
        return locale;
    }

    /// The one document of a command that was asked for JSON.
    void document(JsonNode document) {
        if (json) {
            out.println(document.toPrettyString());
            out.flush();
        }
    }

    /// Part of the answer, for people.
    void line(String text) {
        if (!json) {
            out.println(text);
        }
    }

    /// Part of the answer, for people, from the message files.
    void say(String key, Object... arguments) {
        line(messages.text(key, arguments));
    }

    /// Something beside the answer: left out when quiet.
    void aside(String key, Object... arguments) {
        if (!quiet) {
            err.println(messages.text(key, arguments));
        }
    }

    /// Something that must be known beside the answer.
    void warn(String key, Object... arguments) {
        err.println(messages.text(key, arguments));
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /// The words of another area, such as `reading`.
    Messages area(String name) {
        return Messages.of(name, locale);
    }

    TerminalProgress progress() {
        return new TerminalProgress(
                quiet || System.console() == null || !System.console().isTerminal() ? null : err, messages);
    }

    /// Says what went wrong and what to do where one goes on asking: on the error stream alone.
    void explain(ArchiveException e) {
        err.println(said(e, ".what"));
        err.println(said(e, ".do"));
    }

    private String said(ArchiveException e, String part) {
        Object[] arguments = e.arguments().stream().map(this::spoken).toArray();
        return errors.text(e.code() + part, arguments);
    }

    /// What went wrong, what to do, and the number the shell is told.
    ///
    /// @param document what was done before it went wrong; the error is added to it
    void failure(ArchiveException e, ObjectNode document) {
        String message = said(e, ".what");
        String hint = said(e, ".do");
        err.println(message);
        ObjectNode error = error(document, e.code(), message, hint, ExitCode.of(e));
        if (e instanceof ArchiveException.InvalidInput invalid
                && !invalid.allowed().isEmpty()) {
            err.println(messages.text("allowed", String.join(", ", invalid.allowed())));
            invalid.allowed().forEach(error.putArray("allowed")::add);
        }
        if (e instanceof ArchiveException.ConsentMissing missing) {
            gaps(error.putArray("gaps"), missing);
        }
        err.println(hint);
        document(document);
    }

    /// A command line that is not understood.
    void misuse(String code, String message, String hint) {
        err.println(message);
        err.println(hint);
        ObjectNode document = object();
        error(document, code, message, hint, ExitCode.USAGE);
        document(document);
    }

    /// Stopped on somebody's wish.
    void cancelled(ObjectNode document) {
        String message = messages.text("cancelled.what");
        String hint = messages.text("cancelled.do");
        err.println(message);
        error(document, "cancelled", message, hint, ExitCode.INPUT_NOT_READ);
        document(document);
    }

    private static ObjectNode error(ObjectNode document, String code, String message, String hint, int exit) {
        return document.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("hint", hint)
                .put("exit", exit);
    }

    private void gaps(ArrayNode into, ArchiveException.ConsentMissing missing) {
        for (ConsentGap gap : missing.gaps()) {
            String decision = gap.decision().map(Enum::name).orElse("");
            String told = decision.isEmpty() ? messages.text("bundle.neverAsked") : decision;
            err.println(messages.text(
                    "bundle.gap",
                    gap.inside() ? gap.statement() + " (" + gap.within() + ")" : gap.statement().toString(),
                    gap.scope(),
                    gap.witness().toString(),
                    told));
            into.addObject()
                    .put("statement", gap.statement().toString())
                    .put("witness", gap.witness().toString())
                    .put("within", gap.within().toString())
                    .put("scope", gap.scope())
                    .put("decision", decision);
        }
    }

    /// A fault of ours: a code that can be told to somebody without telling what was in the archive.
    void fault(String code, ObjectNode document) {
        String message = errors.text("fault.what", code);
        String hint = errors.text("fault.do", code);
        err.println(message);
        err.println(hint);
        error(document, "fault", message, hint, ExitCode.FAULT).put("fault", code);
        document(document);
    }

    /// Numbers stay numbers, since plurals need them; codes become words where there are some.
    private Object spoken(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        return Arrays.stream(String.valueOf(argument).split(", "))
                .map(code -> errors.has("term." + code) ? errors.text("term." + code) : code)
                .collect(Collectors.joining(", "));
    }
}
