package org.cairn.archive;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
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
import org.cairn.domain.Pinpoint;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.Summary;
import org.cairn.domain.Testimony;
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

        private boolean empty() {
            return bearing.isEmpty() && tagged == 0;
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

    /// Keeps a link.
    public Kept add(ElementLink given) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            ElementLink link = required(tx, given);
            return session.keep(tx, tx.next(RecordKind.LINK), link, 0, "KEPT");
        }));
    }

    /// Keeps a better judgement; what it is about stays.
    ///
    /// @throws ArchiveException.NotPermitted for whoever did not make it, unless they own the archive or
    ///     only say how it stands
    public Kept revise(Reference reference, ElementLink given, int basedOn) {
        session.require(Permission.RECORD);
        return Kept.of(session.store().inTransaction(tx -> {
            ElementLink before = link(session.visible(tx, requireLink(reference)));
            ElementLink link = required(tx, given);
            if (!link.subject().equals(before.subject())) {
                throw refused("subject");
            }
            if (!link.standing(before.standing()).equals(before)) {
                requireChange(tx, reference);
            }
            return session.keep(tx, reference, link, basedOn, "REVISED");
        }));
    }

    /// Says how a link stands, whoever made it.
    public Kept stand(Reference reference, Standing standing) {
        session.require(Permission.RECORD);
        Revision current = session.store().read(view -> session.visible(view, requireLink(reference)));
        return revise(reference, link(current).standing(standing), current.number());
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

    /// The link with the code as the list has it.
    private ElementLink required(StoreView view, ElementLink given) {
        if (given.withdrawn().isPresent()) {
            throw refused("withdrawn");
        }
        Revision subject = session.visible(view, given.subject());
        given.pinpoint().ifPresent(place -> requireThere(subject, place));
        given.names().forEach(named -> session.visible(view, named));
        return given.to(elements.require(given.element()).code());
    }

    /// A statement has no more paragraphs than it has.
    private static void requireThere(Revision subject, Pinpoint place) {
        if (!(subject.record() instanceof Testimony testimony) || place instanceof Pinpoint.OfAnswer) {
            return;
        }
        int last = testimony.paragraphs().size();
        if (!(place instanceof Pinpoint.OfParagraph) || place.ordinal() > last) {
            throw new ArchiveException.InvalidInput(
                    "pinpoint",
                    "unknownValue",
                    last == 0 ? List.of(subject.reference().toString()) : ends(subject.reference(), last));
        }
    }

    private static List<String> ends(Reference statement, int last) {
        return Stream.of(1, last)
                .distinct()
                .map(paragraph -> new Pinpoint.OfParagraph(statement, paragraph).toString())
                .toList();
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
        List<Linked> all = session.store().read(view -> records.of(view, about));
        if (!all.isEmpty()) {
            session.looks().noteOnce(session, about, LOOKED_AT);
        }
        return all;
    }

    /// What bears on an element, record by record; withdrawn links are not among it.
    public List<Linked> to(String code) {
        session.require(Permission.READ);
        String element = elements.require(code).code();
        List<Linked> all = session.store().read(view -> {
            List<Linked> links = new ArrayList<>();
            summaries(view, Optional.of(element)).forEach(line -> {
                Revision revision = session.visible(view, line.reference());
                if (!link(revision).closed()) {
                    links.add(Linked.of(revision));
                }
            });
            return links;
        });
        all.addAll(tagged(element, all));
        return all.stream().sorted(Linked.ORDER).toList();
    }

    /// Items that only a tag links to an element.
    private List<Linked> tagged(String element, List<Linked> links) {
        Set<Reference> said = links.stream().map(Linked::subject).collect(Collectors.toSet());
        List<Reference> found = searches.itemsOfElement(element);
        return session.store()
                .read(view -> found.stream()
                        .filter(reference -> !said.contains(reference))
                        .filter(reference -> session.maySee(view, reference))
                        .map(reference -> session.visible(view, reference))
                        .filter(revision -> revision.record() instanceof EvidenceItem item
                                && elements.of(item).anyMatch(one -> one.code().equals(element)))
                        .map(revision -> new Linked(revision.reference(), element, Optional.empty()))
                        .toList());
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
        Map<String, Map<Bearing, Integer>> counts = new LinkedHashMap<>();
        Map<String, List<Linked>> links = new LinkedHashMap<>();
        session.store().read(view -> {
            for (Summary line : summaries(view, Optional.empty())) {
                Revision revision = session.visible(view, line.reference());
                ElementLink link = link(revision);
                if (!link.closed()) {
                    counts.computeIfAbsent(link.element(), code -> new EnumMap<>(Bearing.class))
                            .merge(link.bearing(), 1, Integer::sum);
                    links.computeIfAbsent(link.element(), code -> new ArrayList<>())
                            .add(Linked.of(revision));
                }
            }
            return counts;
        });
        return elements.all().stream()
                .map(element -> new Row(
                        element,
                        counts.getOrDefault(element.code(), Map.of()),
                        tagged(element.code(), links.getOrDefault(element.code(), List.of()))
                                .size()))
                .filter(row -> !row.empty())
                .toList();
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
