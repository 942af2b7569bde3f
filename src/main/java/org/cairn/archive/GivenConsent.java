package org.cairn.archive;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// A decision and its place among the others.
record GivenConsent(int place, Revision revision) {

    Consent consent() {
        return (Consent) revision.record();
    }

    boolean fits(Optional<Reference> statement, String scope, Optional<String> recipient) {
        return consent().scope().equals(scope)
                && !allowedToNobody()
                && (consent().statement().isEmpty() || consent().statement().equals(statement))
                && (recipient().isEmpty() || sameRecipient(recipient) || refusedToSomebody(recipient));
    }

    /// An authority that nobody named may be the very one to fear.
    private boolean allowedToNobody() {
        return allows() && !ConsentScope.of(consent().scope()).reaches(consent().recipient());
    }

    /// What names no recipient may reach anybody, also the one it was refused to.
    boolean refusedToSomebody(Optional<String> recipient) {
        return recipient.isEmpty() && !allows();
    }

    private boolean sameRecipient(Optional<String> asked) {
        return asked.map(GivenConsent::plain).filter(recipient()::equals).isPresent();
    }

    /// The recipient however it was written, or nothing for anybody.
    String recipient() {
        return consent().recipient().map(GivenConsent::plain).orElse("");
    }

    private static String plain(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /// Whether it is a later no to all that another is about, and more.
    boolean overrules(GivenConsent earlier) {
        Consent other = earlier.consent();
        return place > earlier.place()
                && !allows()
                && consent().scope().equals(other.scope())
                && (consent().statement().isEmpty() || consent().statement().equals(other.statement()))
                && (recipient().isEmpty() || recipient().equals(earlier.recipient()));
    }

    /// Whether it is a later yes that speaks of the statement and of the recipient as closely as a no did: who refused
    /// one thing has not taken that back by allowing everything.
    boolean lifts(GivenConsent no) {
        return allows()
                && place > no.place()
                && (consent().statement().isPresent()
                        || no.consent().statement().isEmpty())
                && (no.recipient().isEmpty() || recipient().equals(no.recipient()));
    }

    /// How closely it speaks of the one case: of this statement before of all, of this recipient before of any.
    int closeness() {
        return (consent().statement().isPresent() ? 2 : 0) + (recipient().isEmpty() ? 0 : 1);
    }

    boolean allows() {
        return consent().decision().allows();
    }

    ConsentStanding on(LocalDate day) {
        boolean holds = consent().holdsOn(day);
        return new ConsentStanding(
                allows() && holds && !allowedToNobody(),
                Optional.of(consent().decision()),
                allows() && !holds,
                consent().decision() == ConsentDecision.CONDITIONAL ? consent().conditions() : List.of(),
                List.of(),
                Optional.of(revision.reference()));
    }
}
