package org.cairn.conversion;

import java.util.regex.Pattern;

/// Formulas that every program works out anew when it opens a workbook, whatever it is told: what day it is, or a
/// number by chance. What their cells showed when the workbook was kept is then not on the pages.
final class Volatile {

    private static final Pattern WORDS = Pattern.compile("\"[^\"]*\"");
    private static final Pattern ASKING = Pattern.compile(
            "(?<![\\w])(TODAY|NOW|RAND|RANDBETWEEN|RANDARRAY|RAND\\.NV|RANDBETWEEN\\.NV|INFO|CELL)\\s*\\(");

    private Volatile() {}

    /// Whether a formula is one of these.
    static boolean in(String formula) {
        return !formula.isEmpty()
                && ASKING.matcher(WORDS.matcher(formula).replaceAll("")).find();
    }
}
