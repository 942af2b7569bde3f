package org.cairn.intake;

/// What a worker is sent for with one file.
///
/// @param fileName a hint to what it is; never trusted
/// @param passwords that may open it
/// @param unlock whether only its lock shall be taken off, and nothing read
record Errand(Source source, String fileName, Passwords passwords, boolean unlock) {

    @Override
    public String toString() {
        return "Errand";
    }
}
