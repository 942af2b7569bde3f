package org.cairn.archive;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.domain.Consent;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;

/// Consent defaults to no, the latest decision for a scope and recipient wins, no refusal is outlived by an earlier
/// permission or lifted by a later one that speaks less closely, and a use that needs another counts only with it.
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

    /// What was decided on the use itself: a no, unless what lifted it holds; else the closest yes that came after
    /// every no.
    private ConsentStanding own(
            Optional<Reference> statement, String scope, Optional<String> recipient, LocalDate day) {
        List<GivenConsent> fitting = all().stream()
                .filter(given -> given.fits(statement, scope, recipient))
                .toList();
        Optional<GivenConsent> inTheWay = fitting.stream()
                .filter(given -> !given.allows())
                .flatMap(no -> standsInTheWay(no, statement, recipient, day).stream())
                .max(Comparator.comparingInt(GivenConsent::place));
        int lastNo = fitting.stream()
                .filter(given -> !given.allows() && !given.refusedToSomebody(recipient))
                .mapToInt(GivenConsent::place)
                .max()
                .orElse(-1);
        return inTheWay.or(() -> fitting.stream()
                        .filter(given -> given.allows() && given.place() > lastNo)
                        .max(Comparator.comparingInt(GivenConsent::closeness).thenComparingInt(GivenConsent::place)))
                .map(given -> given.on(day))
                .orElse(ConsentStanding.NEVER_ASKED);
    }

    /// A no that nothing has lifted, or what lifted it once and holds no longer.
    private Optional<GivenConsent> standsInTheWay(
            GivenConsent no, Optional<Reference> statement, Optional<String> recipient, LocalDate day) {
        Optional<String> asked = no.recipient().isEmpty() ? recipient : Optional.of(no.recipient());
        List<GivenConsent> lifting = all().stream()
                .filter(given ->
                        given.lifts(no) && given.fits(statement, no.consent().scope(), asked))
                .toList();
        if (lifting.isEmpty()) {
            return Optional.of(no);
        }
        return lifting.stream().anyMatch(given -> given.on(day).permits())
                ? Optional.empty()
                : Optional.of(lifting.getLast());
    }

    private List<GivenConsent> all() {
        return IntStream.range(0, consents.size())
                .mapToObj(place -> new GivenConsent(place, consents.get(place)))
                .toList();
    }

    /// The last decision on each use, statement and recipient.
    private List<GivenConsent> latest() {
        Map<List<Object>, GivenConsent> last = new LinkedHashMap<>();
        for (GivenConsent given : all()) {
            Consent consent = given.consent();
            last.put(List.of(consent.scope(), consent.statement(), given.recipient()), given);
        }
        return List.copyOf(last.values());
    }
}
