package org.cairn.bundle.insert;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;

/// What happened to one source on its way in, counted while it happens and told once at the end.
final class Notes {

    /// One kind of thing worth telling; its code is a key of the messages of `bundle`.
    enum Kind {
        RESTRICTED("11", Outcome.MENDED, "insert.restricted"),
        SIGNED("11", Outcome.MENDED, "insert.signed"),
        FORM_FLATTENED("11", Outcome.MENDED, "insert.formFlattened"),
        FIELDS_NOT_SHOWN("11", Outcome.NEEDS_PERSON, "insert.fieldsNotShown"),
        DYNAMIC_FORM("11", Outcome.NEEDS_PERSON, "insert.dynamicForm"),
        ACTIVE_REMOVED("11", Outcome.MENDED, "insert.activeRemoved"),
        MEDIA_LEFT_OUT("11", Outcome.NEEDS_PERSON, "insert.mediaLeftOut"),
        ATTACHMENTS_LEFT_OUT("11", Outcome.NEEDS_PERSON, "insert.attachmentsLeftOut"),
        LINKS_INERT("3", Outcome.MENDED, "insert.linksInert"),
        HIDDEN_REMOVED("11", Outcome.MENDED, "insert.hiddenRemoved"),
        REDACTION_UNAPPLIED("11", Outcome.NEEDS_PERSON, "insert.redactionUnapplied"),
        CONTENT_REPAIRED("0", Outcome.MENDED, "insert.contentRepaired"),
        PAGE_DRAWN("5", Outcome.MENDED, "insert.pageDrawn"),
        DRAWN_FOR_ARCHIVE("5", Outcome.MENDED, "insert.drawnForArchive"),
        PICTURE_BROKEN("0", Outcome.NEEDS_PERSON, "insert.pictureBroken"),
        WAY_TO_PAGES_BROKEN("0", Outcome.NEEDS_PERSON, "insert.wayToPagesBroken"),
        PAGES_MISSING("0", Outcome.NEEDS_PERSON, "insert.pagesMissing"),
        FITTED("6", Outcome.MENDED, "insert.fitted"),
        PICTURE_TURNED("6", Outcome.MENDED, "insert.pictureTurned"),
        PICTURE_REDUCED("8", Outcome.MENDED, "insert.pictureReduced");

        private final String rule;
        private final Outcome outcome;
        private final String code;

        Kind(String rule, Outcome outcome, String code) {
            this.rule = rule;
            this.outcome = outcome;
            this.code = code;
        }
    }

    private final String mark;
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<Kind, TreeSet<Integer>> pages = new TreeMap<>();
    private int page;

    Notes(String mark) {
        this.mark = mark;
    }

    /// From here on, what is counted happened on this page of the source (from 1).
    void onPage(int number) {
        page = number;
    }

    void count(Kind kind) {
        count(kind, 1);
    }

    void count(Kind kind, int more) {
        counts.merge(kind, more, Integer::sum);
        if (page > 0) {
            pages.computeIfAbsent(kind, k -> new TreeSet<>()).add(page);
        }
    }

    /// Arguments of every result: the exhibit mark, how many, and the pages of the source, `1, 2, 5`.
    List<RuleResult> results() {
        List<RuleResult> results = new ArrayList<>();
        counts.forEach((kind, count) ->
                results.add(RuleResult.of(kind.rule, kind.outcome, kind.code, mark, count, pagesOf(kind))));
        return results;
    }

    private String pagesOf(Kind kind) {
        return String.join(
                ", ",
                pages.getOrDefault(kind, new TreeSet<>()).stream()
                        .map(String::valueOf)
                        .toList());
    }
}
