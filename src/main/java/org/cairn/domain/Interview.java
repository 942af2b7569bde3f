package org.cairn.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How a statement was taken.
///
/// @param date when, as far as known
/// @param place where, in words that protect the witness
/// @param interviewer who asked, by name or code
/// @param interpreters who interpreted
/// @param present who else was in the room, and as what
/// @param recording how the words were kept
/// @param witnessReadsLanguage whether the witness reads the language of the statement
/// @param breaks when the interview stopped and went on
/// @param conduct how it was led, and how the witness was cared for
public record Interview(
        Optional<FuzzyDate> date,
        String place,
        String interviewer,
        List<Interpreter> interpreters,
        List<Presence> present,
        Recording recording,
        boolean witnessReadsLanguage,
        List<Break> breaks,
        Optional<Conduct> conduct) {

    public Interview {
        interpreters = List.copyOf(interpreters);
        present = List.copyOf(present);
        breaks = List.copyOf(breaks);
        // one way to say that nothing is known: records that say the same have the same fingerprint
        conduct = conduct.filter(known -> !known.equals(Conduct.unknown()));
    }

    /// An interview of whose conduct nothing is known.
    public Interview(
            Optional<FuzzyDate> date,
            String place,
            String interviewer,
            List<Interpreter> interpreters,
            List<Presence> present,
            Recording recording,
            boolean witnessReadsLanguage,
            List<Break> breaks) {
        this(
                date,
                place,
                interviewer,
                interpreters,
                present,
                recording,
                witnessReadsLanguage,
                breaks,
                Optional.empty());
    }

    /// How the words were kept.
    public enum Recording {
        NOTES,
        AUDIO,
        VIDEO,
        NONE
    }

    /// Somebody who interpreted.
    ///
    /// @param code name or code
    /// @param from the language of the witness
    /// @param to the language of the interviewer
    /// @param sworn whether they took an oath
    /// @param conflictChecked whether ties to either side were asked about
    public record Interpreter(String code, LanguageTag from, LanguageTag to, boolean sworn, boolean conflictChecked) {
        public Interpreter {
            Texts.requireGiven("code", code);
        }

        @Override
        public String toString() {
            return "Interpreter";
        }
    }

    /// Somebody else who was present.
    public record Presence(String code, String role) {

        @Override
        public String toString() {
            return "Presence";
        }
    }

    /// A pause.
    ///
    /// @param kind `BREAK`, `STOPPED` or `RESUMED`
    /// @param at when, in UTC
    /// @param reason why, as far as the witness wished to say
    public record Break(String kind, Instant at, String reason) {

        @Override
        public String toString() {
            return "Break";
        }
    }

    /// An interview of which nothing is known yet.
    public static Interview blank() {
        return new Interview(Optional.empty(), "", "", List.of(), List.of(), Recording.NOTES, true, List.of());
    }

    @Override
    public String toString() {
        return "Interview";
    }
}
