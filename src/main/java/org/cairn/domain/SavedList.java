package org.cairn.domain;

import java.util.Optional;

/// What a search had found, frozen under a name: exactly those records in those revisions, for good.
///
/// @param name what people call it
/// @param search the saved search that had found them
/// @param revision the revision of it whose answer was frozen
/// @param headLine the last line of the ledger when that was asked
/// @param head its hash
/// @param analyser version of how words were made of texts then
/// @param protection how closely it is kept; never less closely than the search
/// @param lines the hash under which they lie; salted, so that nobody can guess at it
public record SavedList(
        String name,
        Reference search,
        int revision,
        long headLine,
        Fingerprint head,
        String analyser,
        Protection protection,
        Fingerprint lines)
        implements ArchiveRecord {

    public SavedList {
        Texts.requireGiven("name", name);
        if (search.kind() != RecordKind.SEARCH) {
            throw new ArchiveException.InvalidInput("search", "unknownValue");
        }
    }

    /// The same list, called otherwise.
    public SavedList named(String otherwise) {
        return new SavedList(otherwise, search, revision, headLine, head, analyser, protection, lines);
    }

    @Override
    public RecordKind kind() {
        return RecordKind.LIST;
    }

    @Override
    public String title() {
        return name;
    }

    @Override
    public Optional<Reference> about() {
        return Optional.of(search);
    }

    /// It is frozen: another list takes its place, never another revision, unless that only has another name.
    @Override
    public boolean closed() {
        return true;
    }

    /// What it is called is not what was frozen.
    @Override
    public boolean onlyAddsTo(ArchiveRecord before) {
        return before instanceof SavedList frozen
                && !name.equals(frozen.name)
                && frozen.named(name).equals(this);
    }

    @Override
    public String toString() {
        return "SavedList";
    }
}
