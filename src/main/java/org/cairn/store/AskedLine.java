package org.cairn.store;

/// What somebody asked, as it is kept beside the ledger.
///
/// @param sequence the line of the ledger that tells its hash
/// @param person who asked
/// @param json what, as canonical JSON that holds random bytes too
public record AskedLine(long sequence, String person, String json) {
    @Override
    public String toString() {
        return "AskedLine " + sequence;
    }
}
