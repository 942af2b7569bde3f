package org.cairn.bundle;

import org.cairn.bundle.redact.Wording;

/// What stands in place of what was taken out, in the language of the bundle.
///
/// @param words of the bundle
record RedactionWords(Words words) implements Wording {

    @Override
    public String withheld(String reason) {
        return words.text("redactions.withheldPage", words.coded("redaction-reason", reason), reason);
    }

    @Override
    public String notDrawn(String reason) {
        return reason.isEmpty()
                ? words.text("redactions.notDrawnAlone")
                : words.text("redactions.notDrawn", words.coded("redaction-reason", reason), reason);
    }
}
