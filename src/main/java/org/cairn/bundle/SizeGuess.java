package org.cairn.bundle;

/// What an exhibit will add to the size of a volume, before it is written; the same in every version of a bundle, also
/// where it is withheld, so that all have the same volumes.
final class SizeGuess {

    private static final long OF_A_FEW_PAGES = 60_000;

    private SizeGuess() {}

    /// Bytes.
    static long of(PlannedExhibit exhibit) {
        return exhibit.content() instanceof Content.Document document
                ? OF_A_FEW_PAGES + document.bytes().size()
                : OF_A_FEW_PAGES;
    }
}
