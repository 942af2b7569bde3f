package org.cairn.archive;

import java.util.Optional;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;

/// What is known of a recording before it begins.
///
/// @param witness who speaks
/// @param statement the statement that is being taken, where one is
/// @param title a line for lists, without a name
/// @param language what is spoken, as far as known
/// @param protection how closely it is kept
/// @param answer what was said where the witness had not agreed to be recorded
public record RecordingTerms(
        Reference witness,
        Optional<Reference> statement,
        String title,
        Optional<LanguageTag> language,
        Protection protection,
        Answer answer) {

    public RecordingTerms {
        if (title.isBlank()) {
            throw new ArchiveException.InvalidInput("title", "missing");
        }
    }

    /// What came of asking where no consent to be recorded stands. Nothing is refused: the ledger tells.
    public enum Answer {
        /// Nobody was asked.
        NOT_ASKED("notAsked"),
        /// The witness agrees and says so on the recording, which becomes the proof of it.
        AGREES_NOW("agreesNow"),
        /// The person who records goes on without.
        WITHOUT("without");

        private final String code;

        Answer(String code) {
            this.code = code;
        }

        /// As the ledger keeps it.
        String code() {
            return code;
        }
    }

    @Override
    public String toString() {
        return "RecordingTerms";
    }
}
