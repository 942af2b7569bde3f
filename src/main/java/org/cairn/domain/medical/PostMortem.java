package org.cairn.domain.medical;

import java.util.List;
import java.util.Optional;
import org.cairn.domain.FuzzyDate;

/// What is known of a body after death (Minnesota Protocol, 2016).
///
/// @param died when
/// @param causeGiven the cause that was told or certified
/// @param organsAbsent which organs were not there
/// @param incision where the body was opened, and how
/// @param suturing how it was closed
/// @param autopsy whether there was one, of the vocabulary `answer`
/// @param autopsyBy by whom
/// @param autopsyDate when
/// @param body what became of it, of the vocabulary `body-fate`
/// @param familyAccess whether the family could see it, of the vocabulary `answer`
/// @param note anything else
public record PostMortem(
        Optional<FuzzyDate> died,
        String causeGiven,
        List<String> organsAbsent,
        String incision,
        String suturing,
        String autopsy,
        String autopsyBy,
        Optional<FuzzyDate> autopsyDate,
        String body,
        String familyAccess,
        String note) {

    public PostMortem {
        organsAbsent = List.copyOf(organsAbsent);
    }

    @Override
    public String toString() {
        return "PostMortem";
    }
}
