package org.cairn.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.archive.OwnForms;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.AnswerLines;
import org.cairn.domain.AnswerWords;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Labels;

/// The answers of a filled-in form as lines, with the names of its questions in the reader's language.
final class FormLines implements AnswerWords {

    private static final String INDENT = "  ";

    private final Words words;
    private final OwnForms forms;

    FormLines(Words words, OwnForms forms) {
        this.words = words;
        this.forms = forms;
    }

    /// The lines of a record; none where nobody knows its form.
    List<String> of(FormRecord record) {
        return forms.named(record.form())
                .map(form -> AnswerLines.of(form, new FilledForm(record.form(), record.fields()), this).stream()
                        .flatMap(this::line)
                        .toList())
                .orElse(List.of());
    }

    /// What was answered to questions that the organisation added, with the labels of the form that each was answered
    /// with; nothing where the form of one of them is not known.
    List<String> of(Answers answers) {
        List<String> lines = new ArrayList<>();
        for (FilledForm filled : answers.forms()) {
            Optional<FormDefinition> form = forms.named(filled.form());
            if (form.isEmpty()) {
                return List.of();
            }
            lines.add("");
            lines.add(form.get().titleFor(reader()) + " (" + filled.form() + ")");
            AnswerLines.of(form.get(), filled, this).stream()
                    .flatMap(this::line)
                    .map(line -> INDENT + line)
                    .forEach(lines::add);
        }
        return lines;
    }

    private Stream<String> line(AnswerLine line) {
        String before = INDENT.repeat(line.depth());
        String text = words.text("field", line.label(), line.text()).stripTrailing();
        return text.lines().map(part -> before + part);
    }

    @Override
    public String reader() {
        return words.locale().toLanguageTag();
    }

    @Override
    public String yesNo(boolean yes) {
        return words.word("truth", String.valueOf(yes));
    }

    @Override
    public Optional<String> term(String list, String code) {
        return forms.terms(list).stream()
                .filter(term -> term.code().equals(code))
                .flatMap(term -> Labels.read(term.label(), reader(), "en").stream())
                .findFirst()
                .or(() -> Optional.of(words.word(list, code)));
    }

    @Override
    public String date(FuzzyDate date) {
        return date.verbatim();
    }
}
