package org.cairn.domain;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The SHA-256 of some bytes (FIPS 180-4): what shows that they are the same bytes still.
///
/// @param hex 64 lower-case hexadecimal digits
public record Fingerprint(String hex) implements Comparable<Fingerprint> {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    public Fingerprint {
        if (!SHAPE.matcher(hex).matches()) {
            throw new IllegalArgumentException("a fingerprint is 64 lower-case hexadecimal digits");
        }
    }

    /// The fingerprint of bytes in memory.
    public static Fingerprint of(byte[] bytes) {
        return ofDigest(sha256().digest(bytes));
    }

    /// The fingerprint that a finished SHA-256 digest stands for.
    public static Fingerprint ofDigest(byte[] digest) {
        return new Fingerprint(HexFormat.of().formatHex(digest));
    }

    /// A fresh SHA-256, for bytes that come in a stream.
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /// The 32 bytes of the digest.
    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Fingerprint other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
