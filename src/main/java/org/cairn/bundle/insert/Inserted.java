package org.cairn.bundle.insert;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.domain.Area;
import org.cairn.domain.served.RuleResult;

/// The pages a source became in the bundle, in order, and what had to be mended or left behind.
///
/// @param pages pages already added to the target
/// @param notes what a reader of the bundle, or the person making it, must be told; the first argument is the exhibit
/// mark
/// @param places what part of each page the source's page takes
public record Inserted(List<PDPage> pages, List<RuleResult> notes, List<Area> places) {
    public Inserted {
        pages = List.copyOf(pages);
        places = List.copyOf(places);
        notes = List.copyOf(notes);
    }
}
