package org.cairn.ui.testimony;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.KeptForm;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.RecordKind;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.questions.FormViewModel;

/// The questions that the organisation added, while a statement is taken: those that are asked now, and those that were
/// answered before with the revision of their form that they were answered with.
final class QuestionsViewModel {

    private final Desk desk;
    private final StatementDraft draft;
    private final ObservableList<FormViewModel> asked = FXCollections.observableArrayList();

    QuestionsViewModel(Desk desk, StatementDraft draft) {
        this.desk = desk;
        this.draft = draft;
        desk.tasks().fetch(this::load, this::show, failure -> asked.clear());
    }

    /// One for each form; none where nothing was added.
    ObservableList<FormViewModel> asked() {
        return asked;
    }

    private record Sheet(FormDefinition form, FilledForm filled, Map<String, Map<String, String>> terms) {
        @Override
        public String toString() {
            return "Sheet";
        }
    }

    private List<Sheet> load() {
        List<Sheet> sheets = new ArrayList<>();
        FormWords words = new FormWords(desk.words(), desk.archive().ownForms());
        Set<String> answered = new HashSet<>();
        for (FilledForm filled : draft.answers.get().map(Answers::forms).orElse(List.of())) {
            answered.add(filled.form().split("/", 2)[0]);
            desk.archive()
                    .ownForms()
                    .named(filled.form())
                    .ifPresent(form -> sheets.add(new Sheet(form, filled, terms(form, words))));
        }
        for (KeptForm kept : desk.archive().ownForms().of(RecordKind.TESTIMONY)) {
            if (!answered.contains(kept.reference().toString())
                    && !kept.form().fields().isEmpty()) {
                FilledForm fresh = new FilledForm(kept.name(), Map.of());
                sheets.add(new Sheet(kept.form(), fresh, terms(kept.form(), words)));
            }
        }
        return sheets;
    }

    private static Map<String, Map<String, String>> terms(FormDefinition form, FormWords words) {
        Map<String, Map<String, String>> terms = new HashMap<>();
        form.everyField().stream()
                .map(FormField::list)
                .flatMap(Optional::stream)
                .distinct()
                .forEach(list -> terms.put(list, words.offered(list)));
        return terms;
    }

    private void show(List<Sheet> sheets) {
        LocalDate today = LocalDate.ofInstant(
                desk.environment().clock().instant(), desk.words().zone());
        List<FormViewModel> models = new ArrayList<>();
        for (Sheet sheet : sheets) {
            FormViewModel model = new FormViewModel(
                    sheet.form(), sheet.filled(), list -> sheet.terms().getOrDefault(list, Map.of()), today);
            // a witness says "last spring" on the day of the interview, in the language of the account
            draft.date.subscribe(day -> model.saidOnProperty().set(day.flatMap(FuzzyDate::day)));
            draft.language.subscribe(spoken -> model.saidInProperty().set(Optional.ofNullable(spoken)));
            model.changesProperty().addListener(change -> gather());
            models.add(model);
        }
        asked.setAll(models);
    }

    /// What nobody can show any more is kept as it was.
    private void gather() {
        Optional<Answers> now = draft.answers.get();
        for (FormViewModel model : asked) {
            now = Answers.with(now, model.filled());
        }
        draft.answers.set(now);
    }
}
