package org.cairn.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// What a witness allowed or refused for one use, once: a later decision supersedes it, nothing changes it.
///
/// @param witness who decided
/// @param statement the one statement it is about, or all of theirs
/// @param scope the use, a code of the vocabulary `consent-scope` (`SUBMIT_TRIBUNAL`…)
/// @param decision what they decided
/// @param recipient the one recipient it is for, or any
/// @param conditions codes or words of what must hold
/// @param validFrom from when it holds; from when it was given where nothing is said
/// @param expires the last day it holds
/// @param language the language it was explained in
/// @param explainedBy who explained it
/// @param interpreter who interpreted, where somebody did
/// @param capacityNote what was seen of the witness's capacity to decide
/// @param mode how they expressed it
/// @param proof the evidence item that shows it: signed form, recording
public record Consent(
        Reference witness,
        Optional<Reference> statement,
        String scope,
        ConsentDecision decision,
        Optional<String> recipient,
        List<String> conditions,
        Optional<LocalDate> validFrom,
        Optional<LocalDate> expires,
        LanguageTag language,
        String explainedBy,
        Optional<String> interpreter,
        String capacityNote,
        ConsentMode mode,
        Optional<Reference> proof)
        implements ArchiveRecord {

    public Consent {
        Texts.requireGiven("scope", scope);
        conditions = List.copyOf(conditions);
    }

    /// Whether it holds on a day.
    public boolean holdsOn(LocalDate day) {
        return validFrom.map(from -> !day.isBefore(from)).orElse(true)
                && expires.map(last -> !day.isAfter(last)).orElse(true);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.CONSENT;
    }

    @Override
    public String title() {
        return scope + " " + decision;
    }

    @Override
    public String type() {
        return scope;
    }

    @Override
    public Protection protection() {
        return Protection.RESTRICTED;
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return Optional.of(language);
    }

    @Override
    public Optional<Reference> concerns() {
        return Optional.of(witness);
    }

    @Override
    public boolean closed() {
        return true;
    }

    @Override
    public String toString() {
        return "Consent";
    }
}
