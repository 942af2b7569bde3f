package org.cairn.archive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// Consent defaults to no, the latest decision for a scope and recipient wins, a later refusal of everything is not
/// outlived by an earlier permission for one thing, and a use that needs another counts only with it.
final class ConsentRule {

    private final List<Revision> consents;

    /// @param consents a witness's decisions, in the order given
    ConsentRule(List<Revision> consents) {
        this.consents = consents;
    }

    ConsentStanding standing(Optional<Reference> statement, String scope, Optional<String> recipient, LocalDate day) {
        ConsentStanding own = own(statement, scope, recipient, day);
        List<String> needs = ConsentScope.of(scope).needs();
        boolean alone = own.permits()
                && !needs.isEmpty()
                && needs.stream()
                        .noneMatch(need ->
                                standing(statement, need, recipient, day).permits());
        return alone ? own.lacking(needs) : own;
    }

    /// What was decided on the use itself.
    private ConsentStanding own(Optional<Reference> statement, String scope, Optional<String> recipient, LocalDate day) {
        List<Given> fitting = latest().stream()
                .filter(given -> given.fits(statement, scope, recipient))
                .toList();
        Optional<Given> closest =
                fitting.stream().max(Comparator.comparingInt(Given::closeness).thenComparingInt(Given::place));
        Optional<Given> laterNo = fitting.stream()
                .filter(given ->
                        closest.isPresent() && given.place() > closest.get().place())
                .max(Comparator.comparingInt(Given::place))
                .filter(given -> !given.allows());
        return laterNo.or(() -> closest).map(given -> given.on(day)).orElse(ConsentStanding.NEVER_ASKED);
    }

    /// The last decision on each use, statement and recipient.
    private List<Given> latest() {
        Map<List<Object>, Given> last = new LinkedHashMap<>();
        for (int place = 0; place < consents.size(); place++) {
            Given given = new Given(place, consents.get(place));
            Consent consent = given.consent();
            last.put(List.of(consent.scope(), consent.statement(), consent.recipient()), given);
        }
        return List.copyOf(last.values());
    }

    /// A decision and its place among the others.
    private record Given(int place, Revision revision) {

        Consent consent() {
            return (Consent) revision.record();
        }

        boolean fits(Optional<Reference> statement, String scope, Optional<String> recipient) {
            return consent().scope().equals(scope)
                    && !allowedToNobody()
                    && (consent().statement().isEmpty() || consent().statement().equals(statement))
                    && (consent().recipient().isEmpty() || sameRecipient(recipient) || refusedToSomebody(recipient));
        }

        /// An authority that nobody named may be the very one to fear.
        private boolean allowedToNobody() {
            return allows() && !ConsentScope.of(consent().scope()).reaches(consent().recipient());
        }

        /// What names no recipient may reach anybody, also the one it was refused to.
        private boolean refusedToSomebody(Optional<String> recipient) {
            return recipient.isEmpty() && !allows();
        }

        private boolean sameRecipient(Optional<String> recipient) {
            return recipient
                    .filter(asked -> asked.strip()
                            .equalsIgnoreCase(consent().recipient().orElse("").strip()))
                    .isPresent();
        }

        /// How closely it speaks of the one case: of this statement before of all, of this recipient before of any.
        int closeness() {
            return (consent().statement().isPresent() ? 2 : 0)
                    + (consent().recipient().isPresent() ? 1 : 0);
        }

        boolean allows() {
            return consent().decision().allows();
        }

        ConsentStanding on(LocalDate day) {
            boolean holds = consent().holdsOn(day);
            return new ConsentStanding(
                    allows() && holds,
                    Optional.of(consent().decision()),
                    allows() && !holds,
                    consent().decision() == ConsentDecision.CONDITIONAL
                            ? consent().conditions()
                            : List.of(),
                    List.of(),
                    Optional.of(revision.reference()));
        }
    }
}
