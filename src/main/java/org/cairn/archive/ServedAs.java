package org.cairn.archive;

import org.cairn.domain.Reference;

/// Which file of what was served something is.
///
/// @param serving the record of it
/// @param volume the number by which the file is called in it
public record ServedAs(Reference serving, int volume) {
    @Override
    public String toString() {
        return "ServedAs " + serving;
    }
}
