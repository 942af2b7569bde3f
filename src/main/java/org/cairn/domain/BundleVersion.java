package org.cairn.domain;

/// For whose eyes one of several versions of a bundle is, from the closest to the most open. All versions come from one
/// draft and have the same page numbers; what is taken out of one is taken out of every more open one.
public enum BundleVersion {
    /// For the court alone: everything.
    CONFIDENTIAL,
    /// For the parties.
    PARTY,
    /// For everybody.
    PUBLIC;

    /// Whether what is taken out from some version on is taken out of this one.
    public boolean leavesOut(BundleVersion from) {
        return compareTo(from) >= 0;
    }
}
