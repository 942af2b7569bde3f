package org.cairn.domain.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A query as rows that somebody fills in who does not type queries: each asks for one thing, and all must hold.
///
/// @param rows in order
/// @param rest what rows cannot show, as it is written in the query; it holds as well
public record QueryRows(List<Row> rows, List<String> rest) {

    private static final Place NOWHERE = new Place(0, 0);

    public QueryRows {
        rows = List.copyOf(rows);
        rest = List.copyOf(rest);
    }

    /// What a row asks for.
    public enum Kind {
        /// Every one of some words.
        ALL,
        /// At least one of some words.
        ANY,
        /// None of some words.
        NONE,
        /// Words side by side.
        PHRASE,
        /// Exactly these letters.
        EXACTLY,
        /// Two that are near each other.
        NEAR,
        /// Two that are near each other in this order.
        THEN,
        /// A field that is so.
        FIELD,
        /// A field that is not so.
        NOT_FIELD;

        /// Whether it has two sides.
        public boolean twoSided() {
            return this == NEAR || this == THEN;
        }

        /// Whether it is of a field.
        public boolean ofField() {
            return this == FIELD || this == NOT_FIELD;
        }
    }

    /// A row.
    ///
    /// @param field of which it is, where it is of one
    /// @param words what is filled in
    /// @param other what it is near
    /// @param apart how many words apart at most, where it is near something
    public record Row(Kind kind, String field, String words, String other, int apart) {

        /// A row of words.
        public static Row of(Kind kind, String words) {
            return new Row(kind, "", words, "", 5);
        }

        /// Whether nothing is filled in that could be asked for.
        public boolean blank() {
            return words.isBlank() || kind.twoSided() && other.isBlank() || kind.ofField() && field.isBlank();
        }

        @Override
        public String toString() {
            return "Row " + kind;
        }
    }

    /// The fields there are, those first that are asked for most.
    public static final List<String> FIELDS = List.of(
            "title",
            "kind",
            "type",
            "language",
            "date",
            "tag",
            "element",
            "witness",
            "place",
            "has",
            "reviewed",
            "source",
            "grade",
            "authenticity",
            "protection",
            "ref",
            "text");

    /// A query as rows, as far as it goes; nothing where it is no query.
    public static Optional<QueryRows> open(String query) {
        return QueryLanguage.parse(query) instanceof Parsed.Understood understood
                ? Optional.of(opened(understood.asked()))
                : Optional.empty();
    }

    private static QueryRows opened(Asked asked) {
        List<Asked> parts = switch (asked) {
            case Asked.Everything nothing -> List.of();
            case Asked.All all -> all.parts();
            default -> List.of(asked);
        };
        List<Row> rows = new ArrayList<>();
        List<String> rest = new ArrayList<>();
        for (Asked part : parts) {
            row(part).ifPresentOrElse(row -> gather(rows, row), () -> rest.add(written(part)));
        }
        return new QueryRows(rows, rest);
    }

    /// As a part beside others.
    private static String written(Asked part) {
        String written = QueryLanguage.print(part);
        return part instanceof Asked.Any ? "(" + written + ")" : written;
    }

    /// Words that are asked for one by one stand in one row together.
    private static void gather(List<Row> rows, Row row) {
        for (int i = 0; i < rows.size(); i++) {
            boolean same = rows.get(i).kind() == row.kind();
            if (same && (row.kind() == Kind.ALL || row.kind() == Kind.NONE)) {
                rows.set(i, Row.of(row.kind(), rows.get(i).words() + " " + row.words()));
                return;
            }
        }
        rows.add(row);
    }

    private static Optional<Row> row(Asked part) {
        return switch (part) {
            case Asked.Word word -> plain(word).map(words -> Row.of(Kind.ALL, words));
            case Asked.Fuzzy fuzzy -> plain(fuzzy).map(words -> Row.of(Kind.ALL, words));
            case Asked.Phrase phrase -> filled(Kind.PHRASE, phrase.text());
            case Asked.Exactly exactly -> filled(Kind.EXACTLY, exactly.text());
            case Asked.Any any -> words(any).map(words -> Row.of(Kind.ANY, words));
            case Asked.Not not -> unwanted(not.unwanted());
            case Asked.Near near -> near(near);
            case Asked.Within within -> field(within, Kind.FIELD);
            default -> Optional.empty();
        };
    }

    /// Nothing where a row would ask for nothing: left out, the query would find everything.
    private static Optional<Row> filled(Kind kind, String words) {
        return Optional.of(Row.of(kind, words)).filter(row -> !row.blank());
    }

    private static Optional<Row> unwanted(Asked unwanted) {
        return switch (unwanted) {
            case Asked.Within within -> field(within, Kind.NOT_FIELD);
            case Asked.Any any -> words(any).map(words -> Row.of(Kind.NONE, words));
            default -> plain(unwanted).map(words -> Row.of(Kind.NONE, words));
        };
    }

    private static Optional<Row> field(Asked.Within within, Kind kind) {
        return FIELDS.contains(within.field())
                ? side(within.value()).map(value -> new Row(kind, within.field(), value, "", 5))
                : Optional.empty();
    }

    private static Optional<Row> near(Asked.Near near) {
        return side(near.one())
                .flatMap(one -> side(near.other())
                        .map(other -> new Row(near.ordered() ? Kind.THEN : Kind.NEAR, "", one, other, near.words())));
    }

    /// Some words with nothing else among them.
    private static Optional<String> words(Asked.Any any) {
        List<Optional<String>> words =
                any.parts().stream().map(QueryRows::plain).toList();
        return words.stream().allMatch(Optional::isPresent)
                ? Optional.of(String.join(
                        " ", words.stream().flatMap(Optional::stream).toList()))
                : Optional.empty();
    }

    /// One word that, typed into a row, is the same word again.
    private static Optional<String> plain(Asked asked) {
        return asked instanceof Asked.Word || asked instanceof Asked.Fuzzy
                ? Optional.of(QueryLanguage.print(asked)).filter(text -> isWord(text))
                : Optional.empty();
    }

    /// A word, or several side by side.
    private static Optional<String> side(Asked asked) {
        return asked instanceof Asked.Phrase phrase
                ? Optional.of(phrase.text()).filter(text -> text.strip().contains(" "))
                : plain(asked);
    }

    private static boolean isWord(String text) {
        return QueryLanguage.parse(text) instanceof Parsed.Understood understood
                && (understood.asked() instanceof Asked.Word || understood.asked() instanceof Asked.Fuzzy);
    }

    /// The query that these rows ask, with the rest.
    public String print() {
        List<Asked> parts = rows.stream()
                .filter(row -> !row.blank())
                .flatMap(QueryRows::asked)
                .toList();
        String rows = parts.isEmpty()
                ? ""
                : QueryLanguage.print(parts.size() == 1 ? parts.getFirst() : new Asked.All(NOWHERE, parts));
        boolean either = parts.size() == 1 && parts.getFirst() instanceof Asked.Any && !rest.isEmpty();
        return String.join(
                        " ",
                        Stream.concat(Stream.of(either ? "(" + rows + ")" : rows), rest.stream())
                                .toList())
                .strip();
    }

    private static Stream<Asked> asked(Row row) {
        return switch (row.kind()) {
            case ALL -> each(row.words());
            case ANY -> Stream.of(any(each(row.words()).toList()));
            case NONE -> each(row.words()).map(word -> new Asked.Not(NOWHERE, word));
            case PHRASE -> Stream.of(new Asked.Phrase(NOWHERE, unquoted(row.words())));
            case EXACTLY -> Stream.of(new Asked.Exactly(NOWHERE, unquoted(row.words())));
            case NEAR, THEN ->
                Stream.of(new Asked.Near(
                        NOWHERE,
                        typed(row.words()),
                        typed(row.other()),
                        Math.clamp(row.apart(), 1, Asked.Near.FURTHEST),
                        row.kind() == Kind.THEN));
            case FIELD -> Stream.of(new Asked.Within(NOWHERE, row.field(), typed(row.words())));
            case NOT_FIELD ->
                Stream.of(new Asked.Not(NOWHERE, new Asked.Within(NOWHERE, row.field(), typed(row.words()))));
        };
    }

    private static Asked any(List<Asked> words) {
        return words.size() == 1 ? words.getFirst() : new Asked.Any(NOWHERE, words);
    }

    private static Stream<Asked> each(String words) {
        return Stream.of(words.strip().split("\\s+")).map(QueryRows::typed);
    }

    /// What somebody typed into a row means itself, also where a query would take it for a sign.
    private static Asked typed(String text) {
        String typed = text.strip();
        return isWord(typed) && QueryLanguage.parse(typed) instanceof Parsed.Understood understood
                ? understood.asked()
                : new Asked.Phrase(NOWHERE, unquoted(typed));
    }

    private static String unquoted(String text) {
        StringBuilder plain = new StringBuilder();
        text.strip()
                .chars()
                .map(letter -> QueryTokens.isQuote((char) letter) ? ' ' : letter)
                .forEach(letter -> plain.append((char) letter));
        return plain.toString().strip();
    }

    @Override
    public String toString() {
        return "QueryRows";
    }
}
