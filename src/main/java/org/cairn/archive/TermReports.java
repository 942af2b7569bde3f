package org.cairn.archive;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.bundle.TermSheets;
import org.cairn.bundle.TermTable;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.TermsReport;
import org.cairn.domain.search.TermsReport.Line;
import org.cairn.domain.search.TermsReport.Standing;
import org.cairn.progress.Progress;
import org.cairn.search.PassageIndex;
import org.cairn.search.Tally;

/// Reports of search terms: what each of a list of terms finds, within what the person may see, with what none of them
/// could find.
public final class TermReports {

    /// More are no list that people agree on.
    private static final int MOST = 1_000;

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Session session;
    private final Searches searches;

    TermReports(Session session, Searches searches) {
        this.session = session;
        this.searches = searches;
    }

    /// Counts what each term finds, once the index has seen everything.
    ///
    /// @param terms queries; blank ones are left out
    /// @param filter what narrows all of them
    /// @param language in which the dates of queries are tried first
    /// @throws ArchiveException.InvalidInput (`terms`) where there is none, or more than a thousand
    public TermsReport report(List<String> terms, Filter filter, Locale language, Progress progress) {
        session.require(Permission.READ);
        List<String> asked = terms.stream()
                .map(String::strip)
                .filter(term -> !term.isEmpty())
                .toList();
        if (asked.isEmpty()) {
            throw new ArchiveException.InvalidInput("terms", "missing");
        }
        if (asked.size() > MOST) {
            throw new ArchiveException.InvalidInput("terms", "tooMany");
        }
        searches.catchUp(progress);
        return session.closing().mayOvertake(() -> counted(asked, filter, language));
    }

    private TermsReport counted(List<String> terms, Filter filter, Locale language) {
        List<SearchRequest> requests = terms.stream()
                .map(term -> new SearchRequest(term, filter, SearchRequest.Sort.REFERENCE, 1, 0, 1).in(language))
                .toList();
        // what is kept from here on waits for the next report: it may be counted, but never claimed
        Standing standing = standing();
        Searches.Counted counted = searches.tally(requests);
        Tally tally = counted.tally();
        List<Line> lines = IntStream.range(0, terms.size())
                .mapToObj(i -> line(terms.get(i), tally.lines().get(i)))
                .toList();
        return new TermsReport(lines, tally.items(), tally.passages(), counted.unseen(), session.clearance(), standing);
    }

    private static Line line(String term, Tally.Line line) {
        return line.misread()
                .map(fault -> Line.misread(term, fault))
                .orElseGet(() -> new Line(term, line.items(), line.passages(), line.unique(), Optional.empty()));
    }

    private Standing standing() {
        return standing(session);
    }

    /// Of which state of the archive a report tells.
    static Standing standing(Session session) {
        Optional<CustodyEvent> head = session.store().read(view -> view.head());
        return new Standing(
                Bundles.PROGRAM,
                PassageIndex.analyser(),
                session.archiveId(),
                head.map(CustodyEvent::sequence).orElse(0L),
                head.map(CustodyEvent::hash).orElse(CustodyEvent.BEGINNING),
                session.now(),
                session.user().name());
    }

    /// Writes a report into a folder, as a PDF to be signed and as a table; the ledger tells of it before either has
    /// its name, and says nothing of the terms.
    ///
    /// @throws ArchiveException.AlreadyThere where one of them is there already
    public ReportPapers write(TermsReport report, Path folder, Locale language) {
        session.require(Permission.READ);
        return session.closing().mayOvertake(() -> written(report, folder, language));
    }

    private ReportPapers written(TermsReport report, Path folder, Locale language) {
        byte[] csv = TermTable.csv(report, language).getBytes(StandardCharsets.UTF_8);
        byte[] pdf = TermSheets.pdf(report, Fingerprint.of(csv), language);
        String name = "search-terms-" + NAMED.format(report.standing().asOf());
        return ReportPapers.write(
                session, folder, name, csv, pdf, () -> note(report, Fingerprint.of(csv), Fingerprint.of(pdf)));
    }

    private void note(TermsReport report, Fingerprint csv, Fingerprint pdf) {
        Map<String, String> details = Map.of(
                "purpose",
                "searchTerms",
                "terms",
                String.valueOf(report.lines().size()),
                "sha256",
                pdf.hex(),
                "table",
                csv.hex());
        session.store().inTransaction(tx -> session.note(tx, "EXPORTED", Optional.empty(), details));
    }
}
