package org.cairn.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.FieldType;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormField;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FormValues;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.cairn.store.StoreView;

/// Understands dates in answers as they were said. Words that nobody understands are kept as they are written.
///
/// In a statement they are reckoned from the day on which it was given and tried first in its language; elsewhere from
/// the day on which they are written and in the language of whoever writes.
final class AnsweredDates {

    private final StoreView view;
    private final Said writer;

    /// @param writer the language of whoever writes and the day of writing
    AnsweredDates(StoreView view, Said writer) {
        this.view = view;
        this.writer = writer;
    }

    ArchiveRecord understood(ArchiveRecord record) {
        return switch (record) {
            case Testimony testimony -> testimony.answering(answers(testimony.answers(), of(testimony)));
            case Witness witness -> witness.answering(answers(witness.answers(), writer));
            case FormRecord form -> form(form);
            default -> record;
        };
    }

    private Said of(Testimony testimony) {
        String language = testimony.language().equals(LanguageTag.UNDETERMINED)
                ? writer.language()
                : testimony.language().primary();
        Optional<LocalDate> given = testimony.interview().date().flatMap(FuzzyDate::day);
        return Said.in(language, "").on(given);
    }

    private FormRecord form(FormRecord record) {
        Map<String, Object> fields = OwnForms.named(view, record.form())
                .map(form -> new Tree(writer, Optional.empty()).of("", form.fields(), record.fields()))
                .orElse(record.fields());
        return new FormRecord(
                record.kind(),
                record.title(),
                record.form(),
                record.protection(),
                record.date(),
                record.witness(),
                fields,
                answers(record.answers(), writer));
    }

    private Optional<Answers> answers(Optional<Answers> answers, Said said) {
        return answers.map(all -> new Answers(
                all.forms().stream().map(filled -> filled(filled, said)).toList()));
    }

    private FilledForm filled(FilledForm filled, Said said) {
        Map<String, String> asWritten = new TreeMap<>(filled.asWritten());
        return OwnForms.named(view, filled.form())
                .map(form -> new FilledForm(
                        filled.form(),
                        new Tree(said, Optional.of(asWritten)).of("", form.fields(), filled.values()),
                        asWritten,
                        filled.origin()))
                .orElse(filled);
    }

    /// Answers, however deep their questions lie.
    ///
    /// @param asWritten where words go that nobody understands; without it they stay as a date that can be any day
    private record Tree(Said said, Optional<Map<String, String>> asWritten) {

        @Override
        public String toString() {
            return "Tree";
        }

        Map<String, Object> of(String path, List<FormField> fields, Map<?, ?> values) {
            Map<String, Object> all = new TreeMap<>();
            values.forEach((name, value) -> all.put(String.valueOf(name), value));
            for (FormField field : fields) {
                Optional.ofNullable(all.remove(field.name()))
                        .flatMap(value -> one(path + field.name(), field, value))
                        .ifPresent(value -> all.put(field.name(), value));
            }
            return all;
        }

        private Optional<Object> one(String path, FormField field, Object value) {
            if (field.type() == FieldType.DATE) {
                return words(value).map(words -> date(path, words)).orElseGet(() -> Optional.of(value));
            }
            return Optional.of(
                    switch (value) {
                        case Map<?, ?> map -> of(path + ".", field.fields(), map);
                        case List<?> rounds -> rounds(path, field.fields(), rounds);
                        default -> value;
                    });
        }

        private List<Object> rounds(String path, List<FormField> fields, List<?> rounds) {
            List<Object> all = new ArrayList<>();
            for (int i = 0; i < rounds.size(); i++) {
                Object round = rounds.get(i);
                all.add(round instanceof Map<?, ?> map ? of(path + "[" + i + "].", fields, map) : round);
            }
            return all;
        }

        /// The words alone that were given, where nothing says yet what they mean.
        private static Optional<String> words(Object value) {
            Object words = value instanceof Map<?, ?> map && !map.containsKey("edtf") ? map.get("verbatim") : value;
            return words instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
        }

        private Optional<Object> date(String path, String words) {
            Optional<FuzzyDate> date =
                    SpokenDates.understand(new Said(words, said.language(), said.on(), said.calendar()));
            if (date.isEmpty() && asWritten.isPresent()) {
                asWritten.get().put(path, words);
                return Optional.empty();
            }
            return Optional.of(FormValues.of(date.orElseGet(() -> FuzzyDate.words(words))));
        }
    }
}
