package org.cairn.archive;

import java.util.List;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.NotMapped;

/// A form as it was read from a file, before it is kept.
///
/// @param notMapped what of another tool's form has no place here
public record FormOffer(FormDefinition form, List<NotMapped> notMapped) {
    @Override
    public String toString() {
        return "FormOffer";
    }
}
