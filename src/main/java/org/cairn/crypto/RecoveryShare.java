package org.cairn.crypto;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.crypto.MistypedException.Reason;

/// One share of a recovery secret, as it is printed and typed: sixteen groups of four letters and digits.
///
/// 40 bytes in Crockford's base 32: 20 bits that mark the kit (so the first group is the same on all its shares),
/// 4 bits how many shares are needed, 4 bits layout (1), 4 bits the share's number, 32 bytes of the share itself, and
/// 32 bits of SHA-256 over all of that, by which a typing mistake is found before the share is used.
public final class RecoveryShare implements AutoCloseable {

    /// How many letters and digits a share has.
    public static final int LETTERS = 64;
    /// How many stand together in a group.
    public static final int GROUP = 4;

    static final int VALUE_LENGTH = 32;
    /// Four bits number a share.
    static final int MOST = 15;

    private static final int LENGTH = 40;
    private static final int CHECK_LENGTH = 4;
    private static final int LAYOUT = 1;
    private static final byte[] CHECKED_AS = "cairn recovery share 1".getBytes(StandardCharsets.UTF_8);

    private final int kit;
    private final int needed;
    private final int number;
    private final Secret value;

    /// @param kit 20 bits that all shares of a kit have in common
    /// @param value the share itself; closed with it
    RecoveryShare(int kit, int needed, int number, Secret value) {
        this.kit = kit;
        this.needed = needed;
        this.number = number;
        this.value = value;
    }

    /// Reads a share as somebody typed it: small letters, other spacing, O for 0 and I or L for 1 are understood.
    ///
    /// @throws MistypedException when it cannot be a share, with the place where that is known
    public static RecoveryShare read(CharSequence typed) throws MistypedException {
        StringBuilder letters = new StringBuilder(LETTERS);
        for (int i = 0; i < typed.length(); i++) {
            char letter = typed.charAt(i);
            if (Character.isWhitespace(letter) || Character.isSpaceChar(letter) || letter == '-') {
                continue;
            }
            if (Base32.value(letter) < 0) {
                throw new MistypedException(Reason.LETTER, letters.length() / GROUP + 1);
            }
            letters.append(letter);
        }
        if (letters.length() != LETTERS) {
            throw new MistypedException(letters.length() < LETTERS ? Reason.TOO_SHORT : Reason.TOO_LONG, 0);
        }
        byte[] bytes = Base32.bytes(letters);
        if (bytes == null) {
            throw new MistypedException(Reason.LETTER, 0);
        }
        try {
            return of(bytes);
        } finally {
            Secret.wipe(bytes);
        }
    }

    private static RecoveryShare of(byte[] bytes) throws MistypedException {
        byte[] check = check(bytes);
        int needed = bytes[2] & 0xF;
        int number = bytes[3] & 0xF;
        if (!Arrays.equals(check, Arrays.copyOfRange(bytes, LENGTH - CHECK_LENGTH, LENGTH))
                || bytes[3] >> 4 != LAYOUT
                || needed < 1
                || number < 1) {
            throw new MistypedException(Reason.CHECK, 0);
        }
        int kit = (bytes[0] & 0xFF) << 12 | (bytes[1] & 0xFF) << 4 | (bytes[2] & 0xFF) >> 4;
        return new RecoveryShare(
                kit, needed, number, Secret.taking(Arrays.copyOfRange(bytes, 4, LENGTH - CHECK_LENGTH)));
    }

    /// The four letters that mark the kit it belongs to: the first group.
    public String kit() {
        byte[] bytes = {(byte) (kit >> 12), (byte) (kit >> 4), (byte) (kit << 4), 0, 0};
        return Base32.letters(bytes).substring(0, GROUP);
    }

    /// How many shares of its kit are needed.
    public int needed() {
        return needed;
    }

    /// Which share of its kit it is, from 1.
    public int number() {
        return number;
    }

    /// The groups to print, in order; whoever reads them holds the share.
    public java.util.List<String> groups() {
        byte[] bytes = value.use(share -> {
            ByteBuffer whole = ByteBuffer.allocate(LENGTH);
            whole.putInt(kit << 12 | needed << 8 | LAYOUT << 4 | number).put(share);
            whole.put(check(whole.array()));
            return whole.array();
        });
        try {
            String letters = Base32.letters(bytes);
            return IntStream.range(0, LETTERS / GROUP)
                    .mapToObj(i -> letters.substring(i * GROUP, (i + 1) * GROUP))
                    .toList();
        } finally {
            Secret.wipe(bytes);
        }
    }

    /// The whole share in one line, its groups parted by spaces.
    public String printed() {
        return groups().stream().collect(Collectors.joining(" "));
    }

    /// The last group, which somebody types back to show that they hold the paper.
    public String checkLetters() {
        return groups().getLast();
    }

    Secret value() {
        return value;
    }

    private static byte[] check(byte[] bytes) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(CHECKED_AS);
            digest.update(bytes, 0, LENGTH - CHECK_LENGTH);
            return Arrays.copyOf(digest.digest(), CHECK_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    @Override
    public void close() {
        value.close();
    }

    @Override
    public String toString() {
        return "RecoveryShare";
    }
}
