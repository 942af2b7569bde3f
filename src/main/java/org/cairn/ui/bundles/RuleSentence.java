package org.cairn.ui.bundles;

import java.util.List;
import org.cairn.archive.Vocabulary;
import org.cairn.domain.Reference;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Words;

/// How a bundle stands to a rule, as a sentence: codes among its arguments become words.
final class RuleSentence {

    private RuleSentence() {}

    static String of(Words words, RuleResult result) {
        Messages bundle = words.of("bundle");
        if (!bundle.has(result.code())) {
            return result.code();
        }
        Object[] arguments = result.arguments().stream()
                .map(argument -> spoken(words, argument))
                .toArray();
        return bundle.text(result.code(), arguments);
    }

    private static String spoken(Words words, String argument) {
        List<String> scopes = Vocabulary.codes("consent-scope");
        if (scopes.contains(argument)) {
            return words.vocabulary("consent-scope", argument);
        }
        Messages own = words.of("bundles");
        if (own.has("term." + argument)) {
            return own.text("term." + argument);
        }
        return Reference.tryParse(argument).isPresent() ? Direction.isolate(argument) : within(argument);
    }

    /// What somebody wrote as sentences of their own ends where the sentence around it goes on.
    private static String within(String argument) {
        boolean sentence = argument.contains(" ") && argument.endsWith(".") && !argument.endsWith("..");
        return sentence ? argument.substring(0, argument.length() - 1) : argument;
    }
}
