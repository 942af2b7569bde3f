package org.cairn.domain;

/// How closely a record is kept, from open to closest; each level includes the rules of those before it.
public enum Protection {
    PUBLIC,
    RESTRICTED,
    CONFIDENTIAL,
    EX_PARTE,
    SEALED;

    /// Whether somebody cleared for this level may see a record of the other.
    public boolean covers(Protection other) {
        return compareTo(other) >= 0;
    }

    /// The stricter of two levels.
    public Protection stricter(Protection other) {
        return covers(other) ? this : other;
    }
}
