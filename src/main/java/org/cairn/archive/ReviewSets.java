package org.cairn.archive;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FrozenList;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewProgress;
import org.cairn.domain.ReviewSet;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Sets of records to be looked through, and how far people have come with them. What somebody may not see of a set is
/// neither shown to them nor counted.
public final class ReviewSets {

    private static final int LONGEST_NAME = 200;

    private final Session session;
    private final Searches searches;
    private final Reviews reviews;

    ReviewSets(Session session, Searches searches, Reviews reviews) {
        this.session = session;
        this.searches = searches;
        this.reviews = reviews;
    }

    /// Whether this person may make sets.
    public boolean mayMake() {
        return Permission.RECORD.allows(session.user());
    }

    /// Makes a set of all that a search finds now and that can be looked through, in the order of the answer. What is
    /// kept later is not in it.
    ///
    /// @param persons whom it is given to; nobody means everybody
    /// @throws ArchiveException.InvalidInput (`name`) where it has none, (`person`) where somebody was never
    ///     let in, (`query`) where nothing is found
    public ReviewSet make(String name, SearchRequest request, List<String> persons, Progress progress) {
        session.require(Permission.RECORD);
        // everybody may see the set: what is in it must not tell of words that only some may know
        return make(name, request.query(), searches.inOrder(request, Protection.PUBLIC, progress), persons);
    }

    /// Makes a set of exactly these records.
    public ReviewSet make(String name, String query, List<Reference> records, List<String> persons) {
        session.require(Permission.RECORD);
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            throw new ArchiveException.InvalidInput("name", called.isEmpty() ? "missing" : "unknownValue");
        }
        int number = session.store().inTransaction(tx -> {
            FrozenList list = frozen(tx, records);
            if (list.lines().isEmpty()) {
                throw new ArchiveException.InvalidInput("query", "missing");
            }
            requireKnown(tx, persons);
            ReviewSet set = new ReviewSet(
                    0, called, query, session.user().name(), session.now(), List.of(), false, list.count());
            int made = tx.putReviewSet(set, session.clearance(), list, session.salt());
            session.note(
                    tx,
                    ReviewSet.MADE,
                    Optional.empty(),
                    Map.of(
                            "set",
                            String.valueOf(made),
                            "list",
                            tx.reviewSetHash(made).hex()));
            if (!persons.isEmpty()) {
                give(tx, made, persons);
            }
            return made;
        });
        return set(number);
    }

    private FrozenList frozen(StoreView view, List<Reference> records) {
        return new FrozenList(records.stream()
                .filter(reference -> Reviews.REVIEWED.contains(reference.kind()))
                .filter(reference -> session.maySee(view, reference))
                .flatMap(reference -> view.current(reference).stream())
                .map(revision -> new FrozenList.Line(revision.reference(), revision.number()))
                .toList());
    }

    private static void requireKnown(StoreView view, List<String> persons) {
        List<String> known = Users.listed(view).stream().map(User::name).toList();
        if (!known.containsAll(persons)) {
            throw new ArchiveException.InvalidInput("person", "unknownValue");
        }
    }

    /// The sets in which there is something for this person to see, the last made first.
    public List<ReviewSet> all() {
        session.require(Permission.READ);
        return session.store().read(view -> view.reviewSets(session.clearance()));
    }

    /// One of them.
    ///
    /// @throws ArchiveException.InvalidInput (`set`) where there is none for this person
    public ReviewSet set(int number) {
        return all().stream()
                .filter(set -> set.number() == number)
                .findFirst()
                .orElseThrow(() -> new ArchiveException.InvalidInput("set", "unknownValue"));
    }

    /// What this person may see of a set, in its order.
    public List<Reference> items(int number) {
        set(number);
        return session.store().read(view -> view.reviewSetItems(number, session.clearance()));
    }

    /// How far a set has come.
    public ReviewProgress progress(int number) {
        ReviewSet set = set(number);
        return session.store().read(view -> {
            Map<String, Integer> by = new TreeMap<>();
            int reviewed = 0;
            int left = 0;
            for (Reference item : view.reviewSetItems(number, session.clearance())) {
                List<String> persons = reviewers(view, item);
                persons.forEach(person -> by.merge(person, 1, Integer::sum));
                reviewed += persons.isEmpty() ? 0 : 1;
                left += isLeft(set, persons) ? 1 : 0;
            }
            return new ReviewProgress(set, reviewed, by, left);
        });
    }

    /// The next record of a set that is left to this person, after one of it; the first where there is none after it.
    public Optional<Reference> next(int number, Optional<Reference> after) {
        ReviewSet set = set(number);
        return session.store().read(view -> {
            List<Reference> items = view.reviewSetItems(number, session.clearance());
            int from = after.map(items::indexOf).orElse(-1) + 1;
            for (int i = 0; i < items.size(); i++) {
                Reference item = items.get((from + i) % items.size());
                if (isLeft(set, reviewers(view, item))) {
                    return Optional.of(item);
                }
            }
            return Optional.empty();
        });
    }

    private boolean isLeft(ReviewSet set, List<String> reviewers) {
        String me = session.user().name();
        if (set.closed()) {
            return false;
        }
        return set.open() ? reviewers.isEmpty() : set.persons().contains(me) && !reviewers.contains(me);
    }

    /// Who has looked a record through as it is now.
    private List<String> reviewers(StoreView view, Reference item) {
        Optional<Revision> now = view.current(item);
        return now.map(revision -> reviews.upToDate(view, revision)).orElse(List.of());
    }

    /// Gives a set to other persons; nobody means everybody.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not make it, unless they own the archive
    public void assign(int number, List<String> persons) {
        requireMine(number);
        session.store().inTransaction(tx -> {
            requireKnown(tx, persons);
            return give(tx, number, persons);
        });
    }

    private boolean give(StoreTransaction tx, int number, List<String> persons) {
        tx.assignReviewSet(number, persons.stream().distinct().toList());
        Map<String, String> details = new HashMap<>();
        details.put("set", String.valueOf(number));
        details.put("persons", String.join(", ", persons));
        session.note(tx, ReviewSet.ASSIGNED, Optional.empty(), details);
        return true;
    }

    /// Says that a set is done with: nothing of it is left to anybody. Marks stay.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not make it, unless they own the archive
    public void close(int number) {
        requireMine(number);
        session.store().inTransaction(tx -> {
            tx.closeReviewSet(number);
            return session.note(tx, ReviewSet.CLOSED, Optional.empty(), Map.of("set", String.valueOf(number)));
        });
    }

    private void requireMine(int number) {
        session.require(Permission.RECORD);
        boolean mine = set(number).madeBy().equals(session.user().name())
                || session.user().roles().contains(Role.OWNER);
        if (!mine) {
            throw new ArchiveException.NotPermitted("changeReviewSet");
        }
    }
}
