package org.cairn.ui.testimony;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.KeptForm;
import org.cairn.domain.Answers;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.RecordKind;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.questions.FormViewModel;
import org.jspecify.annotations.Nullable;

/// The questions that the organisation added to a kind of record, while one is written: those that are asked now, and
/// those that were answered before with the revision of their form that they were answered with.
final class QuestionsViewModel {

    private final Desk desk;
    private final RecordKind kind;
    private final ObjectProperty<Optional<Answers>> answers;
    private final ObservableValue<Optional<FuzzyDate>> saidOn;
    private final ObservableValue<@Nullable LanguageTag> saidIn;
    private final ObservableList<FormViewModel> asked = FXCollections.observableArrayList();

    /// Those of a statement: a witness says "last spring" on the day of the interview, in the language of the account.
    QuestionsViewModel(Desk desk, StatementDraft draft) {
        this(desk, RecordKind.TESTIMONY, draft.answers, draft.date, draft.language);
    }

    /// @param answers the answers given so far; set anew at every change
    /// @param saidOn the day from which "last spring" is reckoned
    /// @param saidIn the language in which the answers are given
    QuestionsViewModel(
            Desk desk,
            RecordKind kind,
            ObjectProperty<Optional<Answers>> answers,
            ObservableValue<Optional<FuzzyDate>> saidOn,
            ObservableValue<@Nullable LanguageTag> saidIn) {
        this.desk = desk;
        this.kind = kind;
        this.answers = answers;
        this.saidOn = saidOn;
        this.saidIn = saidIn;
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
        for (FilledForm filled : answers.get().map(Answers::forms).orElse(List.of())) {
            answered.add(filled.form().split("/", 2)[0]);
            desk.archive()
                    .ownForms()
                    .named(filled.form())
                    .ifPresent(form -> sheets.add(new Sheet(form, filled, terms(form, words))));
        }
        for (KeptForm kept : desk.archive().ownForms().of(kind)) {
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
            saidOn.subscribe(day -> model.saidOnProperty().set(day.flatMap(FuzzyDate::day)));
            saidIn.subscribe(spoken -> model.saidInProperty().set(Optional.ofNullable(spoken)));
            model.changesProperty().addListener(change -> gather());
            models.add(model);
        }
        asked.setAll(models);
    }

    /// What nobody can show any more is kept as it was.
    private void gather() {
        Optional<Answers> now = answers.get();
        for (FormViewModel model : asked) {
            now = Answers.with(now, model.filled());
        }
        answers.set(now);
    }
}
