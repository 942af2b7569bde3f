package org.cairn.domain;

/// A line of answers as people read them.
///
/// @param depth how deep inside groups it stands, from 0
/// @param path where the answer is kept: `visit[0].age`
/// @param label what the question is called
/// @param text what was answered; empty for the heading of a group or of one round of a repeat
/// @param namesPerson whether the answer may name somebody
/// @param asWritten whether it is what another tool had and what does not fit the question
public record AnswerLine(int depth, String path, String label, String text, boolean namesPerson, boolean asWritten) {

    /// Whether it is the heading of what follows.
    public boolean heading() {
        return text.isEmpty();
    }

    @Override
    public String toString() {
        return "AnswerLine";
    }
}
