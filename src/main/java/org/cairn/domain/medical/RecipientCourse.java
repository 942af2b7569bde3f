package org.cairn.domain.medical;

import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;

/// How somebody came by an organ: when they were listed, how long they waited, what they paid and were told.
///
/// @param organ which
/// @param listed when they were put on a list
/// @param offered when an organ was offered
/// @param waitingDays how long they waited
/// @param operated when it was implanted
/// @param prescheduled whether the day of surgery was fixed beforehand, of the vocabulary `answer`
/// @param quoted the price that was named
/// @param paid what was paid
/// @param facility where it was implanted
/// @param donorTold what was said of the donor
/// @param matching what was done to match them
/// @param aftercareCountry where they are cared for now, an ISO 3166 code or a name
/// @param note anything else
public record RecipientCourse(
        String organ,
        Optional<FuzzyDate> listed,
        Optional<FuzzyDate> offered,
        Optional<Integer> waitingDays,
        Optional<FuzzyDate> operated,
        String prescheduled,
        Optional<Price> quoted,
        Optional<Price> paid,
        String facility,
        String donorTold,
        String matching,
        String aftercareCountry,
        String note) {

    public RecipientCourse {
        if (waitingDays.filter(days -> days < 0).isPresent()) {
            throw new ArchiveException.InvalidInput("waitingDays", "outside");
        }
    }

    /// An amount of money, exactly as it was written.
    ///
    /// @param amount a decimal
    /// @param currency its ISO 4217 code
    public record Price(String amount, String currency) {
        private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");

        public Price {
            if (amount.isBlank()) {
                throw new ArchiveException.InvalidInput("amount", "missing");
            }
            Measured.requireDecimal("amount", amount);
            if (!CURRENCY.matcher(currency).matches()) {
                throw new ArchiveException.InvalidInput("currency", "notCurrency");
            }
        }

        @Override
        public String toString() {
            return "Price";
        }
    }

    @Override
    public String toString() {
        return "RecipientCourse";
    }
}
