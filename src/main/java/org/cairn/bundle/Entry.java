package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;

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

    /// The lines of a plan: its sections with their exhibits, and the schedules after them.
    static List<Entry> of(BundlePlan plan, Words words) {
        List<Entry> entries = new ArrayList<>();
        for (PlannedSection section : plan.sections()) {
            List<Entry> exhibits = section.exhibits().stream()
                    .map(exhibit -> of(exhibit, words))
                    .toList();
            entries.add(
                    new Entry(Keys.section(section), section.letter(), Titles.of(section.title()), "", "", exhibits));
        }
        List<Entry> schedules = new ArrayList<>();
        if (!plan.consents().isEmpty()) {
            schedules.add(plain(Keys.CONSENT, words.text("consent.title")));
        }
        schedules.add(plain(Keys.CUSTODY, words.text("custody.title")));
        schedules.add(plain(Keys.MANIFEST, words.text("manifest.title")));
        entries.add(new Entry(schedules.getFirst().key(), "", words.text("schedules.title"), "", "", schedules));
        return entries;
    }

    private static Entry of(PlannedExhibit exhibit, Words words) {
        String date = switch (exhibit.content()) {
            case Content.Statement statement -> words.date(statement.testimony().when());
            case Content.MedicalReport report -> words.date(report.date());
            case Content.FreeRecord free -> words.date(free.date());
            case Content.Thing thing -> words.date(thing.item().when());
            case Content.Document document -> words.date(document.item().when());
        };
        return new Entry(
                Keys.exhibit(exhibit),
                exhibit.mark(),
                Titles.of(exhibit.title()),
                exhibit.reference().toString(),
                date,
                List.of());
    }
}
