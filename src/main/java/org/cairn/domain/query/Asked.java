package org.cairn.domain.query;

import java.util.List;

/// What a query asks for, as a tree. Every part knows its place in what was typed.
public sealed interface Asked {

    /// Where it stands.
    Place at();

    /// Nothing was typed: everything is meant.
    record Everything(Place at) implements Asked {}

    /// All of these: `a b`, `a AND b`.
    record All(Place at, List<Asked> parts) implements Asked {
        public All {
            parts = several(parts);
        }

        @Override
        public String toString() {
            return "All";
        }
    }

    /// At least one of these: `a OR b`.
    record Any(Place at, List<Asked> parts) implements Asked {
        public Any {
            parts = several(parts);
        }

        @Override
        public String toString() {
            return "Any";
        }
    }

    /// Whatever is without it: `NOT a`, `-a`.
    record Not(Place at, Asked unwanted) implements Asked {
        @Override
        public String toString() {
            return "Not";
        }
    }

    /// Two that stand near each other: `a near/5 b`, `a then/5 b`.
    ///
    /// @param words how many words the second is from the first at most; 1 is right beside it
    /// @param ordered whether the first has to come first
    record Near(Place at, Asked one, Asked other, int words, boolean ordered) implements Asked {
        /// No two words are called near that are further apart.
        public static final int FURTHEST = 1_000;

        public Near {
            if (words < 1 || words > FURTHEST) {
                throw new IllegalArgumentException("words that far apart are not near");
            }
        }

        @Override
        public String toString() {
            return "Near";
        }
    }

    /// In one field: `tag:flights`, `title:(kidney OR liver)`.
    ///
    /// @param field its name, in small letters
    record Within(Place at, String field, Asked value) implements Asked {
        public Within {
            if (value instanceof Within || !QueryTokens.isFieldName(field)) {
                throw new IllegalArgumentException("a field holds a value");
            }
        }

        @Override
        public String toString() {
            return "Within";
        }
    }

    /// A word, which may have `*` (any letters) and `?` (one letter) in it.
    record Word(Place at, String text) implements Asked {
        public Word {
            if (text.isEmpty() || text.chars().anyMatch(letter -> QueryTokens.endsAWord((char) letter))) {
                throw new IllegalArgumentException("this is no one word");
            }
        }

        /// Whether letters of it are left open.
        public boolean wild() {
            return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
        }

        @Override
        public String toString() {
            return "Word";
        }
    }

    /// Words side by side, as words are compared, without their stems: `"blood group"`.
    record Phrase(Place at, String text) implements Asked {
        public Phrase {
            unquoted(text);
        }

        @Override
        public String toString() {
            return "Phrase";
        }
    }

    /// Exactly these letters, great and small, with their marks: `="Camp Nº 3"`.
    record Exactly(Place at, String text) implements Asked {
        public Exactly {
            unquoted(text);
        }

        @Override
        public String toString() {
            return "Exactly";
        }
    }

    /// A word, or one that differs in a few letters: `Mohamed~`, `Mohamed~1`.
    ///
    /// @param letters how many letters may differ, 1 or 2; 0 where the length of the word decides
    record Fuzzy(Place at, String text, int letters) implements Asked {
        public Fuzzy {
            if (letters < 0 || letters > 2) {
                throw new IllegalArgumentException("so many letters may not differ");
            }
        }

        @Override
        public String toString() {
            return "Fuzzy";
        }
    }

    /// Every word that fits a regular expression: `/kidne[iy]s?/`.
    record Pattern(Place at, String regex) implements Asked {
        @Override
        public String toString() {
            return "Pattern";
        }
    }

    private static List<Asked> several(List<Asked> parts) {
        if (parts.size() < 2) {
            throw new IllegalArgumentException("one alone needs nothing to hold it together");
        }
        return List.copyOf(parts);
    }

    private static void unquoted(String text) {
        if (text.chars().anyMatch(letter -> QueryTokens.isQuote((char) letter))) {
            throw new IllegalArgumentException("a quotation mark ends a quotation");
        }
    }
}
