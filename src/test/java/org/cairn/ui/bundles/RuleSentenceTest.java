package org.cairn.ui.bundles;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.cairn.domain.served.RuleResult;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.Test;

class RuleSentenceTest {

    @Test
    void endsWithOneStopWhatSomebodyWroteAsSentencesOfTheirOwn() {
        RuleResult left = new RuleResult(
                "LEFT_OUT",
                RuleResult.Outcome.NEEDS_PERSON,
                "preflight.leftOut",
                List.of("T-0020", "It contradicts the account. He has been asked."));

        assertThat(RuleSentence.of(new Words(Locale.ENGLISH, ZoneId.of("UTC")), left))
                .contains("It contradicts the account. He has been asked. Whoever")
                .doesNotContain("..");
    }
}
