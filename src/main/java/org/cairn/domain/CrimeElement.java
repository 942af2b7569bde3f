package org.cairn.domain;

/// An element of a crime, as far as the program knows it; its words are a message.
///
/// @param code of the vocabulary `element`, such as `PAL.PURP`
/// @param instrument the code of the treaty or rules that it is in
/// @param citation where it stands there
/// @param reviewed whether a lawyer has checked its words against the official text
public record CrimeElement(String code, String instrument, String citation, boolean reviewed) {
    @Override
    public String toString() {
        return "CrimeElement " + code;
    }
}
