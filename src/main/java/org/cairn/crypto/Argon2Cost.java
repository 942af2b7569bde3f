package org.cairn.crypto;

/// How much work one guess at a passphrase costs (Argon2id, RFC 9106).
///
/// The upper bounds keep a forged archive header from making the program swallow the machine.
///
/// @param memoryKiB memory for one guess, in KiB: 8 per lane to 4 GiB
/// @param passes passes over that memory: 1 to 100
/// @param lanes lanes that could be computed at once: 1 to 64
public record Argon2Cost(int memoryKiB, int passes, int lanes) {

    /// 64 MiB, three passes, one lane: the memory-constrained recommendation of RFC 9106.
    public static final Argon2Cost DEFAULT = new Argon2Cost(65536, 3, 1);

    private static final int MOST_MEMORY_KIB = 4 * 1024 * 1024;

    public Argon2Cost {
        if (lanes < 1 || lanes > 64) {
            throw new IllegalArgumentException("1 to 64 lanes");
        }
        if (passes < 1 || passes > 100) {
            throw new IllegalArgumentException("1 to 100 passes");
        }
        if (memoryKiB < 8 * lanes || memoryKiB > MOST_MEMORY_KIB) {
            throw new IllegalArgumentException("8 KiB for each lane to 4 GiB");
        }
    }
}
