package org.cairn.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.i18n.Messages;

/// What the fields of a record and of a ledger line are called, and what their codes mean.
final class FieldWords {

    /// What holds the fields that a form has of its own.
    static final String FORM = "fields";

    /// What holds the details of a line of the ledger: nobody types those.
    static final String EVENT = "event";

    /// The list that a field's codes are of, by its name or by its name after that of what it lies in.
    private static final Map<String, String> LISTS = Map.ofEntries(
            Map.entry("category", "witness-category"),
            Map.entry("protection", "protection"),
            Map.entry("confidentiality", "protection"),
            Map.entry("scope", "consent-scope"),
            Map.entry("decision", "consent-decision"),
            Map.entry("conditions", "consent-condition"),
            Map.entry("mode", "consent-mode"),
            Map.entry("signature.mode", "signature-mode"),
            Map.entry("interviewKind", "interview-kind"),
            Map.entry("recording", "recording"),
            Map.entry("declarations", "declaration"),
            Map.entry("basis", "basis"),
            Map.entry("question.type", "question-type"),
            Map.entry("breaks.kind", "pause"),
            Map.entry("script.direction", "direction"),
            Map.entry("translations.status", "translationStatus"),
            Map.entry("fields.type", "field-type"),
            Map.entry("referrals.type", "referral"),
            Map.entry("type", "evidence-type"),
            Map.entry("how", "acquisition"),
            Map.entry("acquired", "acquisition"),
            Map.entry("copyStatus", "copy-status"),
            Map.entry("protections", "protection"),
            Map.entry("clearance", "protection"),
            Map.entry("kinds", "record-kind"),
            Map.entry("kind", "record-kind"),
            Map.entry("profile", "profile"),
            Map.entry("fields.allegedRole", "alleged-role"),
            Map.entry("fields.alsoAlleged", "alleged-role"),
            Map.entry("fields.facilityType", "facility-type"),
            Map.entry("fields.paymentKind", "payment-kind"),
            Map.entry("status", "status"),
            Map.entry("date.detail", "date-detail"),
            Map.entry("date.calendar", "calendar"),
            Map.entry("reading.reason", "reason"),
            Map.entry("withheld.from", "bundle-version"),
            Map.entry("withheld.reason", "redaction-reason"),
            Map.entry("parts.from", "bundle-version"),
            Map.entry("what.reason", "redaction-reason"),
            Map.entry("making.schedules", "bundle-schedule"),
            Map.entry("versions.kind", "bundle-version"),
            Map.entry("versions.kept", "protection"),
            Map.entry(".version", "bundle-version"),
            Map.entry("aspect", "aspect"),
            Map.entry(".value", "authenticity"),
            Map.entry("to.way", "relation"),
            Map.entry("element", "element"),
            Map.entry("bearing", "bearing"),
            Map.entry("directness", "directness"),
            Map.entry("standing", "link-standing"),
            Map.entry("event.reason", "reason"),
            Map.entry("event.formerStatus", "status"),
            Map.entry("event.formerReason", "reason"),
            Map.entry("event.replaced", "truth"),
            Map.entry("event.roles", "role"),
            Map.entry("event.missing", "missing"),
            Map.entry("event.purpose", "purpose"),
            Map.entry("event.what", "what"),
            Map.entry("event.result", "intake-ending"),
            Map.entry("event.conditionsMet", "truth"));

    /// Fields that hold the code of a language.
    private static final Set<String> LANGUAGES = Set.of("language", "interpreters.from", "interpreters.to");

    /// Fields whose codes somebody types after an option or into a form.
    private static final Set<String> TYPED = Set.of(
            "category", "protection", "confidentiality", "scope", "decision", "how", "type", "profile", "element");

    private final Words words;
    private final Messages own;

    FieldWords(Words words) {
        this.words = words;
        this.own = words.area("cli");
    }

    /// What a field is called: by its own name where it is one that somebody made up for a form.
    String label(String within, String field) {
        return Stream.of(within + "." + field, within.equals(FORM) ? "" : field)
                .map(name -> "field." + name)
                .filter(own::has)
                .findFirst()
                .map(own::text)
                .orElse(field);
    }

    /// What a field says.
    String value(String within, String field, String text) {
        String path = within + "." + field;
        if (LANGUAGES.contains(path) || LANGUAGES.contains(field)) {
            return words.language(text);
        }
        String list = LISTS.getOrDefault(path, within.equals(FORM) ? "" : LISTS.getOrDefault(field, ""));
        return TYPED.contains(field) && !within.equals(EVENT) ? words.named(list, text) : words.word(list, text);
    }

    /// What a field with several values says.
    String values(String within, String field, List<String> texts) {
        return words.list(texts.stream().map(text -> value(within, field, text)));
    }

    /// A field and what it says.
    String line(String within, String field, String value) {
        return words.text("field", label(within, field), value);
    }
}
