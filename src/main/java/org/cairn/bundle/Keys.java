package org.cairn.bundle;

import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.Pinpoint;

/// The keys by which places in a bundle are linked.
final class Keys {

    static final String COVER = "cover";
    static final String INDEX = "index";
    static final String CHANGES = "changes";
    static final String REDACTIONS = "redactions";
    static final String CONSENT = "consent";
    static final String CUSTODY = "custody";
    static final String MANIFEST = "manifest";

    private Keys() {}

    static String schedule(Schedule schedule) {
        return "schedule " + schedule.name();
    }

    static String section(PlannedSection section) {
        return "section " + section.letter();
    }

    static String exhibit(PlannedExhibit exhibit) {
        return exhibit(exhibit.mark());
    }

    /// A page of the document that an exhibit is, as the document counts; where it has no such page, the exhibit is
    /// what is found.
    static String page(PlannedExhibit exhibit, int page) {
        return exhibit(exhibit) + "#" + page;
    }

    /// A page of an exhibit as it stands in the bundle, counted without its separator.
    static String content(PlannedExhibit exhibit, int page) {
        return exhibit(exhibit) + "#in" + page;
    }

    /// A place of an exhibit that the bundle shows: a page of a document, a paragraph of a statement. What is left out
    /// or taken out has none, so that nothing tells of it.
    static String shown(String mark, Pinpoint place) {
        return exhibit(mark) + "#at" + Mention.place(place);
    }

    /// A paragraph of a statement as a place that the bundle shows.
    static String shown(String mark, int paragraph) {
        return exhibit(mark) + "#at ¶" + paragraph;
    }

    /// The exhibit that a key of a page is of, or the key itself.
    static String whole(String key) {
        int page = key.indexOf('#');
        return page < 0 ? key : key.substring(0, page);
    }

    static String exhibit(String mark) {
        return "exhibit " + mark;
    }
}
