package org.cairn.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// That a record, at a place or as a whole, bears on an element of a crime, as somebody holds. It says that it bears on
/// it, and never that it proves it.
///
/// @param subject the record: an item, a statement or a medical record
/// @param pinpoint the exact place in it; nothing for the whole
/// @param element a code of the vocabulary `element`, such as `PAL.PURP`
/// @param bearing whether it is for the element or against it
/// @param directness how it bears on it, where somebody said
/// @param weight from 1 for a little to 3 for much, where somebody said
/// @param incident the event that it is about, where it is about one
/// @param suspect the person that it is about, where it is about one
/// @param rationale why, for those who work on the case: in no bundle
/// @param standing how far others have looked at it
/// @param protection how closely it is kept; never less closely than its subject and what it names
/// @param withdrawn why it holds no longer; what it said stays readable in the revision before
public record ElementLink(
        Reference subject,
        Optional<Pinpoint> pinpoint,
        String element,
        Bearing bearing,
        Optional<Directness> directness,
        Optional<Integer> weight,
        Optional<Reference> incident,
        Optional<Reference> suspect,
        String rationale,
        Standing standing,
        Protection protection,
        Optional<String> withdrawn)
        implements ArchiveRecord {

    /// What can bear on an element: what can be shown to a court.
    public static final Set<RecordKind> LINKED =
            Set.copyOf(EnumSet.of(RecordKind.TESTIMONY, RecordKind.EVIDENCE, RecordKind.MEDICAL));

    /// The greatest weight.
    public static final int HEAVIEST = 3;

    /// More letters than this are no reason any more, but a document.
    public static final int LONGEST_RATIONALE = 10_000;

    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.]{0,39}");

    /// Which way it bears.
    public enum Bearing {
        /// For the element.
        SUPPORTS,
        /// Against it.
        CONTRADICTS,
        /// Neither, but needed to understand it.
        CONTEXT
    }

    /// How it bears.
    public enum Directness {
        /// It tells of the element itself.
        DIRECT,
        /// The element follows from it together with something else.
        CIRCUMSTANTIAL,
        /// It tells of what was around.
        BACKGROUND
    }

    /// How far others have looked at it.
    public enum Standing {
        /// Nobody else yet.
        DRAFT,
        /// Somebody holds it to be right.
        REVIEWED,
        /// Somebody holds it to be wrong.
        DISPUTED
    }

    public ElementLink {
        pinpoint.map(Pinpoint::reference)
                .filter(there -> !there.equals(subject))
                .ifPresent(elsewhere -> {
                    throw refused("pinpoint");
                });
        if (!LINKED.contains(subject.kind())) {
            throw refused("subject");
        }
        if (!CODE.matcher(element).matches()) {
            throw refused("element");
        }
        if (rationale.length() > LONGEST_RATIONALE) {
            throw new ArchiveException.InvalidInput("rationale", "longReason");
        }
        weight.ifPresent(heavy -> Texts.requireBetween("weight", heavy, 1, HEAVIEST));
        if (incident.filter(event -> event.kind() != RecordKind.EVENT).isPresent()) {
            throw refused("incident");
        }
        if (suspect.filter(person -> person.kind() != RecordKind.PERSON).isPresent()) {
            throw refused("suspect");
        }
    }

    private static ArchiveException.InvalidInput refused(String field) {
        return new ArchiveException.InvalidInput(field, "unknownValue");
    }

    /// A link of which no more is known than which way it bears: a draft, kept as closely as its subject.
    public ElementLink(Reference subject, Optional<Pinpoint> pinpoint, String element, Bearing bearing) {
        this(
                subject,
                pinpoint,
                element,
                bearing,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Standing.DRAFT,
                Protection.PUBLIC,
                Optional.empty());
    }

    private ElementLink with(Consumer<Parts> change) {
        Parts parts = new Parts(this);
        change.accept(parts);
        return parts.link();
    }

    /// What a link is made of, while another is made of it.
    private static final class Parts {
        private final Reference subject;
        private Optional<Pinpoint> pinpoint;
        private String element;
        private Bearing bearing;
        private Optional<Directness> directness;
        private Optional<Integer> weight;
        private Optional<Reference> incident;
        private Optional<Reference> suspect;
        private String rationale;
        private Standing standing;
        private Protection protection;
        private Optional<String> withdrawn;

        Parts(ElementLink of) {
            subject = of.subject;
            pinpoint = of.pinpoint;
            element = of.element;
            bearing = of.bearing;
            directness = of.directness;
            weight = of.weight;
            incident = of.incident;
            suspect = of.suspect;
            rationale = of.rationale;
            standing = of.standing;
            protection = of.protection;
            withdrawn = of.withdrawn;
        }

        ElementLink link() {
            return new ElementLink(
                    subject,
                    pinpoint,
                    element,
                    bearing,
                    directness,
                    weight,
                    incident,
                    suspect,
                    rationale,
                    standing,
                    protection,
                    withdrawn);
        }
    }

    /// The same at another place, or of the whole.
    public ElementLink at(Optional<Pinpoint> where) {
        return with(parts -> parts.pinpoint = where);
    }

    /// The same to another element.
    public ElementLink to(String code) {
        return with(parts -> parts.element = code);
    }

    /// The same, bearing another way.
    public ElementLink bearing(Bearing way) {
        return with(parts -> parts.bearing = way);
    }

    /// The same, with how it bears and how much.
    public ElementLink judged(Optional<Directness> how, Optional<Integer> heavy) {
        return with(parts -> {
            parts.directness = how;
            parts.weight = heavy;
        });
    }

    /// The same, about an event and a person.
    public ElementLink concerning(Optional<Reference> event, Optional<Reference> person) {
        return with(parts -> {
            parts.incident = event;
            parts.suspect = person;
        });
    }

    /// The same with another reason.
    public ElementLink because(String why) {
        return with(parts -> parts.rationale = why);
    }

    /// The same, looked at otherwise.
    public ElementLink standing(Standing now) {
        return with(parts -> parts.standing = now);
    }

    /// The same, kept as closely as this.
    public ElementLink kept(Protection level) {
        return with(parts -> parts.protection = level);
    }

    /// The same, holding no longer.
    public ElementLink withdrawnFor(String reason) {
        Texts.requireGiven("reason", reason);
        return with(parts -> parts.withdrawn = Optional.of(reason));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.LINK;
    }

    /// The element with the place: `PAL.PURP: T-0007 ¶14`.
    @Override
    public String title() {
        return element + ": " + pinpoint.map(Pinpoint::toString).orElse(subject.toString());
    }

    /// Its element, so that those of one are listed.
    @Override
    public String type() {
        return element;
    }

    @Override
    public Optional<Reference> about() {
        return Optional.of(subject);
    }

    /// The event and the person: that it is there would tell of them.
    @Override
    public List<Reference> names() {
        return Stream.of(incident, suspect).flatMap(Optional::stream).toList();
    }

    /// What was withdrawn is followed by another link, and never taken up again.
    @Override
    public boolean closed() {
        return withdrawn.isPresent();
    }

    @Override
    public String toString() {
        return "ElementLink";
    }
}
