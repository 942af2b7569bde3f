package org.cairn.archive;

import java.util.Optional;

/// What an original leaves the archive for: what the consent of a witness is asked for.
///
/// @param scope the use, a code of the vocabulary `consent-scope`
/// @param recipient who gets it; empty where anybody may
/// @param conditionsMet whether somebody has checked the conditions of witnesses who made some, and found them met
public record Handover(String scope, Optional<String> recipient, boolean conditionsMet) {

    /// What an original leaves for where nothing else is said.
    public static final Handover TO_A_TRIBUNAL = new Handover("SUBMIT_TRIBUNAL", Optional.empty(), false);

    @Override
    public String toString() {
        return "Handover " + scope;
    }
}
