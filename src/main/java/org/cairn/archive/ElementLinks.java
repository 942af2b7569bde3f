package org.cairn.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.CrimeElement;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.Summary;
import org.cairn.store.StoreTransaction;
import org.cairn.store.StoreView;

/// Which records bear on which elements of crimes, where in them, and which way. A link is kept no less closely than
/// what it is about and names, and is withdrawn rather than taken away. A tag that names an element links an item as a
/// whole, and does not say which way.
public final class ElementLinks {

    /// What the ledger says was looked at, where these are read of something that is closely kept.
    static final String LOOKED_AT = "links";

    private static final int AT_ONCE = 500;

    private final Session session;
    private final Searches searches;
    private final RecordLinks records;
    private final Elements elements = new Elements();

    ElementLinks(Session session, Searches searches) {
        this.session = session;
        this.searches = searches;
        this.records = new RecordLinks(session);
    }

    /// How an element stands, counted as far as this person sees.
    ///
    /// @param bearing how many links there are of each way; withdrawn ones do not count
    /// @param tagged how many items only a tag links to it
    public record Row(CrimeElement element, Map<Bearing, Integer> bearing, int tagged) {
        public Row {
            bearing = Map.copyOf(bearing);
        }

        /// How many of one way.
        public int of(Bearing way) {
            return bearing.getOrDefault(way, 0);
        }

        @Override
        public String toString() {
            return "Row " + element;
        }
    }

    /// The elements that the program knows, in the order of the law.
    public List<CrimeElement> known() {
        return elements.all();
    }

    /// The element of a code, however its letters are written.
    ///
    /// @throws ArchiveException.InvalidInput naming a few codes that are like it, where there is none
    public CrimeElement known(String code) {
        return elements.require(code);
    }

    /// Whether this person may link.
    public boolean mayLink() {
        return Permission.RECORD.allows(session.user());
    }

    /// Whether this person may change what a link says, or withdraw it.
    public boolean mayChange(Reference link) {
        return mayLink() && session.store().read(view -> mayChange(view, requireLink(link)));
    }

    /// Whether this person may say that a link was reviewed: whoever wrote what it says may not.
    public boolean mayReview(Reference link) {
        requireLink(link);
        return mayLink() && session.store().read(view -> session.maySee(view, link) && mayReview(view.history(link)));
    }

    /// Keeps a link: a draft, since nobody else has read it.
    ///
    /// @throws ArchiveException.InvalidInput (`draftAtFirst`) where it is said to stand otherwise
    public Kept add(ElementLink given) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            ElementLink link = required(tx, given, Standing.DRAFT);
            return session.keep(tx, tx.next(RecordKind.LINK), link, 0, "KEPT");
        }));
    }

    /// Keeps a better judgement; what it is about stays. It is a draft again, whatever was held of the one before;
    /// where only how it stands is said, that is kept.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not make it, unless they own the archive or
    ///     only say how it stands
    /// @throws ArchiveException.InvalidInput (`draftAtFirst`) where something is changed and said to stand otherwise
    ///     at once
    public Kept revise(Reference reference, ElementLink given, int basedOn) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision current = session.visible(tx, requireLink(reference));
            ElementLink before = requireOpen(current);
            if (sameSaid(before, given)) {
                return stand(tx, reference, given, basedOn);
            }
            requireChange(tx, reference);
            ElementLink link = required(tx, given, before.standing());
            if (!link.subject().equals(before.subject())) {
                throw refused("subject");
            }
            return session.keep(tx, reference, link, basedOn, "REVISED");
        }));
    }

    /// Says how a link stands, whoever made it.
    ///
    /// @throws ArchiveException.NotPermitted for whoever wrote what it says, where they say that it was reviewed
    /// @throws ArchiveException.RecordSealed when it was withdrawn
    public Kept stand(Reference reference, Standing standing) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision current = session.visible(tx, requireLink(reference));
            return stand(tx, reference, requireOpen(current).standing(standing), current.number());
        }));
    }

    private Revision stand(StoreTransaction tx, Reference reference, ElementLink link, int basedOn) {
        if (link.standing() == Standing.REVIEWED && !mayReview(tx.history(reference))) {
            throw new ArchiveException.NotPermitted("reviewOwnLink");
        }
        return session.keep(tx, reference, link, basedOn, "REVISED");
    }

    /// Whether somebody else wrote what a link says now: the last who changed more than how it stands.
    private boolean mayReview(List<Revision> history) {
        int last = history.size() - 1;
        while (last > 0 && sameSaid(link(history.get(last - 1)), link(history.get(last)))) {
            last--;
        }
        return !history.get(last).author().equals(session.user().name());
    }

    private static boolean sameSaid(ElementLink before, ElementLink after) {
        return after.standing(before.standing()).equals(before);
    }

    /// Says that a link holds no longer, and why.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not make it, unless they own the archive
    /// @throws ArchiveException.RecordSealed when it was withdrawn already
    public Kept withdraw(Reference reference, String reason) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            Revision current = session.visible(tx, requireLink(reference));
            requireChange(tx, reference);
            ElementLink withdrawn = link(current).withdrawnFor(reason);
            return session.keep(tx, reference, withdrawn, current.number(), "LINK_WITHDRAWN");
        }));
    }

    private static ElementLink requireOpen(Revision revision) {
        ElementLink link = link(revision);
        if (link.closed()) {
            throw new ArchiveException.RecordSealed(revision.reference());
        }
        return link;
    }

    /// The link with the code as the list has it, a draft.
    ///
    /// @param before how it stood
    private ElementLink required(StoreView view, ElementLink given, Standing before) {
        if (given.withdrawn().isPresent()) {
            throw refused("withdrawn");
        }
        if (given.standing() != before && given.standing() != Standing.DRAFT) {
            throw new ArchiveException.InvalidInput("standing", "draftAtFirst", List.of(Standing.DRAFT.name()));
        }
        Revision subject = session.visible(view, given.subject());
        given.pinpoint().ifPresent(place -> LinkedPlaces.require(view, subject, place));
        given.names().forEach(named -> session.visible(view, named));
        return given.to(elements.require(given.element()).code()).standing(Standing.DRAFT);
    }

    private static ArchiveException.InvalidInput refused(String field) {
        return new ArchiveException.InvalidInput(field, "unknownValue");
    }

    private void requireChange(StoreView view, Reference link) {
        if (!mayChange(view, link)) {
            throw new ArchiveException.NotPermitted("changeLink");
        }
    }

    /// Whoever made it, or owns the archive.
    private boolean mayChange(StoreView view, Reference link) {
        return view.history(link).getFirst().author().equals(session.user().name())
                || session.user().roles().contains(Role.OWNER);
    }

    /// What a record bears on, the whole first, then place by place; withdrawn links among them, and at the end what
    /// only its tags say.
    public List<Linked> of(Reference subject) {
        session.require(Permission.READ);
        Revision about = session.store().read(view -> session.visible(view, subject));
        // before it is known whether there are any: the ledger would tell of those that are hidden
        session.looks().noteOnce(session, about, LOOKED_AT);
        return session.store().read(view -> records.of(view, about));
    }

    /// What bears on an element, record by record; withdrawn links are not among it.
    public List<Linked> to(String code) {
        session.require(Permission.READ);
        return bearing(List.of(elements.require(code))).stream()
                .sorted(Linked.ORDER)
                .toList();
    }

    /// The links to elements that stand, and the items that only a tag links to them.
    private List<Linked> bearing(List<CrimeElement> asked) {
        Set<String> codes = asked.stream().map(CrimeElement::code).collect(Collectors.toSet());
        List<Reference> found = searches.itemsOfElements(List.copyOf(codes));
        return session.store().read(view -> {
            List<Linked> all = new ArrayList<>();
            Optional<String> only =
                    asked.size() == 1 ? Optional.of(asked.getFirst().code()) : Optional.empty();
            summaries(view, only).forEach(line -> {
                Revision revision = session.visible(view, line.reference());
                if (!link(revision).closed()) {
                    all.add(Linked.of(revision));
                }
            });
            Map<Reference, Set<String>> said = all.stream()
                    .collect(Collectors.groupingBy(
                            Linked::subject, Collectors.mapping(Linked::element, Collectors.toSet())));
            found.stream()
                    .filter(reference -> session.maySee(view, reference))
                    .map(reference -> session.visible(view, reference))
                    .flatMap(revision -> tags(revision, codes, said.getOrDefault(revision.reference(), Set.of())))
                    .forEach(all::add);
            return all;
        });
    }

    /// What the tags of an item say, and no link does.
    private Stream<Linked> tags(Revision revision, Set<String> asked, Set<String> said) {
        return revision.record() instanceof EvidenceItem item
                ? elements.of(item)
                        .map(CrimeElement::code)
                        .filter(code -> asked.contains(code) && !said.contains(code))
                        .map(code -> new Linked(revision.reference(), code, Optional.empty()))
                : Stream.empty();
    }

    private List<Summary> summaries(StoreView view, Optional<String> element) {
        List<Summary> all = new ArrayList<>();
        Page<Summary> page;
        do {
            ListQuery query =
                    new ListQuery(ListQuery.Sort.REFERENCE, false, AT_ONCE, all.size(), Optional.empty(), element);
            page = view.list(RecordKind.LINK, query, session.clearance());
            all.addAll(page.items());
        } while (page.items().size() == AT_ONCE);
        return all;
    }

    /// Every element that something bears on, in the order of the law.
    public List<Row> matrix() {
        session.require(Permission.READ);
        Map<String, List<Linked>> all =
                bearing(elements.all()).stream().collect(Collectors.groupingBy(Linked::element));
        return elements.all().stream()
                .filter(element -> all.containsKey(element.code()))
                .map(element -> row(element, all.getOrDefault(element.code(), List.of())))
                .toList();
    }

    private static Row row(CrimeElement element, List<Linked> all) {
        Map<Bearing, Integer> counts = new EnumMap<>(Bearing.class);
        all.stream().flatMap(one -> one.link().stream()).forEach(link -> counts.merge(link.bearing(), 1, Integer::sum));
        int tagged = (int) all.stream().filter(one -> one.link().isEmpty()).count();
        return new Row(element, counts, tagged);
    }

    private static Reference requireLink(Reference reference) {
        if (reference.kind() != RecordKind.LINK) {
            throw new ArchiveException.NotFound(reference);
        }
        return reference;
    }

    static ElementLink link(Revision revision) {
        if (revision.record() instanceof ElementLink link) {
            return link;
        }
        throw new ArchiveException.NotFound(revision.reference());
    }
}
