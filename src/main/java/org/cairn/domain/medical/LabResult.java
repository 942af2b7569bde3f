package org.cairn.domain.medical;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;

/// One result of a laboratory: a number with its unit, or a word such as a blood group.
///
/// @param analyte what was measured, in words
/// @param loinc its LOINC code, or empty
/// @param value the number exactly as the laboratory wrote it, with `<` or `>` before it where it is a bound; or empty
/// @param unit of the vocabulary `unit` (UCUM); needed where there is a number
/// @param result what was found where that is no number: `A`, `negative`, `A*02:01`
/// @param low the lower end of the laboratory's reference range
/// @param high its upper end
/// @param date when the specimen was taken
/// @param specimen of the vocabulary `specimen`, or empty
/// @param laboratory where it was done
public record LabResult(
        String analyte,
        String loinc,
        String value,
        String unit,
        String result,
        String low,
        String high,
        Optional<FuzzyDate> date,
        String specimen,
        String laboratory) {

    private static final Pattern LOINC = Pattern.compile("\\d{1,7}-\\d");

    public LabResult {
        if (analyte.isBlank() && loinc.isBlank()) {
            throw new ArchiveException.InvalidInput("analyte", "missing");
        }
        if (!loinc.isEmpty() && !isLoinc(loinc)) {
            throw new ArchiveException.InvalidInput("loinc", "notLoinc");
        }
        Measured.requireBounded("value", value);
        Measured.requireDecimal("low", low);
        Measured.requireDecimal("high", high);
        if (unit.isEmpty() && !(value.isEmpty() && low.isEmpty() && high.isEmpty())) {
            throw new ArchiveException.InvalidInput("unit", "unitMissing");
        }
        if (!low.isEmpty() && !high.isEmpty() && new BigDecimal(low).compareTo(new BigDecimal(high)) > 0) {
            throw new ArchiveException.InvalidInput("high", "outside");
        }
    }

    /// How a value stands to its reference range.
    public enum Flag {
        LOW,
        WITHIN,
        HIGH
    }

    /// Whether a number is below or above the range given with it; nothing where that cannot be said, as of a bound
    /// that reaches into the range.
    public Optional<Flag> flag() {
        Optional<BigDecimal> number = Measured.number(value);
        if (number.isEmpty() || low.isEmpty() && high.isEmpty()) {
            return Optional.empty();
        }
        boolean below = !low.isEmpty() && number.get().compareTo(new BigDecimal(low)) < 0;
        boolean above = !high.isEmpty() && number.get().compareTo(new BigDecimal(high)) > 0;
        return switch (value.charAt(0)) {
            case '<' ->
                bounded(Flag.LOW, below || !low.isEmpty() && number.get().compareTo(new BigDecimal(low)) == 0);
            case '>' ->
                bounded(Flag.HIGH, above || !high.isEmpty() && number.get().compareTo(new BigDecimal(high)) == 0);
            default -> Optional.of(below ? Flag.LOW : above ? Flag.HIGH : Flag.WITHIN);
        };
    }

    private static Optional<Flag> bounded(Flag flag, boolean sure) {
        return sure ? Optional.of(flag) : Optional.empty();
    }

    /// Whether a text is shaped like a LOINC code and its check digit (modulus 10) fits.
    public static boolean isLoinc(String code) {
        if (!LOINC.matcher(code).matches()) {
            return false;
        }
        int sum = 0;
        String digits = code.substring(0, code.length() - 2);
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted / 10 + counted % 10;
        }
        return (10 - sum % 10) % 10 == code.charAt(code.length() - 1) - '0';
    }

    @Override
    public String toString() {
        return "LabResult";
    }
}
