package org.cairn.crypto;

import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Names that only the holder of a key can make again, so that nobody else can look for a known thing.
public final class KeyedNames {

    private static final String ALGORITHM = "HmacSHA256";

    private KeyedNames() {}

    /// HMAC-SHA256 of the bytes, as 64 lower-case hexadecimal digits.
    public static String name(Secret key, byte[] of) {
        return key.use(bytes -> {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(bytes, ALGORITHM));
                return HexFormat.of().formatHex(mac.doFinal(of));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("this Java has no HMAC-SHA256", e);
            }
        });
    }
}
