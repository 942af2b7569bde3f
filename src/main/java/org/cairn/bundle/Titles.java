package org.cairn.bundle;

import org.cairn.bundle.typeset.Printable;

/// Titles as they are printed and bookmarked: one line, however they were written.
final class Titles {

    private static final int LONGEST = 400;

    private Titles() {}

    static String of(String title) {
        String line = Printable.line(title);
        if (line.codePointCount(0, line.length()) <= LONGEST) {
            return line;
        }
        return line.substring(0, line.offsetByCodePoints(0, LONGEST)).strip() + "…";
    }
}
