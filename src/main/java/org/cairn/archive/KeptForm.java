package org.cairn.archive;

import org.cairn.domain.FormDefinition;
import org.cairn.domain.Reference;

/// A form of the archive as it is now.
///
/// @param reference what it is called here
/// @param revision which revision of it this is
/// @param form its questions and terms
public record KeptForm(Reference reference, int revision, FormDefinition form) {

    /// What records that answer it name: `F-0001/2`.
    public String name() {
        return reference + "/" + revision;
    }

    @Override
    public String toString() {
        return name();
    }
}
