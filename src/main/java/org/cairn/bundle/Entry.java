package org.cairn.bundle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// A line of the index, which is a bookmark too.
///
/// @param key the place it leads to
/// @param mark section letter or exhibit mark; empty for what has none
/// @param title what it is called
/// @param reference the record it comes from, or empty
/// @param date its date in words, or empty
/// @param under the lines nested in it
record Entry(String key, String mark, String title, String reference, String date, List<Entry> under) {

    Entry {
        under = List.copyOf(under);
    }

    /// Index and bookmarks say the same.
    String label() {
        return mark.isEmpty() ? title : mark + "  " + title;
    }

    static Entry plain(String key, String title) {
        return new Entry(key, "", title, "", "", List.of());
    }

    /// The lines of each volume: the schedules before the first exhibit, the sections with their exhibits, and after
    /// the last the schedules.
    ///
    /// @param version whose titles they bear
    /// @param schedules what is set after the last exhibit
    static List<List<Entry>> ofVolumes(
            BundlePlan version, Words words, List<VolumePages> volumes, List<BackMatter.Kind> schedules) {
        Map<String, PlannedExhibit> byMark = new HashMap<>();
        version.exhibits().forEach(exhibit -> byMark.put(exhibit.mark(), exhibit));
        List<List<Entry>> all = new ArrayList<>();
        Set<String> begun = new HashSet<>();
        for (VolumePages volume : volumes) {
            List<Entry> entries = new ArrayList<>();
            for (PlannedSection section : volume.sections()) {
                List<Entry> exhibits = section.exhibits().stream()
                        .map(exhibit -> of(Objects.requireNonNull(byMark.get(exhibit.mark())), words))
                        .toList();
                // a section that goes on from the volume before has its page there
                String key = begun.add(section.letter())
                        ? Keys.section(section)
                        : exhibits.getFirst().key();
                entries.add(new Entry(key, section.letter(), Titles.of(section.title()), "", "", exhibits));
            }
            all.add(entries);
        }
        all.getFirst().addAll(0, FrontSchedule.entries(version, words));
        List<Entry> set = schedules.stream()
                .map(kind -> plain(kind.key(), words.text(kind.title())))
                .toList();
        all.getLast().add(new Entry(set.getFirst().key(), "", words.text("schedules.title"), "", "", set));
        return all;
    }

    private static Entry of(PlannedExhibit exhibit, Words words) {
        String date = exhibit.withheld().isPresent()
                ? ""
                : words.date(exhibit.content().date());
        return new Entry(
                Keys.exhibit(exhibit),
                exhibit.mark(),
                Titles.of(exhibit.title()),
                exhibit.reference().toString(),
                date,
                List.of());
    }
}
