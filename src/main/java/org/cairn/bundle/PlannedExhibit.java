package org.cairn.bundle;

import java.util.List;
import org.cairn.domain.Reference;
import org.cairn.domain.custody.CustodyEvent;

/// One exhibit, ready to be written.
///
/// @param reference the record it comes from
/// @param mark its exhibit mark, such as `A/1`
/// @param title what the index calls it
/// @param content what it holds
/// @param custody what happened to it, in order
/// @param fileStem what its original is called in the folder beside the bundle, without an extension
/// @param shownAs the marks it got when it was shown to the witnesses of statements in the bundle, such as `W-0007/1`
public record PlannedExhibit(
        Reference reference,
        String mark,
        String title,
        Content content,
        List<CustodyEvent> custody,
        String fileStem,
        List<String> shownAs) {
    public PlannedExhibit {
        custody = List.copyOf(custody);
        shownAs = List.copyOf(shownAs);
    }

    /// An exhibit that no witness of the bundle was shown.
    public PlannedExhibit(
            Reference reference,
            String mark,
            String title,
            Content content,
            List<CustodyEvent> custody,
            String fileStem) {
        this(reference, mark, title, content, custody, fileStem, List.of());
    }

    @Override
    public String toString() {
        return "PlannedExhibit " + reference;
    }
}
