package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;

/// How a bundle stands to each rule, a line for each.
final class RuleLines {

    private static final int OUTCOME = 14;
    private static final int RULE = 16;

    private RuleLines() {}

    static void tell(Output output, List<RuleResult> results) {
        results.forEach(result -> tell(output, result, line(output.words(), result)));
    }

    /// With the versions that a result is about, where it is not about all of them.
    static void tell(Output output, Preflight preflight) {
        Words words = output.words();
        for (RuleResult result : preflight.results()) {
            List<BundleVersion> only = preflight.only(result);
            tell(output, result, only.isEmpty() ? line(words, result) : line(words, result) + " " + only(words, only));
        }
    }

    private static void tell(Output output, RuleResult result, String line) {
        output.line(line);
        hint(output.words(), result).ifPresent(hint -> output.line(" ".repeat(OUTCOME + RULE) + hint));
    }

    /// What to type: the sentences of rules are the desktop's too, and name no command.
    private static Optional<String> hint(Words words, RuleResult result) {
        String key = "hint." + result.code();
        return words.area("cli").has(key)
                ? Optional.of(words.text(key, result.arguments().toArray()))
                : Optional.empty();
    }

    private static String line(Words words, RuleResult result) {
        return Columns.pad(words.text("outcome." + result.outcome()), OUTCOME)
                + Columns.pad(rule(words, result), RULE)
                + sentence(words, result);
    }

    private static String only(Words words, List<BundleVersion> versions) {
        return words.text("bundle.onlyIn", words.list(versions.stream().map(version -> version(words, version))));
    }

    /// What a version is called, with the code that is typed for it.
    static String version(Words words, BundleVersion version) {
        String word = words.word("bundle-version", version.name());
        return word.equalsIgnoreCase(code(version)) ? word : words.text("code.beside", word, code(version));
    }

    private static String code(BundleVersion version) {
        return version.name().toLowerCase(Locale.ROOT);
    }

    static ArrayNode json(Output output, List<RuleResult> results) {
        ArrayNode rules = Output.array();
        results.forEach(result -> json(output, rules.addObject(), result));
        return rules;
    }

    /// With the versions that a result is about, where it is not about all of them.
    static ArrayNode json(Output output, Preflight preflight) {
        ArrayNode rules = Output.array();
        for (RuleResult result : preflight.results()) {
            ObjectNode rule = json(output, rules.addObject(), result);
            versions(rule, preflight.only(result));
        }
        return rules;
    }

    /// What somebody types for some versions; nothing where there are none.
    static void versions(ObjectNode into, List<BundleVersion> only) {
        if (!only.isEmpty()) {
            ArrayNode codes = into.putArray("versions");
            only.forEach(version -> codes.add(code(version)));
        }
    }

    private static ObjectNode json(Output output, ObjectNode into, RuleResult result) {
        into.put("rule", result.rule())
                .put("outcome", result.outcome().name())
                .put("code", result.code())
                .put("text", sentence(output.words(), result));
        hint(output.words(), result).ifPresent(hint -> into.put("hint", hint));
        return into;
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
