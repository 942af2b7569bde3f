package org.cairn.archive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.domain.Consent;
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
        Optional<String> named = recipient.filter(name -> !name.isBlank());
        return withNeeds(own(statement, scope, named, day), statement, scope, named, day);
    }

    /// Every decision that still counts for what it was about, in the order given.
    List<StandingConsent> standing(LocalDate day) {
        List<GivenConsent> latest = latest();
        return latest.stream()
                .filter(given -> latest.stream().noneMatch(later -> later.overrules(given)))
                .map(given -> standing(given, day))
                .toList();
    }

    private StandingConsent standing(GivenConsent given, LocalDate day) {
        Consent consent = given.consent();
        return new StandingConsent(
                consent, withNeeds(given.on(day), consent.statement(), consent.scope(), consent.recipient(), day));
    }

    private ConsentStanding withNeeds(
            ConsentStanding own,
            Optional<Reference> statement,
            String scope,
            Optional<String> recipient,
            LocalDate day) {
        List<String> needs = ConsentScope.of(scope).needs();
        boolean alone = own.permits()
                && !needs.isEmpty()
                && needs.stream()
                        .noneMatch(need ->
                                standing(statement, need, recipient, day).permits());
        return alone ? own.lacking(needs) : own;
    }

    /// What was decided on the use itself.
    private ConsentStanding own(
            Optional<Reference> statement, String scope, Optional<String> recipient, LocalDate day) {
        List<GivenConsent> fitting = latest().stream()
                .filter(given -> given.fits(statement, scope, recipient))
                .toList();
        Optional<GivenConsent> closest = fitting.stream()
                .max(Comparator.comparingInt(GivenConsent::closeness).thenComparingInt(GivenConsent::place));
        Optional<GivenConsent> laterNo = fitting.stream()
                .filter(given ->
                        closest.isPresent() && given.place() > closest.get().place())
                .max(Comparator.comparingInt(GivenConsent::place))
                .filter(given -> !given.allows());
        return laterNo.or(() -> closest).map(given -> given.on(day)).orElse(ConsentStanding.NEVER_ASKED);
    }

    /// The last decision on each use, statement and recipient.
    private List<GivenConsent> latest() {
        Map<List<Object>, GivenConsent> last = new LinkedHashMap<>();
        for (int place = 0; place < consents.size(); place++) {
            GivenConsent given = new GivenConsent(place, consents.get(place));
            Consent consent = given.consent();
            last.put(List.of(consent.scope(), consent.statement(), given.recipient()), given);
        }
        return List.copyOf(last.values());
    }
}
