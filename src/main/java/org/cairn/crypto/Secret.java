package org.cairn.crypto;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.function.Function;

/// Bytes nobody else may see, wiped when closed.
///
/// What is lent out is a copy that is wiped when the borrower returns. The Java heap may keep ghosts that a collector
/// moved: closing shortens the time a key lies in memory, it cannot promise more.
public final class Secret implements AutoCloseable {

    private static final int DERIVED_LENGTH = 32;

    private final byte[] bytes;
    private boolean destroyed;

    private Secret(byte[] owned) {
        this.bytes = owned;
    }

    /// A secret with a copy of these bytes; the caller still owns, and wipes, his own.
    public static Secret of(byte[] copyOf) {
        return new Secret(copyOf.clone());
    }

    /// A secret with these bytes; the given array is wiped.
    public static Secret taking(byte[] wipedAfter) {
        try {
            return of(wipedAfter);
        } finally {
            wipe(wipedAfter);
        }
    }

    /// A fresh secret of `length` bytes.
    public static Secret random(SecureRandom random, int length) {
        byte[] fresh = new byte[length];
        random.nextBytes(fresh);
        return new Secret(fresh);
    }

    /// A copy of the bytes, which the caller wipes.
    ///
    /// @throws IllegalStateException when closed
    public synchronized byte[] copy() {
        if (destroyed) {
            throw new IllegalStateException("the secret was closed");
        }
        return bytes.clone();
    }

    /// Lends the bytes to `borrower`: the array it sees is wiped as soon as it returns.
    ///
    /// @throws IllegalStateException when closed
    public <T> T use(Function<byte[], T> borrower) {
        return lend(borrower::apply);
    }

    /// Like [#use], for a borrower that may fail.
    <T, E extends Exception> T lend(Borrower<T, E> borrower) throws E {
        byte[] lent = copy();
        try {
            return borrower.borrow(lent);
        } finally {
            wipe(lent);
        }
    }

    /// The sub-key of one purpose: HKDF-SHA256 (RFC 5869) without salt, the purpose as info, 32 bytes.
    ///
    /// @throws IllegalStateException when closed
    public Secret derive(String purpose) {
        return derive(purpose, DERIVED_LENGTH);
    }

    /// The same, of another length.
    ///
    /// @param length in bytes, 8,160 at most; one of another length for the same purpose begins with the same bytes
    /// @throws IllegalStateException when closed
    public Secret derive(String purpose, int length) {
        byte[] info = purpose.getBytes(StandardCharsets.UTF_8);
        return taking(use(key -> Hkdf.sha256(key, new byte[0], info, length)));
    }

    /// Wipes the bytes; closing again does nothing.
    @Override
    public synchronized void close() {
        destroyed = true;
        wipe(bytes);
    }

    /// Whether it was closed.
    public synchronized boolean destroyed() {
        return destroyed;
    }

    @Override
    public String toString() {
        return "Secret";
    }

    static void wipe(byte[] bytes) {
        Arrays.fill(bytes, (byte) 0);
    }

    /// Something that works with lent bytes and may fail in its own way.
    @FunctionalInterface
    interface Borrower<T, E extends Exception> {
        T borrow(byte[] lent) throws E;
    }
}
