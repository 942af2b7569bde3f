package org.cairn.search;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.util.BytesRef;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;

/// What the index keeps of a passage, and what each part is called there.
final class Fields {
    static final String TEXT = "text";
    static final String TITLE = "title";
    static final String REFERENCE = "ref";
    static final String PINPOINT = "pin";
    static final String KIND = "kind";
    static final String TYPE = "type";
    static final String LANGUAGE = "language";
    static final String PROTECTION = "protection";
    static final String YEAR = "year";
    static final String WITNESS = "witness";
    static final String TAG = "tag";
    static final String ELEMENT = "element";
    static final String REVIEWED = "reviewed";
    static final String GRADE = "grade";
    static final String AUTHENTICITY = "authenticity";
    static final String PLACE = "place";
    static final String HAS = "has";
    static final String CODE = "code";
    static final String LEVEL = "level";
    static final String EARLIEST = "earliest";
    static final String LATEST = "latest";
    static final String DATE = "date";
    static final String CLAIMED = "claimed";
    static final String ORDER = "order";
    static final String NTH = "nth";
    static final String SOUND = "sound";
    static final String LOOKS = "looks";

    /// Letters of a key that count: Lucene refuses a whole passage for one that is very long.
    private static final int LONGEST_KEY = 1_000;

    /// What is kept of everything that somebody looked through.
    static final String BY_ANYBODY = "yes";

    /// What a reviewer's name begins with, so that nobody can be called as `yes`.
    static final String BY = "@";

    private Fields() {}

    /// @param nth which of the record's passages it is, from 0
    /// @param frequent the words of which pairs are kept
    static Document document(IndexedPassage passage, int nth, NameSounds sounds, FrequentWords frequent) {
        Document document = new Document();
        String reference = passage.reference().toString();
        document.add(new StringField(REFERENCE, reference, Field.Store.YES));
        document.add(new SortedDocValuesField(REFERENCE, new BytesRef(reference)));
        document.add(new NumericDocValuesField(ORDER, order(passage.reference())));
        document.add(new NumericDocValuesField(NTH, nth(passage, nth)));
        document.add(new StoredField(PINPOINT, passage.pinpoint().toString()));
        Set<String> heard = new LinkedHashSet<>();
        document.add(new SpokenText(TEXT, passage.text(), TextField.TYPE_NOT_STORED, passage.language(), sounds, heard)
                .withPairs(frequent));
        key(document, LOOKS, String.valueOf(frequent.looks()));
        document.add(new SpokenText(TITLE, passage.title(), TextField.TYPE_STORED, passage.language(), sounds, heard));
        document.add(new HeardNames(heard));
        Codes.in(passage.text()).forEach(code -> key(document, CODE, code));
        Codes.in(passage.title()).forEach(code -> key(document, CODE, code));
        facet(document, KIND, passage.reference().kind().code());
        facet(document, TYPE, passage.type());
        facet(document, PROTECTION, passage.protection().name());
        document.add(new StoredField(PROTECTION, passage.protection().name()));
        if (!passage.type().isEmpty()) {
            // what is only stored, and in others also a key, Lucene refuses
            document.add(new StoredField(TYPE, passage.type()));
        }
        document.add(new IntPoint(LEVEL, passage.protection().ordinal()));
        document.add(new NumericDocValuesField(LEVEL, passage.protection().ordinal()));
        passage.language().ifPresent(language -> language(document, language));
        passage.date().ifPresent(date -> date(document, date));
        if (passage.dateClaimed()) {
            document.add(new StoredField(CLAIMED, 1));
        }
        passage.witness().ifPresent(witness -> key(document, WITNESS, witness.toString()));
        passage.tags().forEach(tag -> key(document, TAG, tag.toLowerCase(Locale.ROOT)));
        passage.held().parts().forEach(part -> key(document, HAS, part));
        passage.held()
                .places()
                .forEach(place -> document.add(new SpokenText(
                        PLACE, place, TextField.TYPE_STORED, Optional.empty(), sounds, new LinkedHashSet<>())));
        worked(document, passage.worked());
        return document;
    }

    private static void worked(Document document, IndexedPassage.Worked worked) {
        if (!worked.reviewers().isEmpty()) {
            key(document, REVIEWED, BY_ANYBODY);
        }
        worked.reviewers().forEach(person -> key(document, REVIEWED, BY + person.toLowerCase(Locale.ROOT)));
        if (!worked.grade().isEmpty()) {
            key(document, GRADE, worked.grade());
        }
        if (!worked.authenticity().isEmpty()) {
            key(document, AUTHENTICITY, worked.authenticity());
        }
        worked.elements().forEach(code -> key(document, ELEMENT, code.toLowerCase(Locale.ROOT)));
    }

    /// Where its text is found: which passage, and, since the record may have others by then, a mark of its pinpoint.
    private static long nth(IndexedPassage passage, int nth) {
        return (long) nth << Integer.SIZE
                | Integer.toUnsignedLong(passage.pinpoint().toString().hashCode());
    }

    /// First by kind, then by number.
    static long order(Reference reference) {
        return ((long) reference.kind().ordinal() << 32) | reference.number();
    }

    private static void language(Document document, LanguageTag language) {
        facet(document, LANGUAGE, language.tag());
        if (!language.primary().equals(language.tag())) {
            key(document, LANGUAGE, language.primary());
        }
        document.add(new StoredField(LANGUAGE, language.tag()));
    }

    private static void date(Document document, FuzzyDate date) {
        long earliest = date.earliest().map(LocalDate::toEpochDay).orElse(Long.MIN_VALUE);
        long latest = date.latest().map(LocalDate::toEpochDay).orElse(Long.MAX_VALUE);
        document.add(new LongPoint(EARLIEST, earliest));
        document.add(new NumericDocValuesField(EARLIEST, earliest));
        document.add(new LongPoint(LATEST, latest));
        document.add(new StoredField(DATE, date.edtf()));
        Optional<LocalDate> year = date.earliest().or(date::latest);
        year.ifPresent(
                day -> document.add(new SortedDocValuesField(YEAR, new BytesRef(String.valueOf(day.getYear())))));
    }

    private static void facet(Document document, String field, String value) {
        if (!value.isEmpty()) {
            key(document, field, value);
            document.add(new SortedDocValuesField(field, new BytesRef(kept(value))));
        }
    }

    private static void key(Document document, String field, String value) {
        document.add(new StringField(field, kept(value), Field.Store.NO));
    }

    /// As much of a key as is kept: a query asks for the same.
    static String kept(String value) {
        return value.length() <= LONGEST_KEY ? value : value.substring(0, LONGEST_KEY);
    }
}
