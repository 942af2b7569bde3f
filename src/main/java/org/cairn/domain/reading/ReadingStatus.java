package org.cairn.domain.reading;

/// How far a file could be read. Its bytes are kept whole in every case.
public enum ReadingStatus {
    /// Everything that can be text was read.
    COMPLETE,
    /// Some of it was read: the reason says what is missing.
    PARTIAL,
    /// Nothing was read: the reason says why.
    UNREADABLE,
    /// It needs a password.
    ENCRYPTED,
    /// There is nothing in it.
    EMPTY,
    /// A picture or scan without text: it waits for OCR or a transcript.
    NO_TEXT
}
