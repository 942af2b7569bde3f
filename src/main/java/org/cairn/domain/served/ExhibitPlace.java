package org.cairn.domain.served;

import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;

/// Where an exhibit stands in a bundle that was served.
///
/// @param exhibit the record
/// @param hash what the manifest calls it by: of its file, or of the revision that was set
/// @param mark its exhibit mark
/// @param section the letter of its section
/// @param page the number of its separator
/// @param pages how many it takes, with its separator
public record ExhibitPlace(Reference exhibit, Fingerprint hash, String mark, String section, int page, int pages) {
    @Override
    public String toString() {
        return "ExhibitPlace " + exhibit;
    }
}
