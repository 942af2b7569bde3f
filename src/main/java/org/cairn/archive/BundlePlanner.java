package org.cairn.archive;

import java.io.IOException;
import java.nio.channels.SeekableByteChannel;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.bundle.Content;
import org.cairn.bundle.ExhibitTitles;
import org.cairn.bundle.Passages;
import org.cairn.bundle.PlannedExhibit;
import org.cairn.bundle.PlannedSection;
import org.cairn.bundle.insert.Bytes;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormRecord;
import org.cairn.domain.PageRanges;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Redaction;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Testimony;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.Reading;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.store.StoreView;

/// Turns a draft's references into exhibits with their marks, bytes and custody.
///
/// What was attached to a message follows it at once, unless the draft lists it elsewhere.
final class BundlePlanner {

    private static final Set<String> MESSAGES =
            Set.of("message/rfc822", "message/x-emlx", "application/vnd.ms-outlook");

    /// What people who prepare a case think of it goes nowhere.
    private static final Set<RecordKind> AT_THE_DESK = Set.of(
            RecordKind.NOTE,
            RecordKind.ASSESSMENT,
            RecordKind.SEARCH,
            RecordKind.LIST,
            RecordKind.SYNONYMS,
            RecordKind.SERVING,
            RecordKind.LINK);

    private final Session session;
    private final BundleDraft draft;
    private final BundleVersion version;
    private final Renditions renditions;
    private final Set<Reference> listed;
    private final BundleDraft whole;

    /// @param version for whose eyes: what is withheld from them is planned as withheld
    BundlePlanner(Session session, BundleDraft draft, BundleVersion version, Renditions renditions) {
        this(session, draft, version, renditions, draft);
    }

    /// @param whole the draft of which only some exhibits are planned: what it lists on its own never comes along with
    ///     something else
    BundlePlanner(Session session, BundleDraft draft, BundleVersion version, Renditions renditions, BundleDraft whole) {
        this.session = session;
        this.renditions = renditions;
        this.draft = draft;
        this.version = version;
        this.listed = new HashSet<>(whole.references());
        this.whole = whole;
    }

    /// Every record of which the bundle will hold something, in order; not what is withheld.
    List<Revision> exhibits() {
        if (draft.references().stream().map(Reference::kind).anyMatch(AT_THE_DESK::contains)) {
            throw new ArchiveException.InvalidInput("exhibits", "unknownValue");
        }
        return session.store()
                .read(view -> draft.sections().stream()
                        .flatMap(section -> section.exhibits().stream())
                        .filter(exhibit -> exhibit.withheldFrom(version).isEmpty())
                        .flatMap(exhibit -> withAttachments(view, exhibit.reference()).stream())
                        .map(reference -> session.visible(view, reference))
                        .toList());
    }

    List<PlannedSection> sections() {
        return sections(Marks.fresh(draft));
    }

    /// @param marks what sections and exhibits are marked
    List<PlannedSection> sections(Marks marks) {
        return session.store().read(view -> {
            List<PlannedSection> sections = new ArrayList<>();
            Set<Reference> reduced = reduced(view);
            for (BundleDraft.Section section : draft.sections()) {
                List<PlannedExhibit> exhibits = exhibits(view, marks, section).stream()
                        .map(exhibit ->
                                holdsAny(view, exhibit.reference(), reduced) ? exhibit.holdingReduced() : exhibit)
                        .toList();
                sections.add(new PlannedSection(marks.letter(section), section.title(), exhibits));
            }
            return sections;
        });
    }

    /// What is not shown whole: the files that it lies in must not lie beside the bundle either.
    private Set<Reference> reduced(StoreView view) {
        return whole.sections().stream()
                .flatMap(section -> section.exhibits().stream())
                .filter(exhibit -> exhibit.withheldFrom(version).isPresent()
                        || !exhibit.redactedFrom(version).isEmpty()
                        || exhibit.pages().isPresent())
                .flatMap(exhibit -> exhibit.withheldFrom(version).isPresent()
                        ? Holding.withWhatIsInside(view, exhibit.reference())
                        : Stream.of(exhibit.reference()))
                .collect(Collectors.toSet());
    }

    private static boolean holdsAny(StoreView view, Reference exhibit, Set<Reference> some) {
        return !some.isEmpty()
                && Holding.withWhatIsInside(view, exhibit)
                        .anyMatch(inside -> !inside.equals(exhibit) && some.contains(inside));
    }

    private List<PlannedExhibit> exhibits(StoreView view, Marks marks, BundleDraft.Section section) {
        List<PlannedExhibit> exhibits = new ArrayList<>();
        for (BundleDraft.Exhibit exhibit : section.exhibits()) {
            exhibits.addAll(planned(view, marks.of(exhibit.reference()).orElse(""), exhibit));
        }
        return exhibits;
    }

    private List<PlannedExhibit> planned(StoreView view, String mark, BundleDraft.Exhibit exhibit) {
        List<PlannedExhibit> planned = new ArrayList<>();
        List<Reference> whole = withAttachments(view, exhibit.reference());
        Optional<String> withheld = exhibit.withheldFrom(version);
        for (int i = 0; i < whole.size(); i++) {
            Revision revision = session.visible(view, whole.get(i));
            String own = i == 0 && !exhibit.title().isBlank() ? exhibit.title() : title(revision);
            String title = withheld.isPresent() ? ExhibitTitles.withheld(language()) : own;
            PageRanges pages = i == 0 ? exhibit.pages().orElse(PageRanges.ALL) : PageRanges.ALL;
            List<Redaction> redactions = i == 0 ? exhibit.redactedFrom(version) : List.of();
            PlannedExhibit one =
                    plan(view, i == 0 ? mark : mark + "." + i, title, revision, pages, redactions, withheld);
            if (i == 0) {
                requireSame(exhibit, one);
            }
            planned.add(one);
        }
        return planned;
    }

    /// Areas that were drawn on what is another content by now would hide something else.
    private static void requireSame(BundleDraft.Exhibit exhibit, PlannedExhibit planned) {
        boolean another = exhibit.redacted()
                .flatMap(BundleDraft.Redacted::of)
                .filter(drawn -> !drawn.equals(planned.content().hash()))
                .isPresent();
        if (another) {
            throw new ArchiveException.InvalidInput(planned.reference().toString(), "redactedBefore");
        }
    }

    private Locale language() {
        return Locale.forLanguageTag(draft.language().tag());
    }

    private String title(Revision revision) {
        return revision.record() instanceof EvidenceItem item
                ? ExhibitTitles.of(revision.reference(), item, language())
                : revision.record().title();
    }

    private PlannedExhibit plan(
            StoreView view,
            String mark,
            String title,
            Revision revision,
            PageRanges pages,
            List<Redaction> redactions,
            Optional<String> withheld) {
        Content content = switch (revision.record()) {
            case Testimony testimony ->
                new Content.Statement(
                        testimony,
                        testimony.witness().toString(),
                        StatementNumbers.of(view, revision.reference(), testimony),
                        revision.hash(),
                        OwnForms.answered(view, testimony.answers()));
            case EvidenceItem item -> document(view, revision, item, pages);
            case FormRecord form -> medical(view, form, revision);
            default -> throw new ArchiveException.InvalidInput("exhibits", "unknownValue");
        };
        List<CustodyEvent> custody = CustodyExtract.of(view, revision.reference());
        return new PlannedExhibit(
                revision.reference(),
                mark,
                title,
                content,
                custody,
                revision.reference().toString(),
                shownAs(view, revision.reference()),
                pages,
                redactions,
                withheld);
    }

    /// The marks that the bundle's own statements give it; those of other witnesses stay in the archive.
    private List<String> shownAs(StoreView view, Reference exhibit) {
        return listed.stream()
                .filter(reference -> reference.kind() == RecordKind.TESTIMONY)
                .sorted()
                .flatMap(reference -> session.visible(view, reference).record() instanceof Testimony statement
                        ? statement.mark(exhibit).stream()
                        : Stream.empty())
                .distinct()
                .toList();
    }

    private static Content medical(StoreView view, FormRecord form, Revision revision) {
        if (form.kind() != RecordKind.MEDICAL) {
            throw new ArchiveException.InvalidInput("exhibits", "unknownValue");
        }
        List<FilledForm> answers =
                new ArrayList<>(form.answers().map(Answers::forms).orElse(List.of()));
        List<FormDefinition> forms = new ArrayList<>(OwnForms.answered(view, form.answers()));
        // the fields of an organisation's own form are answers too: its words, and what may name somebody withheld
        Optional<FormDefinition> own =
                OwnForms.withTheProgram(form.form()).isPresent() ? Optional.empty() : OwnForms.named(view, form.form());
        own.ifPresent(definition -> {
            answers.addFirst(new FilledForm(form.form(), form.fields()));
            forms.addFirst(definition);
        });
        Content.Added added = new Content.Added(answers, forms);
        return Examinations.of(form)
                .<Content>map(examination -> Examinations.content(form, examination, revision.hash(), added))
                .orElseGet(() -> new Content.FreeRecord(
                        form.title(),
                        form.witness().map(Reference::toString).orElse(""),
                        form.date(),
                        own.isPresent() ? Map.of() : Examinations.free(form),
                        revision.hash(),
                        added));
    }

    private Content document(StoreView view, Revision revision, EvidenceItem item, PageRanges pages) {
        if (item.physical()) {
            return new Content.Thing(
                    item, item.witness().map(Reference::toString).orElse(""), revision.hash());
        }
        Reading reading = view.reading(revision.reference()).orElseGet(BundlePlanner::unread);
        return new Content.Document(
                item,
                reading,
                passages(revision.reference(), item, pages),
                bytes(item),
                renditions.of(revision, reading.mediaType()));
    }

    private Passages passages(Reference reference, EvidenceItem item, PageRanges pages) {
        return () -> Stream.concat(
                        session.store().read(view -> view.passages(reference)).stream(), Spoken.passages(item).stream())
                .filter(passage -> pages.all() || passage.unit() == Passage.Unit.PAGE && pages.has(passage.ordinal()))
                .toList();
    }

    private Bytes bytes(EvidenceItem item) {
        return new Bytes() {
            @Override
            public long size() {
                return item.size();
            }

            @Override
            public SeekableByteChannel open() throws IOException {
                return session.vault().channel(item.bytes());
            }
        };
    }

    private List<Reference> withAttachments(StoreView view, Reference reference) {
        List<Reference> whole = new ArrayList<>(List.of(reference));
        boolean message = view.reading(reference)
                .map(Reading::mediaType)
                .filter(MESSAGES::contains)
                .isPresent();
        if (message) {
            view.childrenOf(reference).stream()
                    .filter(child -> !listed.contains(child) && session.maySee(view, child))
                    .forEach(child -> whole.addAll(withAttachments(view, child)));
        }
        return whole;
    }

    private static Reading unread() {
        return new Reading(ReadingStatus.UNREADABLE, "waiting", "", 0, 0, Optional.empty(), 0, 0, Map.of());
    }
}
