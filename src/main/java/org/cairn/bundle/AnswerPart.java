package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.AnswerLines;
import org.cairn.domain.AnswerWords;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.i18n.Messages;

/// The answers to the questions that an organisation added, numbered as they are cited, with the form's labels in the
/// language of the statement. What may name somebody is counted and withheld.
final class AnswerPart {

    private final Words words;
    private final LanguageTag language;
    private final Flow flow;
    private final Messages vocabulary;

    AnswerPart(Words words, LanguageTag language, Flow flow) {
        this.words = words;
        this.language = language;
        this.flow = flow;
        this.vocabulary = Messages.of("vocabulary", Locale.forLanguageTag(language.tag()));
    }

    void set(Optional<Answers> answers, List<FormDefinition> forms) {
        set(answers.map(Answers::forms).orElse(List.of()), forms);
    }

    void set(List<FilledForm> filled, List<FormDefinition> forms) {
        int number = 0;
        for (int i = 0; i < Math.min(filled.size(), forms.size()); i++) {
            FormDefinition form = forms.get(i);
            flow.heading(words.text("statement.answers", form.titleFor(language.tag())), Looks.SUBHEADING);
            List<Table.Row> rows = new ArrayList<>();
            for (AnswerLine line : AnswerLines.of(form, filled.get(i), new Said())) {
                number += line.heading() ? 0 : 1;
                String indent = "\u2003".repeat(line.depth());
                String label = line.heading() ? indent + line.label() : indent + number + ". " + line.label();
                rows.add(Table.Row.of(label, said(line)));
            }
            flow.table(Table.labels(Looks.LABEL, Style.serif(10.5f, 15.5f), 0.42f, rows));
        }
    }

    private String said(AnswerLine line) {
        return line.namesPerson() ? words.text("statement.answerWithheld") : line.text();
    }

    /// Values in the language of the statement.
    private final class Said implements AnswerWords {
        @Override
        public String reader() {
            return language.tag();
        }

        @Override
        public String yesNo(boolean yes) {
            return words.text(yes ? "answer.yes" : "answer.no");
        }

        @Override
        public Optional<String> term(String list, String code) {
            String key = list + "." + code;
            return vocabulary.has(key) ? Optional.of(vocabulary.text(key)) : Optional.empty();
        }

        @Override
        public String date(FuzzyDate date) {
            return words.date(date);
        }
    }
}
