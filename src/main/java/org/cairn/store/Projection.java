package org.cairn.store;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Relations;
import org.cairn.domain.Relations.Way;
import org.cairn.domain.Revision;

/// What the lists hold of a record, all of it derived from its last revision.
record Projection(
        String kind,
        int number,
        int revision,
        String title,
        String titleKey,
        String type,
        int protection,
        Optional<String> language,
        Optional<String> date,
        boolean undated,
        long day,
        Optional<String> concerns,
        boolean closed,
        String author,
        String at,
        Optional<String> fingerprint,
        Optional<String> parent,
        Optional<String> about) {

    /// The state of evidence that nobody tried to read yet.
    static final String WAITING = "WAITING";

    private static final int LONGEST_KEY = 120;

    /// @param floor how closely the witness it concerns, what it is about and what it names are kept
    static Projection of(Revision revision, Protection floor) {
        ArchiveRecord record = revision.record();
        Optional<EvidenceItem> item =
                record instanceof EvidenceItem evidence ? Optional.of(evidence) : Optional.empty();
        Optional<Long> day = record.when().flatMap(Projection::day);
        return new Projection(
                revision.reference().kind().letter(),
                revision.reference().number(),
                revision.number(),
                record.title(),
                key(record.title()),
                record.type(),
                record.protection().stricter(floor).ordinal(),
                record.spokenIn().map(LanguageTag::tag),
                record.when().map(RecordJson::write),
                day.isEmpty(),
                day.orElse(0L),
                record.concerns().map(Reference::toString),
                record.closed(),
                revision.author(),
                revision.at().toString(),
                item.flatMap(EvidenceItem::fingerprint).map(Fingerprint::hex),
                item.flatMap(EvidenceItem::parent).map(Reference::toString),
                record.about().map(Reference::toString));
    }

    /// What the bundle's sections hold; nothing for any other record.
    static Set<String> exhibits(ArchiveRecord record) {
        Set<String> exhibits = new TreeSet<>();
        if (record instanceof BundleDraft bundle) {
            bundle.references().forEach(reference -> exhibits.add(reference.toString()));
        }
        return exhibits;
    }

    /// What an evidence item is to others; nothing for any other record.
    static Set<Relations.Relation> relations(ArchiveRecord record) {
        Set<Relations.Relation> relations = new HashSet<>();
        if (record instanceof EvidenceItem item) {
            relations.addAll(item.relatedTo());
            item.translationOf()
                    .filter(other -> other.kind() == RecordKind.EVIDENCE)
                    .ifPresent(other -> relations.add(new Relations.Relation(Way.TRANSLATION_OF, other)));
        }
        return relations;
    }

    /// A date that began long ago but ended is sorted by its end.
    private static Optional<Long> day(FuzzyDate date) {
        return date.earliest().or(date::latest).map(LocalDate::toEpochDay);
    }

    /// Sorts without regard to case and to how letters were composed.
    private static String key(String title) {
        String folded =
                Normalizer.normalize(title.strip(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        return folded.codePointCount(0, folded.length()) <= LONGEST_KEY
                ? folded
                : folded.substring(0, folded.offsetByCodePoints(0, LONGEST_KEY));
    }

    @Override
    public String toString() {
        return "Projection " + kind + number;
    }
}
