package org.cairn.domain.reading;

/// What came of one page that was given to the machine to be recognised.
///
/// @param page from 1
/// @param reason why it could not be read, a code of the message file `reading`; empty where it could
/// @param confidence of the machine, 0 to 100
/// @param languages in which it was read, in the machine's codes, joined by `+`
/// @param engine which machine, with its version
public record RecognisedPage(
        int page, Outcome outcome, String reason, int confidence, String languages, String engine) {

    /// Less sure than this, a page is offered to be typed by hand.
    private static final int DOUBTFUL = 60;

    /// How it went.
    public enum Outcome {
        /// Its text was read.
        READ,
        /// Nothing on it could be read as text.
        SILENT,
        /// The machine did not come to an end with it.
        UNREADABLE
    }

    /// Whether a person should rather read it.
    public boolean doubtful() {
        return outcome != Outcome.READ || confidence < DOUBTFUL;
    }

    @Override
    public String toString() {
        return "RecognisedPage " + outcome;
    }
}
