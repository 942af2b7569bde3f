package org.cairn.domain;

/// What a thing without a file is known by: a transport box, a passport, a telephone.
///
/// @param description what it looks like, so that another person would know it again
/// @param marks numbers, inscriptions and labels on it, as they are written there
public record PhysicalObject(String description, String marks) {

    public PhysicalObject {
        Texts.requireGiven("description", description);
    }

    @Override
    public String toString() {
        return "PhysicalObject";
    }
}
