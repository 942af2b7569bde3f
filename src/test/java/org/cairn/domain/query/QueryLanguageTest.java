package org.cairn.domain.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is typed becomes a tree that can be written down again, or a fault with a place in what was typed.
class QueryLanguageTest {

    private static final Place NOWHERE = new Place(0, 0);

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a b                         | all(a, b)
            a AND b                     | all(a, b)
            a OR b c                    | any(a, all(b, c))
            (a OR b) c                  | all(any(a, b), c)
            NOT a                       | not(a)
            a -b                        | all(a, not(b))
            NOT NOT a                   | not(not(a))
            a near/5 b                  | near5(a, b)
            a NEAR/5 b                  | near5(a, b)
            a then/3 b near/2 c         | near2(then3(a, b), c)
            NOT a near/5 b              | not(near5(a, b))
            x a near/5 (b OR "c d")     | all(x, near5(a, any(b, 'c d')))
            "cool  box"                 | 'cool  box'
            ="Camp Nº 3"                | exactly'Camp Nº 3'
            title:="Camp"               | title:exactly'Camp'
            title:(a OR b)              | title:any(a, b)
            place:"Camp 3"              | place:'Camp 3'
            wild* w?ld                  | all(wild*, w?ld)
            fuzz~ fuzz~1 fuzz~2         | all(fuzz~0, fuzz~1, fuzz~2)
            /kidne[iy]s?(a)"*/          | pattern kidne[iy]s?(a)"*
            title:/ab+/                 | title:pattern ab+
            /home/user                  | /home/user
            http://example.org          | http://example.org
            date:2014~                  | date:2014~
            tag:AND                     | tag:AND
            near then near/x            | all(near, then, near/x)
            a near/٥ b                  | near5(a, b)
            fuzz~٢                      | fuzz~2
            （a OR b） c                | all(any(a, b), c)
            «a b» „c“ 「d」             | all('a b', 'c', 'd')
            """)
    void understands(String query, String tree) {
        assertThat(shape(understood(query))).isEqualTo(tree);
    }

    @Test
    void understandsNothingAsEverything() {
        assertThat(understood(" \u3000\u200F ")).isInstanceOf(Asked.Everything.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            a AND             | 5  | 5  | missingOperand
            OR a              | 0  | 2  | missingOperand
            a near/5          | 8  | 8  | missingOperand
            near/5 a          | 0  | 6  | missingOperand
            a near/0 b        | 7  | 8  | nearNumber
            a near/1001 b     | 7  | 11 | nearNumber
            a near/ b         | 7  | 7  | nearNumber
            a then/-3 b       | 7  | 9  | nearNumber
            a near/5.5 b      | 7  | 10 | nearNumber
            a near/5 -b       | 9  | 10 | nearNot
            cool (box         | 5  | 6  | unclosedBracket
            cool box)         | 8  | 9  | unexpectedBracket
            cool "box         | 5  | 9  | unclosedQuote
            cool ="box        | 6  | 10 | unclosedQuote
            "cool box"~2      | 0  | 11 | fuzzyPhrase
            a wild~3          | 6  | 8  | fuzzyLetters
            a wi*d~           | 2  | 7  | fuzzyWild
            title:(a tag:b)   | 9  | 14 | fieldInField
            tag:)             | 0  | 4  | missingValue
            """)
    void saysWhereAndWhyItDoesNot(String query, int start, int end, String reason) {
        assertThat(QueryLanguage.parse(query)).isEqualTo(new Parsed.Misread(new Place(start, end), reason));
    }

    @Test
    void knowsThePlaceOfEveryPart() {
        Asked.All all = (Asked.All) understood("kidney  title:(a near/2 \"b c\")");

        assertThat(all.parts().getFirst().at()).isEqualTo(new Place(0, 6));
        Asked.Within within = (Asked.Within) all.parts().getLast();
        assertThat(within.at()).isEqualTo(new Place(8, 30));
        assertThat(within.value().at()).isEqualTo(new Place(15, 29));
    }

    @Test
    void writesEveryTreeSoThatItIsReadTheSame() {
        Random random = new Random(3);
        for (int i = 0; i < 4_000; i++) {
            Asked tree = tree(random, 4, true);
            String written = QueryLanguage.print(tree);

            assertThat(shape(understood(written))).as(written).isEqualTo(shape(tree));
        }
    }

    @Test
    void readsAnythingOrSaysWhereNot() {
        String letters = "ab移 \"()*?-:&|\\/~=1^{}[]+!.\u0301\uD83D\u200F\u00A0";
        List<String> words = List.of(" OR ", " near/5 ", " then/1 ", "title:", "tag:", "=\"", " NOT ", "~2 ", " AND ");
        Random random = new Random(5);
        int understood = 0;
        for (int i = 0; i < 40_000; i++) {
            StringBuilder query = new StringBuilder();
            for (int length = random.nextInt(16); length > 0; length--) {
                query.append(
                        random.nextInt(4) == 0
                                ? words.get(random.nextInt(words.size()))
                                : String.valueOf(letters.charAt(random.nextInt(letters.length()))));
            }
            switch (QueryLanguage.parse(query.toString())) {
                case Parsed.Understood tree -> {
                    understood++;
                    String written = QueryLanguage.print(tree.asked());
                    assertThat(shape(understood(written)))
                            .as("%s as %s", query, written)
                            .isEqualTo(shape(tree.asked()));
                    assertThat(tree.asked().at().end()).isLessThanOrEqualTo(query.length());
                }
                case Parsed.Misread fault ->
                    assertThat(fault.place().end()).as("%s", query).isLessThanOrEqualTo(query.length());
            }
        }
        assertThat(understood).isGreaterThan(10_000);
    }

    @ParameterizedTest
    @CsvSource({"'(', tooDeep", "'NOT ', tooDeep", "'word ', tooLong", "'title:(', fieldInField", "'a near/5 ', tooLong"
    })
    void refusesWhatIsTooMuchAtOnce(String piece, String reason) {
        Parsed parsed =
                Assertions.assertTimeout(Duration.ofSeconds(5), () -> QueryLanguage.parse(piece.repeat(100_000) + "x"));

        assertThat(parsed).isInstanceOf(Parsed.Misread.class);
        assertThat(((Parsed.Misread) parsed).reason()).isEqualTo(reason);
    }

    @ParameterizedTest
    @CsvSource({"'~'", "'~9'", "'/'", "'\\/'", "'a~'", "'near/'", "'=', ", "'-'", "'a:'", "'(('"})
    void takesNoLongerThanTheQueryIsLong(String piece) {
        String query = piece.repeat(200_000 / piece.length());

        assertThat(Assertions.assertTimeout(Duration.ofSeconds(5), () -> QueryLanguage.parse(query)))
                .isNotNull();
    }

    @Test
    void buildsNoTreeThatCannotBeWritten() {
        assertThatThrownBy(() -> new Asked.Word(NOWHERE, "two words")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Asked.Phrase(NOWHERE, "a \" b")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Asked.Within(NOWHERE, "Tag", new Asked.Word(NOWHERE, "a")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static Asked tree(Random random, int depth, boolean fields) {
        int kind = depth == 0 ? random.nextInt(5) : random.nextInt(10);
        return switch (kind) {
            case 0, 1 ->
                new Asked.Word(
                        NOWHERE, List.of("kidney", "wild*", "w?ld", "器官", "a-b").get(random.nextInt(5)));
            case 2 ->
                new Asked.Phrase(NOWHERE, List.of("blood group", "", "AND (x").get(random.nextInt(3)));
            case 3 -> new Asked.Fuzzy(NOWHERE, "fuzz", random.nextInt(3));
            case 4 ->
                random.nextBoolean()
                        ? new Asked.Pattern(NOWHERE, "a(b|c)\\/d")
                        : new Asked.Exactly(NOWHERE, "Camp Nº 3");
            case 5 -> new Asked.Not(NOWHERE, tree(random, depth - 1, fields));
            case 6 -> new Asked.All(NOWHERE, some(random, depth, fields));
            case 7 -> new Asked.Any(NOWHERE, some(random, depth, fields));
            case 8 ->
                new Asked.Near(
                        NOWHERE,
                        tree(random, depth - 1, fields),
                        tree(random, depth - 1, fields),
                        1 + random.nextInt(9),
                        random.nextBoolean());
            default ->
                fields
                        ? new Asked.Within(
                                NOWHERE, random.nextBoolean() ? "title" : "text", tree(random, depth - 1, false))
                        : new Asked.Word(NOWHERE, "plain");
        };
    }

    private static List<Asked> some(Random random, int depth, boolean fields) {
        return List.of(tree(random, depth - 1, fields), tree(random, depth - 1, fields));
    }

    private static Asked understood(String query) {
        Parsed parsed = QueryLanguage.parse(query);
        assertThat(parsed).as(query).isInstanceOf(Parsed.Understood.class);
        return ((Parsed.Understood) parsed).asked();
    }

    /// The tree without its places.
    private static String shape(Asked asked) {
        return switch (asked) {
            case Asked.Everything all -> "everything";
            case Asked.All all -> "all(" + shapes(all.parts()) + ")";
            case Asked.Any any -> "any(" + shapes(any.parts()) + ")";
            case Asked.Not not -> "not(" + shape(not.unwanted()) + ")";
            case Asked.Near near ->
                (near.ordered() ? "then" : "near") + near.words() + "(" + shapes(List.of(near.one(), near.other()))
                        + ")";
            case Asked.Within within -> within.field() + ":" + shape(within.value());
            case Asked.Word word -> word.text();
            case Asked.Phrase phrase -> "'" + phrase.text() + "'";
            case Asked.Exactly exactly -> "exactly'" + exactly.text() + "'";
            case Asked.Fuzzy fuzzy -> fuzzy.text() + "~" + fuzzy.letters();
            case Asked.Pattern pattern -> "pattern " + pattern.regex();
        };
    }

    private static String shapes(List<Asked> parts) {
        return parts.stream().map(QueryLanguageTest::shape).collect(Collectors.joining(", "));
    }
}
