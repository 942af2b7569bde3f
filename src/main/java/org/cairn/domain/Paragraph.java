package org.cairn.domain;

import java.util.List;
import java.util.Optional;

/// One numbered paragraph of a statement; its number is its place in the list, from 1.
///
/// @param text the witness's words, in the first person
/// @param basis how they know it
/// @param question what was asked, where the question matters
/// @param exhibits what was shown to the witness or is referred to
/// @param second the second of the recording at which it begins
/// @param recording the recording that the second is of; absent in those kept before recordings were made here
public record Paragraph(
        String text,
        Optional<Basis> basis,
        Optional<Question> question,
        List<Reference> exhibits,
        Optional<Integer> second,
        Optional<Reference> recording) {

    public Paragraph {
        exhibits = List.copyOf(exhibits);
        second.ifPresent(start -> Texts.requireBetween("second", start, 0, Integer.MAX_VALUE));
    }

    /// A paragraph of which no recording is named.
    public Paragraph(
            String text,
            Optional<Basis> basis,
            Optional<Question> question,
            List<Reference> exhibits,
            Optional<Integer> second) {
        this(text, basis, question, exhibits, second, Optional.empty());
    }

    /// A paragraph of words alone.
    public static Paragraph of(String text) {
        return new Paragraph(text, Optional.empty(), Optional.empty(), List.of(), Optional.empty());
    }

    /// How the witness knows what they say.
    public enum Basis {
        SEEN,
        HEARD,
        TOLD_BY,
        DOCUMENT,
        INFERRED
    }

    /// A question and its type, after the PEACE model.
    public record Question(String text, Type type) {
        /// How far a question leaves the answer to the witness.
        public enum Type {
            OPEN,
            PROBING,
            CLOSED,
            LEADING
        }

        @Override
        public String toString() {
            return "Question " + type;
        }
    }

    @Override
    public String toString() {
        return "Paragraph";
    }
}
