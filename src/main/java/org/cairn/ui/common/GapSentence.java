package org.cairn.ui.common;

import org.cairn.domain.ConsentGap;
import org.cairn.i18n.Messages;

/// What a witness has not allowed, calmly.
public final class GapSentence {

    private GapSentence() {}

    /// A gap as a sentence that names the witness and the use.
    public static String of(Words words, ConsentGap gap) {
        Messages own = words.of("bundles");
        String scope = words.vocabulary("consent-scope", gap.scope());
        String witness = Direction.isolate(gap.witness().toString());
        String key = gap.decision().map(decision -> "gap." + decision.name()).orElse("gap.NEVER");
        String said = own.text(key, witness, scope);
        return gap.inside()
                ? said + " "
                        + own.text("gap.inside", Direction.isolate(gap.within().toString()))
                : said;
    }
}
