package org.cairn.bundle.typeset;

import java.util.HexFormat;
import java.util.Locale;

/// How PDF content streams write numbers and text.
final class Ops {

    private static final HexFormat HEX = HexFormat.of().withUpperCase();

    private Ops() {}

    /// A number with two decimals, never in exponents.
    static String number(float value) {
        int hundredths = Math.round(value * 100);
        if (hundredths % 100 == 0) {
            return Integer.toString(hundredths / 100);
        }
        return String.format(Locale.ROOT, "%.2f", hundredths / 100.0);
    }

    /// Two bytes of a character code.
    static String code(int code) {
        return HEX.toHexDigits((char) code);
    }

    /// UTF-16 as hexadecimal digits.
    static String utf16(String text) {
        StringBuilder digits = new StringBuilder(text.length() * 4);
        for (int i = 0; i < text.length(); i++) {
            digits.append(HEX.toHexDigits(text.charAt(i)));
        }
        return digits.toString();
    }
}
