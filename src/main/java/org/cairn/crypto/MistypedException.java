package org.cairn.crypto;

/// A share or a phrase was typed in a way that cannot be right, which shows before anything is tried with it.
///
/// It says where, never what was typed.
public final class MistypedException extends Exception {

    private static final long serialVersionUID = 1L;

    /// What is wrong.
    public enum Reason {
        /// Letters or words are missing.
        TOO_SHORT,
        /// There are more letters or words than there can be.
        TOO_LONG,
        /// A character that no share has; the place is its group of four.
        LETTER,
        /// A word that is not in the list; the place is its number.
        WORD,
        /// The check letters do not belong to the rest: somewhere a letter is another.
        CHECK
    }

    private final Reason reason;
    private final int place;

    MistypedException(Reason reason, int place) {
        super(reason.name());
        this.reason = reason;
        this.place = place;
    }

    /// What is wrong.
    public Reason reason() {
        return reason;
    }

    /// The group or word it is in, from 1; 0 when that cannot be told.
    public int place() {
        return place;
    }
}
