package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentGap;
import org.cairn.i18n.Messages;

/// Says what went wrong and what to do: on the error stream for people, in the document for scripts.
final class Failures {

    /// Where the words for reasons are.
    private static final List<String> AREAS = List.of("cli", "errors");

    private final Output output;
    private final Words words;
    private final Messages errors;

    Failures(Output output) {
        this.output = output;
        this.words = output.words();
        this.errors = words.area("errors");
    }

    /// Says it where one goes on asking: on the error stream alone.
    void explain(ArchiveException e) {
        output.complain(said(e, ".what"));
        output.complain(said(e, ".do"));
    }

    /// Something that somebody can act on.
    ///
    /// @param document what was done before it went wrong; the error is added to it
    void known(ArchiveException e, ObjectNode document) {
        String message = said(e, ".what");
        String hint = said(e, ".do");
        output.complain(message);
        ObjectNode error = error(document, e.code(), message, hint, ExitCode.of(e));
        if (e instanceof ArchiveException.InVersion refusal) {
            refusal.version().ifPresent(version -> in(error, version));
        }
        if (e instanceof ArchiveException.InvalidInput invalid) {
            allowed(error, String.valueOf(invalid.arguments().getFirst()), invalid.allowed());
        }
        if (e instanceof ArchiveException.QueryNotUnderstood query) {
            error.put("start", query.start()).put("end", query.end()).put("reason", query.reason());
        }
        if (e instanceof ArchiveException.ConsentMissing missing) {
            gaps(error.putArray("gaps"), missing.gaps());
        }
        output.complain(hint);
        output.document(document);
    }

    /// A command line that is not understood.
    void misuse(Misuse misuse, String hint) {
        output.complain(misuse.message());
        ObjectNode document = Output.object();
        allowed(error(document, "usage", misuse.message(), hint, ExitCode.USAGE), misuse.option(), misuse.allowed());
        output.complain(hint);
        output.document(document);
    }

    /// Names that lost their letters before the program saw them.
    void namesLost() {
        told(Output.object(), "namesLost", words.text("names.lost"), words.text("names.do"), ExitCode.USAGE);
    }

    /// Stopped on somebody's wish.
    void cancelled(ObjectNode document) {
        told(document, "cancelled", words.text("cancelled.what"), words.text("cancelled.do"), ExitCode.INPUT_NOT_READ);
    }

    /// A fault of ours: a code that can be told to somebody without telling what was in the archive.
    void fault(String code, ObjectNode document) {
        String message = errors.text("fault.what", code);
        String hint = errors.text("fault.do", code);
        output.complain(message);
        output.complain(hint);
        error(document, "fault", message, hint, ExitCode.FAULT).put("fault", code);
        output.document(document);
    }

    private void told(ObjectNode document, String code, String message, String hint, int exit) {
        output.complain(message);
        output.complain(hint);
        error(document, code, message, hint, exit);
        output.document(document);
    }

    /// Which version of a bundle it is that may not be written.
    private void in(ObjectNode error, BundleVersion version) {
        output.warn("bundle.refusedVersion", RuleLines.version(words, version));
        error.put("version", version.name().toLowerCase(Locale.ROOT));
    }

    private static ObjectNode error(ObjectNode document, String code, String message, String hint, int exit) {
        return document.putObject("error")
                .put("code", code)
                .put("message", message)
                .put("hint", hint)
                .put("exit", exit);
    }

    private void allowed(ObjectNode error, String option, List<String> allowed) {
        if (!allowed.isEmpty()) {
            output.warn("allowed", Codes.typed(words, option, allowed));
            allowed.forEach(error.putArray("allowed")::add);
        }
    }

    private void gaps(ArrayNode into, List<ConsentGap> gaps) {
        for (ConsentGap gap : gaps) {
            output.complain(GapSentence.of(words, gap));
            into.addObject()
                    .put("statement", gap.statement().toString())
                    .put("witness", gap.witness().toString())
                    .put("within", gap.within().toString())
                    .put("scope", gap.scope())
                    .put("decision", gap.decision().map(Enum::name).orElse(""));
        }
    }

    private String said(ArchiveException e, String part) {
        if (e instanceof ArchiveException.QueryNotUnderstood query && part.equals(".what")) {
            return words.area("search").text("fault." + query.reason(), query.start() + 1);
        }
        return errors.text(
                e.code() + part, e.arguments().stream().map(this::spoken).toArray());
    }

    /// Numbers stay numbers, since plurals need them; codes become words where there are some.
    private Object spoken(Object argument) {
        return argument instanceof Number
                ? argument
                : words.list(Arrays.stream(String.valueOf(argument).split(", ")).map(this::term));
    }

    private String term(String code) {
        return AREAS.stream()
                .map(words::area)
                .filter(area -> area.has("term." + code))
                .findFirst()
                .map(area -> area.text("term." + code))
                // `missing.title` is the heading of a list, not the name of a field
                .or(() -> words.found(code.equals("title") ? "field" : "missing", code))
                .orElseGet(() -> words.named("consent-scope", code));
    }
}
