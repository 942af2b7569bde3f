package org.cairn.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.SearchStatement;
import org.cairn.domain.search.TermsReport.Standing;
import org.cairn.i18n.Messages;

/// The statement of a search, to be signed by hand: what was looked for and where, what was found or that nothing was,
/// and what could not be seen, on the same page.
public final class SearchSheets {

    private static final float LABELS = 0.32f;

    /// More are in the file that goes with it.
    private static final int LISTED = 400;

    private final Flow flow;
    private final Words words;
    private final Messages vocabulary;
    private final SearchStatement statement;
    private final Fingerprint file;
    private final Fingerprint signed;
    private final byte[] signer;

    private SearchSheets(
            Fonts fonts, Words words, SearchStatement statement, Fingerprint file, Fingerprint signed, byte[] signer) {
        this.words = words;
        this.vocabulary = Messages.of("vocabulary", words.locale());
        this.statement = statement;
        this.file = file;
        this.signed = signed;
        this.signer = signer.clone();
        this.flow = new Flow(fonts, Looks.PAGE, words.direction());
    }

    /// The statement as a PDF in memory.
    ///
    /// @param file the hash of the signed file that goes with it
    /// @param signed the hash that is signed there
    /// @param signer the public key of who signed it
    public static byte[] pdf(
            SearchStatement statement, Fingerprint file, Fingerprint signed, byte[] signer, Locale language) {
        Words words = new Words(language);
        return ReportSheets.pdf(
                words,
                fonts -> new SearchSheets(fonts, words, statement, file, signed, signer).set(),
                (page, of) -> words.text("searched.foot", page, of),
                new Imprint(
                        words.text("searched.title"),
                        statement.standing().program(),
                        statement.standing().asOf(),
                        file));
    }

    private Flow set() {
        Standing standing = statement.standing();
        flow.paragraph(words.text("searched.kicker"), Looks.KICKER.spaced(0, 6));
        flow.paragraph(words.text("searched.title"), Looks.TITLE.spaced(0, 10));
        flow.table(Looks.known(LABELS, asked()));
        flow.heading(words.text("searched.result"), Looks.SUBHEADING);
        flow.paragraph(
                statement.items() == 0
                        ? words.text("searched.nothing", ReportSheets.number(statement.records()))
                        : words.text(
                                "searched.something",
                                ReportSheets.number(statement.items()),
                                ReportSheets.number(statement.passages()),
                                ReportSheets.number(statement.records())),
                Looks.READING);
        found();
        unseen();
        ReportSheets.signature(flow, words, "searched.signing");
        flow.heading(words.text("intake.proof"), Looks.SUBHEADING);
        flow.table(Looks.known(LABELS, proof(standing)).withValue(Looks.SMALL_CELL));
        return flow;
    }

    private Table.Row row(String label, String value) {
        return ReportSheets.row(words, label, value);
    }

    private List<Table.Row> asked() {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row(
                "searched.query", statement.query().isBlank() ? words.text("searched.everything") : statement.query()));
        Filter filter = statement.filter();
        narrowed(rows, "searched.kinds", words(filter.kinds(), "record-kind."));
        narrowed(rows, "searched.types", filter.types().stream().sorted().collect(Collectors.joining(" · ")));
        narrowed(
                rows,
                "searched.languages",
                filter.languages().stream()
                        .map(LanguageTag::tag)
                        .sorted()
                        .map(tag -> Locale.forLanguageTag(tag).getDisplayName(words.locale()))
                        .collect(Collectors.joining(" · ")));
        narrowed(rows, "searched.protections", words(filter.protections(), "protection."));
        narrowed(rows, "searched.from", filter.from().map(Object::toString).orElse(""));
        narrowed(rows, "searched.to", filter.to().map(Object::toString).orElse(""));
        statement.saved().ifPresent(saved -> rows.add(row("searched.saved", saved.toString())));
        rows.add(row("intake.asOf", words.moment(statement.standing().asOf())));
        rows.add(row("searched.askedBy", statement.standing().askedBy()));
        rows.add(row("searched.records", ReportSheets.number(statement.records())));
        rows.add(row(
                "searched.clearance",
                vocabulary.text("protection." + statement.clearance().name())));
        rows.add(row("intake.program", statement.standing().program()));
        return rows;
    }

    private void narrowed(List<Table.Row> rows, String label, String value) {
        if (!value.isEmpty()) {
            rows.add(row(label, value));
        }
    }

    private String words(Collection<? extends Enum<?>> codes, String prefix) {
        return codes.stream()
                .sorted()
                .map(code -> vocabulary.text(prefix + code.name()))
                .collect(Collectors.joining(" · "));
    }

    private void found() {
        if (statement.items() == 0) {
            return;
        }
        flow.paragraph(
                statement.found().stream()
                        .limit(LISTED)
                        .map(Reference::toString)
                        .collect(Collectors.joining("  ")),
                Looks.NOTE);
        if (statement.items() > LISTED) {
            flow.paragraph(words.text("searched.more", ReportSheets.number(statement.items() - LISTED)), Looks.NOTE);
        }
    }

    private void unseen() {
        Unseen unseen = statement.unseen();
        List<Table.Row> rows = List.of(
                ReportSheets.row(words, "terms.unread", unseen.unread()),
                ReportSheets.row(words, "terms.awaitingOcr", unseen.awaitingOcr()),
                ReportSheets.row(words, "terms.noPermission", unseen.noPermission()),
                ReportSheets.row(words, "searched.undated", unseen.undated()),
                ReportSheets.row(words, "terms.waiting", unseen.waiting()));
        ReportSheets.unseen(flow, words, "searched.unseen", rows, "searched.unseenNote");
    }

    private List<Table.Row> proof(Standing standing) {
        List<Table.Row> rows = new ArrayList<>();
        rows.add(row("searched.file", file.hex()));
        rows.add(row("searched.signed", signed.hex()));
        rows.add(row("searched.signer", HexFormat.of().formatHex(signer)));
        rows.addAll(ReportSheets.state(words, standing));
        statement.synonyms().ifPresent(lists -> rows.add(row("searched.synonyms", lists.hex())));
        return rows;
    }
}
