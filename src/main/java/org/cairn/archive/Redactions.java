package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.cairn.bundle.BundlePlan;
import org.cairn.bundle.Edition;
import org.cairn.bundle.ExhibitPreview;
import org.cairn.bundle.PlannedExhibit;
import org.cairn.bundle.PlannedSection;
import org.cairn.bundle.redact.Found;
import org.cairn.bundle.redact.PageLook;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Occurrence;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.progress.Progress;

/// What is taken out of the exhibits of a bundle's draft: the pages that areas are drawn on, and every place where
/// words stand in the whole draft. Looks at what is kept closely are in the ledger.
public final class Redactions {

    private final Session session;
    private final Witnesses witnesses;
    private final Renditions renditions;

    Redactions(Session session, Witnesses witnesses, Renditions renditions) {
        this.session = session;
        this.witnesses = witnesses;
        this.renditions = renditions;
    }

    /// The pages of an exhibit; the caller closes them.
    ///
    /// @throws ArchiveException.NotFound when it is not in the draft
    public ExhibitLook pages(BundleDraft draft, Reference exhibit, Progress progress) {
        session.require(Permission.READ);
        return session.closing().mayOvertake(() -> {
            BundlePlan plan = plan(draft);
            PlannedExhibit planned = plan.exhibits().stream()
                    .filter(one -> one.reference().equals(exhibit))
                    .findFirst()
                    .orElseThrow(() -> new ArchiveException.NotFound(exhibit));
            note(exhibit);
            DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT);
            try {
                ExhibitPreview pages = ExhibitPreview.of(
                        plan, planned, drawing, session.closing().watching(progress));
                return new ExhibitLook(pages, drawing, planned.content().hash());
            } catch (RuntimeException e) {
                drawing.close();
                throw e;
            }
        });
    }

    /// Every place where some words stand in the exhibits of a draft, also in attachments that come with them and in
    /// what a machine recognised on scans: in the order of the bundle.
    ///
    /// @param words in any script; a place is found whatever the case, the accents and the ends of lines
    /// @param progress told of the stage `seek`, exhibit by exhibit
    public Sought find(BundleDraft draft, List<String> words, Progress progress) {
        session.require(Permission.READ);
        if (words.stream().allMatch(String::isBlank)) {
            throw new ArchiveException.InvalidInput("words", "missing");
        }
        return session.closing().mayOvertake(() -> {
            BundlePlan plan = plan(draft);
            List<Occurrence> found = new ArrayList<>();
            List<Reference> notSeen = new ArrayList<>();
            Progress watched = session.closing().watching(progress);
            int done = 0;
            try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT)) {
                Optional<Reference> within = Optional.empty();
                Set<Reference> listed = Set.copyOf(draft.references());
                for (PlannedExhibit exhibit : plan.exhibits()) {
                    watched.checkCancelled();
                    watched.step("seek", done++, plan.exhibits().size());
                    boolean own = listed.contains(exhibit.reference());
                    within = own ? Optional.of(exhibit.reference()) : within;
                    note(exhibit.reference());
                    Progress alone = watched.untold();
                    try (ExhibitPreview pages = ExhibitPreview.of(plan, exhibit, drawing, alone)) {
                        if (!pages.wordless(page -> isRead(exhibit.reference(), page))
                                .isEmpty()) {
                            notSeen.add(exhibit.reference());
                        }
                        found.addAll(in(pages, exhibit, own ? Optional.empty() : within, words, draft, alone));
                    } catch (NotDrawable e) {
                        notSeen.add(exhibit.reference());
                    }
                }
            }
            return new Sought(found, notSeen);
        });
    }

    /// What came of looking for words.
    ///
    /// @param found every place, in the order of the bundle
    /// @param notSeen exhibits whose pages cannot be looked at: nobody knows what they hold
    public record Sought(List<Occurrence> found, List<Reference> notSeen) {
        public Sought {
            found = List.copyOf(found);
            notSeen = List.copyOf(notSeen);
        }

        @Override
        public String toString() {
            return "Sought " + found.size();
        }
    }

    /// Who the witnesses of a draft are: the words that a version for others is searched for, as far as whoever asks
    /// may know them.
    public List<String> proposed(BundleDraft draft) {
        session.require(Permission.READ);
        return new ProtectedWords(witnesses).known(plan(draft));
    }

    /// Whether a machine looked for words on a page and told where they are, or that there are none. What a person
    /// typed has no place on the page.
    private boolean isRead(Reference reference, int page) {
        return session.store()
                .read(view -> view.recognisedPages(reference).stream()
                        .filter(one -> one.page() == page)
                        .anyMatch(one -> one.outcome() == RecognisedPage.Outcome.SILENT
                                || one.outcome() == RecognisedPage.Outcome.READ
                                        && !view.wordPlaces(reference, page).isEmpty()));
    }

    private List<Occurrence> in(
            ExhibitPreview pages,
            PlannedExhibit exhibit,
            Optional<Reference> within,
            List<String> words,
            BundleDraft draft,
            Progress progress) {
        Reference reference = exhibit.reference();
        List<Found> all = pages.find(
                words,
                page -> session.store().read(view -> RecognisedLines.of(Recognition.words(view, reference, page))),
                progress);
        Set<Integer> numbers = all.stream()
                .flatMap(one -> one.spots().stream())
                .map(Found.Spot::page)
                .collect(Collectors.toSet());
        var looks = numbers.stream().collect(Collectors.toMap(page -> page, pages::look));
        List<Occurrence> found = new ArrayList<>();
        for (Found one : all) {
            List<Occurrence.Spot> spots = new ArrayList<>();
            for (Found.Spot spot : one.spots()) {
                PageLook look = looks.get(spot.page());
                if (look != null) {
                    spots.add(new Occurrence.Spot(spot.page(), spot.area(), look.under(spot.area())));
                }
            }
            found.add(new Occurrence(
                    reference,
                    within,
                    exhibit.content().hash(),
                    one.word(),
                    one.page(),
                    spots,
                    one.alone(),
                    one.before(),
                    one.itself(),
                    one.after(),
                    draft.hiddenFrom(reference, within, spots)));
        }
        return found;
    }

    /// The draft with nothing taken out of it, marked as it will be.
    private BundlePlan plan(BundleDraft draft) {
        BundleDraft bare = bare(draft);
        Optional<LatePages.Late> late = late(bare);
        List<PlannedSection> sections = late.map(
                        one -> new BundlePlanner(session, one.draft(), BundleVersion.CONFIDENTIAL, renditions, bare)
                                .sections(one.marks()))
                .orElseGet(() -> new BundlePlanner(session, bare, BundleVersion.CONFIDENTIAL, renditions).sections());
        return new BundlePlan(
                bare,
                LocalDate.ofInstant(session.now(), ZoneOffset.UTC),
                Locale.forLanguageTag(bare.language().tag()),
                Bundles.PROGRAM,
                sections,
                List.of(),
                List.of(),
                Edition.ONLY);
    }

    /// Where it goes behind a bundle that was served: what is late of it.
    private Optional<LatePages.Late> late(BundleDraft bare) {
        Optional<Reference> after = bare.how().after();
        if (after.isEmpty() || bare.references().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LatePages.after(session, renditions, Servings.of(session, after.get()))
                    .of(bare, BundleVersion.CONFIDENTIAL, BundleVersion.CONFIDENTIAL));
        } catch (ArchiveException.InvalidInput e) {
            return Optional.empty(); // nothing is late yet: it is looked at as it lies
        }
    }

    private static BundleDraft bare(BundleDraft draft) {
        return draft.withSections(draft.sections().stream()
                .map(section -> new BundleDraft.Section(
                        section.title(),
                        section.exhibits().stream()
                                .map(exhibit -> new BundleDraft.Exhibit(
                                        exhibit.reference(),
                                        exhibit.title(),
                                        exhibit.pages(),
                                        Optional.empty(),
                                        Optional.empty()))
                                .toList()))
                .toList());
    }

    private void note(Reference exhibit) {
        Revision revision = session.store().read(view -> session.visible(view, exhibit));
        session.looks().noteOnce(session, revision, "pages");
    }

    @Override
    public String toString() {
        return "Redactions";
    }
}
