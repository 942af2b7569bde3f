package org.cairn.ui.home;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Archive;
import org.cairn.archive.Drafts;
import org.cairn.domain.ListQuery;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// What home shows, read anew at each visit.
public final class HomeViewModel {

    /// One look at the archive.
    ///
    /// @param counts how many records of each kind
    /// @param recent what was kept last, the latest first
    /// @param drafts work that is no revision yet
    /// @param sound recordings that were interrupted
    /// @param unseen what no search can look at
    public record Look(
            Map<RecordKind, Long> counts,
            List<Summary> recent,
            List<Drafts.Draft> drafts,
            Sound sound,
            SearchAnswer.Unseen unseen) {

        /// Whether there is nothing in the archive yet.
        public boolean empty() {
            return counts.values().stream().allMatch(count -> count == 0) && drafts.isEmpty();
        }

        @Override
        public String toString() {
            return "Look";
        }
    }

    /// Recordings that the program, or the power, left before they were kept.
    ///
    /// @param finished those that the opening made whole
    /// @param waiting how many are sealed and could not become evidence items yet
    public record Sound(List<Reference> finished, int waiting) {}

    private static final int RECENT = 8;
    private static final List<RecordKind> COUNTED =
            List.of(RecordKind.TESTIMONY, RecordKind.WITNESS, RecordKind.EVIDENCE, RecordKind.BUNDLE);

    private final Desk desk;
    private final ObjectProperty<@Nullable Look> look = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    public HomeViewModel(Desk desk) {
        this.desk = desk;
    }

    /// What was seen last; null while nothing was read yet.
    public ObjectProperty<@Nullable Look> lookProperty() {
        return look;
    }

    /// What went wrong.
    public ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// Looks again.
    public void refresh() {
        desk.tasks()
                .fetch(
                        () -> look(desk.archive()),
                        found -> {
                            look.set(found);
                            lookAtSearch(found);
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private static Look look(Archive archive) {
        Map<RecordKind, Long> counts = new EnumMap<>(RecordKind.class);
        COUNTED.forEach(kind -> counts.put(kind, archive.records().count(kind)));
        List<Summary> recent = Stream.of(RecordKind.TESTIMONY, RecordKind.EVIDENCE, RecordKind.BUNDLE)
                .flatMap(kind -> archive.records().list(kind, ListQuery.latest(RECENT)).items().stream())
                .sorted(Comparator.comparing(Summary::keptAt).reversed())
                .limit(RECENT)
                .toList();
        Sound sound = new Sound(
                archive.recordings().finishedAtOpening(), archive.recordings().waiting());
        return new Look(counts, recent, archive.drafts().list(), sound, SearchAnswer.Unseen.NOTHING);
    }

    /// Apart and afterwards: an index that is slow or damaged keeps nobody from the rest of home.
    private void lookAtSearch(Look found) {
        desk.tasks()
                .fetch(
                        () -> desk.archive().searches().unseen(),
                        unseen -> look.set(
                                new Look(found.counts(), found.recent(), found.drafts(), found.sound(), unseen)),
                        failure -> told.set(desk.errors().tell(failure)));
    }
}
