package org.cairn.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/// What somebody holds of an item: how far its source and what it says are to be trusted, or whether it is what it
/// claims to be. A later assessment is the next revision, which points back at the one before.
///
/// @param subject the item
/// @param aspect which of the two
/// @param value for [Aspect#GRADING] the source `A`–`F` and what it says `1`–`6` by the Admiralty code, each judged by
///     itself, as `B2`; for [Aspect#AUTHENTICITY] a code of the vocabulary `authenticity`
/// @param assessor who judged, where it was not whoever kept it
/// @param date when that was, where it was not when it was kept
/// @param reason why
public record Assessment(
        Reference subject, Aspect aspect, String value, String assessor, Optional<FuzzyDate> date, String reason)
        implements ArchiveRecord {

    private static final Pattern GRADE = Pattern.compile("[A-F][1-6]");
    private static final Pattern CODE = Pattern.compile("[A-Z_]{1,40}");

    /// What can be judged of an item.
    public enum Aspect {
        /// The source and what it says.
        GRADING,
        /// Whether it is what it claims to be.
        AUTHENTICITY
    }

    public Assessment {
        Texts.requireGiven("reason", reason);
        Pattern shape = aspect == Aspect.GRADING ? GRADE : CODE;
        if (!shape.matcher(value).matches()) {
            throw new ArchiveException.InvalidInput("value", "unknownValue");
        }
        if (subject.kind() != RecordKind.EVIDENCE) {
            throw new ArchiveException.InvalidInput("subject", "unknownValue");
        }
    }

    @Override
    public RecordKind kind() {
        return RecordKind.ASSESSMENT;
    }

    @Override
    public String title() {
        return value;
    }

    @Override
    public String type() {
        return value;
    }

    /// As closely as its subject, and no closer.
    @Override
    public Protection protection() {
        return Protection.PUBLIC;
    }

    @Override
    public Optional<FuzzyDate> when() {
        return date;
    }

    @Override
    public Optional<Reference> about() {
        return Optional.of(subject);
    }

    @Override
    public String toString() {
        return "Assessment";
    }
}
