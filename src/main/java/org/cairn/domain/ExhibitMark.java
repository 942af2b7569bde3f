package org.cairn.domain;

/// The mark that an exhibit got when it was shown to a witness.
///
/// Written with the witness's pseudonym, `W-0007/1`; the numbers run on over all statements of a witness (Practice
/// Direction 32, 18.3 to 18.6), and an exhibit that is shown again keeps its mark.
///
/// @param exhibit what was shown
/// @param number its number, from 1
public record ExhibitMark(Reference exhibit, int number) {

    public ExhibitMark {
        Texts.requireBetween("number", number, 1, Integer.MAX_VALUE);
    }

    /// As it is written on the exhibit.
    public String written(Reference witness) {
        return witness + "/" + number;
    }
}
