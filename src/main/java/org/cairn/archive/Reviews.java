package org.cairn.archive;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Glance;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations;
import org.cairn.domain.ReviewMark;
import org.cairn.domain.Revision;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Who has looked what through. A mark is a signed line of the ledger, of one person and of what they had before them;
/// taking it back is another line.
public final class Reviews {

    /// What can be looked through and marked so.
    public static final Set<RecordKind> REVIEWED = Set.of(
            RecordKind.TESTIMONY,
            RecordKind.EVIDENCE,
            RecordKind.MEDICAL,
            RecordKind.PERSON,
            RecordKind.PLACE,
            RecordKind.EVENT,
            RecordKind.PAYMENT);

    private final Session session;

    Reviews(Session session) {
        this.session = session;
    }

    /// A mark as it stands.
    ///
    /// @param changed whether the record says something else since; what it is to other items aside, which changes
    ///     nothing in what was looked through
    /// @param readAgain whether the program has read the file otherwise since
    public record Standing(ReviewMark mark, boolean changed, boolean readAgain) {

        /// Whether the person had something else before them than what is there now.
        public boolean outdated() {
            return changed || readAgain;
        }

        @Override
        public String toString() {
            return "Standing " + mark;
        }
    }

    /// Whether this person may mark anything.
    public boolean mayMark() {
        return Permission.RECORD.allows(session.user());
    }

    /// Marks a record as looked through by this person, as it is now.
    ///
    /// @return whether that was not marked already
    public boolean mark(Reference record) {
        session.require(Permission.RECORD);
        return session.store().inTransaction(tx -> mark(tx, record, Map.of()));
    }

    boolean mark(StoreTransaction tx, Reference record, Map<String, String> besides) {
        Revision revision = reviewable(tx, record);
        String reading = tx.readingHash(record).orElse("");
        boolean already = own(tx, record)
                .filter(mark ->
                        mark.revision() == revision.number() && mark.reading().equals(reading))
                .isPresent();
        if (!already) {
            Map<String, String> details = new TreeMap<>(besides);
            details.put("revision", String.valueOf(revision.number()));
            details.put("reading", reading);
            session.note(tx, ReviewMark.MARKED, Optional.of(record), details);
        }
        return !already;
    }

    /// Takes this person's mark back; those of others stay.
    ///
    /// @return whether there was one
    public boolean takeBack(Reference record) {
        session.require(Permission.RECORD);
        return session.store().inTransaction(tx -> takeBack(tx, record, Map.of()));
    }

    boolean takeBack(StoreTransaction tx, Reference record, Map<String, String> besides) {
        Revision revision = reviewable(tx, record);
        boolean marked = own(tx, record).isPresent();
        if (marked) {
            Map<String, String> details = new TreeMap<>(besides);
            details.put("revision", String.valueOf(revision.number()));
            session.note(tx, ReviewMark.TAKEN_BACK, Optional.of(record), details);
        }
        return marked;
    }

    private Revision reviewable(StoreView view, Reference record) {
        if (!REVIEWED.contains(record.kind())) {
            throw new ArchiveException.InvalidInput("reference", "unknownValue");
        }
        return session.visible(view, record);
    }

    private Optional<ReviewMark> own(StoreView view, Reference record) {
        return view.reviews(record).stream()
                .filter(mark -> mark.person().equals(session.user().name()))
                .findFirst();
    }

    /// Who has looked a record through, the first first.
    public List<Standing> of(Reference record) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            return standing(view, session.visible(view, record));
        });
    }

    /// Who has looked a record through as it is now.
    List<String> upToDate(StoreView view, Revision now) {
        return standing(view, now).stream()
                .filter(one -> !one.outdated())
                .map(one -> one.mark().person())
                .toList();
    }

    private static List<Standing> standing(StoreView view, Revision now) {
        String reading = view.readingHash(now.reference()).orElse("");
        List<Standing> standing = new ArrayList<>();
        for (ReviewMark mark : view.reviews(now.reference())) {
            standing.add(
                    new Standing(mark, changed(view, mark, now), !mark.reading().equals(reading)));
        }
        return standing;
    }

    private static boolean changed(StoreView view, ReviewMark mark, Revision now) {
        return mark.revision() != now.number()
                && view.history(now.reference()).stream()
                        .filter(before -> before.number() == mark.revision())
                        .noneMatch(before -> alone(before.record()).equals(alone(now.record())));
    }

    private static ArchiveRecord alone(ArchiveRecord record) {
        return record instanceof EvidenceItem item
                ? item.related(Relations.NONE).translating(Optional.empty())
                : record;
    }

    /// What a list shows of the work on some records.
    public Map<Reference, Glance> glances(List<Reference> records) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            Map<Reference, Glance> glances = new HashMap<>(view.glances(records, session.clearance()));
            glances.replaceAll((record, glance) -> glance.outdated() ? looked(view, record, glance) : glance);
            return glances;
        });
    }

    /// There is another revision: whether it says anything else is looked for only then.
    private static Glance looked(StoreView view, Reference record, Glance glance) {
        boolean outdated = view.current(record)
                .map(now -> standing(view, now).stream().allMatch(Standing::changed))
                .orElse(true);
        return new Glance(
                glance.reviewers(),
                outdated,
                glance.grade(),
                glance.authenticity(),
                glance.notes(),
                glance.relations());
    }
}
