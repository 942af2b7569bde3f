package org.cairn.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is said in a recording, written down piece by piece, with a translation beside it; the recording prevails. Of
/// pages, what somebody read there and typed.
///
/// @param language the language that is spoken
/// @param by who wrote it down, by name or code
/// @param into the language of the translation, where there is one
/// @param translator who translated, by name or code
/// @param segments in the order of their seconds
/// @param typed pages that somebody typed
public record Transcript(
        LanguageTag language,
        String by,
        Optional<LanguageTag> into,
        String translator,
        List<Segment> segments,
        Optional<TypedPages> typed) {

    public Transcript {
        segments = segments.stream()
                .sorted(Comparator.comparingInt(Segment::second))
                .toList();
        typed = typed.filter(those -> !those.pages().isEmpty());
    }

    /// What is said in a recording.
    public Transcript(
            LanguageTag language, String by, Optional<LanguageTag> into, String translator, List<Segment> segments) {
        this(language, by, into, translator, segments, Optional.empty());
    }

    /// What somebody typed of pages; the language and the name are those of the first.
    public static Transcript of(TypedPages typed) {
        TypedPage first = typed.pages().getFirst();
        return new Transcript(first.language(), first.by(), Optional.empty(), "", List.of(), Optional.of(typed));
    }

    /// Whether nothing is written down.
    public boolean isEmpty() {
        return segments.isEmpty() && typed.isEmpty();
    }

    /// A piece of what is said.
    ///
    /// @param second of the recording at which it begins
    /// @param speaker who speaks, by name or code
    /// @param text their words
    /// @param translation of the words; empty where they are not translated
    public record Segment(int second, String speaker, String text, String translation) {
        public Segment {
            Texts.requireBetween("second", second, 0, Integer.MAX_VALUE);
        }

        @Override
        public String toString() {
            return "Segment " + second;
        }
    }

    @Override
    public String toString() {
        return "Transcript";
    }
}
