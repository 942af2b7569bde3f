package org.cairn.bundle;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Table.Column;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeSaid;

/// What was found when a finished bundle was read back, to be filed with it: as text, or as a PDF to be signed by hand.
public final class CheckReport {

    private static final float LABELS = 0.28f;
    private static final String GUIDANCE =
            "General Guidance on Electronic Court Bundles (England and Wales), 29 November 2021";

    /// Where each rule comes from, by its number.
    private static final Map<String, String> SOURCES = Map.ofEntries(
            Map.entry("0", "ISO 32000-1:2008"),
            Map.entry("1", GUIDANCE),
            Map.entry("2", GUIDANCE),
            Map.entry("3", GUIDANCE),
            Map.entry("4", GUIDANCE),
            Map.entry("5", GUIDANCE),
            Map.entry("6", GUIDANCE),
            Map.entry("7", GUIDANCE),
            Map.entry("8", GUIDANCE),
            Map.entry("11", "CM/ECF (United States courts)"),
            Map.entry("M", "sha256sum (GNU coreutils); RFC 8493"),
            Map.entry("SIGNATURE", "ETSI EN 319 142-1; RFC 3161"));

    private final CheckedBundle checked;
    private final String program;
    private final Instant at;
    private final Words words;

    private CheckReport(CheckedBundle checked, String program, Instant at, Words words) {
        this.checked = checked;
        this.program = program;
        this.at = at;
        this.words = words;
    }

    /// The report as text in UTF-8.
    ///
    /// @param program what checked it
    /// @param at when
    public static byte[] text(CheckedBundle checked, String program, Instant at, Locale language) {
        return new CheckReport(checked, program, at, new Words(language)).text().getBytes(StandardCharsets.UTF_8);
    }

    /// The report as a PDF in memory.
    ///
    /// @param program what checked it
    /// @param at when
    public static byte[] pdf(CheckedBundle checked, String program, Instant at, Locale language) {
        Words words = new Words(language);
        CheckReport report = new CheckReport(checked, program, at, words);
        Fingerprint content = Fingerprint.of(report.text().getBytes(StandardCharsets.UTF_8));
        return ReportSheets.pdf(
                words,
                report::set,
                (page, of) -> words.text("checked.foot", page, of),
                new Imprint(words.text("checked.title"), program, at, content));
    }

    /// Something that is known, with what it is called.
    private record Known(String label, String value) {
        @Override
        public String toString() {
            return "Known";
        }
    }

    private Known known(String key, String value) {
        return new Known(words.text(key), value);
    }

    private Known hash() {
        return new Known("SHA-256", checked.fingerprint().hex());
    }

    private List<Known> facts() {
        List<Known> facts = new ArrayList<>();
        facts.add(known("checked.file", checked.file()));
        facts.add(known("checked.manifest", checked.manifest().orElseGet(() -> words.text("checked.noManifest"))));
        facts.add(known("checked.at", words.moment(at)));
        facts.add(known("intake.program", program));
        return facts;
    }

    private String result() {
        int of = checked.results().size();
        return checked.broken() == 0
                ? words.text("checked.allMet", of)
                : words.text("checked.notMet", checked.broken(), of);
    }

    private String outcome(RuleResult rule) {
        return words.text(rule.outcome() == Outcome.BROKEN ? "checked.broken" : "checked.met");
    }

    private String sentence(RuleResult rule) {
        return words.found(rule).orElse(rule.code());
    }

    private static String source(RuleResult rule) {
        return SOURCES.getOrDefault(rule.rule(), "");
    }

    private List<Known> said(SignatureSaid signature) {
        List<Known> said = new ArrayList<>();
        said.add(known("checked.signedBy", signature.subject()));
        said.add(known(
                "checked.issuer", signature.selfIssued() ? words.text("checked.selfIssued") : signature.issuer()));
        said.add(known("checked.certificate", signature.certificate().hex()));
        said.add(known("checked.sound", words.text(signature.sound() ? "checked.yes" : "checked.no")));
        said.add(known("checked.whole", words.text(signature.wholeFile() ? "checked.yes" : "checked.no")));
        said.add(known("checked.claimed", signature.claimed().map(words::moment).orElse("")));
        said.add(known(
                "checked.attested",
                signature.attested().map(this::attested).orElseGet(() -> words.text("checked.notAttested"))));
        signature.attested().ifPresent(time -> {
            said.add(known("checked.authority", time.authority()));
            said.add(known("checked.authorityCertificate", time.certificate().hex()));
        });
        return said;
    }

    private String attested(TimeSaid time) {
        return time.fits() ? words.moment(time.at()) : words.text("checked.ofSomethingElse", words.moment(time.at()));
    }

    private String text() {
        StringBuilder text = new StringBuilder(words.text("checked.title")).append("\n\n");
        lines(text, facts());
        lines(text, List.of(hash()));
        text.append('\n').append(result()).append("\n\n");
        for (RuleResult rule : checked.results()) {
            text.append('[')
                    .append(outcome(rule))
                    .append("] ")
                    .append(line(sentence(rule)))
                    .append(source(rule).isEmpty() ? "" : "\n    " + words.text("checked.source") + ": " + source(rule))
                    .append('\n');
        }
        if (checked.signatures().isEmpty()) {
            text.append('\n').append(words.text("checked.unsigned")).append('\n');
        }
        for (int i = 0; i < checked.signatures().size(); i++) {
            text.append('\n').append(words.text("checked.signature", i + 1)).append('\n');
            lines(text, said(checked.signatures().get(i)));
        }
        return text.append('\n').append(words.text("checked.note")).append('\n').toString();
    }

    private static void lines(StringBuilder text, List<Known> all) {
        all.stream()
                .filter(one -> !one.value().isBlank())
                .forEach(one -> text.append(one.label())
                        .append(": ")
                        .append(line(one.value()))
                        .append('\n'));
    }

    /// Names come from files and certificates of others: none begins a line of its own here, nor turns one around.
    private static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u0080-\\u009F\\u2028\\u2029\\u202A-\\u202E\\u2066-\\u2069]", "\uFFFD");
    }

    private Flow set(Fonts fonts) {
        Flow flow = new Flow(fonts, Looks.PAGE, words.direction());
        flow.paragraph(words.text("checked.kicker"), Looks.KICKER.spaced(0, 6));
        flow.paragraph(words.text("checked.title"), Looks.TITLE.spaced(0, 10));
        flow.table(Looks.known(LABELS, rows(facts())));
        flow.table(Looks.known(LABELS, rows(List.of(hash()))).withValue(Looks.SMALL_CELL));
        flow.heading(words.text("checked.result"), Looks.SUBHEADING);
        flow.paragraph(result(), Looks.READING);
        flow.table(new Table(
                List.of(
                        new Column(0.14f, Looks.CELL),
                        new Column(0.46f, Looks.CELL),
                        new Column(0.4f, Looks.SMALL_CELL)),
                List.of(words.text("checked.outcome"), words.text("checked.rule"), words.text("checked.source")),
                checked.results().stream()
                        .map(rule -> Table.Row.of(outcome(rule), sentence(rule), source(rule)))
                        .toList(),
                false));
        signatures(flow);
        flow.space(6);
        flow.paragraph(words.text("checked.note"), Looks.NOTE);
        ReportSheets.signature(flow, words, "checked.signing");
        return flow;
    }

    private void signatures(Flow flow) {
        if (checked.signatures().isEmpty()) {
            flow.space(6);
            flow.paragraph(words.text("checked.unsigned"), Looks.READING);
        }
        for (int i = 0; i < checked.signatures().size(); i++) {
            flow.heading(words.text("checked.signature", i + 1), Looks.SUBHEADING);
            flow.table(
                    Looks.known(LABELS, rows(said(checked.signatures().get(i)))).withValue(Looks.SMALL_CELL));
        }
    }

    private static List<Table.Row> rows(List<Known> all) {
        return all.stream().map(one -> Table.Row.of(one.label(), one.value())).toList();
    }
}
