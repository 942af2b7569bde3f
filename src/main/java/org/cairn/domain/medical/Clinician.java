package org.cairn.domain.medical;

import java.util.Optional;
import org.cairn.domain.FuzzyDate;

/// Who examined, by pseudonym or role, and how they signed.
///
/// @param name a pseudonym or role, such as `EX-2`
/// @param registration where they are registered as a clinician
/// @param signed when they signed
/// @param place where they signed
public record Clinician(String name, String registration, Optional<FuzzyDate> signed, String place) {

    /// Nobody yet.
    public static Clinician none() {
        return new Clinician("", "", Optional.empty(), "");
    }

    @Override
    public String toString() {
        return "Clinician";
    }
}
