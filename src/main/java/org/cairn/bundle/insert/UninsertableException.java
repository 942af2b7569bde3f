package org.cairn.bundle.insert;

/// A source whose pages cannot be shown, so that a slip sheet has to stand in its place.
///
/// Carries a code and never a word of the source. The codes: `password` (opens only with one), `damaged` (cannot be
/// read even with repairs), `noPages`, `noSuchPages` (it has none of those that were asked for), `timeLimit` (reading
/// it took too long), `tooLarge` (a page or picture unfolds
/// into more than can be held), `unknownPicture` (no reader for this kind of picture), `compression` (a medical picture
/// packed in a
/// way that is not supported), `noPicture` (a medical file without one).
public final class UninsertableException extends Exception {

    private static final long serialVersionUID = 1L;

    static final String PASSWORD = "password";
    static final String DAMAGED = "damaged";
    static final String NO_PAGES = "noPages";
    static final String NO_SUCH_PAGES = "noSuchPages";
    static final String TIME_LIMIT = "timeLimit";
    static final String TOO_LARGE = "tooLarge";
    static final String UNKNOWN_PICTURE = "unknownPicture";
    static final String COMPRESSION = "compression";
    static final String NO_PICTURE = "noPicture";

    private final String reasonCode;

    /// A refusal for a reason, without cause: the messages of readers quote what they read.
    public UninsertableException(String reasonCode) {
        super(reasonCode);
        this.reasonCode = reasonCode;
    }

    /// Why: the last part of a key `insert.refused.…` in the messages of `bundle`.
    public String reasonCode() {
        return reasonCode;
    }
}
