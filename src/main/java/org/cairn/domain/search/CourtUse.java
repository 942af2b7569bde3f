package org.cairn.domain.search;

/// What the witness behind something that was found has decided of its submission to a court or tribunal (consent scope
/// `SUBMIT_TRIBUNAL`), as it stands today. Finding something is not yet being allowed to use it.
public enum CourtUse {
    ALLOWED,
    /// On conditions, which must be met first.
    CONDITIONAL,
    /// It was allowed, and has run out or not begun yet.
    EXPIRED,
    /// It was allowed, and was taken back.
    WITHDRAWN,
    REFUSED,
    /// Put off: to be asked again.
    DEFERRED,
    /// Nobody asked, which means no.
    NOT_ASKED
}
