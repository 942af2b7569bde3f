package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.i18n.Messages;

/// What was written down with a line of the ledger, in the words of a bundle: whoever reads it has never seen the
/// program, nor its codes.
final class CustodyDetails {

    /// Keeps a hash and its dots in their order also among Arabic.
    private static final String LEFT_TO_RIGHT = "\u200E";
    /// Details that are codes, with the kind of words that explain them.
    private static final Map<String, String> CODED = Map.of(
            "acquired", "how",
            "status", "readingStatus",
            "reason", "reading",
            "formerStatus", "readingStatus",
            "formerReason", "reading",
            "replaced", "replaced",
            "purpose", "purpose",
            "scope", "consent-scope",
            "decision", "consent-decision",
            "result", "intake-ending");
    /// Details whose codes the ledger's own list of words explains.
    private static final Set<String> OF_THE_LEDGER = Set.of("what", "conditionsMet", "recordingConsent");

    private final Words words;
    private final Messages ledger;
    private final Messages statement;

    CustodyDetails(Words words) {
        this.words = words;
        this.ledger = Messages.of("custody", words.locale());
        this.statement = Messages.of("testimony", words.locale());
    }

    /// One by one, each with what it is.
    List<String> of(CustodyEvent event) {
        List<String> details = new ArrayList<>();
        event.details().forEach((name, value) -> {
            if (!value.isBlank()) {
                details.add(name(name) + ": " + said(name, value));
            }
        });
        return details;
    }

    private String name(String name) {
        String plain = words.coded("detail", name);
        boolean told = !plain.equals(name.toLowerCase(Locale.ROOT));
        return told ? plain : in(ledger, "detail." + name, plain);
    }

    /// Codes in words; what is long, as far as it helps to find it again.
    private String said(String name, String value) {
        if (CODED.containsKey(name)) {
            return words.coded(CODED.getOrDefault(name, ""), value);
        }
        if (OF_THE_LEDGER.contains(name)) {
            return in(ledger, "value." + value, value);
        }
        if (name.equals("missing")) {
            return words.list(Stream.of(value.split(","))
                    .map(String::strip)
                    .map(part -> in(statement, "missing." + part, part))
                    .toList());
        }
        String shown = value.length() > 40 ? value.substring(0, 16) + "…" : value;
        return LEFT_TO_RIGHT + shown + LEFT_TO_RIGHT;
    }

    private static String in(Messages messages, String key, String otherwise) {
        return messages.has(key) ? messages.text(key) : otherwise;
    }
}
