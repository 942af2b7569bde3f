package org.cairn.domain.medical;

import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;

/// A test that was done to somebody in detention, as they tell it.
///
/// @param test of the vocabulary `detention-test`
/// @param date when, as far as it is known
/// @param facility where
/// @param byWhom who did it, by pseudonym or role
/// @param explanation whether it was explained, of the vocabulary `answer`
/// @param consent whether they were asked and agreed, of the vocabulary `answer`
/// @param result whether they were told its result, of the vocabulary `answer`
/// @param notTested who was not tested: which groups, how many
/// @param followed what came after
/// @param note anything else
public record DetentionTest(
        String test,
        Optional<FuzzyDate> date,
        String facility,
        String byWhom,
        String explanation,
        String consent,
        String result,
        String notTested,
        String followed,
        String note) {

    public DetentionTest {
        if (test.isBlank()) {
            throw new ArchiveException.InvalidInput("test", "missing");
        }
    }

    @Override
    public String toString() {
        return "DetentionTest";
    }
}
