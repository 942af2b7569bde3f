package org.cairn.ui.forms;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.OwnForms;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Term;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FormWords;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// The terms of the vocabularies that may be added to, and one that is being written.
final class TermsViewModel {

    private final Desk desk;
    private final ObjectProperty<String> vocabulary = new SimpleObjectProperty<>(OwnForms.EXTENSIBLE.getFirst());
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final StringProperty code = new SimpleStringProperty("");
    private final Map<Locale, StringProperty> labels = new LinkedHashMap<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();

    /// A term.
    ///
    /// @param word what it is called here
    /// @param added the archive's own term, where it is one or names one anew
    /// @param own whether it was added, and is none of the program's
    record Line(String code, String word, Optional<Term> added, boolean own) {
        @Override
        public String toString() {
            return "Line";
        }
    }

    TermsViewModel(Desk desk) {
        this.desk = desk;
        Messages.LANGUAGES.forEach(language -> labels.put(language, new SimpleStringProperty("")));
        vocabulary.subscribe((was, is) -> refresh());
    }

    ObjectProperty<String> vocabularyProperty() {
        return vocabulary;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    StringProperty codeProperty() {
        return code;
    }

    /// What the term is called in each language of the program.
    Map<Locale, StringProperty> labels() {
        return labels;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    void refresh() {
        String list = vocabulary.get();
        desk.tasks()
                .fetch(
                        () -> load(list),
                        lines::setAll,
                        failure -> told.set(desk.errors().tell(failure)));
    }

    private List<Line> load(String list) {
        OwnForms forms = desk.archive().ownForms();
        FormWords words = new FormWords(desk.words(), forms);
        Map<String, Term> added = new LinkedHashMap<>();
        forms.terms(list).forEach(term -> added.put(term.code(), term));
        List<String> known = Vocabulary.codes(list);
        return java.util.stream.Stream.concat(known.stream(), added.keySet().stream())
                .distinct()
                .map(one -> new Line(
                        one,
                        words.term(list, one).orElse(one),
                        Optional.ofNullable(added.get(one)),
                        !known.contains(one)))
                .toList();
    }

    /// Takes a term up, to be named anew.
    void take(Line line) {
        code.set(line.code());
        labels.forEach((language, label) -> label.set(line.added()
                .map(term -> term.label().getOrDefault(language.toLanguageTag(), ""))
                .orElseGet(() -> inTheProgram(language, line.code()))));
    }

    private String inTheProgram(Locale language, String of) {
        Messages words = Messages.of("vocabulary", language);
        String key = vocabulary.get() + "." + of;
        return words.has(key) ? words.text(key) : "";
    }

    /// Keeps the term that is written.
    void keep() {
        Map<String, String> given = new LinkedHashMap<>();
        labels.forEach((language, label) -> {
            if (!label.get().isBlank()) {
                given.put(language.toLanguageTag(), label.get().strip());
            }
        });
        String written = code.get().strip();
        if (written.isEmpty() && given.isEmpty()) {
            return;
        }
        keep(new Term(written.isEmpty() ? made(given) : written, given));
    }

    /// A code for scripts out of the first word that was given.
    private static String made(Map<String, String> given) {
        String word = given.getOrDefault("en", given.values().iterator().next());
        return word.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
    }

    /// Offers a term no longer, or offers it again.
    void retire(Line line, boolean retired) {
        Map<String, String> label = line.added().map(Term::label).orElse(Map.of());
        keep(new Term(line.code(), label, retired));
    }

    private void keep(Term term) {
        String list = vocabulary.get();
        desk.tasks()
                .run(
                        () -> desk.archive().ownForms().keepTerm(list, term),
                        () -> {
                            code.set("");
                            labels.values().forEach(label -> label.set(""));
                            told.set(Told.success(desk.words().of("questions").text("told.term")));
                            refresh();
                        },
                        failure -> told.set(desk.errors().tell(failure)));
    }
}
