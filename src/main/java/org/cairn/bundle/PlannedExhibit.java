package org.cairn.bundle;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.PageRanges;
import org.cairn.domain.Redaction;
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
/// @param pages which pages of a document
/// @param redactions what is blacked out on its pages
/// @param withheld why pages that say so stand in its place; nothing where it is in the bundle
/// @param holdsReduced whether something that lies inside its file is withheld or redacted elsewhere in the bundle
/// @param asPictures whether the pages of others of which something is blacked out become pictures together with those
///     beside them: what is blacked out on one may be left in a font that they share
public record PlannedExhibit(
        Reference reference,
        String mark,
        String title,
        Content content,
        List<CustodyEvent> custody,
        String fileStem,
        List<String> shownAs,
        PageRanges pages,
        List<Redaction> redactions,
        Optional<String> withheld,
        boolean holdsReduced,
        boolean asPictures) {
    public PlannedExhibit {
        redactions = List.copyOf(redactions);
        custody = List.copyOf(custody);
        shownAs = List.copyOf(shownAs);
    }

    /// An exhibit in whose file nothing lies that is taken out elsewhere.
    public PlannedExhibit(
            Reference reference,
            String mark,
            String title,
            Content content,
            List<CustodyEvent> custody,
            String fileStem,
            List<String> shownAs,
            PageRanges pages,
            List<Redaction> redactions,
            Optional<String> withheld) {
        this(reference, mark, title, content, custody, fileStem, shownAs, pages, redactions, withheld, false, false);
    }

    /// The same exhibit, of which something inside its file is taken out elsewhere.
    public PlannedExhibit holdingReduced() {
        return with(true, asPictures);
    }

    /// The same exhibit; where something is blacked out on one of its pages, all of them become pictures.
    PlannedExhibit shownAsPictures() {
        return with(holdsReduced, !redactions.isEmpty());
    }

    private PlannedExhibit with(boolean reduced, boolean pictures) {
        return new PlannedExhibit(
                reference,
                mark,
                title,
                content,
                custody,
                fileStem,
                shownAs,
                pages,
                redactions,
                withheld,
                reduced,
                pictures);
    }

    /// An exhibit that no witness of the bundle was shown.
    public PlannedExhibit(
            Reference reference,
            String mark,
            String title,
            Content content,
            List<CustodyEvent> custody,
            String fileStem) {
        this(
                reference,
                mark,
                title,
                content,
                custody,
                fileStem,
                List.of(),
                PageRanges.ALL,
                List.of(),
                Optional.empty());
    }

    /// Whether its original may lie beside the bundle: the whole of it is in the bundle, for whoever has that, and so
    /// is all that lies inside its file.
    public boolean shownWhole() {
        return withheld.isEmpty() && redactions.isEmpty() && pages.all() && !holdsReduced;
    }

    @Override
    public String toString() {
        return "PlannedExhibit " + reference;
    }
}
