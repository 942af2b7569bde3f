package org.cairn.archive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.bundle.Edition;
import org.cairn.bundle.ExhibitTitles;
import org.cairn.bundle.PlannedExhibit;
import org.cairn.bundle.PlannedSection;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;

/// What is late for a bundle that was served: it becomes a volume of its own behind the last page, so that nothing that
/// has a number or a mark ever gets another.
final class LatePages {

    private final Session session;
    private final Renditions renditions;
    /// The first that was served, then what was late for it, and so on.
    private final List<Serving> served;

    private LatePages(Session session, Renditions renditions, List<Serving> served) {
        this.session = session;
        this.renditions = renditions;
        this.served = List.copyOf(served);
    }

    /// What came after each other until a serving.
    static LatePages after(Session session, Renditions renditions, Serving last) {
        Deque<Serving> chain = new ArrayDeque<>(List.of(last));
        while (chain.getFirst().after().isPresent()) {
            Reference before = chain.getFirst().after().get();
            Serving serving =
                    session.store().read(view -> session.visible(view, before)).record() instanceof Serving one
                            ? one
                            : last;
            if (chain.contains(serving)) {
                break;
            }
            chain.addFirst(serving);
        }
        return new LatePages(session, renditions, List.copyOf(chain));
    }

    /// What is late of a draft.
    ///
    /// @param draft the draft with nothing but its late exhibits, and the next volume's number
    record Late(BundleDraft draft, Marks marks, int firstPage, Edition.Before before) {
        @Override
        public String toString() {
            return "Late";
        }
    }

    /// @param eyes for whose
    /// @param taken what is taken out from which version on is taken out
    /// @throws ArchiveException.InvalidInput when nothing is late
    Late of(BundleDraft draft, BundleVersion eyes, BundleVersion taken) {
        Map<Reference, Serving.Standing> standing = standing();
        Map<Reference, Edition.Change.Kind> late = new LinkedHashMap<>();
        Map<Reference, String> titles = new HashMap<>();
        for (PlannedSection section : new BundlePlanner(session, draft, taken, renditions).sections()) {
            for (PlannedExhibit exhibit : section.exhibits()) {
                titles.put(exhibit.reference(), exhibit.title());
                Serving.Standing before = standing.get(exhibit.reference());
                if (before == null) {
                    late.put(exhibit.reference(), Edition.Change.Kind.ADDED);
                } else if (!before.hash().equals(exhibit.content().hash())) {
                    late.put(exhibit.reference(), Edition.Change.Kind.CHANGED);
                }
            }
        }
        Set<Reference> wanted = new LinkedHashSet<>(late.keySet());
        // what was attached to a message comes with it
        wanted.retainAll(new HashSet<>(draft.references()));
        if (wanted.isEmpty()) {
            throw new ArchiveException.InvalidInput("exhibits", "nothingLate");
        }
        Serving last = served.getLast();
        BundleDraft alone = draft.withSections(sections(draft, wanted));
        Marks marks = Marks.late(alone, served);
        Edition.Before before = new Edition.Before(
                last.name(),
                last.date(),
                served.stream().mapToInt(one -> one.volumes().size()).sum(),
                last.lastPage(),
                hashes(seen(eyes)),
                changes(alone, standing, late, titles, marks, draft.references()).stream()
                        .map(change -> asSeen(change, eyes, draft))
                        .toList());
        int volume = last.volumes().getLast().number() + 1;
        return new Late(alone.numbered(volume), marks, last.lastPage() + 1, before);
    }

    /// By which whoever has the files knows them.
    private List<Fingerprint> hashes(List<Serving> servings) {
        return session.store()
                .read(view -> servings.stream()
                        .flatMap(one ->
                                one.volumes().stream().map(volume -> BundleTimes.known(view, one, volume.hash())))
                        .toList());
    }

    /// What was served to these eyes, or to all.
    private List<Serving> seen(BundleVersion eyes) {
        return served.stream()
                .filter(one -> one.version().orElse(BundleVersion.CONFIDENTIAL) == eyes)
                .toList();
    }

    /// What is taken back from a bundle that others had is named by its mark alone: its title was for their eyes.
    private Edition.Change asSeen(Edition.Change change, BundleVersion eyes, BundleDraft draft) {
        return change.kind() == Edition.Change.Kind.WITHDRAWN && seen(eyes).size() < served.size()
                ? new Edition.Change(
                        change.kind(),
                        change.was(),
                        change.is(),
                        ExhibitTitles.withheld(
                                Locale.forLanguageTag(draft.language().tag())),
                        change.page())
                : change;
    }

    /// Where each exhibit stood last.
    private Map<Reference, Serving.Standing> standing() {
        Map<Reference, Serving.Standing> standing = new HashMap<>();
        served.forEach(serving -> serving.exhibits().forEach(one -> standing.put(one.exhibit(), one)));
        return standing;
    }

    /// The sections of a draft with some of its exhibits; those that have none of them are not there.
    private static List<BundleDraft.Section> sections(BundleDraft draft, Set<Reference> wanted) {
        return draft.sections().stream()
                .map(section -> new BundleDraft.Section(
                        section.title(),
                        section.exhibits().stream()
                                .filter(exhibit -> wanted.contains(exhibit.reference()))
                                .toList()))
                .filter(section -> !section.exhibits().isEmpty())
                .toList();
    }

    private static List<Edition.Change> changes(
            BundleDraft alone,
            Map<Reference, Serving.Standing> standing,
            Map<Reference, Edition.Change.Kind> late,
            Map<Reference, String> titles,
            Marks marks,
            List<Reference> listed) {
        List<Edition.Change> changes = new ArrayList<>();
        for (Reference reference : alone.references()) {
            Optional<Serving.Standing> was = Optional.ofNullable(standing.get(reference));
            changes.add(new Edition.Change(
                    late.getOrDefault(reference, Edition.Change.Kind.ADDED),
                    was.map(Serving.Standing::mark).orElse(""),
                    marks.of(reference).orElse(""),
                    titles.getOrDefault(reference, reference.toString()),
                    was.map(Serving.Standing::page).orElse(0)));
        }
        standing.values().stream()
                .filter(one -> !listed.contains(one.exhibit()) && one.mark().indexOf('.') < 0)
                .sorted(Comparator.comparingInt(Serving.Standing::page))
                .map(one -> new Edition.Change(Edition.Change.Kind.WITHDRAWN, one.mark(), "", one.title(), one.page()))
                .forEach(changes::add);
        return changes;
    }

    @Override
    public String toString() {
        return "LatePages";
    }
}
