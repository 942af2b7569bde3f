package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.cairn.archive.SearchRerun.Fresh;
import org.cairn.archive.SearchRerun.Gone;
import org.cairn.archive.SearchRerun.Since;
import org.cairn.domain.FrozenList;
import org.cairn.domain.FrozenList.Line;
import org.cairn.domain.Reference;
import org.cairn.domain.SavedSearch.Run;
import org.cairn.domain.search.CourtUse;
import org.cairn.progress.Progress;
import org.cairn.store.StoreView;

/// What a saved search finds now beside what it had found: both as far as whoever asks may see.
final class Comparison {

    private final StoreView view;
    private final CourtUses uses;
    private final Run run;
    private final FrozenList then;

    /// @param run how things stood when it was answered before
    /// @param then what it had found
    Comparison(StoreView view, Session session, Run run, FrozenList then) {
        this.view = view;
        this.uses = new CourtUses(view, LocalDate.ofInstant(session.now(), ZoneOffset.UTC));
        this.run = run;
        this.then = then;
    }

    /// @param now what it finds now
    /// @param answered how things stand now
    /// @param lessVisible whether something that the same person had found is no longer visible to them
    SearchRerun with(
            FrozenList now,
            SavedSearches.Opened before,
            Searches.Whole whole,
            Run answered,
            boolean lessVisible,
            Progress progress) {
        Set<Reference> had = references(then);
        List<Fresh> fresh = new ArrayList<>();
        List<Reference> changed = new ArrayList<>();
        long same = 0;
        for (Line line : now.lines()) {
            progress.checkCancelled();
            Reference item = line.reference();
            if (!had.contains(item)) {
                fresh.add(new Fresh(item, since(item)));
            } else if (changed(item)) {
                changed.add(item);
            } else {
                same++;
            }
        }
        return new SearchRerun(
                before.revision().reference(),
                before.revision().number(),
                before.search(),
                before.keptBy(),
                whole.standing(),
                now.count(),
                whole.found().passages(),
                whole.unseen(),
                fresh,
                gone(references(now)),
                changed,
                same,
                lessVisible,
                now,
                answered);
    }

    private List<Gone> gone(Set<Reference> has) {
        return then.lines().stream()
                .map(Line::reference)
                .filter(item -> !has.contains(item))
                .map(item -> new Gone(
                        item,
                        changed(item),
                        uses.of(item).filter(CourtUse.WITHDRAWN::equals).isPresent()))
                .toList();
    }

    private boolean changed(Reference item) {
        return view.lastChange(item).filter(change -> change > run.followed()).isPresent();
    }

    private Since since(Reference item) {
        if (view.firstLine(item).filter(line -> line > run.headLine()).isPresent()) {
            return Since.KEPT;
        }
        if (changed(item)) {
            return Since.CHANGED;
        }
        boolean above = view.protection(item)
                .filter(level -> !run.clearance().covers(level))
                .isPresent();
        return above ? Since.ABOVE_THEN : Since.OTHERWISE;
    }

    private static Set<Reference> references(FrozenList list) {
        Set<Reference> references = new HashSet<>();
        list.lines().forEach(line -> references.add(line.reference()));
        return references;
    }
}
