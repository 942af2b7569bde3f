package org.cairn.crypto;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter;
import org.bouncycastle.crypto.threshold.ShamirSecretSplitter.Algorithm;
import org.bouncycastle.crypto.threshold.ShamirSplitSecret;
import org.bouncycastle.crypto.threshold.ShamirSplitSecretShare;

/// A fresh secret of 32 bytes and the shares that give it back (Shamir, byte by byte over GF(256)): any so many of
/// them suffice, and fewer tell nothing at all.
///
/// @param secret the secret
/// @param shares its shares, the first numbered 1
public record SplitSecret(Secret secret, List<RecoveryShare> shares) implements AutoCloseable {

    /// As many shares as four bits can number.
    public static final int MOST_SHARES = RecoveryShare.MOST;

    private static final int KIT_BITS = 20;

    public SplitSecret {
        shares = List.copyOf(shares);
    }

    /// A fresh secret in `shares` shares of which any `needed` suffice.
    ///
    /// @throws IllegalArgumentException unless 1 ≤ needed ≤ shares ≤ [#MOST_SHARES]
    public static SplitSecret fresh(int shares, int needed, SecureRandom random) {
        if (needed < 1 || needed > shares || shares > MOST_SHARES) {
            throw new IllegalArgumentException("1 to 15 shares, of which as many are needed or fewer");
        }
        int kit = random.nextInt(1 << KIT_BITS);
        ShamirSplitSecret split = ShamirSecretSplitter.getInstance(Algorithm.AES, RecoveryShare.VALUE_LENGTH, random)
                .split(needed, shares);
        try {
            List<RecoveryShare> numbered = new ArrayList<>();
            for (ShamirSplitSecretShare share : split.getSecretShares()) {
                numbered.add(new RecoveryShare(kit, needed, numbered.size() + 1, Secret.taking(share.getEncoded())));
            }
            return new SplitSecret(Secret.taking(split.getSecret()), numbered);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read or written here", e);
        }
    }

    /// The secret that these shares give: another one, which nobody can tell from it, when they do not belong together.
    ///
    /// @param shares exactly as many as are needed, each another
    /// @throws IllegalArgumentException when there are fewer or more of them, or one is there twice
    public static Secret join(List<RecoveryShare> shares) {
        boolean enough = !shares.isEmpty() && shares.size() == shares.getFirst().needed();
        boolean different =
                shares.stream().map(RecoveryShare::number).distinct().count() == shares.size();
        if (!enough || !different) {
            throw new IllegalArgumentException("exactly as many different shares as are needed");
        }
        ShamirSplitSecretShare[] points = shares.stream()
                .map(share -> new ShamirSplitSecretShare(share.value().copy(), share.number()))
                .toArray(ShamirSplitSecretShare[]::new);
        try {
            return Secret.taking(
                    ShamirSplitSecret.getInstance(Algorithm.AES, points).getSecret());
        } catch (IOException e) {
            throw new IllegalStateException("nothing is read or written here", e);
        }
    }

    @Override
    public void close() {
        secret.close();
        shares.forEach(RecoveryShare::close);
    }

    @Override
    public String toString() {
        return "SplitSecret";
    }
}
