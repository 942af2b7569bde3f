package org.cairn.bundle.redact;

import java.util.List;
import org.cairn.bundle.typeset.Typeset;

/// Pages of ours that were set with places painted over.
///
/// @param pages not yet part of the document, with the links that lie beside the places
/// @param fates what became of each page that had an area, in order
public record RedactedSetting(Typeset pages, List<RedactedPage> fates) {
    public RedactedSetting {
        fates = List.copyOf(fates);
    }
}
