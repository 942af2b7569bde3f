package org.cairn.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.PagesWithoutText;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.WordPlace;
import org.jdbi.v3.core.Handle;

/// What was recognised by machine, page by page, and what waits to be.
final class RecognisedPages {

    private static final String OF = " WHERE kind = ? AND number = ?";

    private final Handle handle;

    RecognisedPages(Handle handle) {
        this.handle = handle;
    }

    List<Reference> waiting(Protection clearance, int after, int limit) {
        return handle.select("""
            SELECT n.kind, n.number FROM recognition n
            JOIN record r ON r.kind = n.kind AND r.number = n.number
            WHERE n.waiting > 0 AND n.number > ? AND r.protection <= ? ORDER BY n.number LIMIT ?
            """, after, clearance.ordinal(), limit)
                .map((row, context) -> Lists.reference(row))
                .list();
    }

    long countWaiting(Protection clearance) {
        return handle.select("""
                        SELECT coalesce(sum(n.waiting), 0) FROM recognition n
                        JOIN record r ON r.kind = n.kind AND r.number = n.number
                        WHERE n.waiting > 0 AND r.protection <= ?
                        """, clearance.ordinal()).mapTo(long.class).one();
    }

    int waitingOf(Reference reference) {
        return handle.select(
                        "SELECT waiting FROM recognition" + OF, reference.kind().letter(), reference.number())
                .mapTo(int.class)
                .findOne()
                .orElse(0);
    }

    List<RecognisedPage> pages(Reference reference) {
        return handle.select(
                        "SELECT page, outcome, reason, confidence, languages, engine FROM recognised_page" + OF
                                + " ORDER BY page",
                        reference.kind().letter(),
                        reference.number())
                .map((row, context) -> page(row))
                .list();
    }

    Optional<RecognisedPage> page(Reference reference, int page) {
        return handle.select(
                        "SELECT page, outcome, reason, confidence, languages, engine FROM recognised_page" + OF
                                + " AND page = ?",
                        reference.kind().letter(),
                        reference.number(),
                        page)
                .map((row, context) -> page(row))
                .findOne();
    }

    List<WordPlace> words(Reference reference, int page) {
        return handle.select(
                        "SELECT words FROM recognised_page" + OF + " AND page = ? AND words IS NOT NULL",
                        reference.kind().letter(),
                        reference.number(),
                        page)
                .mapTo(byte[].class)
                .findOne()
                .map(PackedWords::unpack)
                .orElse(List.of());
    }

    private static RecognisedPage page(ResultSet row) throws SQLException {
        return new RecognisedPage(
                row.getInt("page"),
                RecognisedPage.Outcome.valueOf(row.getString("outcome")),
                row.getString("reason"),
                row.getInt("confidence"),
                row.getString("languages"),
                row.getString("engine"));
    }

    void put(Reference reference, RecognisedPage page, List<WordPlace> words) {
        handle.execute(
                """
                INSERT INTO recognised_page
                    (kind, number, page, outcome, reason, confidence, languages, engine, words)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (kind, number, page) DO UPDATE SET outcome = excluded.outcome, reason = excluded.reason,
                    confidence = excluded.confidence, languages = excluded.languages, engine = excluded.engine,
                    words = excluded.words
                """,
                reference.kind().letter(),
                reference.number(),
                page.page(),
                page.outcome().name(),
                page.reason(),
                page.confidence(),
                page.languages(),
                page.engine(),
                words.isEmpty() ? null : PackedWords.pack(words));
    }

    /// How many pages wait follows from what was read and what was recognised.
    ///
    /// @param typed pages that somebody typed wait for nothing
    void follow(Reference reference, Reading reading, List<Passage> passages, Set<Integer> typed) {
        SortedSet<Integer> silent = PagesWithoutText.of(reading, passages);
        if (!silent.isEmpty()) {
            pages(reference).forEach(page -> silent.remove(page.page()));
        }
        silent.removeAll(typed);
        setWaiting(reference, silent.size());
    }

    private void setWaiting(Reference reference, int waiting) {
        int known = handle.execute(
                "UPDATE recognition SET waiting = ?" + OF,
                waiting,
                reference.kind().letter(),
                reference.number());
        if (known == 0 && waiting > 0) {
            handle.execute(
                    "INSERT INTO recognition (kind, number, waiting) VALUES (?, ?, ?)",
                    reference.kind().letter(),
                    reference.number(),
                    waiting);
        }
    }
}
