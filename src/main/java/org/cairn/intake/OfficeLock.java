package org.cairn.intake;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.security.GeneralSecurityException;

/// The lock of an office document.
interface OfficeLock extends Closeable {

    /// Whether a password opens it; it is open then.
    boolean opens(String password) throws IOException, GeneralSecurityException;

    /// Whether all of it is what it was when it was locked, as far as the lock tells. It must be open.
    default boolean whole() {
        return true;
    }

    /// Writes the document as it would be without its lock. It must be open.
    void write(OutputStream out) throws IOException, GeneralSecurityException;
}
