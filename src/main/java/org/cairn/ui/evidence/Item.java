package org.cairn.ui.evidence;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.cairn.archive.Letter;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.EvidenceDescription;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.ClaimedTitle;
import org.cairn.domain.reading.Reading;

/// What is known of an item at a glance.
///
/// @param letters the message and all it was exchanged with, first to last; empty where it stands alone
/// @param unfinished a description that was being written when the archive was locked
record Item(
        Revision revision,
        Optional<Reading> reading,
        List<Summary> inside,
        List<Letter> letters,
        Optional<Summary> parent,
        Optional<Unfinished> unfinished,
        Map<String, String> facts) {

    /// A description that was begun.
    ///
    /// @param changedMeanwhile whether somebody has described the item otherwise since
    record Unfinished(EvidenceDescription written, boolean changedMeanwhile) {}

    Reference reference() {
        return revision.reference();
    }

    ArchiveRecord record() {
        return revision.record();
    }

    Optional<EvidenceItem> evidence() {
        return record() instanceof EvidenceItem item ? Optional.of(item) : Optional.empty();
    }

    /// What a message says it is about, while nobody has given it a title.
    Optional<String> said() {
        return evidence().filter(EvidenceItem::untitled).isPresent()
                ? reading.flatMap(ClaimedTitle::of)
                : Optional.empty();
    }

    boolean graphic() {
        return evidence().filter(EvidenceItem::graphic).isPresent();
    }

    /// Whether a password is missing.
    boolean locked() {
        return reading.map(Reading::locked).orElse(false);
    }

    String mediaType() {
        return reading.map(Reading::mediaType)
                .filter(type -> !type.isBlank())
                .or(() -> evidence().map(EvidenceItem::mediaType))
                .orElse("")
                .toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return "Item";
    }
}
