package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;

/// How a bundle stands to a rule is said in the same sentence everywhere; what to type stands beside it here.
class RuleLinesTest {

    /// A command of ours, or an option.
    private static final Pattern TYPED = Pattern.compile("cairn [a-z]|(?<![-\\p{L}])--[a-z]");
    /// A sheet of paper that says where to click and what to type.
    private static final String ON_PAPER = "recovery.use.2";

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void saysWhatToTypeOnALineOfItsOwn() {
        RuleResult result = RuleResult.of(
                "TITLE", Outcome.NEEDS_PERSON, "preflight.fileNameAsTitle", new Reference(RecordKind.EVIDENCE, 1));
        Output output = output();

        RuleLines.tell(output, List.of(result));

        List<String> lines = out.toString(StandardCharsets.UTF_8).lines().toList();
        assertThat(lines).hasSize(2);
        assertThat(lines.getFirst()).contains("E-0001 has no title").doesNotContain("cairn");
        assertThat(lines.getLast()).isEqualTo(" ".repeat(30) + "For the item itself: cairn describe E-0001 --title …");
        assertThat(RuleLines.json(output, List.of(result)).get(0).get("hint").asText())
                .startsWith("For the item itself");
    }

    @Test
    void namesNoCommandInSentencesThatTheDesktopSaysToo() {
        List<String> named = new ArrayList<>();
        for (Locale language : Messages.LANGUAGES) {
            for (String area : List.of("bundle", "errors")) {
                Messages messages = Messages.of(area, language);
                messages.keys().stream()
                        .filter(key -> !key.equals(ON_PAPER))
                        .filter(key ->
                                TYPED.matcher(messages.text(key, 1, 1, 1, 1)).find())
                        .forEach(key -> named.add(language + " " + key));
            }
        }
        assertThat(named).as("put the command into the message files cli").isEmpty();
    }

    private Output output() {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Output(stream, stream, false, false, new Words(Locale.ENGLISH));
    }
}
