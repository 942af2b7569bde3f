package org.cairn.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.Answers;
import org.cairn.domain.Identity;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.SubmissionMapping;
import org.cairn.domain.Testimony;
import org.cairn.exchange.Taking;

/// A statement in the making, and who made it.
record DraftedStatement(
        String title,
        Optional<LanguageTag> language,
        Interview interview,
        List<String> account,
        Optional<Identity> identity,
        Optional<Reference> follows) {

    @Override
    public String toString() {
        return "DraftedStatement";
    }

    Testimony testimony(Reference witness, Protection protection, Optional<Answers> answers) {
        return new Testimony(
                        witness,
                        title,
                        follows.isPresent() ? InterviewKind.CORRECTION : InterviewKind.FIRST_ACCOUNT,
                        language.orElse(LanguageTag.UNDETERMINED),
                        interview,
                        account.stream().map(Paragraph::of).toList(),
                        Optional.empty(),
                        Set.of(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        protection,
                        false,
                        follows)
                .answering(answers);
    }

    /// What of a submission is the statement itself.
    ///
    /// @param follows the statement that it follows as a correction
    static DraftedStatement of(Taking taking, KeptForm form, SubmissionMapping mapping, Optional<Reference> follows) {
        Optional<LanguageTag> language = taking.language(mapping);
        String reader = language.map(LanguageTag::tag).orElse("en");
        String title = taking.title(mapping).orElseGet(() -> form.form().titleFor(reader));
        Interview blank = Interview.blank();
        Interview interview = new Interview(
                taking.date("date", mapping.date()),
                taking.first("place", mapping.place(), text -> true).orElse(""),
                taking.first("interviewer", mapping.interviewer(), text -> true).orElse(""),
                blank.interpreters(),
                blank.present(),
                blank.recording(),
                blank.witnessReadsLanguage(),
                blank.breaks());
        return new DraftedStatement(
                title, language, interview, taking.account(mapping), identity(taking, mapping), follows);
    }

    private static Optional<Identity> identity(Taking taking, SubmissionMapping mapping) {
        List<String> names = taking.all("name", mapping.name());
        List<String> aliases = taking.all("aliases", mapping.aliases());
        List<String> contacts = taking.all("contact", mapping.contact());
        List<String> family = taking.all("family", mapping.family());
        var born = taking.date("born", mapping.born());
        if (names.isEmpty() && aliases.isEmpty() && contacts.isEmpty() && family.isEmpty() && born.isEmpty()) {
            return Optional.empty();
        }
        String name = names.isEmpty() ? "?" : String.join(" ", names);
        return Optional.of(new Identity(name, aliases, born, String.join("\n", contacts), family, ""));
    }
}
