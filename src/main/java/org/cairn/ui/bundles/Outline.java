package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleDraft.Exhibit;
import org.cairn.domain.BundleDraft.Section;
import org.cairn.domain.Reference;

/// The order of a bundle, and every way to change it; each change gives a new order.
///
/// @param sections in order
record Outline(List<Section> sections) {

    Outline {
        sections = List.copyOf(sections);
    }

    /// A section, or an exhibit in it.
    ///
    /// @param section from 0
    /// @param exhibit from 0; -1 for the section itself
    record Spot(int section, int exhibit) {
        boolean isSection() {
            return exhibit < 0;
        }
    }

    /// An order and where the thing that was moved stands in it.
    record Moved(Outline outline, Spot spot) {}

    static Outline of(BundleDraft draft) {
        return new Outline(draft.sections());
    }

    Optional<Exhibit> exhibit(Spot spot) {
        return spot.isSection() || spot.section() >= sections.size()
                ? Optional.empty()
                : sections.get(spot.section()).exhibits().stream()
                        .skip(spot.exhibit())
                        .findFirst();
    }

    boolean holds(Reference reference) {
        return sections.stream()
                .flatMap(section -> section.exhibits().stream())
                .anyMatch(exhibit -> exhibit.reference().equals(reference));
    }

    Optional<Spot> find(Reference reference) {
        for (int s = 0; s < sections.size(); s++) {
            List<Exhibit> exhibits = sections.get(s).exhibits();
            for (int e = 0; e < exhibits.size(); e++) {
                if (exhibits.get(e).reference().equals(reference)) {
                    return Optional.of(new Spot(s, e));
                }
            }
        }
        return Optional.empty();
    }

    /// One step up (-1) or down (+1): an exhibit at the end of its section goes on into the next one.
    Moved step(Spot spot, int by) {
        if (spot.isSection()) {
            int to = spot.section() + by;
            return to < 0 || to >= sections.size() ? new Moved(this, spot) : swap(spot.section(), to);
        }
        int size = sections.get(spot.section()).exhibits().size();
        int to = spot.exhibit() + by;
        if (to >= 0 && to < size) {
            return move(spot, new Spot(spot.section(), to));
        }
        int next = spot.section() + by;
        if (next < 0 || next >= sections.size()) {
            return new Moved(this, spot);
        }
        return move(
                spot, new Spot(next, by > 0 ? 0 : sections.get(next).exhibits().size()));
    }

    /// Moves an exhibit to before another spot, or to the end of a section.
    Moved move(Spot from, Spot to) {
        if (from.isSection()) {
            return to.section() == from.section() ? new Moved(this, from) : moveSection(from.section(), to.section());
        }
        Exhibit moving = exhibit(from).orElseThrow();
        Outline without = remove(from);
        int most = without.sections.get(to.section()).exhibits().size();
        int at = to.isSection() ? most : Math.min(to.exhibit(), most);
        return new Moved(without.insert(to.section(), at, moving), new Spot(to.section(), at));
    }

    Outline add(int section, Exhibit exhibit) {
        return holds(exhibit.reference())
                ? this
                : insert(section, sections.get(section).exhibits().size(), exhibit);
    }

    Outline addSection(String title) {
        List<Section> all = new ArrayList<>(sections);
        all.add(new Section(title, List.of()));
        return new Outline(all);
    }

    Outline rename(Spot spot, String title) {
        if (spot.isSection()) {
            Section section = sections.get(spot.section());
            return title.isBlank() ? this : with(spot.section(), new Section(title, section.exhibits()));
        }
        List<Exhibit> exhibits = new ArrayList<>(sections.get(spot.section()).exhibits());
        exhibits.set(spot.exhibit(), exhibits.get(spot.exhibit()).titled(title));
        return with(spot.section(), new Section(sections.get(spot.section()).title(), exhibits));
    }

    /// Another of the same record in an exhibit's place; the same order where it is not there.
    Outline replace(Exhibit other) {
        return find(other.reference())
                .map(spot -> {
                    Section section = sections.get(spot.section());
                    List<Exhibit> exhibits = new ArrayList<>(section.exhibits());
                    exhibits.set(spot.exhibit(), other);
                    return with(spot.section(), new Section(section.title(), exhibits));
                })
                .orElse(this);
    }

    /// An exhibit's mark as it will be printed, where nothing of the bundle was served before: `A/1`.
    static String mark(Spot spot) {
        return (char) ('A' + spot.section() % 26) + "/" + (spot.exhibit() + 1);
    }

    Outline remove(Spot spot) {
        if (spot.isSection()) {
            List<Section> all = new ArrayList<>(sections);
            all.remove(spot.section());
            return new Outline(all);
        }
        Section section = sections.get(spot.section());
        List<Exhibit> exhibits = new ArrayList<>(section.exhibits());
        exhibits.remove(spot.exhibit());
        return with(spot.section(), new Section(section.title(), exhibits));
    }

    private Outline insert(int section, int at, Exhibit exhibit) {
        List<Exhibit> exhibits = new ArrayList<>(sections.get(section).exhibits());
        exhibits.add(at, exhibit);
        return with(section, new Section(sections.get(section).title(), exhibits));
    }

    private Outline with(int index, Section section) {
        List<Section> all = new ArrayList<>(sections);
        all.set(index, section);
        return new Outline(all);
    }

    private Moved swap(int from, int to) {
        List<Section> all = new ArrayList<>(sections);
        java.util.Collections.swap(all, from, to);
        return new Moved(new Outline(all), new Spot(to, -1));
    }

    private Moved moveSection(int from, int to) {
        List<Section> all = new ArrayList<>(sections);
        all.add(Math.min(to, all.size() - 1), all.remove(from));
        return new Moved(new Outline(all), new Spot(to, -1));
    }
}
