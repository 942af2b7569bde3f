package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.cairn.domain.AnswerLine;
import org.cairn.domain.AnswerLines;
import org.cairn.domain.AnswerWords;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.store.StoreView;

/// What a search finds of the answers to added questions: everything in words but what may name somebody.
final class AnswerPassages {

    /// A mark is no word: it is counted as an answer, and found by nobody.
    private static final AnswerWords WORDLESS = new AnswerWords() {
        @Override
        public String reader() {
            return LanguageTag.UNDETERMINED.tag();
        }

        @Override
        public String yesNo(boolean yes) {
            return yes ? "✓" : "✗";
        }

        @Override
        public Optional<String> term(String list, String code) {
            return Optional.empty();
        }
    };

    private AnswerPassages() {}

    /// The answers as they are counted: the third is `q. 3`, whoever reads them in which language.
    static List<AnswerLine> counted(StoreView view, Optional<Answers> answers) {
        List<AnswerLine> lines = new ArrayList<>();
        answers.map(Answers::forms)
                .orElse(List.of())
                .forEach(filled -> of(view, filled).stream()
                        .filter(line -> !line.heading())
                        .forEach(lines::add));
        return lines;
    }

    /// Everything that may be found, in one text.
    static String together(StoreView view, Optional<Answers> answers) {
        return counted(view, answers).stream()
                .filter(line -> !line.namesPerson())
                .map(AnswerLine::text)
                .collect(Collectors.joining("\n"));
    }

    /// The fields of a record of a form of the archive, as far as they may be found; nothing for the program's forms.
    static Optional<String> fields(StoreView view, String form, Map<String, Object> fields) {
        if (Reference.tryParse(form.split("/", 2)[0]).isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(of(view, new FilledForm(form, fields)).stream()
                .filter(line -> !line.heading() && !line.namesPerson())
                .map(AnswerLine::text)
                .collect(Collectors.joining("\n")));
    }

    private static List<AnswerLine> of(StoreView view, FilledForm filled) {
        // of a form that is not there nobody knows what names somebody
        Optional<FormDefinition> form = OwnForms.named(view, filled.form());
        return form.map(known -> AnswerLines.of(known, filled, WORDLESS)).orElse(List.of());
    }
}
