package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;

/// How a bundle stands to each rule, a line for each.
final class RuleLines {

    private static final int OUTCOME = 14;
    private static final int RULE = 16;

    private RuleLines() {}

    static void tell(Output output, List<RuleResult> results) {
        Words words = output.words();
        for (RuleResult result : results) {
            output.line(Columns.pad(words.text("outcome." + result.outcome()), OUTCOME)
                    + Columns.pad(rule(words, result), RULE)
                    + sentence(words, result));
        }
    }

    static ArrayNode json(Output output, List<RuleResult> results) {
        ArrayNode rules = Output.array();
        results.forEach(result -> rules.addObject()
                .put("rule", result.rule())
                .put("outcome", result.outcome().name())
                .put("code", result.code())
                .put("text", sentence(output.words(), result)));
        return rules;
    }

    /// The number of a rule; what has no number has a word.
    private static String rule(Words words, RuleResult result) {
        Messages own = words.area("cli");
        return own.has("rule." + result.rule()) ? own.text("rule." + result.rule()) : result.rule();
    }

    private static String sentence(Words words, RuleResult result) {
        return words.area("bundle")
                .text(
                        result.code(),
                        result.arguments().stream()
                                .map(argument -> spoken(words, argument))
                                .toArray());
    }

    private static String spoken(Words words, String argument) {
        if (Vocabulary.codes("consent-scope").contains(argument)) {
            return words.named("consent-scope", argument);
        }
        Messages terms = words.area("bundles");
        return terms.has("term." + argument) ? terms.text("term." + argument) : argument;
    }
}
