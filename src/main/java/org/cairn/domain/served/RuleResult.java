package org.cairn.domain.served;

import java.util.List;

/// How a bundle stands to one rule.
///
/// @param rule the rule's number in the list of rules (`2`, `11`, `CONSENT`…)
/// @param outcome whether it is met, was mended by the program, or needs a person
/// @param code a key of the message file `bundle` that says it in a sentence
/// @param arguments references, page numbers, counts
public record RuleResult(String rule, Outcome outcome, String code, List<String> arguments) {
    public RuleResult {
        arguments = List.copyOf(arguments);
    }

    /// How a rule came out.
    public enum Outcome {
        MET,
        MENDED,
        NEEDS_PERSON,
        BROKEN
    }

    /// A result with its arguments.
    public static RuleResult of(String rule, Outcome outcome, String code, Object... arguments) {
        return new RuleResult(
                rule,
                outcome,
                code,
                List.of(arguments).stream().map(String::valueOf).toList());
    }

    @Override
    public String toString() {
        return rule + " " + outcome;
    }
}
