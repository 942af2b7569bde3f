package org.cairn.ui.bundles;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.archive.Archive;
import org.cairn.archive.Choices;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult;

/// What a check of a draft found, with the words that are needed to speak of it.
///
/// @param summaries of everything in the bundle
/// @param conditions what a witness demands, by statement
/// @param ticked statements whose conditions counsel has found met: they wait for nobody, but can be taken back
record Checked(
        Preflight preflight,
        Map<Reference, Summary> summaries,
        Map<Reference, List<String>> conditions,
        List<Reference> ticked) {

    /// Looks how a draft stands to the rules; takes long.
    static Checked look(Archive archive, BundleDraft draft, Choices choices) {
        Map<Reference, Summary> summaries = new HashMap<>();
        for (Reference reference : draft.references()) {
            archive.records().summary(reference).ifPresent(found -> summaries.put(reference, found));
        }
        Preflight preflight = archive.bundles().preflight(draft, choices);
        Map<Reference, List<String>> conditions = new HashMap<>();
        for (ConsentGap gap : preflight.gaps()) {
            // also of what lies inside an exhibit and is listed nowhere
            archive.records().summary(gap.statement()).ifPresent(found -> summaries.put(gap.statement(), found));
            conditions.put(gap.statement(), conditions(archive, gap.witness(), gap.statement(), gap.scope(), draft));
        }
        List<Reference> ticked = ticked(preflight, choices);
        for (Reference statement : ticked) {
            archive.records().summary(statement).ifPresent(found -> summaries.put(statement, found));
            Optional.ofNullable(summaries.get(statement))
                    .flatMap(Summary::concerns)
                    .ifPresent(whose ->
                            conditions.put(statement, conditions(archive, whose, statement, draft.scope(), draft)));
        }
        return new Checked(preflight, summaries, conditions, ticked);
    }

    private static List<Reference> ticked(Preflight preflight, Choices choices) {
        return preflight.results().stream()
                .filter(result -> result.code().equals("preflight.conditions"))
                .flatMap(result -> result.arguments().stream().limit(1))
                .flatMap(argument -> Reference.tryParse(argument).stream())
                .filter(choices.conditionsMet()::contains)
                .distinct()
                .sorted()
                .toList();
    }

    /// Rules that wait for a person, besides the consents.
    List<RuleResult> needsPerson() {
        return preflight.results().stream()
                .filter(result -> result.outcome() == RuleResult.Outcome.NEEDS_PERSON
                        || result.outcome() == RuleResult.Outcome.BROKEN)
                .filter(result -> !result.rule().equals("CONSENT"))
                .toList();
    }

    /// Rules with one outcome.
    List<RuleResult> of(RuleResult.Outcome outcome) {
        return preflight.results().stream()
                .filter(result -> result.outcome() == outcome)
                .toList();
    }

    private static List<String> conditions(
            Archive archive, Reference witness, Reference statement, String scope, BundleDraft draft) {
        return archive.witnesses()
                .standing(witness, Optional.of(statement), scope, draft.recipient())
                .conditions();
    }

    @Override
    public String toString() {
        return "Checked";
    }
}
