package org.cairn.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.zip.CRC32;
import org.cairn.domain.ArchiveException;
import org.cairn.drawing.NotDrawable;
import org.cairn.i18n.Messages;

/// The one place where a failure becomes a sentence: what happened, and what to do about it.
public final class ErrorMessages {

    private static final System.Logger LOG = System.getLogger(ErrorMessages.class.getName());

    private final Messages words;
    private final Words all;

    public ErrorMessages(Words words) {
        this.words = words.of("errors");
        this.all = words;
    }

    /// Tells a failure. What a person can act on is explained; anything else becomes a code that can be quoted
    /// without giving away what was being worked on, and is logged.
    public Told tell(Throwable failure) {
        if (failure instanceof ArchiveException known && words.has(known.code() + ".what")) {
            return explain(known);
        }
        if (failure instanceof NotDrawable) {
            return Told.warning(words.text("notDrawable.what"), words.text("notDrawable.do"));
        }
        if (failure.getCause() instanceof ArchiveException wrapped) {
            return tell(wrapped);
        }
        String code = note(failure);
        return new Told(Told.Kind.DANGER, words.text("fault.what", code), words.text("fault.do", code));
    }

    /// Notes a fault of ours in the log and gives the code by which it can be quoted.
    public static String note(Throwable failure) {
        String code = quotable(failure);
        LOG.log(System.Logger.Level.ERROR, code, failure);
        return code;
    }

    private Told explain(ArchiveException known) {
        if (known instanceof ArchiveException.QueryNotUnderstood query) {
            return new Told(
                    Told.Kind.DANGER,
                    all.of("search").text("fault." + query.reason(), query.start() + 1),
                    words.text("queryNotUnderstood.do"));
        }
        Object[] arguments = known.arguments().stream().map(this::spoken).toArray();
        return new Told(
                Told.Kind.DANGER,
                words.text(known.code() + ".what", arguments),
                words.text(known.code() + ".do", arguments));
    }

    /// Numbers stay numbers (plurals need them), codes become words where the area has them.
    private Object spoken(Object argument) {
        if (argument instanceof Number) {
            return argument;
        }
        String code = String.valueOf(argument);
        return words.has("term." + code) ? words.text("term." + code) : all.vocabulary("consent-scope", code);
    }

    /// The same fault in the same place has the same code: the class and the first frame of ours, never the message.
    static String quotable(Throwable failure) {
        CRC32 sum = new CRC32();
        sum.update(failure.getClass().getName().getBytes(StandardCharsets.UTF_8));
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("org.cairn.")) {
                sum.update((frame.getClassName() + ":" + frame.getLineNumber()).getBytes(StandardCharsets.UTF_8));
                break;
            }
        }
        return "F-" + HexFormat.of().withUpperCase().toHexDigits((int) sum.getValue());
    }
}
