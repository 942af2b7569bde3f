package org.cairn.cli;

import org.cairn.domain.ConsentGap;

/// What a witness has not allowed, and what they said last.
final class GapSentence {

    private GapSentence() {}

    static String of(Words words, ConsentGap gap) {
        return words.text(
                "bundle.gap",
                gap.inside()
                        ? gap.statement() + " (" + gap.within() + ")"
                        : gap.statement().toString(),
                words.named("consent-scope", gap.scope()),
                gap.witness().toString(),
                decision(words, gap));
    }

    private static String decision(Words words, ConsentGap gap) {
        return gap.decision()
                .map(decision -> words.named("consent-decision", decision.name()))
                .orElseGet(() -> words.text("bundle.neverAsked"));
    }
}
