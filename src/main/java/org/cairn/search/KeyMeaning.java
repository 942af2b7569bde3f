package org.cairn.search;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.TooComplexToDeterminizeException;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.query.Place;

/// What the value of a field that holds keys asks for: kinds, languages, tags, grades.
final class KeyMeaning {

    private static final String SOURCE = "source";
    private static final Set<String> FIELDS = Set.of(
            Fields.KIND,
            Fields.TYPE,
            Fields.LANGUAGE,
            Fields.PROTECTION,
            Fields.WITNESS,
            Fields.TAG,
            Fields.REFERENCE,
            Fields.REVIEWED,
            Fields.GRADE,
            Fields.AUTHENTICITY,
            Fields.HAS,
            SOURCE,
            Fields.ELEMENT);

    /// Two or three letters, and whatever follows behind a hyphen (BCP 47).
    private static final Pattern LANGUAGE_CODE = Pattern.compile("[A-Za-z]{2,3}(?![A-Za-z0-9])");

    /// `A1`, `B`, `3`, and two of them with `..` between.
    private static final Pattern GRADE = Pattern.compile("([A-F]?)([1-6]?)");
    private static final Pattern GRADES = Pattern.compile("([A-F]?)([1-6]?)\\.\\.([A-F]?)([1-6]?)");

    private KeyMeaning() {}

    static boolean knows(String field) {
        return FIELDS.contains(field);
    }

    static Query of(String field, String value, boolean wild, Place at) {
        if (!wild) {
            requireKnown(field, value, at);
        }
        return switch (field) {
            case Fields.TYPE -> type(value, wild, at);
            case Fields.REVIEWED -> reviewed(value, wild, at);
            case Fields.HAS -> has(value, at);
            case SOURCE -> source(value.toUpperCase(Locale.ROOT), at);
            case Fields.ELEMENT -> element(value.toLowerCase(Locale.ROOT), wild, at);
            default -> key(field, cased(field, value), wild, at);
        };
    }

    /// What no record can have is refused: mistyped, it would find nothing, and nobody would learn why.
    private static void requireKnown(String field, String value, Place at) {
        switch (field) {
            case Fields.KIND -> require(RecordKind.ofCode(cased(field, value)).isPresent(), at, "unknownKind");
            case Fields.PROTECTION -> require(isProtection(cased(field, value)), at, "unknownProtection");
            case Fields.REFERENCE, Fields.WITNESS ->
                require(Reference.tryParse(value).isPresent(), at, "notAReference");
            case Fields.LANGUAGE -> require(LANGUAGE_CODE.matcher(value).lookingAt(), at, "notALanguage");
            default -> {}
        }
    }

    private static boolean isProtection(String name) {
        return Arrays.stream(Protection.values()).map(Protection::name).anyMatch(name::equals);
    }

    private static void require(boolean known, Place at, String reason) {
        if (!known) {
            throw QueryReader.misread(at, reason);
        }
    }

    /// By anybody, by nobody, or by one person.
    private static Query reviewed(String value, boolean wild, Place at) {
        String lowered = value.toLowerCase(Locale.ROOT);
        Query anybody = new TermQuery(new Term(Fields.REVIEWED, Fields.BY_ANYBODY));
        return switch (lowered) {
            case "yes" -> anybody;
            case "no" ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.MUST)
                        .add(anybody, Occur.MUST_NOT)
                        .build();
            default -> key(Fields.REVIEWED, Fields.BY + lowered, wild, at);
        };
    }

    private static Query has(String value, Place at) {
        String part = value.toLowerCase(Locale.ROOT);
        if (!IndexedPassage.PARTS.contains(part)) {
            throw QueryReader.misread(at, "unknownPart");
        }
        return new TermQuery(new Term(Fields.HAS, part));
    }

    /// Types are codes in capitals or, of forms people bring, in letters of their own.
    private static Query type(String value, boolean wild, Place at) {
        if (wild) {
            return key(Fields.TYPE, value.toUpperCase(Locale.ROOT), true, at);
        }
        return in(Fields.TYPE, Stream.of(value, value.toUpperCase(Locale.ROOT)));
    }

    /// Sources from one letter to another and, each for itself, information from one number to another.
    private static Query source(String value, Place at) {
        Matcher one = GRADE.matcher(value);
        Matcher two = GRADES.matcher(value);
        if (one.matches() && !value.isEmpty()) {
            return grades(one.group(1), one.group(1), one.group(2), one.group(2));
        }
        if (two.matches() && value.length() > 2) {
            boolean turned = isAfter(two.group(1), two.group(3)) || isAfter(two.group(2), two.group(4));
            if (!turned) {
                return grades(two.group(1), two.group(3), two.group(2), two.group(4));
            }
        }
        throw QueryReader.misread(at, "notAGrade");
    }

    private static boolean isAfter(String first, String last) {
        return !last.isEmpty() && first.compareTo(last) > 0;
    }

    private static Query grades(String firstLetter, String lastLetter, String firstNumber, String lastNumber) {
        return in(
                Fields.GRADE,
                between("ABCDEF", firstLetter, lastLetter)
                        .flatMap(letter ->
                                between("123456", firstNumber, lastNumber).map(number -> letter + number)));
    }

    /// What stands in a row from one to another; from the beginning or to the end where one is missing.
    private static Stream<String> between(String row, String first, String last) {
        int from = first.isEmpty() ? 0 : row.indexOf(first);
        int to = last.isEmpty() ? row.length() - 1 : row.indexOf(last);
        return IntStream.rangeClosed(from, to).mapToObj(place -> row.substring(place, place + 1));
    }

    /// An element of a crime: as a link says, or as it is written on a tag, alone or behind `element:`.
    private static Query element(String value, boolean wild, Place at) {
        return new BooleanQuery.Builder()
                .add(key(Fields.TAG, value, wild, at), Occur.SHOULD)
                .add(key(Fields.TAG, Fields.ELEMENT + ":" + value, wild, at), Occur.SHOULD)
                .add(key(Fields.ELEMENT, value, wild, at), Occur.SHOULD)
                .build();
    }

    private static Query in(String field, Stream<String> values) {
        List<BytesRef> keys = values.map(Fields::kept).map(BytesRef::new).toList();
        return new TermInSetQuery(field, keys);
    }

    private static Query key(String field, String value, boolean wild, Place at) {
        Term term = new Term(field, Fields.kept(value));
        try {
            return wild ? new WildcardQuery(term) : new TermQuery(term);
        } catch (TooComplexToDeterminizeException e) {
            throw QueryReader.misread(at, "tooManyWords");
        }
    }

    private static String cased(String field, String value) {
        return switch (field) {
            case Fields.WITNESS, Fields.REFERENCE ->
                Reference.tryParse(value).map(Reference::toString).orElse(value.toUpperCase(Locale.ROOT));
            case Fields.PROTECTION, Fields.AUTHENTICITY ->
                value.toUpperCase(Locale.ROOT).replace('-', '_');
            case Fields.GRADE -> value.toUpperCase(Locale.ROOT);
            case Fields.KIND, Fields.TAG -> value.toLowerCase(Locale.ROOT);
            case Fields.LANGUAGE ->
                value.indexOf('*') < 0 ? Locale.forLanguageTag(value).toLanguageTag() : value;
            default -> value;
        };
    }
}
