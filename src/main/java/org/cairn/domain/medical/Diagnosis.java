package org.cairn.domain.medical;

import java.util.regex.Pattern;
import org.cairn.domain.ArchiveException;

/// A diagnosis by its code.
///
/// @param code of ICD-10-CM, such as `Z90.5`
/// @param text in the clinician's words
public record Diagnosis(String code, String text) {

    private static final Pattern ICD = Pattern.compile("[A-Z]\\d[0-9A-Z](\\.[0-9A-Z]{1,4})?");

    public Diagnosis {
        if (code.isBlank() && text.isBlank()) {
            throw new ArchiveException.InvalidInput("code", "missing");
        }
        if (!code.isEmpty() && !ICD.matcher(code).matches()) {
            throw new ArchiveException.InvalidInput("code", "notIcd");
        }
    }

    @Override
    public String toString() {
        return "Diagnosis";
    }
}
