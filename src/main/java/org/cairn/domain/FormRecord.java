package org.cairn.domain;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A record whose fields a form file describes: medical record, person, place, event or payment.
///
/// @param kind one of `MEDICAL`, `PERSON`, `PLACE`, `EVENT`, `PAYMENT`
/// @param title a line for lists, without the name of a witness
/// @param form name and version of the form it was made with, such as `payment/1`
/// @param protection how closely it is kept
/// @param date when what it tells of was
/// @param witness the witness it belongs to
/// @param fields JSON values by field name: String, Number, Boolean, List or Map of such
/// @param answers what was answered to questions that an organisation added; absent where there are none
public record FormRecord(
        RecordKind kind,
        String title,
        String form,
        Protection protection,
        Optional<FuzzyDate> date,
        Optional<Reference> witness,
        Map<String, Object> fields,
        Optional<Answers> answers)
        implements ArchiveRecord {

    private static final Set<RecordKind> KINDS =
            EnumSet.of(RecordKind.MEDICAL, RecordKind.PERSON, RecordKind.PLACE, RecordKind.EVENT, RecordKind.PAYMENT);

    public FormRecord {
        Texts.requireGiven("title", title);
        if (!KINDS.contains(kind)) {
            throw new ArchiveException.InvalidInput("kind", "unknownValue");
        }
        fields = Collections.unmodifiableSortedMap(new TreeMap<>(fields));
    }

    /// A record without answers to added questions.
    public FormRecord(
            RecordKind kind,
            String title,
            String form,
            Protection protection,
            Optional<FuzzyDate> date,
            Optional<Reference> witness,
            Map<String, Object> fields) {
        this(kind, title, form, protection, date, witness, fields, Optional.empty());
    }

    @Override
    public String type() {
        return form;
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
        return "FormRecord";
    }
}
