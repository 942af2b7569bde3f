package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.found;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the words of a query find, and where a query that is none goes wrong.
class QueryTest {

    @TempDir
    private static Path folder;

    private static PassageIndex index;

    @BeforeAll
    static void fill() {
        index = Passages.open(folder);
        Passages.add(
                index,
                anItem("E-0001")
                        .titled("Flight manifest")
                        .saying("The courier waited at the airfield with a cool box.")
                        .in("en")
                        .dated("2014-03")
                        .tagged("Flights"),
                anItem("E-0002")
                        .titled("Ward photograph")
                        .saying(
                                "A cool room; the box was elsewhere. Case CASE-2024/017, write to ward.7@clinic.example.")
                        .in("en")
                        .dated("2016/2018")
                        .kept(Protection.CONFIDENTIAL),
                anItem("T-0003")
                        .titled("Account of the guard")
                        .ofType("STATEMENT")
                        .saying("Guards took him to the hospital.", "The courier never came back.")
                        .in("ug")
                        .dated("2013/..")
                        .of("W-0007"),
                anItem("E-0004")
                        .titled("Ledger")
                        .ofType("medical-form")
                        .saying("CASE-2024/018 paid in full.")
                        .in("zh-Hans"));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "courier                        | E-0001 T-0003",
                "courier airfield               | E-0001",
                "courier AND airfield           | E-0001",
                "airfield OR hospital           | E-0001 T-0003",
                "courier NOT airfield           | T-0003",
                "courier -airfield              | T-0003",
                "NOT courier                    | E-0002 T-0003 E-0004",
                "(airfield OR elsewhere) box    | E-0001 E-0002",
                "airfield OR elsewhere box      | E-0001 E-0002",
                "NOT (courier OR paid OR guards)| E-0002",
                "~cool box~                     | E-0001 E-0002",
                "\"cool box\"                   | E-0001",
                "“cool box”                     | E-0001",
                "«cool box»                     | E-0001",
                "manifest                       | E-0001",
                "manifest courier               | E-0001",
                "air*                           | E-0001",
                "*field                         | E-0001",
                "h?spital                       | T-0003",
                "couriers                       | E-0001 T-0003",
                "\"couriers\"                   | ''",
                "COURIER AIRFIELD               | E-0001",
                "CASE-2024/017                  | E-0002",
                "case-2024/*                    | E-0002 E-0004",
                "CASE-2024/01?                  | E-0002 E-0004",
                "*@clinic.example               | E-0002",
                "ward.7@*                       | E-0002",
                "ward.7@clinic.example          | E-0002",
                "witness:W-0007                 | T-0003",
                "witness:w-7                    | T-0003",
                "language:ug                    | T-0003",
                "language:zh                    | E-0004",
                "language:zh-hans               | E-0004",
                "kind:evidence box              | E-0001 E-0002",
                "kind:Testimony                 | T-0003",
                "type:statement                 | T-0003",
                "type:medical-form              | E-0004",
                "type:PHO*                      | E-0001 E-0002",
                "protection:confidential        | E-0002",
                "tag:flights                    | E-0001",
                "ref:E-0002                     | E-0002",
                "ref:e-2                        | E-0002",
                "title:ward                     | E-0002",
                "title:\"ward photograph\"      | E-0002",
                "text:ward                      | E-0002",
                "date:2014                      | E-0001 T-0003",
                "date:2014..2016                | E-0001 E-0002 T-0003",
                "date:2017..                    | E-0002 T-0003",
                "date:..2013                    | T-0003",
                "date:2012                      | ''",
                "NOT date:2000..2100            | E-0004",
                "courier language:ug            | T-0003",
                "...                            | ''",
                "courier ...                    | E-0001 T-0003",
            })
    void finds(String query, String references) {
        String asked = query.strip().replace("~", "");
        List<String> expected =
                references.isBlank() || references.equals("''") ? List.of() : List.of(references.split(" "));
        assertThat(found(index, asked)).containsExactlyInAnyOrderElementsOf(expected);
    }

    @Test
    void findsEverythingWhenNothingIsAsked() {
        assertThat(found(index, "  ")).hasSize(4);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "courier AND       | 11 | missingOperand",
                "OR courier        | 0  | missingOperand",
                "a AND OR b        | 6  | missingOperand",
                "NOT               | 3  | missingOperand",
                "cool (box OR      | 12 | missingOperand",
                "cool (box         | 5  | unclosedBracket",
                "cool box)         | 8  | unexpectedBracket",
                "()                | 1  | unexpectedBracket",
                "cool \"box        | 5  | unclosedQuote",
                "cool colour:red   | 5  | unknownField",
                "date:sometime     | 0  | notADate",
                "date:2014..soon   | 0  | notADate",
                "date:..           | 0  | notADate",
                "tag:\"\"          | 0  | missingValue",
                "cool *            | 5  | tooManyWords",
                "cool *x           | 5  | tooManyWords",
            })
    void saysWhereItStopsUnderstanding(String query, int position, String reason) {
        var fault = catchThrowableOfType(ArchiveException.QueryNotUnderstood.class, () -> found(index, query.strip()));

        assertThat(Passages.reason(fault)).isEqualTo(reason);
        assertThat(fault.arguments().getFirst()).isEqualTo(position + 1);
    }

    @ParameterizedTest
    @CsvSource({"'(', 101, tooDeep", "'NOT ', 250, tooDeep", "'word ', 301, tooLong", "'a?*', 50, tooManyWords"})
    void refusesWhatIsTooMuch(String piece, int times, String reason) {
        var fault = catchThrowableOfType(
                ArchiveException.QueryNotUnderstood.class, () -> found(index, piece.repeat(times) + "x"));

        assertThat(Passages.reason(fault)).isEqualTo(reason);
    }

    @Test
    void takesAWholeParagraphAsAQuery() {
        assertThat(found(index, "courier ".repeat(300))).containsExactlyInAnyOrder("E-0001", "T-0003");
        assertThat(found(index, "\"" + "courier ".repeat(3_000) + "\"")).isEmpty();
    }

    @Test
    void neverFailsInAnyOtherWay() {
        String letters = "ab移 \"()*?-:&|\\/~^{}[]+!.\u0301\uD83D\u200F";
        var random = new java.util.Random(7);
        for (int i = 0; i < 1_500; i++) {
            StringBuilder query = new StringBuilder();
            for (int length = random.nextInt(14); length > 0; length--) {
                query.append(random.nextInt(6) == 0 ? " OR " : letters.charAt(random.nextInt(letters.length())));
            }
            try {
                assertThat(found(index, query.toString())).isNotNull();
            } catch (ArchiveException.QueryNotUnderstood e) {
                assertThat((Integer) e.arguments().getFirst()).as("%s", query).isBetween(1, query.length() + 1);
            }
        }
    }
}
