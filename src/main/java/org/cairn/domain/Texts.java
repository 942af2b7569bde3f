package org.cairn.domain;

/// The one check that many records share.
final class Texts {

    private Texts() {}

    static void requireGiven(String field, String value) {
        if (value.isBlank()) {
            throw new ArchiveException.InvalidInput(field, "missing");
        }
    }

    static void requireBetween(String field, int value, int least, int most) {
        if (value < least || value > most) {
            throw new ArchiveException.InvalidInput(field, "unknownValue");
        }
    }
}
