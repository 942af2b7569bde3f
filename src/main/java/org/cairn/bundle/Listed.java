package org.cairn.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.served.ExhibitPlace;

/// An exhibit as the tables beside a bundle list it: with the pages it has there.
///
/// @param section the section that it is in
/// @param volume the number of the volume that it is in
/// @param file the place of that volume among the files of the bundle, from 0
/// @param page the number of its first page
/// @param pages how many it has
record Listed(PlannedExhibit exhibit, PlannedSection section, int volume, int file, int page, int pages) {

    /// Every exhibit of a finished bundle, in order.
    static List<Listed> of(BundlePlan plan, Shape shape, List<ExhibitPlace> places) {
        Map<String, ExhibitPlace> byMark = new HashMap<>();
        places.forEach(place -> byMark.put(place.mark(), place));
        List<Listed> all = new ArrayList<>();
        for (PlannedSection section : plan.sections()) {
            for (PlannedExhibit exhibit : section.exhibits()) {
                Optional.ofNullable(byMark.get(exhibit.mark()))
                        .ifPresent(place -> all.add(listed(exhibit, section, shape, place)));
            }
        }
        return all;
    }

    private static Listed listed(PlannedExhibit exhibit, PlannedSection section, Shape shape, ExhibitPlace place) {
        int file = 0;
        while (shape.volumes().get(file).lastPage() < place.page()) {
            file++;
        }
        return new Listed(exhibit, section, shape.volumes().get(file).number(), file, place.page(), place.pages());
    }

    /// Nothing else is said of it then.
    boolean withheld() {
        return exhibit.withheld().isPresent();
    }

    int lastPage() {
        return page + pages - 1;
    }

    /// The mark of the exhibit that it came with: `A/3` of `A/3.2`, and of itself.
    String family() {
        int dot = exhibit.mark().indexOf('.');
        return dot < 0 ? exhibit.mark() : exhibit.mark().substring(0, dot);
    }

    @Override
    public String toString() {
        return "Listed " + exhibit.mark();
    }
}
