package org.cairn.exchange;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.DateAsked;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.SubmissionMapping;
import org.cairn.domain.SubmissionMapping.Mapped;

/// Takes the answers that a statement has a place of its own for out of those of a submission, and leaves the rest.
public final class Taking {

    private static final int LONGEST_LINE = 200;

    private final FormDefinition form;
    private final Map<String, Object> left;
    private final List<Mapped> mapped = new ArrayList<>();

    /// @param form what was asked
    /// @param answers those of the submission; they are not changed
    public Taking(FormDefinition form, Map<String, Object> answers) {
        this.form = form;
        this.left = copied(answers);
    }

    private static Map<String, Object> copied(Map<?, ?> answers) {
        Map<String, Object> copy = new LinkedHashMap<>();
        answers.forEach((name, value) ->
                copy.put(String.valueOf(name), value instanceof Map<?, ?> inner ? copied(inner) : value));
        return copy;
    }

    /// The answers that nobody took.
    public Map<String, Object> left() {
        return left;
    }

    /// What was taken, and as what.
    public List<Mapped> mapped() {
        return List.copyOf(mapped);
    }

    /// The first answered one of some questions, if it can be used.
    public Optional<String> first(String to, List<String> paths, Predicate<String> usable) {
        for (String path : paths) {
            Optional<String> said = said(path).filter(usable);
            if (said.isPresent()) {
                take(path, to);
                return said;
            }
        }
        return Optional.empty();
    }

    /// All answered ones of some questions.
    public List<String> all(String to, List<String> paths) {
        List<String> all = new ArrayList<>();
        for (String path : paths) {
            said(path).ifPresent(text -> {
                all.add(text);
                take(path, to);
            });
        }
        return all;
    }

    /// A line for lists.
    public Optional<String> title(SubmissionMapping mapping) {
        return first("title", mapping.title(), text -> text.length() <= LONGEST_LINE);
    }

    /// The language of the account.
    public Optional<LanguageTag> language(SubmissionMapping mapping) {
        return first(
                        "language",
                        mapping.language(),
                        text -> Named.language(text).isPresent())
                .flatMap(Named::language)
                .map(LanguageTag::new);
    }

    /// A date: of a moment its day.
    public Optional<FuzzyDate> date(String to, List<String> paths) {
        for (String path : paths) {
            Optional<FuzzyDate> date = said(path).flatMap(text -> day(path, text));
            if (date.isPresent()) {
                take(path, to);
                return date;
            }
        }
        return Optional.empty();
    }

    private Optional<FuzzyDate> day(String path, String text) {
        return MartusDate.read(text).or(() -> OdkDate.read(text, asked(path), () -> plainDay(text)));
    }

    /// How much of a date a question asks for: of one that the form does not have nobody knows.
    private Optional<DateAsked> asked(String path) {
        List<FormField> fields = form.fields();
        Optional<FormField> field = Optional.empty();
        for (String step : path.split("\\.")) {
            field = fields.stream().filter(one -> one.name().equals(step)).findFirst();
            fields = field.map(FormField::fields).orElse(List.of());
        }
        return field.isEmpty() ? OdkDate.unknown(path) : field.flatMap(FormField::date);
    }

    private static Optional<FuzzyDate> plainDay(String text) {
        // the time of day stays in the words
        return text.matches("\\d{4}-\\d{2}-\\d{2}T\\S{1,40}")
                ? FuzzyDate.ofEdtf(text, text.substring(0, 10))
                : SpokenDates.understand(Said.in("en", text));
    }

    /// What the witness said, in paragraphs: an empty line begins the next.
    public List<String> account(SubmissionMapping mapping) {
        return all("account", mapping.account()).stream()
                .flatMap(text -> java.util.Arrays.stream(text.split("\\R[\\s&&[^\\n]]*\\R")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private Optional<String> said(String path) {
        Object at = left;
        for (String step : path.split("\\.")) {
            at = at instanceof Map<?, ?> map ? map.get(step) : null;
        }
        return at instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    private void take(String path, String to) {
        Map<?, ?> at = left;
        String[] steps = path.split("\\.");
        for (int i = 0; i + 1 < steps.length; i++) {
            at = at.get(steps[i]) instanceof Map<?, ?> inner ? inner : Map.of();
        }
        at.remove(steps[steps.length - 1]);
        mapped.add(new Mapped(path, to));
    }
}
