package org.cairn.exchange;

import java.util.List;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.NotMapped;

/// Another tool's form in the words of the archive, and what of it has no place there.
///
/// @param form its questions and lists
/// @param notMapped everything that was left out, in the order of the file
public record ForeignForm(FormDefinition form, List<NotMapped> notMapped) {
    public ForeignForm {
        notMapped = List.copyOf(notMapped);
    }

    @Override
    public String toString() {
        return "ForeignForm";
    }
}
