package org.cairn.bundle.insert;

import java.util.List;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.domain.served.RuleResult;

/// The pages a source became in the bundle, in order, and what had to be mended or left behind.
///
/// @param pages pages already added to the target
/// @param notes what a reader of the bundle, or the person making it, must be told; the first argument is the exhibit
/// mark
public record Inserted(List<PDPage> pages, List<RuleResult> notes) {
    public Inserted {
        pages = List.copyOf(pages);
        notes = List.copyOf(notes);
    }
}
