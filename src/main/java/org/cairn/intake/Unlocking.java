package org.cairn.intake;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// The passwords that may open one file and what is inside it, inside the worker; tells which of them did.
final class Unlocking {

    private final List<String> words;
    private final List<String> first;
    private final Answer answer;

    Unlocking(List<String> words, Answer answer) {
        this.words = words;
        this.first = new ArrayList<>(words);
        this.answer = answer;
    }

    /// The password that opened something before comes first: members of one archive mostly share theirs.
    List<String> words() {
        return List.copyOf(first);
    }

    /// Something came out whole with this one.
    void opened(String word) throws IOException {
        if (first.remove(word)) {
            first.addFirst(word);
            answer.opened(words.indexOf(word));
        }
    }

    @Override
    public String toString() {
        return "Unlocking";
    }
}
