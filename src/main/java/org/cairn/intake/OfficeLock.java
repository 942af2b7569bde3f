package org.cairn.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/// The lock of an office document.
interface OfficeLock extends Closeable {

    /// How many passwords may be tried: each costs time of the file's own.
    default int tries() {
        return Integer.MAX_VALUE;
    }

    /// Whether a password opens it; it is open then.
    boolean opens(String password) throws IOException, GeneralSecurityException;

    /// Whether all of it is what it was when it was locked, as far as the lock tells. It must be open.
    default boolean whole() {
        return true;
    }

    /// Writes the document as it would be without its lock. It must be open.
    void write(OutputStream out) throws IOException, GeneralSecurityException;
}
