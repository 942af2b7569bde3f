package org.cairn.ui.common;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Term;

/// The answers of filled-in forms as lines to read in the interface's language, with the words of the form and the
/// revision of it that they were made with.
public final class FormWords implements AnswerWords {

    private static final String WITHIN = " · ";

    private final Words words;
    private final OwnForms forms;
    private final Map<String, List<Term>> added = new HashMap<>();

    /// Reads forms of the archive: made where work is done, not where it is shown.
    public FormWords(Words words, OwnForms forms) {
        this.words = words;
        this.forms = forms;
    }

    /// What each field of a record says, by its name, and what was answered to added questions after that.
    public Map<String, String> facts(FormRecord record) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, lines(new FilledForm(record.form(), record.fields())));
        record.answers().map(Answers::forms).orElse(List.of()).forEach(filled -> put(facts, lines(filled)));
        return facts;
    }

    /// What was answered to a form, by the names of its questions.
    public Map<String, String> facts(FilledForm filled) {
        Map<String, String> facts = new LinkedHashMap<>();
        put(facts, lines(filled));
        return facts;
    }

    /// The answers to a form as lines.
    public List<AnswerLine> lines(FilledForm filled) {
        return AnswerLines.of(definition(filled.form()), filled, this);
    }

    /// The terms of a vocabulary as they are offered now, each with its word; none where there is no such list.
    public Map<String, String> offered(String list) {
        Map<String, String> offered = new LinkedHashMap<>();
        forms.codes(list).forEach(code -> offered.put(code, term(list, code).orElse(code)));
        return offered;
    }

    /// What a form is called.
    public String title(String form) {
        return forms.named(form).map(known -> known.titleFor(reader())).orElse(form);
    }

    /// A form that nobody has any more shows its answers under the names they were kept with.
    private FormDefinition definition(String form) {
        return forms.named(form)
                .orElseGet(() -> new FormDefinition(
                        form,
                        "",
                        Map.of(),
                        LanguageTag.UNDETERMINED,
                        Optional.empty(),
                        List.of(),
                        Map.of(),
                        false,
                        Optional.empty()));
    }

    private static void put(Map<String, String> facts, List<AnswerLine> lines) {
        List<String> around = new ArrayList<>();
        for (AnswerLine line : lines) {
            while (around.size() > line.depth()) {
                around.removeLast();
            }
            if (line.heading()) {
                around.add(line.label());
            } else {
                String name = String.join(
                        WITHIN,
                        Stream.concat(around.stream(), Stream.of(line.label())).toList());
                facts.merge(name, line.text(), (one, other) -> one + WITHIN + other);
            }
        }
    }

    @Override
    public String reader() {
        return words.locale().toLanguageTag();
    }

    @Override
    public String yesNo(boolean yes) {
        return words.of("custody").text("value." + yes);
    }

    @Override
    public String date(FuzzyDate date) {
        return words.date(date);
    }

    /// The archive's own word before the program's; records of early forms have codes in plain letters.
    @Override
    public Optional<String> term(String list, String code) {
        return added.computeIfAbsent(list, forms::terms).stream()
                .filter(term -> term.code().equals(code))
                .flatMap(term -> Labels.read(term.label(), reader(), "en").stream())
                .findFirst()
                .or(() -> Stream.of(code, code.replace(' ', '_').toUpperCase(Locale.ROOT))
                        .filter(written -> !words.vocabulary(list, written).equals(written))
                        .findFirst()
                        .map(written -> words.vocabulary(list, written)));
    }
}
