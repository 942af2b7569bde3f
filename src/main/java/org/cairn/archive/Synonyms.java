package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.SynonymFile;
import org.cairn.domain.SynonymGroup;
import org.cairn.search.SynonymTable;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Words that mean the same in this archive: whoever asks for one of them finds the others too. A group that somebody
/// may not see does not exist for them: they find nothing by it.
public final class Synonyms {

    /// Of those that a person may see: when one changes, all of them are cut into words again.
    static final int MOST_GROUPS = SynonymFile.MOST_GROUPS;

    private static final int AT_ONCE = 1_000;
    private static final String PURPOSE = "synonyms";
    private static final String STARTER = "/synonyms/starter.txt";

    private final Session session;
    private volatile Known last = new Known(-1, List.of());

    Synonyms(Session session) {
        this.session = session;
    }

    /// A group as it stands.
    ///
    /// @param revision the last
    public record Group(Reference reference, int revision, SynonymGroup group) {
        @Override
        public String toString() {
            return "Group " + reference;
        }
    }

    /// What became of the lines of a file.
    ///
    /// @param added how many new groups there are
    /// @param widened how many groups have further words
    /// @param known how many lines held nothing new
    public record Taken(int added, int widened, int known) {}

    /// What this person may know, as of a revision.
    ///
    /// @param inUse what searches go by whose answers are kept so closely: words are cut only once
    private record Known(long revision, List<Group> groups, Map<Protection, InUse> inUse) {

        Known(long revision, List<Group> groups) {
            this(revision, groups, new ConcurrentHashMap<>());
        }

        @Override
        public String toString() {
            return "Known";
        }
    }

    /// The groups that a search goes by.
    ///
    /// @param state the hash of their references and revisions; empty where there are none
    record InUse(SynonymTable table, Optional<Fingerprint> state) {
        static final InUse NONE = new InUse(SynonymTable.NONE, Optional.empty());

        @Override
        public String toString() {
            return "InUse";
        }
    }

    /// Whether this person may change them.
    public boolean mayChange() {
        return Permission.RECORD.allows(session.user());
    }

    /// How closely a group is kept where nobody says otherwise: everybody who searches may go by it.
    public Protection usual() {
        return Protection.PUBLIC;
    }

    /// The groups that are in use and that this person may see, the first kept first.
    public List<Group> list() {
        session.require(Permission.READ);
        return session.store().read(this::groups);
    }

    private List<Group> groups(StoreView view) {
        return known(view).groups();
    }

    private Known known(StoreView view) {
        long now = view.lastRevisionOf(RecordKind.SYNONYMS);
        Known before = last;
        if (before.revision() == now) {
            return before;
        }
        Known read = new Known(now, read(view));
        last = read;
        return read;
    }

    private List<Group> read(StoreView view) {
        List<Group> groups = new ArrayList<>();
        int offset = 0;
        List<Reference> page = page(view, offset);
        while (!page.isEmpty()) {
            page.stream()
                    .flatMap(reference -> view.current(reference).stream())
                    .map(revision -> new Group(revision.reference(), revision.number(), group(revision)))
                    .filter(group -> !group.group().retired())
                    .forEach(groups::add);
            offset += page.size();
            page = page(view, offset);
        }
        groups.sort(Comparator.comparing(Group::reference));
        return List.copyOf(groups);
    }

    private List<Reference> page(StoreView view, int offset) {
        return view
                .list(RecordKind.SYNONYMS, ListQuery.latest(AT_ONCE).from(offset), session.clearance())
                .items()
                .stream()
                .map(summary -> summary.reference())
                .toList();
    }

    private static SynonymGroup group(Revision revision) {
        if (revision.record() instanceof SynonymGroup group) {
            return group;
        }
        throw new ArchiveException.NotFound(revision.reference());
    }

    /// What a search goes by whose answer is seen by others: groups that are kept no more closely than the answer.
    InUse upTo(Protection protection) {
        Known known = session.store().read(this::known);
        return known.inUse().computeIfAbsent(protection, unused -> upTo(protection, known.groups()));
    }

    private static InUse upTo(Protection protection, List<Group> known) {
        List<Group> groups = known.stream()
                .filter(group -> protection.covers(group.group().protection()))
                .toList();
        return groups.isEmpty()
                ? InUse.NONE
                : new InUse(new SynonymTable(groups.stream().map(Group::group).toList()), Optional.of(state(groups)));
    }

    /// Of which revisions it is, not of their words: whoever has a statement in hand could try names on those.
    private static Fingerprint state(List<Group> groups) {
        String revisions = groups.stream()
                .map(group -> group.reference() + " " + group.revision() + "\n")
                .collect(Collectors.joining());
        return Fingerprint.of(revisions.getBytes(StandardCharsets.UTF_8));
    }

    /// Keeps words that mean the same.
    ///
    /// @param protection how closely; not above what the person may see
    /// @throws ArchiveException.InvalidInput (`words`) where they are no group
    public Kept add(List<String> words, Protection protection) {
        session.require(Permission.RECORD);
        requireWithin(protection);
        SynonymGroup group = new SynonymGroup(words, protection);
        return Kept.of(session.store().inTransaction(tx -> {
            requireRoom(tx, 1);
            return session.keep(tx, tx.next(RecordKind.SYNONYMS), group, 0, "KEPT");
        }));
    }

    private void requireWithin(Protection protection) {
        if (!session.clearance().covers(protection)) {
            throw new ArchiveException.InvalidInput("protection", "unknownValue");
        }
    }

    private void requireRoom(StoreView view, int more) {
        if (groups(view).size() + more > MOST_GROUPS) {
            throw new ArchiveException.InvalidInput("words", "manyGroups");
        }
    }

    /// Keeps other words in the place of those of a group. Where they are kept less closely than those, they become a
    /// group of its own: the words before stay as close as they were, in a history of their own.
    ///
    /// @param basedOn the revision the change was made from
    /// @throws ArchiveException.ChangedMeanwhile when another came after it
    public Kept change(Reference reference, List<String> words, Protection protection, int basedOn) {
        session.require(Permission.RECORD);
        requireWithin(protection);
        SynonymGroup group = new SynonymGroup(words, protection);
        return Kept.of(session.store().inTransaction(tx -> {
            Group before = requireInUse(tx, reference);
            if (protection.covers(before.group().protection())) {
                return session.keep(tx, reference, group, basedOn, "REVISED");
            }
            session.keep(tx, reference, before.group().retire(), basedOn, "REVISED");
            return session.keep(tx, tx.next(RecordKind.SYNONYMS), group, 0, "KEPT");
        }));
    }

    private Group requireInUse(StoreView view, Reference reference) {
        return groups(view).stream()
                .filter(group -> group.reference().equals(reference))
                .findFirst()
                .orElseThrow(() -> new ArchiveException.NotFound(reference));
    }

    /// Has a group be asked for no longer; what was kept stays in its history.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public Kept remove(Reference reference) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Group group = requireInUse(tx, reference);
            return session.keep(tx, reference, group.group().retire(), group.revision(), "REVISED");
        }));
    }

    /// A group as it stands, in use or not.
    ///
    /// @throws ArchiveException.NotFound when there is none, or none for this person
    public Group open(Reference reference) {
        session.require(Permission.READ);
        return session.store().read(view -> {
            Revision revision = session.visible(view, reference);
            return new Group(reference, revision.number(), group(revision));
        });
    }

    /// Takes the groups of a file: all of them, or none where one cannot be read. A line that holds all words of one
    /// group adds its others to it; a line that holds nothing new changes nothing.
    ///
    /// @param protection how closely new groups are kept
    /// @throws ArchiveException.InvalidInput (`line`) with the reason of the first fault
    public Taken take(SynonymFile.Read file, Protection protection) {
        session.require(Permission.RECORD);
        requireWithin(protection);
        file.faults().stream().findFirst().ifPresent(fault -> {
            throw new ArchiveException.InvalidInput("line", fault.reason());
        });
        return session.store().inTransaction(tx -> {
            requireRoom(tx, 0);
            return new Taking(tx, protection).all(file.groups());
        });
    }

    /// Takes one file in, with everything it has taken so far in sight.
    private final class Taking {

        private final StoreTransaction tx;
        private final Protection protection;
        private final List<Group> groups;
        private int added;
        private int widened;
        private int known;

        Taking(StoreTransaction tx, Protection protection) {
            this.tx = tx;
            this.protection = protection;
            this.groups = new ArrayList<>(groups(tx));
        }

        Taken all(List<List<String>> lines) {
            for (List<String> line : lines) {
                if (groups.stream().anyMatch(group -> group.group().holds(line))) {
                    known++;
                } else {
                    take(line);
                }
            }
            return new Taken(added, widened, known);
        }

        private void take(List<String> line) {
            SynonymGroup written = new SynonymGroup(line, protection);
            Optional<Group> part = groups.stream()
                    .filter(group -> group.group().protection() == protection)
                    .filter(group -> written.holds(group.group().words()))
                    .findFirst();
            if (part.isPresent()) {
                Group before = part.get();
                Revision kept = session.keep(tx, before.reference(), written, before.revision(), "REVISED");
                groups.set(groups.indexOf(before), new Group(before.reference(), kept.number(), written));
                widened++;
                return;
            }
            if (groups.size() == MOST_GROUPS) {
                throw new ArchiveException.InvalidInput("words", "manyGroups");
            }
            Revision kept = session.keep(tx, tx.next(RecordKind.SYNONYMS), written, 0, "KEPT");
            groups.add(new Group(kept.reference(), kept.number(), written));
            added++;
        }
    }

    /// The groups that are in use and that this person may see, as a file; written down, since it leaves the archive.
    public String export() {
        session.require(Permission.READ);
        String file = SynonymFile.write(list().stream().map(Group::group).toList());
        // neither how many there are nor a hash: both would tell others that there is more than they see
        session.store().inTransaction(tx -> session.note(tx, "EXPORTED", Optional.empty(), Map.of("purpose", PURPOSE)));
        return file;
    }

    /// Words of organ trade and detention in eight languages, as a file to begin with. No archive has them by itself.
    public static String starter() {
        try (InputStream file = Objects.requireNonNull(Synonyms.class.getResourceAsStream(STARTER), STARTER)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
