package org.cairn.domain;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/// What is read out to a witness in their own language: explanations, questions, cautions and declarations, word for
/// word, in the language of the form that holds them.
///
/// @param direction which way its letters run
/// @param texts each text by its key, such as `use.STORE`
public record Script(Direction direction, Map<String, String> texts) {

    private static final int LONGEST = 10_000;

    /// Which way letters run.
    public enum Direction {
        LTR,
        RTL
    }

    public Script {
        texts = Collections.unmodifiableSortedMap(new TreeMap<>(texts));
        texts.forEach((key, words) -> {
            if (words.length() > LONGEST) {
                throw new ArchiveException.InvalidInput("texts." + key, "textTooLong");
            }
        });
    }

    @Override
    public String toString() {
        return "Script";
    }
}
