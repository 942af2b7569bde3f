package org.cairn.ui.medical;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.Reference;

/// What a medical record is saved as while it is written.
///
/// @param witness whose it is, as far as that was known when it was begun
/// @param record the record it changes, where it is not new
/// @param revision the revision it was begun from, 0 for a new one
record MedicalDraftId(Optional<Reference> witness, Optional<Reference> record, int revision) {

    private static final String BEGIN = "medical/";
    private static final Pattern SHAPE = Pattern.compile("medical/(?:new(?:/(W-\\d+))?|(M-\\d+)/(\\d{1,9}))");

    /// A new record of a witness.
    static MedicalDraftId fresh(Optional<Reference> witness) {
        return new MedicalDraftId(witness, Optional.empty(), 0);
    }

    /// A further revision.
    static MedicalDraftId of(Reference record, int revision) {
        return new MedicalDraftId(Optional.empty(), Optional.of(record), revision);
    }

    static Optional<MedicalDraftId> parse(String text) {
        Matcher matcher = SHAPE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Optional<Reference> record = Optional.ofNullable(matcher.group(2)).flatMap(Reference::tryParse);
        return Optional.of(
                record.isPresent()
                        ? of(record.get(), Integer.parseInt(matcher.group(3)))
                        : fresh(Optional.ofNullable(matcher.group(1)).flatMap(Reference::tryParse)));
    }

    String text() {
        return record.map(known -> BEGIN + known + "/" + revision)
                .orElseGet(() -> BEGIN + "new" + witness.map(who -> "/" + who).orElse(""));
    }

    /// What a person is shown of it.
    String name() {
        return record.or(() -> witness).map(Reference::toString).orElse("");
    }
}
