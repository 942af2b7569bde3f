package org.cairn.archive;

import java.util.List;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;

/// Finding passages, within what the person may see, and saying what could not be looked at.
public final class Searches {

    private final Session session;

    Searches(Session session) {
        this.session = session;
    }

    /// Answers a request from everything kept until now.
    ///
    /// @throws org.cairn.domain.ArchiveException.QueryNotUnderstood when the query is no query
    public SearchAnswer search(SearchRequest request) {
        session.require(Permission.READ);
        catchUp(Progress.none());
        SearchAnswer answer = session.index().search(request, session.clearance());
        return answer.withUnseen(unseen(answer.unseen().undated()));
    }

    /// Words of the archive that begin like this.
    public List<String> suggest(String prefix, int limit) {
        session.require(Permission.READ);
        return session.index().suggest(prefix, session.clearance(), limit);
    }

    /// Brings the index up to date: a moment's work, but for an index that was lost.
    public void catchUp(Progress progress) {
        new Indexer(session).catchUp(progress);
    }

    private Unseen unseen(long undated) {
        return session.store()
                .read(view -> new Unseen(
                        view.countUnread()
                                + view.countReadings(ReadingStatus.UNREADABLE)
                                + view.countReadings(ReadingStatus.PARTIAL)
                                + view.countReadings(ReadingStatus.ENCRYPTED),
                        view.countReadings(ReadingStatus.NO_TEXT),
                        view.countAbove(session.clearance()),
                        undated));
    }
}
