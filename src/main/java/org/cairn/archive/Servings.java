package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import org.cairn.bundle.BundlePlan;
import org.cairn.bundle.PlannedExhibit;
import org.cairn.bundle.PlannedSection;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.ServedBundle;

/// The record of a bundle that was written.
final class Servings {

    private Servings() {}

    /// A serving that is kept.
    static Serving of(Session session, Reference reference) {
        if (session.store().read(view -> session.visible(view, reference)).record() instanceof Serving serving) {
            return serving;
        }
        throw new ArchiveException.NotFound(reference);
    }

    static Serving of(Kept bundle, Planned version, BundlePlan plan, ServedBundle served) {
        BundleDraft draft = plan.draft();
        List<Serving.Volume> volumes = served.volumes().stream()
                .map(volume -> new Serving.Volume(
                        volume.number(),
                        volume.pdf().getFileName().toString(),
                        volume.fingerprint(),
                        volume.firstPage(),
                        volume.pages()))
                .toList();
        return new Serving(
                bundle.reference(),
                bundle.revision(),
                version.edition().version(),
                draft.title(),
                draft.caseName(),
                draft.profile(),
                draft.confidentiality(),
                draft.language(),
                draft.scope(),
                draft.recipient(),
                plan.date(),
                volumes,
                standing(plan, served.places()),
                draft.how().after());
    }

    private static List<Serving.Standing> standing(BundlePlan plan, List<ExhibitPlace> places) {
        List<Serving.Standing> standing = new ArrayList<>();
        for (PlannedSection section : plan.sections()) {
            for (PlannedExhibit exhibit : section.exhibits()) {
                places.stream()
                        .filter(place -> place.mark().equals(exhibit.mark()))
                        .findFirst()
                        .ifPresent(place -> standing.add(new Serving.Standing(
                                exhibit.reference(),
                                place.hash(),
                                exhibit.mark(),
                                section.letter(),
                                section.title(),
                                exhibit.title(),
                                place.page(),
                                place.pages())));
            }
        }
        return standing;
    }
}
