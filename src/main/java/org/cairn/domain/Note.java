package org.cairn.domain;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// What somebody who worked on a record wrote beside it: for those who work on it too, and in no bundle.
///
/// @param subject the record it is about
/// @param place the exact place in it; nothing for the whole
/// @param text what was noted
/// @param protection how closely it is kept; never less closely than its subject
/// @param withdrawn why it holds no longer; what it said stays readable in the revision before
public record Note(
        Reference subject, Optional<Pinpoint> place, String text, Protection protection, Optional<String> withdrawn)
        implements ArchiveRecord {

    private static final int SHORT = 80;

    private static final Set<RecordKind> UNNOTED = EnumSet.of(
            RecordKind.NOTE,
            RecordKind.ASSESSMENT,
            RecordKind.SEARCH,
            RecordKind.LIST,
            RecordKind.SYNONYMS,
            RecordKind.SERVING,
            RecordKind.LINK);

    public Note {
        Texts.requireGiven("text", text);
        place.map(Pinpoint::reference).filter(there -> !there.equals(subject)).ifPresent(elsewhere -> {
            throw new ArchiveException.InvalidInput("place", "unknownValue");
        });
        if (UNNOTED.contains(subject.kind())) {
            throw new ArchiveException.InvalidInput("subject", "unknownValue");
        }
    }

    /// A note that holds.
    public Note(Reference subject, Optional<Pinpoint> place, String text, Protection protection) {
        this(subject, place, text, protection, Optional.empty());
    }

    /// The same, holding no longer.
    public Note withdrawnFor(String reason) {
        Texts.requireGiven("reason", reason);
        return new Note(subject, place, text, protection, Optional.of(reason));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.NOTE;
    }

    /// Its beginning, in one line.
    @Override
    public String title() {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.codePointCount(0, line.length()) <= SHORT
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHORT - 1)) + "…";
    }

    @Override
    public Optional<Reference> about() {
        return Optional.of(subject);
    }

    /// What was withdrawn is followed by another note, and never taken up again.
    @Override
    public boolean closed() {
        return withdrawn.isPresent();
    }

    @Override
    public String toString() {
        return "Note";
    }
}
