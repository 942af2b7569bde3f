package org.cairn.intake;

import java.util.List;

/// Passwords that may open a file, the likeliest first; they are never shown.
public final class Passwords {

    /// None is known.
    public static final Passwords NONE = new Passwords(List.of());

    /// Each costs time of the file's own: old ones that never opened anything like it are not worth it.
    private static final int MOST = 40;

    private final List<String> words;

    private Passwords(List<String> words) {
        this.words = words;
    }

    /// Those that come first, each once.
    public static Passwords of(List<String> words) {
        return new Passwords(words.stream()
                .filter(word -> !word.isEmpty())
                .distinct()
                .limit(MOST)
                .toList());
    }

    /// The words themselves, for whoever opens a file with them or seals them.
    public List<String> words() {
        return words;
    }

    /// Whether one is among these.
    public boolean holds(String word) {
        return words.contains(word);
    }

    @Override
    public String toString() {
        return "Passwords";
    }
}
