package org.cairn.ui.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.SubmissionOrigin;
import org.cairn.ui.common.FormWords;

/// The answers to one added form as they are read, with the number by which each is cited.
///
/// @param title what the form is called
/// @param origin where they came from, when they were given in another tool
/// @param lines the answers and the headings between them
record AnsweredForm(String title, Optional<SubmissionOrigin> origin, List<Numbered> lines) {

    /// A line, with its number; 0 for a heading.
    record Numbered(int number, AnswerLine line) {}

    /// Every form that was answered; numbers go on from one to the next.
    static List<AnsweredForm> of(Optional<Answers> answers, FormWords words) {
        List<AnsweredForm> all = new ArrayList<>();
        int number = 0;
        for (FilledForm filled : answers.map(Answers::forms).orElse(List.of())) {
            List<Numbered> lines = new ArrayList<>();
            for (AnswerLine line : words.lines(filled)) {
                lines.add(new Numbered(line.heading() ? 0 : ++number, line));
            }
            all.add(new AnsweredForm(words.title(filled.form()), filled.origin(), lines));
        }
        return all;
    }

    @Override
    public String toString() {
        return "AnsweredForm";
    }
}
