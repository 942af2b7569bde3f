package org.cairn.domain;

import java.util.Optional;

/// A person who testifies: known here by pseudonym only; who they are is an [Identity], sealed apart.
///
/// @param category `victim-survivor`, `former-detainee`, `insider`… (vocabulary `witness-category`)
/// @param language the language they speak best
/// @param protection how closely everything of them is kept at the least
/// @param insider a possible suspect or insider, to whom the caution must be read before an account
/// @param note what a colleague must know, without a name
/// @param answers what was answered to questions that an organisation added; absent where there are none
public record Witness(
        String category,
        LanguageTag language,
        Protection protection,
        boolean insider,
        String note,
        Optional<Answers> answers)
        implements ArchiveRecord {

    public Witness {
        Texts.requireGiven("category", category);
    }

    /// A witness without answers to added questions.
    public Witness(String category, LanguageTag language, Protection protection, boolean insider, String note) {
        this(category, language, protection, insider, note, Optional.empty());
    }

    /// The same witness with other answers to added questions.
    public Witness answering(Optional<Answers> given) {
        return new Witness(category, language, protection, insider, note, given);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.WITNESS;
    }

    @Override
    public String title() {
        return category;
    }

    @Override
    public String type() {
        return category;
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return Optional.of(language);
    }

    @Override
    public String toString() {
        return "Witness";
    }
}
