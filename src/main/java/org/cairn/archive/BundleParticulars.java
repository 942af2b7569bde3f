package org.cairn.archive;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.bundle.Content;
import org.cairn.bundle.Mention;
import org.cairn.bundle.Particulars;
import org.cairn.bundle.Particulars.Bearer;
import org.cairn.bundle.Particulars.Happening;
import org.cairn.bundle.Particulars.LinkedElement;
import org.cairn.bundle.Particulars.Persona;
import org.cairn.bundle.PlannedExhibit;
import org.cairn.bundle.PlannedSection;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.CrimeElement;
import org.cairn.domain.ElementLink;
import org.cairn.domain.ElementLink.Bearing;
import org.cairn.domain.ElementLink.Standing;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.Witness;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.store.StoreView;

/// What the archive knows for the schedules that a draft asks for: elements, events and persons, as far as exhibits
/// that the version shows tell of them.
///
/// An event or a person is no exhibit, but its title leaves with the bundle: so each is judged as an exhibit is. What
/// may not leave is counted before the bundle is written, and refuses nothing.
final class BundleParticulars {

    private static final int AT_ONCE = 500;
    /// True of a category of witnesses in which few are, so that it may tell who somebody is.
    private static final String TELLING = "telling";

    private final Session session;
    private final BundleDraft draft;
    private final BundleVersion eyes;
    private final BiPredicate<StoreView, Revision> allowed;
    private final Map<Reference, PlannedExhibit> shown = new LinkedHashMap<>();
    private final List<Revision> leaving = new ArrayList<>();
    private final List<RuleResult> results = new ArrayList<>();
    private Particulars found = Particulars.NONE;

    private BundleParticulars(
            Session session,
            BundleDraft draft,
            BundleVersion eyes,
            List<PlannedSection> sections,
            BiPredicate<StoreView, Revision> allowed) {
        this.session = session;
        this.draft = draft;
        this.eyes = eyes;
        this.allowed = allowed;
        for (PlannedSection section : sections) {
            section.exhibits().stream()
                    .filter(exhibit -> exhibit.withheld().isEmpty())
                    .forEach(exhibit -> shown.putIfAbsent(exhibit.reference(), exhibit));
        }
    }

    /// @param eyes for whom
    /// @param allowed whether a record that is no exhibit may leave with the bundle
    static BundleParticulars of(
            Session session,
            BundleDraft draft,
            BundleVersion eyes,
            List<PlannedSection> sections,
            BiPredicate<StoreView, Revision> allowed) {
        BundleParticulars particulars = new BundleParticulars(session, draft, eyes, sections, allowed);
        if (!draft.how().schedules().isEmpty()) {
            particulars.found = session.store().read(particulars::find);
        }
        return particulars;
    }

    /// What the bundle is told.
    Particulars found() {
        return found;
    }

    /// Records that are no exhibits, and of which something leaves.
    List<Reference> leaving() {
        return leaving.stream().map(Revision::reference).distinct().toList();
    }

    /// What a person should look at.
    List<RuleResult> results() {
        return List.copyOf(results);
    }

    private Particulars find(StoreView view) {
        return new Particulars(
                asked(Schedule.ELEMENTS) ? elements(view) : List.of(),
                asked(Schedule.CHRONOLOGY) ? events(view) : List.of(),
                asked(Schedule.PERSONS)
                        ? Stream.concat(witnesses(view), spokenOf(view)).toList()
                        : List.of());
    }

    private boolean asked(Schedule schedule) {
        return draft.how().schedules().contains(schedule);
    }

    /// Links that stand, of exhibits that are shown. One that somebody disputes is left out, and so is one that is kept
    /// more closely than both its exhibit and the bundle; why it was made is never told.
    private List<LinkedElement> elements(StoreView view) {
        Elements known = new Elements();
        Map<String, List<Bearer>> linked = new LinkedHashMap<>();
        int drafts = 0;
        int disputed = 0;
        int kept = 0;
        for (PlannedExhibit exhibit : shown.values()) {
            Revision revision = session.visible(view, exhibit.reference());
            Set<Row> rows = new LinkedHashSet<>();
            for (Linked one : new RecordLinks(session).standing(view, revision)) {
                Optional<ElementLink> link = one.link();
                if (link.isEmpty()) {
                    continue; // a tag, which is asked about when it is known which links leave
                }
                if (link.get().standing() == Standing.DISPUTED) {
                    disputed++;
                } else if (!mayLeave(view, one)) {
                    kept++;
                } else {
                    drafts += link.get().standing() == Standing.DRAFT ? 1 : 0;
                    rows.add(new Row(
                            one.element(), one.place(), Optional.of(link.get().bearing())));
                }
            }
            rows.addAll(tags(known, exhibit, rows));
            rows.forEach(row -> linked.computeIfAbsent(row.element(), code -> new ArrayList<>())
                    .add(row.in(exhibit)));
            misnamed(known, exhibit);
        }
        count("ELEMENTS", "preflight.linksDraft", drafts);
        count("ELEMENTS", "preflight.linksDisputed", disputed);
        count("ELEMENTS", "preflight.linksKept", kept);
        return known.all().stream()
                .filter(element -> linked.containsKey(element.code()))
                .map(element -> new LinkedElement(
                        element.code(),
                        element.instrument(),
                        element.citation(),
                        element.reviewed(),
                        linked.getOrDefault(element.code(), List.of())))
                .toList();
    }

    /// What an exhibit bears on, as links say it: told once where several say the same, before it is known whether the
    /// bundle shows the place, so that each version has as many.
    private record Row(String element, Optional<Pinpoint> place, Optional<Bearing> bearing) {
        private Bearer in(PlannedExhibit exhibit) {
            return new Bearer(new Mention(exhibit.mark(), place.filter(at -> stands(exhibit, at))), bearing);
        }

        @Override
        public String toString() {
            return "Row";
        }
    }

    /// What only tags say, where no link that leaves says it better: one that is left out must not take the tag along.
    private static List<Row> tags(Elements known, PlannedExhibit exhibit, Set<Row> links) {
        Set<String> said = links.stream().map(Row::element).collect(Collectors.toSet());
        return item(exhibit.content()).stream()
                .flatMap(known::of)
                .map(CrimeElement::code)
                .filter(code -> !said.contains(code))
                .map(code -> new Row(code, Optional.empty(), Optional.empty()))
                .toList();
    }

    private void misnamed(Elements known, PlannedExhibit exhibit) {
        if (item(exhibit.content()).filter(known::misnamed).isPresent()) {
            results.add(
                    RuleResult.of("ELEMENTS", Outcome.NEEDS_PERSON, "preflight.elementUnknown", exhibit.reference()));
        }
    }

    private boolean mayLeave(StoreView view, Linked one) {
        return one.revision()
                .map(revision -> view.protection(revision.reference()).orElse(Protection.SEALED))
                .filter(level -> !draft.confidentiality().covers(level)
                        && !view.protection(one.subject()).equals(Optional.of(level)))
                .isEmpty();
    }

    /// Whether a place is one that the bundle shows, as far as that is known before its pages are set: a page of a
    /// document that is neither left out nor withheld, a paragraph of a statement.
    private static boolean stands(PlannedExhibit exhibit, Pinpoint at) {
        return switch (exhibit.content()) {
            case Content.Document document -> at instanceof Pinpoint.OfPage page && isShown(exhibit, page.page());
            case Content.Statement statement ->
                at instanceof Pinpoint.OfParagraph paragraph
                        && paragraph.paragraph()
                                <= statement.testimony().paragraphs().size();
            // on whose pages no place has a number
            case Content.Thing none -> false;
            case Content.MedicalReport none -> false;
            case Content.FreeRecord none -> false;
        };
    }

    private static boolean isShown(PlannedExhibit exhibit, int page) {
        int place = exhibit.pages().place(page);
        return place > 0
                && exhibit.redactions().stream()
                        .noneMatch(redaction ->
                                redaction.page() == place && redaction.area().whole());
    }

    private static Optional<EvidenceItem> item(Content content) {
        return switch (content) {
            case Content.Document document -> Optional.of(document.item());
            case Content.Thing thing -> Optional.of(thing.item());
            // only items of evidence bear tags
            case Content.Statement none -> Optional.empty();
            case Content.MedicalReport none -> Optional.empty();
            case Content.FreeRecord none -> Optional.empty();
        };
    }

    private List<Happening> events(StoreView view) {
        List<Happening> events = new ArrayList<>();
        int kept = 0;
        for (Told told : told(view, RecordKind.EVENT)) {
            if (told.form().date().isEmpty()) {
                continue;
            }
            if (mayLeave(view, told)) {
                leaving.add(told.revision());
                events.add(new Happening(told.form().title(), told.form().date().get(), told.mentions()));
            } else {
                kept++;
            }
        }
        count("CHRONOLOGY", "preflight.eventsKept", kept);
        return events;
    }

    /// Of whom the record may not leave, only the reference does.
    private Stream<Persona> spokenOf(StoreView view) {
        List<Persona> persons = new ArrayList<>();
        int kept = 0;
        for (Told told : told(view, RecordKind.PERSON)) {
            boolean named = mayLeave(view, told);
            if (named) {
                leaving.add(told.revision());
            } else {
                kept++;
            }
            persons.add(new Persona(
                    Persona.Kind.SPOKEN_OF,
                    told.revision().reference().toString(),
                    named ? Optional.of(told.form().title()) : Optional.empty(),
                    named ? role(told.form()) : Optional.empty(),
                    told.mentions()));
        }
        count("PERSONS", "preflight.personsKept", kept);
        return persons.stream();
    }

    private void count(String rule, String code, int kept) {
        if (kept > 0) {
            results.add(RuleResult.of(rule, Outcome.NEEDS_PERSON, code, kept));
        }
    }

    /// A record that exhibits of the bundle tell of, and where.
    private record Told(Revision revision, FormRecord form, List<Mention> mentions) {
        @Override
        public String toString() {
            return "Told " + revision.reference();
        }
    }

    /// Of what the person may not see, nothing is known here.
    private List<Told> told(StoreView view, RecordKind kind) {
        List<Told> told = new ArrayList<>();
        for (int offset = 0; ; offset += AT_ONCE) {
            Page<Summary> page = view.list(kind, ListQuery.first(AT_ONCE).from(offset), session.clearance());
            for (Summary line : page.items()) {
                Revision revision = session.visible(view, line.reference());
                if (revision.record() instanceof FormRecord form) {
                    List<Mention> mentions = mentions(form);
                    if (!mentions.isEmpty()) {
                        told.add(new Told(revision, form, mentions));
                    }
                }
            }
            if (page.items().size() < AT_ONCE) {
                return told;
            }
        }
    }

    /// In the order of the bundle.
    private List<Mention> mentions(FormRecord form) {
        List<PlannedExhibit> order = List.copyOf(shown.values());
        List<Named.Place> named = Named.in(form).stream()
                .filter(place -> shown.containsKey(place.reference()))
                .toList();
        return named.stream()
                .filter(place -> place.at().isPresent() || named.stream().noneMatch(other -> closer(other, place)))
                .sorted(Comparator.comparingInt(place -> order.indexOf(shown.get(place.reference()))))
                .map(place -> mention(place, Optional.ofNullable(shown.get(place.reference()))))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    /// Whether a place says what another says of an exhibit as a whole.
    private static boolean closer(Named.Place one, Named.Place whole) {
        return one.at().isPresent() && one.reference().equals(whole.reference());
    }

    private static Optional<Mention> mention(Named.Place place, Optional<PlannedExhibit> exhibit) {
        return exhibit.map(one -> new Mention(
                one.mark(),
                place.at()
                        .filter(at -> one.pages().all()
                                || at instanceof Pinpoint.OfPage page
                                        && one.pages().has(page.page()))));
    }

    private boolean mayLeave(StoreView view, Told told) {
        return view.protection(told.revision().reference())
                        .filter(draft.confidentiality()::covers)
                        .isPresent()
                && allowed.test(view, told.revision());
    }

    private static Optional<String> role(FormRecord form) {
        return Optional.ofNullable(form.fields().get("allegedRole"))
                .map(role -> role.toString().strip().toUpperCase(Locale.ROOT).replace('-', '_'))
                .filter(Vocabulary.codes("alleged-role")::contains);
    }

    /// The witnesses whom exhibits name on their own pages; where a file came from is not told here.
    private Stream<Persona> witnesses(StoreView view) {
        Map<Reference, List<Mention>> appear = new LinkedHashMap<>();
        for (PlannedExhibit exhibit : shown.values()) {
            Reference.tryParse(pseudonym(exhibit.content()))
                    .ifPresent(witness -> appear.computeIfAbsent(witness, one -> new ArrayList<>())
                            .add(Mention.in(exhibit.mark())));
        }
        return appear.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(one -> new Persona(
                        Persona.Kind.WITNESS,
                        one.getKey().toString(),
                        Optional.empty(),
                        category(view, one.getKey()),
                        one.getValue()));
    }

    private static String pseudonym(Content content) {
        return switch (content) {
            case Content.Statement statement -> statement.pseudonym();
            case Content.MedicalReport report -> report.pseudonym();
            case Content.FreeRecord free -> free.pseudonym();
            case Content.Thing thing -> thing.pseudonym();
            case Content.Document none -> "";
        };
    }

    /// What a witness is, where so many are that it tells nobody who: not in a bundle for everybody, nothing of whom
    /// the record is kept more closely than the bundle, and never that somebody may be a suspect.
    private Optional<String> category(StoreView view, Reference witness) {
        if (eyes == BundleVersion.PUBLIC || !session.maySee(view, witness)) {
            return Optional.empty();
        }
        boolean covered =
                view.protection(witness).filter(draft.confidentiality()::covers).isPresent();
        return Optional.of(session.visible(view, witness).record())
                .filter(record -> covered)
                .filter(Witness.class::isInstance)
                .map(Witness.class::cast)
                .filter(record -> !record.insider())
                .map(Witness::category)
                .filter(tellsNobody()::contains);
    }

    private static List<String> tellsNobody() {
        return Vocabulary.lines("witness-category").stream()
                .filter(line -> !line.contains(TELLING))
                .map(List::getFirst)
                .collect(Collectors.toList());
    }
}
