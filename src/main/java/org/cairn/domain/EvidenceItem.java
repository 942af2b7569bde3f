package org.cairn.domain;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A file or thing that proves something, as it is described. A file's bytes are sealed under its fingerprint; a thing
/// has none, and is described in words.
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
/// @param fingerprint SHA-256 of the bytes as they arrived; nothing for a physical object, which has none
/// @param size in bytes
/// @param mediaType by content, not by name
/// @param protection how closely it is kept
/// @param tags words people put on it
/// @param graphic whether pictures stay blurred until asked for
/// @param recorded how it was recorded, where it was recorded here
/// @param transcript what is said in it, where somebody wrote that down
/// @param object what it is to look at, where it is a thing and no file
/// @param relations what it is to other items, where somebody said so
/// @param place where it lay in its parent, where that is more than its name
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
        Optional<Fingerprint> fingerprint,
        long size,
        String mediaType,
        Protection protection,
        Set<String> tags,
        boolean graphic,
        Optional<Recorded> recorded,
        Optional<Transcript> transcript,
        Optional<PhysicalObject> object,
        Optional<Relations> relations,
        Optional<PlaceInside> place)
        implements ArchiveRecord {

    public EvidenceItem {
        Texts.requireGiven("title", title);
        tags = Collections.unmodifiableSortedSet(new TreeSet<>(tags));
        if (size < 0) {
            throw new ArchiveException.InvalidInput("size", "unknownValue");
        }
        if (fingerprint.isPresent() == object.isPresent()) {
            // it is a file or a thing: one of the two, and never both
            throw new ArchiveException.InvalidInput(
                    "fingerprint", fingerprint.isPresent() ? "unknownValue" : "missing");
        }
    }

    /// A file that was not recorded here, and that nobody wrote down.
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
                Optional.of(fingerprint),
                size,
                mediaType,
                protection,
                tags,
                graphic,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /// A thing that has no file: a box, a passport, a telephone.
    public static EvidenceItem ofThing(
            String title, String type, Acquisition acquisition, PhysicalObject object, Protection protection) {
        return new EvidenceItem(
                title,
                type,
                Optional.empty(),
                Optional.empty(),
                "",
                "",
                acquisition,
                "ORIGINAL",
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                "",
                Optional.empty(),
                0,
                "",
                protection,
                Set.of(),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(object),
                Optional.empty(),
                Optional.empty());
    }

    /// A copy in which something is otherwise.
    EvidenceItem with(Consumer<ItemCopy> change) {
        ItemCopy copy = new ItemCopy(this);
        change.accept(copy);
        return copy.made();
    }

    /// The fingerprint of its bytes.
    ///
    /// @throws ArchiveException.InvalidInput where it is a thing, which has none
    public Fingerprint bytes() {
        return fingerprint.orElseThrow(() -> new ArchiveException.InvalidInput("fingerprint", "noFile"));
    }

    /// Whether it is a thing, which has no file.
    public boolean physical() {
        return object.isPresent();
    }

    /// Whether nobody gave it a title: it is called by its file's name then, which may name somebody.
    public boolean untitled() {
        return title.strip().equals(fileName.strip());
    }

    /// The same description, guarded no less than what it came out of.
    public EvidenceItem inside(EvidenceItem around) {
        return with(copy -> {
            copy.witness = around.witness().or(() -> witness);
            copy.protection = protection.stricter(around.protection());
            copy.graphic = graphic || around.graphic();
        });
    }

    /// The same description, belonging to a witness.
    public EvidenceItem belongingTo(Reference whom) {
        return with(copy -> copy.witness = Optional.of(whom));
    }

    /// The same description, belonging to no witness.
    public EvidenceItem ofNobody() {
        return with(copy -> copy.witness = Optional.empty());
    }

    /// The same description, of these bytes.
    public EvidenceItem of(Fingerprint bytes, long count) {
        return with(copy -> {
            copy.fingerprint = Optional.of(bytes);
            copy.size = count;
        });
    }

    /// The same description, with what is said in it.
    public EvidenceItem saying(Transcript words) {
        return with(copy -> copy.transcript = Optional.of(words).filter(said -> !said.isEmpty()));
    }

    /// The same description, translating another item or none.
    public EvidenceItem translating(Optional<Reference> original) {
        return with(copy -> copy.translationOf = original);
    }

    /// The same description, related so to other items.
    public EvidenceItem related(Relations others) {
        return with(copy ->
                copy.relations = Optional.of(others).filter(some -> !some.to().isEmpty()));
    }

    /// The same description, with where it lay in its parent.
    public EvidenceItem lying(Optional<PlaceInside> where) {
        return with(copy -> copy.place = where);
    }

    /// What it is to other items, where somebody said so.
    public List<Relations.Relation> relatedTo() {
        return relations.map(Relations::to).orElse(List.of());
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
