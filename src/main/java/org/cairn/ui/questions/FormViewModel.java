package org.cairn.ui.questions;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormCheck;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.Labels;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.SubmissionMapping;
import org.cairn.domain.SubmissionOrigin;
import org.cairn.domain.Term;

/// The answers to a form while somebody gives them. What is typed and does not fit is kept as it was typed.
public final class FormViewModel {

    private final FormDefinition form;
    private final String name;
    private final Terms terms;
    private final LocalDate today;
    private final Map<String, Object> values;
    private final Optional<SubmissionOrigin> origin;
    private final IntegerProperty changes = new SimpleIntegerProperty();
    private final ObjectProperty<Optional<LocalDate>> saidOn;
    private final ObjectProperty<Optional<LanguageTag>> saidIn = new SimpleObjectProperty<>(Optional.empty());
    private Map<String, String> wrong = Map.of();
    private List<String> wanted = List.of();

    /// The terms of the lists that a form takes from the archive, as they are offered now.
    @FunctionalInterface
    public interface Terms {
        /// A list's terms, each with its word, in order; empty where there is no such list.
        Map<String, String> of(String list);
    }

    /// @param filled what was answered before, and to which revision of the form
    public FormViewModel(FormDefinition form, FilledForm filled, Terms terms, LocalDate today) {
        this.form = form;
        this.name = filled.form();
        this.terms = terms;
        this.today = today;
        this.saidOn = new SimpleObjectProperty<>(Optional.of(today));
        this.values = Trees.copied(filled.values());
        this.origin = filled.origin();
        filled.asWritten().forEach((path, text) -> Trees.put(values, path, text));
        judge();
    }

    /// The day on which the answers were given, today unless somebody says another, from which "last spring" is
    /// reckoned.
    public ObjectProperty<Optional<LocalDate>> saidOnProperty() {
        return saidOn;
    }

    /// The language in which they were given.
    public ObjectProperty<Optional<LanguageTag>> saidInProperty() {
        return saidIn;
    }

    /// Which answers of a submission stand in the record itself: nobody needs to ask them again.
    public List<SubmissionMapping.Mapped> taken() {
        return origin.flatMap(SubmissionOrigin::taken).orElse(List.of());
    }

    /// The form.
    public FormDefinition form() {
        return form;
    }

    /// Counts every change: whoever depends on answers looks again.
    public IntegerProperty changesProperty() {
        return changes;
    }

    Map<String, Object> values() {
        return values;
    }

    /// Something was answered, or an answer taken back.
    void changed() {
        judge();
        changes.set(changes.get() + 1);
    }

    private void judge() {
        Map<String, String> faults = new LinkedHashMap<>();
        List<String> missing = new ArrayList<>();
        for (FormCheck.Finding finding : FormCheck.of(form.fields(), values, this::known, today)) {
            if (finding.onlyWanted()) {
                missing.add(finding.path());
            } else {
                faults.put(finding.path(), finding.reason());
            }
        }
        wrong = faults;
        wanted = missing;
    }

    private boolean known(String list, String code) {
        return form.lists().getOrDefault(list, List.of()).stream()
                        .anyMatch(term -> term.code().equals(code))
                || terms.of(list).containsKey(code);
    }

    /// Why an answer does not fit, by its path; empty where it does.
    Optional<String> fault(String path) {
        return Optional.ofNullable(wrong.get(path));
    }

    /// The paths of wanted answers that are not there yet.
    public List<String> wanted() {
        return wanted;
    }

    boolean shown(FormField field, List<Map<?, ?>> around) {
        return FormCheck.shown(field, around, today);
    }

    /// The terms that a question offers, each with its word for a reader.
    Map<String, String> offered(FormField field, String reader) {
        String list = field.list().orElse("");
        List<Term> own = form.lists().get(list);
        if (own == null || Trees.isVocabulary(terms, list)) {
            return terms.of(list);
        }
        Map<String, String> offered = new LinkedHashMap<>();
        own.stream()
                .filter(term -> !term.retired())
                .forEach(term -> offered.put(
                        term.code(),
                        Labels.read(term.label(), reader, form.language().tag()).orElse(term.code())));
        return offered;
    }

    /// The answers as they are now: those that fit, and the others as they were typed.
    public FilledForm filled() {
        Map<String, Object> fitting = Trees.copied(values);
        Map<String, String> asWritten = new TreeMap<>();
        for (String path : wrong.keySet()) {
            Trees.take(fitting, path).ifPresent(value -> asWritten.put(path, Trees.text(value)));
        }
        Trees.prune(fitting);
        return new FilledForm(name, fitting, asWritten, origin);
    }
}
