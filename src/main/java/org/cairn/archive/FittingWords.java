package org.cairn.archive;

import java.util.ArrayList;
import java.util.List;
import org.cairn.bundle.Rendition;
import org.cairn.conversion.Fitting;
import org.cairn.domain.served.RuleResult.Outcome;

/// What a bundle says of sheets that another program laid out: that they fit, and what of the file is not to be seen.
final class FittingWords {

    /// Of sheets whose pages are as the file asks for them.
    static final List<Rendition.Said> NOT_FITTED = List.of(new Rendition.Said(Outcome.NEEDS_PERSON, "notFitted", 0));

    private FittingWords() {}

    /// What is hidden must be looked at by a person: it may be what matters.
    static List<Rendition.Said> of(Fitting fitting) {
        List<Rendition.Said> said = new ArrayList<>();
        said.add(new Rendition.Said(Outcome.MENDED, "fitted", 0));
        add(said, Outcome.MENDED, "strips", fitting.stripped());
        add(said, Outcome.NEEDS_PERSON, "smallLetters", fitting.small());
        add(said, Outcome.NEEDS_PERSON, "hiddenSheets", fitting.hiddenSheets());
        add(said, Outcome.NEEDS_PERSON, "hiddenColumns", fitting.hiddenColumns());
        add(said, Outcome.NEEDS_PERSON, "hiddenRows", fitting.hiddenRows());
        add(said, Outcome.NEEDS_PERSON, "comments", fitting.comments());
        add(said, Outcome.NEEDS_PERSON, "reckoned", fitting.reckoned());
        add(said, Outcome.NEEDS_PERSON, "mergedCut", fitting.mergedCut());
        add(said, Outcome.NEEDS_PERSON, "covered", fitting.covered());
        add(said, Outcome.NEEDS_PERSON, "cutCells", fitting.cut());
        return said;
    }

    private static void add(List<Rendition.Said> said, Outcome outcome, String code, int count) {
        if (count > 0) {
            said.add(new Rendition.Said(outcome, code, count));
        }
    }
}
