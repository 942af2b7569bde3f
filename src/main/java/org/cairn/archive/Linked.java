package org.cairn.archive;

import java.util.Comparator;
import java.util.Optional;
import org.cairn.domain.ElementLink;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// That a record bears on an element of a crime: as a link says, or only a tag on an item.
///
/// @param subject the record
/// @param element the code of the element
/// @param revision the link as it stands; nothing where a tag says so, of the whole item and not which way
public record Linked(Reference subject, String element, Optional<Revision> revision) {

    /// By record, the whole before its places, then by element.
    static final Comparator<Linked> ORDER = Comparator.comparing(Linked::subject)
            .thenComparingInt(one -> one.place().map(Pinpoint::ordinal).orElse(-1))
            .thenComparing(Linked::element)
            .thenComparing(one -> one.revision().map(Revision::reference), Linked::before);

    static Linked of(Revision revision) {
        ElementLink link = ElementLinks.link(revision);
        return new Linked(link.subject(), link.element(), Optional.of(revision));
    }

    private static int before(Optional<Reference> one, Optional<Reference> other) {
        return one.map(Reference::number).orElse(0)
                - other.map(Reference::number).orElse(0);
    }

    /// What the link says; nothing of a tag.
    public Optional<ElementLink> link() {
        return revision.map(ElementLinks::link);
    }

    /// The place in the record; nothing for the whole.
    public Optional<Pinpoint> place() {
        return link().flatMap(ElementLink::pinpoint);
    }

    /// Whether it holds no longer.
    public boolean withdrawn() {
        return link().filter(ElementLink::closed).isPresent();
    }

    @Override
    public String toString() {
        return "Linked " + subject;
    }
}
