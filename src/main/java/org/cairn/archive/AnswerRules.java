package org.cairn.archive;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import org.cairn.domain.Answers;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FieldType;
import org.cairn.domain.FilledForm;
import org.cairn.domain.FormCheck;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Term;
import org.cairn.domain.Testimony;
import org.cairn.store.StoreView;

/// Answers to added questions are kept only where they fit the form they name; what is merely missing never counts.
final class AnswerRules {

    private final Session session;
    private final StoreView view;
    private final Map<String, Set<String>> vocabularies = new HashMap<>();

    AnswerRules(Session session, StoreView view) {
        this.session = session;
        this.view = view;
    }

    /// Refuses answers that do not fit.
    ///
    /// @throws ArchiveException.InvalidInput naming form, question and what is wrong
    void require(Optional<Answers> answers) {
        answers.map(Answers::forms).orElse(List.of()).forEach(filled -> require("answers." + filled.form(), filled));
    }

    /// Refuses a record of a form of the archive whose fields do not fit it; those of the program's own forms are free.
    void require(FormRecord record) {
        require(record.answers());
        if (Reference.tryParse(record.form().split("/", 2)[0]).isPresent()) {
            require("fields", new FilledForm(record.form(), record.fields()));
        }
    }

    private void require(String path, FilledForm filled) {
        FormDefinition form = OwnForms.named(view, filled.form())
                .orElseThrow(() -> new ArchiveException.InvalidInput(path, "noSuchForm"));
        findings(form, filled).stream()
                .filter(finding -> !finding.onlyWanted())
                .findFirst()
                .ifPresent(finding -> {
                    throw new ArchiveException.InvalidInput(
                            path + "." + finding.path(), finding.reason(), allowed(form, finding));
                });
        attachments(form.fields(), filled.values());
    }

    /// What is wrong with answers, and what is wanted.
    List<FormCheck.Finding> findings(FormDefinition form, FilledForm filled) {
        return FormCheck.of(form.fields(), filled.values(), known(form), today());
    }

    /// Whether a statement lacks an answer that a form which is asked of statements wants.
    boolean lacksWanted(Testimony testimony, List<KeptForm> asked) {
        Map<String, FilledForm> given = new HashMap<>();
        testimony.answers().map(Answers::forms).orElse(List.of()).forEach(filled -> given.put(filled.form(), filled));
        boolean fromGiven = given.values().stream()
                .anyMatch(filled -> OwnForms.named(view, filled.form())
                        .filter(form -> !form.retired())
                        .filter(form -> wants(form, filled))
                        .isPresent());
        boolean untouched = asked.stream()
                .filter(kept -> given.keySet().stream().noneMatch(name -> name.startsWith(kept.reference() + "/")))
                .anyMatch(kept -> wants(kept.form(), new FilledForm(kept.name(), Map.of())));
        return fromGiven || untouched;
    }

    private boolean wants(FormDefinition form, FilledForm filled) {
        return findings(form, filled).stream().anyMatch(FormCheck.Finding::onlyWanted);
    }

    private BiPredicate<String, String> known(FormDefinition form) {
        return (list, code) -> form.lists().getOrDefault(list, List.of()).stream()
                        .anyMatch(term -> term.code().equals(code))
                || vocabulary(list).contains(code);
    }

    private Set<String> vocabulary(String list) {
        return vocabularies.computeIfAbsent(list, name -> {
            Set<String> codes = new HashSet<>();
            if (Vocabulary.exists(name)) {
                codes.addAll(Vocabulary.codes(name));
                OwnForms.terms(view, name).stream().map(Term::code).forEach(codes::add);
            }
            return codes;
        });
    }

    private List<String> allowed(FormDefinition form, FormCheck.Finding finding) {
        return finding.field()
                .filter(field -> finding.reason().equals("unknownValue"))
                .flatMap(FormField::list)
                .map(list -> form.lists().containsKey(list)
                        ? form.lists().get(list).stream().map(Term::code).toList()
                        : vocabulary(list).stream().sorted().toList())
                .orElse(List.of());
    }

    private void attachments(List<FormField> fields, Map<?, ?> values) {
        for (FormField field : fields) {
            Object value = values.get(field.name());
            if (field.type() == FieldType.ATTACHMENT && value instanceof String text) {
                Reference.tryParse(text)
                        .filter(reference -> reference.kind() == RecordKind.EVIDENCE)
                        .ifPresent(reference -> session.visible(view, reference));
            } else if (value instanceof Map<?, ?> inner) {
                attachments(field.fields(), inner);
            } else if (value instanceof List<?> rounds) {
                rounds.forEach(round -> {
                    if (round instanceof Map<?, ?> inner) {
                        attachments(field.fields(), inner);
                    }
                });
            }
        }
    }

    private LocalDate today() {
        return LocalDate.ofInstant(session.now(), ZoneOffset.UTC);
    }
}
