package org.cairn.archive;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.bundle.SearchSheets;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchStatement;
import org.cairn.progress.Progress;
import org.cairn.store.StoreView;

/// Statements of what a search found, above all that it found nothing: a paper to be signed by hand, and a file that
/// is signed with the key of who asked.
public final class SearchStatements {

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private static final String PURPOSE = "searchStatement";
    private static final String STATEMENT = "statement";
    private static final int LINES_AT_ONCE = 5_000;

    private final Session session;
    private final Searches searches;

    SearchStatements(Session session, Searches searches) {
        this.session = session;
        this.searches = searches;
    }

    /// Searches, once the index has seen everything, and states what came of it.
    ///
    /// @param saved the saved search that it is of, where it is of one
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    public SearchStatement state(SearchRequest asked, Optional<Reference> saved, Progress progress) {
        session.require(Permission.READ);
        // of a saved search it states what that finds: with the words that everybody knows who may see the search
        Protection known = saved.map(search -> session.store().read(view -> session.visible(view, search)))
                .map(revision -> revision.record().protection())
                .orElseGet(session::clearance);
        Searches.Whole whole = searches.whole(asked, known, progress);
        SearchRequest request = whole.request();
        return new SearchStatement(
                SearchStatement.FORMAT,
                request.query(),
                request.filter(),
                request.language(),
                request.on().orElseGet(() -> LocalDate.ofInstant(session.now(), ZoneOffset.UTC)),
                saved,
                whole.found().references(),
                whole.found().passages(),
                session.store().read(this::lookedAt),
                whole.unseen(),
                session.clearance(),
                whole.synonyms(),
                whole.standing());
    }

    private long lookedAt(StoreView view) {
        return Indexer.SEARCHED.stream()
                .mapToLong(kind -> view.count(kind, session.clearance()))
                .sum();
    }

    /// Writes a statement into a folder, as a PDF to be signed and as a signed file; the ledger tells of it before
    /// either has its name, and says nothing of what was asked.
    ///
    /// @throws org.cairn.domain.ArchiveException.AlreadyThere where one of them is there already
    public ReportPapers write(SearchStatement statement, Path folder, Locale language) {
        session.require(Permission.READ);
        return session.closing().mayOvertake(() -> written(statement, folder, language));
    }

    private ReportPapers written(SearchStatement statement, Path folder, Locale language) {
        Fingerprint hash = SignedStatement.hashOf(statement);
        SignedStatement signed = new SignedStatement(
                statement,
                hash,
                session.keyring().keys().sign(hash.bytes()),
                session.keyring().keys().signingKey());
        byte[] file = signed.file();
        byte[] pdf = SearchSheets.pdf(statement, Fingerprint.of(file), hash, signed.signer(), language);
        String name = "search-statement-" + NAMED.format(statement.standing().asOf());
        return ReportPapers.write(session, folder, name, ".json", file, pdf, () -> note(hash, Fingerprint.of(pdf)));
    }

    private void note(Fingerprint statement, Fingerprint pdf) {
        Map<String, String> details = Map.of("purpose", PURPOSE, STATEMENT, statement.hex(), "sha256", pdf.hex());
        session.store().inTransaction(tx -> session.note(tx, "EXPORTED", Optional.empty(), details));
    }

    /// The line of this archive's ledger that tells of a statement: then it was made here, by who the line names, with
    /// the key that the line is signed with.
    public Optional<CustodyEvent> line(SignedStatement signed) {
        session.require(Permission.AUDIT);
        if (!signed.statement().standing().archive().equals(session.archiveId())) {
            return Optional.empty();
        }
        return session.store().read(view -> line(view, signed));
    }

    private static Optional<CustodyEvent> line(StoreView view, SignedStatement signed) {
        long after = signed.statement().standing().headLine();
        List<CustodyEvent> lines = view.custody(Optional.empty(), after, LINES_AT_ONCE);
        while (!lines.isEmpty()) {
            Optional<CustodyEvent> told = lines.stream()
                    .filter(line -> line.action().equals("EXPORTED"))
                    .filter(line -> signed.hash().hex().equals(line.details().get(STATEMENT)))
                    .filter(line ->
                            line.actor().equals(signed.statement().standing().askedBy()))
                    .filter(line -> Arrays.equals(line.signer(), signed.signer()))
                    .findFirst();
            if (told.isPresent()) {
                return told;
            }
            lines = view.custody(Optional.empty(), lines.getLast().sequence(), LINES_AT_ONCE);
        }
        return Optional.empty();
    }
}
