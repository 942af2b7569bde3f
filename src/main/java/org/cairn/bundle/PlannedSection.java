package org.cairn.bundle;

import java.util.List;

/// One section of a bundle.
///
/// @param letter `A`, `B`…
/// @param title what it is called
/// @param exhibits in order
public record PlannedSection(String letter, String title, List<PlannedExhibit> exhibits) {
    public PlannedSection {
        exhibits = List.copyOf(exhibits);
    }

    /// The same section with some of its exhibits.
    PlannedSection of(List<PlannedExhibit> some) {
        return new PlannedSection(letter, title, some);
    }

    @Override
    public String toString() {
        return "PlannedSection " + letter;
    }
}
