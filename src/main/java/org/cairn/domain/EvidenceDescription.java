package org.cairn.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What people say of an evidence item and may say better later, as against what its bytes are and how it came.
///
/// @param title a line for lists and indexes
/// @param type a code of the vocabulary `evidence-type`
/// @param date when it was made, as far as known
/// @param language the language it is in, as far as known
/// @param author who made it
/// @param recipient whom it was sent to
/// @param copyStatus a code of the vocabulary `copy-status`
/// @param protection how closely it is kept
/// @param tags words put on it
/// @param graphic whether pictures stay blurred until asked for
public record EvidenceDescription(
        String title,
        String type,
        Optional<FuzzyDate> date,
        Optional<LanguageTag> language,
        String author,
        String recipient,
        String copyStatus,
        Protection protection,
        Set<String> tags,
        boolean graphic) {

    public EvidenceDescription {
        Texts.requireGiven("title", title);
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
    }

    /// How an item is described.
    public static EvidenceDescription of(EvidenceItem item) {
        return new EvidenceDescription(
                item.title(),
                item.type(),
                item.date(),
                item.language(),
                item.author(),
                item.recipient(),
                item.copyStatus(),
                item.protection(),
                item.tags(),
                item.graphic());
    }

    /// The same thing, described so.
    public EvidenceItem appliedTo(EvidenceItem item) {
        return item.with(copy -> {
            copy.title = title;
            copy.type = type;
            copy.date = date;
            copy.language = language;
            copy.author = author;
            copy.recipient = recipient;
            copy.copyStatus = copyStatus;
            copy.protection = protection;
            copy.tags = tags;
            copy.graphic = graphic;
        });
    }

    /// What somebody wrote who had another description before them, laid over how the item is described now: what they
    /// had not touched stays as it is now.
    ///
    /// @param before what they had before them
    /// @param now how the item is described now
    public EvidenceDescription laidOver(EvidenceDescription before, EvidenceDescription now) {
        return new EvidenceDescription(
                touched(title, before.title, now.title),
                touched(type, before.type, now.type),
                touched(date, before.date, now.date),
                touched(language, before.language, now.language),
                touched(author, before.author, now.author),
                touched(recipient, before.recipient, now.recipient),
                touched(copyStatus, before.copyStatus, now.copyStatus),
                touched(protection, before.protection, now.protection),
                touched(tags, before.tags, now.tags),
                touched(graphic, before.graphic, now.graphic));
    }

    private static <T> T touched(T written, T before, T now) {
        return written.equals(before) ? now : written;
    }

    @Override
    public String toString() {
        return "EvidenceDescription";
    }
}
