package org.cairn.domain;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// A file or thing that proves something, as it is described; its bytes are sealed under its fingerprint.
///
/// @param title a line for lists and indexes
/// @param type a code of the vocabulary `evidence-type`: `LABORATORY`, `PHOTO`, `FINANCIAL`…; `UNSORTED` at first
/// @param date when it was made, as far as known
/// @param language the language it is in, as far as known
/// @param author who made it
/// @param recipient whom it was sent to
/// @param acquisition how it came to the archive
/// @param copyStatus `ORIGINAL`, `CERTIFIED_COPY`, `COPY`, `EXTRACT`, `FORENSIC_IMAGE`, `DERIVATIVE`
/// @param parent the item it was attached to or packed in
/// @param translationOf the item it translates
/// @param witness the witness it belongs to
/// @param fileName what the file was called, without its folder
/// @param fingerprint SHA-256 of the bytes as they arrived
/// @param size in bytes
/// @param mediaType by content, not by name
/// @param protection how closely it is kept
/// @param tags words people put on it
/// @param graphic whether pictures stay blurred until asked for
/// @param recorded how it was recorded, where it was recorded here
/// @param transcript what is said in it, where somebody wrote that down
public record EvidenceItem(
        String title,
        String type,
        Optional<FuzzyDate> date,
        Optional<LanguageTag> language,
        String author,
        String recipient,
        Acquisition acquisition,
        String copyStatus,
        Optional<Reference> parent,
        Optional<Reference> translationOf,
        Optional<Reference> witness,
        String fileName,
        Fingerprint fingerprint,
        long size,
        String mediaType,
        Protection protection,
        Set<String> tags,
        boolean graphic,
        Optional<Recorded> recorded,
        Optional<Transcript> transcript)
        implements ArchiveRecord {

    public EvidenceItem {
        Texts.requireGiven("title", title);
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        if (size < 0) {
            throw new ArchiveException.InvalidInput("size", "unknownValue");
        }
    }

    /// Something that was not recorded here, and that nobody wrote down.
    public EvidenceItem(
            String title,
            String type,
            Optional<FuzzyDate> date,
            Optional<LanguageTag> language,
            String author,
            String recipient,
            Acquisition acquisition,
            String copyStatus,
            Optional<Reference> parent,
            Optional<Reference> translationOf,
            Optional<Reference> witness,
            String fileName,
            Fingerprint fingerprint,
            long size,
            String mediaType,
            Protection protection,
            Set<String> tags,
            boolean graphic) {
        this(
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
                Optional.empty(),
                Optional.empty());
    }

    /// Whether nobody gave it a title: it is called by its file's name then, which may name somebody.
    public boolean untitled() {
        return title.strip().equals(fileName.strip());
    }

    /// The same description, guarded no less than what it came out of.
    public EvidenceItem inside(EvidenceItem around) {
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
                around.witness().or(() -> witness),
                fileName,
                fingerprint,
                size,
                mediaType,
                protection.stricter(around.protection()),
                tags,
                graphic || around.graphic(),
                recorded,
                transcript);
    }

    /// The same description, belonging to a witness.
    public EvidenceItem belongingTo(Reference whom) {
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
                Optional.of(whom),
                fileName,
                fingerprint,
                size,
                mediaType,
                protection,
                tags,
                graphic);
    }

    /// The same description, belonging to no witness.
    public EvidenceItem ofNobody() {
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
                Optional.empty(),
                fileName,
                fingerprint,
                size,
                mediaType,
                protection,
                tags,
                graphic,
                recorded,
                transcript);
    }

    /// The same description, of these bytes.
    public EvidenceItem of(Fingerprint bytes, long count) {
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
                bytes,
                count,
                mediaType,
                protection,
                tags,
                graphic,
                recorded,
                transcript);
    }

    /// The same description, with what is said in it.
    public EvidenceItem saying(Transcript words) {
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
                Optional.of(words).filter(said -> !said.isEmpty()));
    }

    @Override
    public RecordKind kind() {
        return RecordKind.EVIDENCE;
    }

    @Override
    public Optional<LanguageTag> spokenIn() {
        return language;
    }

    @Override
    public Optional<FuzzyDate> when() {
        return date;
    }

    @Override
    public Optional<Reference> concerns() {
        return witness;
    }

    @Override
    public String toString() {
        return "EvidenceItem";
    }
}
