package org.cairn.archive;

import java.util.List;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.served.RuleResult;

/// A draft made of what a search finds.
///
/// @param draft of the statements and documents found
/// @param results what was taken, and what was found or hidden and left out, each with its reason
public record QueryDraft(BundleDraft draft, List<RuleResult> results) {
    public QueryDraft {
        results = List.copyOf(results);
    }
}
