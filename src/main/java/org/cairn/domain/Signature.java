package org.cairn.domain;

import java.util.Optional;

/// How a witness put their name to a statement, without the name.
///
/// @param mode pen, thumbprint or voice
/// @param date when
/// @param proof the evidence item that shows it: a picture of the signature, a recording
public record Signature(Mode mode, Optional<FuzzyDate> date, Optional<Reference> proof) {
    /// How it was given.
    public enum Mode {
        SIGNED,
        THUMBPRINT,
        ORAL
    }
}
