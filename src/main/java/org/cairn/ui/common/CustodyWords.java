package org.cairn.ui.common;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.i18n.Messages;

/// An event of the ledger in words: what was done, and what was written down with it. The codes it is kept with stay in
/// the ledger.
public final class CustodyWords {

    private static final int SHORT_HASH = 12;
    /// Keeps what follows a hash beside it among Arabic.
    private static final String LEFT_TO_RIGHT = "\u200E";

    private static final Pattern FIRST_SENTENCE = Pattern.compile("^.*?(?:[.؟?](?=\\s|$)|。|$)");

    private final Words words;
    private final Messages own;

    public CustodyWords(Words words) {
        this.words = words;
        this.own = words.of("custody");
    }

    /// What was done.
    public String action(CustodyEvent event) {
        return words.vocabulary("custody-action", event.action());
    }

    /// Who did it.
    public String by(CustodyEvent event) {
        return own.text("by", event.actor());
    }

    /// The first letters of the event's hash.
    public static String shortened(CustodyEvent event) {
        return event.hash().toString().substring(0, SHORT_HASH);
    }

    /// What was written down with it, one by one: in one line, Latin and Arabic would change places.
    public List<String> details(CustodyEvent event) {
        return event.details().entrySet().stream()
                .filter(detail -> !detail.getValue().isBlank())
                .map(this::detail)
                .toList();
    }

    private String detail(Map.Entry<String, String> detail) {
        String name = "detail." + detail.getKey();
        return own.text(
                "detail.said",
                own.has(name) ? own.text(name) : detail.getKey(),
                value(detail.getKey(), detail.getValue()));
    }

    private String value(String name, String value) {
        return switch (name) {
            case "acquired" -> words.vocabulary("acquisition", value);
            case "scope" -> words.vocabulary("consent-scope", value);
            case "decision" -> words.vocabulary("consent-decision", value);
            case "roles" -> each(value, role -> words.vocabulary("role", role));
            case "missing" -> each(value, part -> in("testimony", "missing." + part, part));
            case "result" -> words.vocabulary("intake-ending", value);
            case "status", "formerStatus" -> in("reading", "status." + value, value);
            case "reason", "formerReason" -> firstSentence(in("reading", "reason." + value, value));
            case "what", "purpose", "conditionsMet", "replaced", "recordingConsent" ->
                in("custody", "value." + value, value);
            default -> abridged(value);
        };
    }

    private String in(String area, String key, String otherwise) {
        Messages messages = words.of(area);
        return messages.has(key) ? messages.text(key) : otherwise;
    }

    private String each(String codes, UnaryOperator<String> said) {
        String between = words.rightToLeft() ? "، " : ", ";
        return Arrays.stream(codes.split(",")).map(String::strip).map(said).collect(Collectors.joining(between));
    }

    private static String firstSentence(String text) {
        Matcher first = FIRST_SENTENCE.matcher(text);
        return first.find() ? first.group() : text;
    }

    private static String abridged(String value) {
        return value.length() == 64 ? value.substring(0, SHORT_HASH) + "…" + LEFT_TO_RIGHT : Direction.isolate(value);
    }
}
