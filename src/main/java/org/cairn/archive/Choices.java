package org.cairn.archive;

import java.util.Set;
import org.cairn.domain.Reference;

/// What a person decided before a bundle is written; it is written into the ledger.
///
/// @param conditionsMet statements whose witnesses consented on conditions that counsel has checked and found met
public record Choices(Set<Reference> conditionsMet) {

    /// Nothing was decided.
    public static final Choices NONE = new Choices(Set.of());

    public Choices {
        conditionsMet = Set.copyOf(conditionsMet);
    }
}
