package org.cairn.crypto;

import java.security.SecureRandom;
import java.util.List;
import java.util.stream.IntStream;

/// Shares that are whole and bear a kit's mark without being of it.
public final class ForgedShares {

    private ForgedShares() {}

    /// As many as the kit of `model` needs, numbered from 1.
    public static List<String> withMark(String model) {
        try {
            RecoveryShare known = RecoveryShare.read(model);
            SecureRandom random = new SecureRandom();
            int kit = markOf(model);
            return IntStream.rangeClosed(1, known.needed())
                    .mapToObj(number ->
                            new RecoveryShare(kit, known.needed(), number, Secret.random(random, 32)).printed())
                    .toList();
        } catch (MistypedException e) {
            throw new AssertionError(e);
        }
    }

    private static int markOf(String model) {
        int mark = 0;
        for (int i = 0; i < RecoveryShare.GROUP; i++) {
            mark = mark << 5 | Base32.value(model.charAt(i));
        }
        return mark;
    }
}
