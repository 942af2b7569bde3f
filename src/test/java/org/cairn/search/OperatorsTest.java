package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.found;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.cairn.domain.ArchiveException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Near, in order, alike, by pattern, exactly, and in the fields of what a record has with it.
class OperatorsTest {

    @TempDir
    private static Path folder;

    private static PassageIndex index;

    @BeforeAll
    static void fill() {
        index = Passages.open(folder);
        Passages.add(
                index,
                anItem("E-0001")
                        .titled("Kidney sold at Camp 3")
                        .saying("The kidney was taken from the young donor that night. POLISH guards; Camp Nº 3.")
                        .in("en")
                        .graded("A1")
                        .having("pages", "text", "file")
                        .at("Camp 3", "Old Brickworks"),
                anItem("E-0002")
                        .saying("A donor came. Nobody asked him, and nobody spoke of any kidney. We polish floors.")
                        .in("en")
                        .graded("B2")
                        .having("audio", "file")
                        .at("Camp 13"),
                anItem("E-0003")
                        .saying("Mohamed and Mohammed and Muhammad; blood type O; blood groups; le café, der Cafe.")
                        .graded("C5")
                        .at("Brickworks, Old Town")
                        .tagged("PAL.PURP", "element:RS.CTX1"),
                anItem("E-0004").saying("他们在器官移植医院工作 醫院").in("zh"));
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
                "kidney near/6 donor             | E-0001",
                "kidney near/5 donor             | ''",
                "donor near/6 kidney             | E-0001",
                "kidney then/6 donor             | E-0001",
                "donor then/9 kidney             | ''",
                "donor then/10 kidney            | E-0002",
                "kidneys near/7 donors           | E-0001",
                "\"young donor\" near/5 kidney   | E-0001",
                "\"donor young\" near/5 kidney   | ''",
                "(donor OR night) near/3 young   | E-0001",
                "(\"the kidney\" OR kidney) then/1 was | E-0001",
                "(kidney taken) near/8 donor     | E-0001",
                "(kidney asked) near/8 donor     | ''",
                "kid* near/8 don?r               | E-0001",
                "kidnei~1 near/8 donor           | E-0001",
                "/kid.*/ near/8 /don.r/          | E-0001",
                "(kidney near/3 taken) near/5 young | E-0001",
                "kidney then/3 taken then/5 donor | E-0001",
                "kidney NOT kidney near/8 donor  | E-0002",
                "title:kidney near/2 title:sold  | E-0001",
                "title:(kidney near/2 sold)      | E-0001",
                "title:(donor near/2 sold)       | ''",
                "kidney near/2 sold              | E-0001",
                "器官 near/3 医院                | E-0004",
                "zebra* near/5 donor             | ''",
                "Mohamed                         | E-0003",
                "mohamad~1                       | E-0003",
                "Muhamad~                        | E-0003",
                "kidnap~1                        | ''",
                "dnoor~2                         | E-0001 E-0002",
                "on~                             | ''",
                "/m[ou]hamm?[ae]d/               | E-0003",
                "/M[OU]HAMM?[AE]D/               | E-0003",
                "/kidne/                         | ''",
                "title:/k.*y/                    | E-0001",
                "polish                          | E-0001 E-0002",
                "=\"polish\"                     | E-0002",
                "=\"POLISH guards\"              | E-0001",
                "=\"POLISH  guards; Camp Nº 3\"  | E-0001",
                "=\"Polish\"                     | ''",
                "=\"café\"                       | E-0003",
                "=\"cafe\"                       | ''",
                "=\"Cafe\"                       | E-0003",
                "=\"donor\"                      | E-0001 E-0002",
                "=\"kidneys\"                    | ''",
                "=\"醫院\"                       | E-0004",
                "=\"器官移植醫院\"               | ''",
                "=\"移植\"                       | E-0004",
                "title:=\"Kidney\"               | E-0001",
                "title:=\"kidney\"               | ''",
                "title:(kidney OR ward)          | E-0001",
                "NOT title:(kidney OR ward) donor | E-0002",
                "place:\"Camp 3\"                | E-0001",
                "place:\"camp 3\"                | E-0001",
                "place:camp                      | E-0001 E-0002",
                "place:(old then/1 brickworks)   | E-0001",
                "place:(3 near/9 old)            | ''",
                "has:audio                       | E-0002",
                "has:file -has:audio             | E-0001",
                "has:pages                       | E-0001",
                "source:A1..B2                   | E-0001 E-0002",
                "source:a1..b2                   | E-0001 E-0002",
                "source:A1..C1                   | E-0001",
                "source:A..C                     | E-0001 E-0002 E-0003",
                "source:B                        | E-0002",
                "source:..B2                     | E-0001 E-0002",
                "source:B1..                     | E-0002 E-0003",
                "source:C5                       | E-0003",
                "reviewed:amina                  | E-0001 E-0002 E-0003",
                "reviewed:no                     | E-0004",
                "element:PAL.PURP                | E-0003",
                "element:rs.ctx1                 | E-0003",
                "element:PAL.*                   | E-0003",
                "element:PAL.ACT                 | ''",
            })
    void finds(String query, String references) {
        List<String> expected = references.equals("''") ? List.of() : List.of(references.split(" "));
        assertThat(found(index, query.strip())).containsExactlyInAnyOrderElementsOf(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "a near/5 (b OR NOT c)     | 15 | 20 | nearWords",
                "kidney near/5 tag:flights | 0  | 25 | nearWords",
                "text:a near/5 title:b     | 0  | 21 | nearFields",
                "a near/5 =\"b\"           | 9  | 13 | nearExactly",
                "a near/5 ...              | 9  | 12 | nearWords",
                "x ab~2                    | 2  | 6  | fuzzyShort",
                "x a-b~                    | 2  | 6  | fuzzyWord",
                "x /a(/                    | 2  | 6  | notAPattern",
                "x /(a{99}){99}/           | 2  | 15 | patternTooMuch",
                "tag:a~ OR title:~         | 0  | 0  | ''",
                "tag:(a~ OR b)             | 5  | 7  | wordsOnly",
                "has:wings                 | 0  | 9  | unknownPart",
                "source:G1                 | 0  | 9  | notAGrade",
                "source:B2..A1             | 0  | 13 | notAGrade",
                "source:..                 | 0  | 9  | notAGrade",
                "x date:2016..2014         | 2  | 17 | turnedDates",
                "x kind:exhibit            | 2  | 14 | unknownKind",
                "kind:Evidence             | 0  | 0  | ''",
                "kind:evid*                | 0  | 0  | ''",
                "x protection:secret       | 2  | 19 | unknownProtection",
                "protection:ex-parte       | 0  | 0  | ''",
                "x witness:7               | 2  | 11 | notAReference",
                "witness:w-7 OR ref:E-1    | 0  | 0  | ''",
                "x language:Russian        | 2  | 18 | notALanguage",
                "language:zh-Hans          | 0  | 0  | ''",
                "x tag: flights            | 2  | 6  | missingValue",
                "x (date:)                 | 3  | 8  | missingValue",
                "Date: text                | 0  | 0  | ''",
                "x colour:(red)            | 2  | 14 | unknownField",
            })
    void saysWhereAndWhyItDoesNotUnderstand(String query, int start, int end, String reason) {
        var fault = catchThrowableOfType(ArchiveException.QueryNotUnderstood.class, () -> found(index, query.strip()));
        if (reason.equals("''")) {
            assertThat(fault).isNull();
            return;
        }
        assertThat(fault.reason()).isEqualTo(reason);
        assertThat(fault.start()).isEqualTo(start);
        assertThat(fault.end()).isEqualTo(end);
    }

    @Test
    void marksOnlyWhatStandsNear() {
        assertThat(Passages.marked(index, "kidney near/8 donor")).containsExactly("kidney", "donor");
        assertThat(Passages.marked(index, "=\"Cafe\"")).containsExactly("Cafe");
        assertThat(Passages.marked(index, "mohammed~1")).containsExactly("Mohamed", "Mohammed");
        assertThat(Passages.marked(index, "kidneys")).contains("kidney");
    }

    @Test
    void isAnsweredInABoundedTime() {
        String many = IntStream.range(0, 140).mapToObj(i -> "\"a b" + i + "\"").collect(Collectors.joining(" OR "));
        for (String query : List.of(
                "(" + many + ") near/5 (" + many + ")",
                "kidney" + " near/5 kidney".repeat(200),
                "(a b c d e f g h) near/2 (i j k l m n o p) near/3 (q r s t u v w x)",
                "/(a|aa)*b/",
                "/((((a*)*)*)*)*c/",
                "/[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[a-z]*[0-9]{30}x/",
                "/.*.*.*.*.*.*a.*.*.*.*.*b/",
                "/" + "a?".repeat(40) + "a{40}/",
                "a" + "b".repeat(90) + "~2")) {
            Assertions.assertTimeout(Duration.ofSeconds(20), () -> ask(query), query);
        }
    }

    private static void ask(String query) {
        try {
            found(index, query);
        } catch (ArchiveException.QueryNotUnderstood e) {
            assertThat(e.end()).isLessThanOrEqualTo(query.length());
        }
    }

    /// E-0001 has one donor and one kidney, E-0002 one of each too.
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "donor near/5 donors                | -",
                "donor near/5 donor                 | -",
                "\"blood type\" near/3 type         | -",
                "blood near/6 blood                 | E-0003",
                "place:=\"Camp 3\"                  | E-0001",
                "place:=\"camp 3\"                  | -",
                "place:=\"Old Brickworks\"          | E-0001",
                "/caf\u0065\u0301/                 | E-0003",
                "--                                 | -",
                "NOT --                             | -"
            })
    void countsNoWordTwiceAndTakesLettersAsTheyAreKept(String query, String items) {
        assertThat(String.join(" ", found(index, query))).isEqualTo(items.equals("-") ? "" : items);
    }

    @Test
    void answersManyGroupsOfPhrasesNearEachOther() {
        String group = IntStream.range(0, 6)
                .mapToObj(i -> "\"young donor" + (i == 0 ? "" : i) + "\"")
                .collect(Collectors.joining(" OR ", "(", ")"));
        String other = group.replace("young donor", "polish guards");
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            assertThat(found(index, group + " near/9 " + other)).containsExactly("E-0001");
            assertThat(found(index, String.join(" near/9 ", group, other, group, other)))
                    .isEmpty();
            String deep = IntStream.range(0, 40).mapToObj(i -> "word" + i).collect(Collectors.joining(" near/3 "));
            assertThat(found(index, deep)).isEmpty();
        });
    }

    @Test
    void marksStemsAlsoBesideAWordThatIsLeftOpen() {
        assertThat(Passages.marked(index, "kidneys nig*")).containsExactly("kidney", "night");
    }

    @Test
    void refusesAnOpenEndOnAWordThatIsCutWhereItStandsNearAnother() {
        ArchiveException.QueryNotUnderstood fault =
                catchThrowableOfType(ArchiveException.QueryNotUnderstood.class, () -> found(index, "医院* near/5 器官"));
        assertThat(fault.reason()).isEqualTo("nearWords");
    }
}
