package org.cairn.intake;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// How the key of an OpenDocument file's lock is made of its password: the password's hash is stretched with PBKDF2, or
/// since LibreOffice 24.2 with Argon2id (RFC 9106).
///
/// What a file asks for is done only within bounds: it may have been made to take all the time and memory there is.
///
/// @param name of the way
/// @param salt for that
/// @param rounds of PBKDF2, or passes of Argon2id
/// @param memory in KiB, for Argon2id
/// @param lanes for Argon2id
/// @param keySize in bytes
/// @param start the hash of the password
record OpenDocumentDerivation(
        String name, byte[] salt, long rounds, long memory, long lanes, long keySize, String start) {

    private static final long MOST_ROUNDS = 10_000_000;
    private static final long LARGEST_KEY = 64;
    private static final long MOST_LANES = 255;
    /// By the algorithm itself, each lane.
    private static final long LEAST_OF_A_LANE = 8;
    /// In KiB, all passes together: some ten or twenty seconds. LibreOffice asks for three passes over 64 MiB.
    private static final long MOST_WORK = 4L * 1024 * 1024;

    byte[] key(String password) throws IOException, GeneralSecurityException {
        require();
        byte[] secret = hash(start).digest(password.getBytes(StandardCharsets.UTF_8));
        return argon() ? argon2(secret) : pbkdf2(secret);
    }

    /// Refuses a way that is not known, that makes no sense, or that asks for more than there is; costs nothing.
    void require() throws IOException {
        if (!argon() && !name.contains("PBKDF2") && !name.endsWith("#pbkdf2")) {
            throw new IOException("unsupported lock");
        }
        boolean sense = rounds >= 1 && keySize >= 1 && keySize <= LARGEST_KEY;
        if (!sense || argon() && (lanes < 1 || memory / LEAST_OF_A_LANE < lanes)) {
            throw new IOException("no such lock");
        }
        long room = Runtime.getRuntime().maxMemory() / 1024 / 2;
        boolean tooMuch =
                argon() ? lanes > MOST_LANES || memory > room || rounds > MOST_WORK / memory : rounds > MOST_ROUNDS;
        if (tooMuch) {
            throw new IOException("unsupported: a key that asks for more than there is");
        }
    }

    /// How many passwords may be tried in the time that the dearest one may take; always one.
    int tries() {
        long each = argon() ? Math.clamp(memory, 1, MOST_WORK) * Math.clamp(rounds, 1, MOST_WORK) : Math.max(1, rounds);
        return (int) Math.max(1, (argon() ? MOST_WORK : MOST_ROUNDS) / each);
    }

    private boolean argon() {
        return name.endsWith("argon2id");
    }

    /// The hash that a list of parts names.
    static MessageDigest hash(String named) throws GeneralSecurityException {
        return MessageDigest.getInstance(named.toLowerCase(Locale.ROOT).contains("sha256") ? "SHA-256" : "SHA-1");
    }

    private byte[] argon2(byte[] secret) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB((int) memory)
                .withIterations((int) rounds)
                .withParallelism((int) lanes)
                .build());
        byte[] key = new byte[(int) keySize];
        generator.generateBytes(secret, key);
        return key;
    }

    /// PBKDF2 with HMAC-SHA-1 (RFC 8018, 5.2) of bytes: the one of the JDK takes letters only.
    private byte[] pbkdf2(byte[] secret) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret, "HmacSHA1"));
        byte[] key = new byte[(int) keySize];
        int made = 0;
        for (int block = 1; made < keySize; block++) {
            mac.update(salt);
            byte[] round = mac.doFinal(ByteBuffer.allocate(4).putInt(block).array());
            byte[] all = round.clone();
            for (int i = 1; i < rounds; i++) {
                round = mac.doFinal(round);
                for (int k = 0; k < all.length; k++) {
                    all[k] ^= round[k];
                }
            }
            int some = Math.min(all.length, key.length - made);
            System.arraycopy(all, 0, key, made, some);
            made += some;
        }
        return key;
    }

    @Override
    public String toString() {
        return "OpenDocumentDerivation";
    }
}
