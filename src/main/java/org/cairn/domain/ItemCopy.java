package org.cairn.domain;

import java.util.Optional;
import java.util.Set;

/// An item while a changed copy of it is made: the one place, beside the record itself, that names its components.
final class ItemCopy {

    String title;
    String type;
    Optional<FuzzyDate> date;
    Optional<LanguageTag> language;
    String author;
    String recipient;
    Acquisition acquisition;
    String copyStatus;
    Optional<Reference> parent;
    Optional<Reference> translationOf;
    Optional<Reference> witness;
    String fileName;
    Optional<Fingerprint> fingerprint;
    long size;
    String mediaType;
    Protection protection;
    Set<String> tags;
    boolean graphic;
    Optional<Recorded> recorded;
    Optional<Transcript> transcript;
    Optional<PhysicalObject> object;
    Optional<Relations> relations;
    Optional<PlaceInside> place;

    ItemCopy(EvidenceItem item) {
        title = item.title();
        type = item.type();
        date = item.date();
        language = item.language();
        author = item.author();
        recipient = item.recipient();
        acquisition = item.acquisition();
        copyStatus = item.copyStatus();
        parent = item.parent();
        translationOf = item.translationOf();
        witness = item.witness();
        fileName = item.fileName();
        fingerprint = item.fingerprint();
        size = item.size();
        mediaType = item.mediaType();
        protection = item.protection();
        tags = item.tags();
        graphic = item.graphic();
        recorded = item.recorded();
        transcript = item.transcript();
        object = item.object();
        relations = item.relations();
        place = item.place();
    }

    EvidenceItem made() {
        return new EvidenceItem(
                title,
                type,
                date,
                language,
                author,
                recipient,
                acquisition,
                copyStatus,
                parent,
                translationOf,
                witness,
                fileName,
                fingerprint,
                size,
                mediaType,
                protection,
                tags,
                graphic,
                recorded,
                transcript,
                object,
                relations,
                place);
    }
}
