package org.cairn.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What was answered beyond the questions that every archive has, form by form.
///
/// @param forms each form at most once
public record Answers(List<FilledForm> forms) {

    public Answers {
        forms = List.copyOf(forms);
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < forms.size(); i++) {
            if (!seen.add(forms.get(i).form())) {
                throw new ArchiveException.InvalidInput("forms[" + i + "].form", "givenTwice");
            }
        }
    }

    /// These answers, or nothing where nothing was answered: a record without any has no member for them.
    public static Optional<Answers> of(List<FilledForm> forms) {
        List<FilledForm> given = forms.stream().filter(form -> !form.isEmpty()).toList();
        return given.isEmpty() ? Optional.empty() : Optional.of(new Answers(given));
    }

    /// The same with one form's answers in place of what they were.
    public static Optional<Answers> with(Optional<Answers> before, FilledForm filled) {
        List<FilledForm> forms = new ArrayList<>(before.map(Answers::forms).orElse(List.of()));
        int place = forms.stream().map(FilledForm::form).toList().indexOf(filled.form());
        if (place < 0) {
            forms.add(filled);
        } else {
            forms.set(place, filled);
        }
        return of(forms);
    }

    @Override
    public String toString() {
        return "Answers";
    }
}
