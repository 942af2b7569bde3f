package org.cairn.domain.expression;

import java.util.regex.PatternSyntaxException;

/// A pattern somebody put into a form, tried with patience that ends: some patterns never come to an end.
final class Pattern {

    private static final int LOOKS = 200_000;

    private Pattern() {}

    /// Whether a text is what the pattern says; where that cannot be found out, it passes.
    static boolean fits(String text, String pattern) {
        try {
            return java.util.regex.Pattern.compile(pattern)
                    .matcher(new Patient(text, new int[] {LOOKS}))
                    .matches();
        } catch (PatternSyntaxException | TooLong | StackOverflowError e) {
            return true;
        }
    }

    private static final class TooLong extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// A text that may only be looked at so often.
    private record Patient(String text, int[] left) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left[0] < 0) {
                throw new TooLong();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Patient(text.substring(start, end), left);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
