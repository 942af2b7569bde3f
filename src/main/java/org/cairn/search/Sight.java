package org.cairn.search;

import java.util.Set;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// What whoever asks may see, and which words mean the same for them.
///
/// @param clearance up to which protection
/// @param withheld what is neither found nor counted, whatever the index still says of it
/// @param synonyms words that mean the same, of those that whoever asks may know
public record Sight(Protection clearance, Set<Reference> withheld, SynonymTable synonyms) {

    public Sight {
        withheld = Set.copyOf(withheld);
    }

    /// Everything up to a protection, with no words that mean the same.
    public static Sight upTo(Protection clearance) {
        return new Sight(clearance, Set.of(), SynonymTable.NONE);
    }
}
