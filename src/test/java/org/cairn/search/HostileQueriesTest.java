package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.cairn.domain.ArchiveException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever is typed has an answer, or is refused at a place in it.
class HostileQueriesTest {

    @TempDir
    private static Path folder;

    private static PassageIndex index;

    @BeforeAll
    static void fill() {
        index = Passages.open(folder);
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            words.append("a").append(Integer.toString(i, 36)).append(' ');
        }
        Passages.add(
                index,
                Passages.anItem("E-0001").titled("L'hôpital").saying("器官移植 الكبد kidney", words.toString()),
                Passages.anItem("E-0002").tagged("one").in("ug").dated("2014").saying("another CASE-1/2"));
    }

    @AfterAll
    static void close() {
        index.close();
    }

    static Stream<String> queries() {
        Stream<String> short_ = Stream.of(
                "*",
                "?",
                "**",
                "?*?",
                "\"",
                "\"\"",
                "\"*\"",
                "\"\"\"",
                "(",
                ")",
                "()",
                "(\")\"",
                "-",
                "--",
                "- a",
                "-\"",
                "-(",
                "-)",
                "AND",
                "OR",
                "NOT",
                "&&",
                "||",
                "NOT NOT NOT a",
                "NOT -a",
                "a AND",
                "a OR OR b",
                ":",
                "a:",
                ":a",
                "text:",
                "text:*",
                "text:\"",
                "text:(",
                "title:\"\"",
                "ref:",
                "ref:*",
                "ref:?",
                "tag:**",
                "kind:*",
                "type:*",
                "type:?",
                "date:",
                "date:*",
                "date:9999999999",
                "date:-1",
                "date:2014..1999",
                "date:....",
                "date:\"\"",
                "language:*",
                "language:_",
                "language:x-y-z-",
                "language:\"a b\"",
                "protection:nothing",
                "witness:*",
                "witness:W-99999999999999999999",
                "ref:E-0",
                "ref:E--1",
                "'",
                "''",
                "a'",
                "'a",
                "'''''",
                "l'*",
                "*'a",
                "l'hô*",
                "’’’’’’",
                "a*b*c*d*e*f*",
                "*a",
                "*ab",
                "a*",
                "?a",
                "器*",
                "*器",
                "器?植",
                "?器*",
                "\u0000",
                "a\u0000b",
                "\u0007",
                "\u0001*",
                "\uFFFE",
                "\uFFFF",
                "\uD83D",
                "a\uD83Db",
                "\uDE00*",
                "\u202E\u202D",
                "\u200F",
                "\u200B",
                "\uFEFF",
                "\u0301",
                "\u0640",
                "\u0640*",
                "\\",
                "\\*",
                "/",
                "/a/",
                "a~",
                "~",
                "^",
                "a^9",
                "[a TO b]",
                "{a}",
                "+a",
                "!a",
                "near/5",
                "a near/99999999999 b",
                "\t\n\r",
                "\u3000",
                "\u00A0",
                "（",
                "）",
                "「",
                "」",
                "「器官",
                "@",
                "@@@@",
                "*@*",
                "a@*",
                "*@a",
                "1/*",
                "-*",
                "NOT *",
                "༄༅།",
                "་",
                "་*",
                "ཀ",
                "ๆ",
                "ๆๆๆๆๆๆ",
                "ー",
                "々々々々",
                "𠀀𠀁𠀂𠀃𠀄",
                "𠀀*");
        Stream<String> long_ = Stream.of(
                times("a OR ", 10_000) + "a",
                IntStream.range(0, 10_000)
                        .mapToObj(i -> "w" + i)
                        .reduce((a, b) -> a + " OR " + b)
                        .orElseThrow(),
                IntStream.range(0, 300)
                        .mapToObj(i -> "w" + i)
                        .reduce((a, b) -> a + " OR " + b)
                        .orElseThrow(),
                IntStream.range(0, 300)
                        .mapToObj(i -> "l'hôpital" + i)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow(),
                IntStream.range(0, 300)
                        .mapToObj(i -> "器官移植医院工" + i)
                        .reduce((a, b) -> a + " " + b)
                        .orElseThrow(),
                IntStream.range(0, 300)
                        .mapToObj(i -> "a" + i + "*")
                        .reduce((a, b) -> a + " OR " + b)
                        .orElseThrow(),
                IntStream.range(0, 60)
                        .mapToObj(i -> "*a" + i + "*")
                        .reduce((a, b) -> a + " OR " + b)
                        .orElseThrow(),
                times("x", 200_000),
                times("x", 100_000) + "*",
                "*" + times("x", 100_000),
                "ref:" + times("x", 100_000),
                "ref:" + times("x", 100_000) + "*",
                "tag:" + times("?", 5_000),
                "tag:" + times("a*", 2_000),
                "type:" + times("*a?", 500) + "b",
                times("器", 100_000),
                times("器官的", 3_000) + "*",
                times("ก", 50_000),
                times("་ཀ", 50_000),
                times("a'", 50_000),
                times("'", 50_000) + "abcdef",
                times("a-1", 50_000),
                times("1/", 50_000) + "*",
                times("(", 100_000),
                times(")", 100_000),
                times("( a ", 90) + times(")", 90),
                times("NOT ", 100_000) + "a",
                times("-", 100_000) + "a",
                times("\"a\" ", 250),
                times("\"", 99_999),
                "\"" + times("a ", 100_000) + "\"",
                "\"" + times("*", 100_000) + "\"",
                times("a:", 50_000),
                times("text:", 1_000),
                times("\u0301", 50_000),
                "a" + times("\u0301", 50_000) + "*",
                times("\u0000", 50_000),
                times("\uD83D", 50_000),
                times(" ", 200_000),
                "date:" + times("2014..", 10_000),
                "date:" + times("9", 10_000),
                "language:" + times("en-", 10_000));
        return Stream.concat(short_, long_);
    }

    private static String times(String piece, int times) {
        return piece.repeat(times);
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("queries")
    void hasAnAnswerOrARefusalAtAPlace(String query) {
        ask(query);
        ask("kidney " + query);
        ask("(" + query + ")");
    }

    @Test
    void hasOneForWhateverIsPutTogether() {
        List<String> pieces = List.of(
                "a",
                "kidney",
                "器官",
                "移植的",
                "*",
                "?",
                "\"",
                "(",
                ")",
                " ",
                " ",
                " ",
                "AND",
                "OR",
                "NOT",
                "-",
                ":",
                "text:",
                "title:",
                "date:",
                "2014",
                "..",
                "ref:",
                "E-1",
                "tag:",
                "language:",
                "type:",
                "kind:",
                "witness:",
                "'",
                "’",
                "@",
                "/",
                "1",
                "\u0301",
                "\uD83D",
                "\u200F",
                "\u0000",
                "སྨན་",
                "โรง",
                "الْ",
                "「",
                "＂",
                "（",
                "\\",
                "~",
                "[",
                "]",
                "^",
                "\n");
        Random random = new Random(11);
        for (int i = 0; i < 2_500; i++) {
            StringBuilder query = new StringBuilder();
            for (int length = 1 + random.nextInt(12); length > 0; length--) {
                query.append(pieces.get(random.nextInt(pieces.size())));
            }
            ask(query.toString());
        }
    }

    @ParameterizedTest(name = "{index}")
    @MethodSource("queries")
    void suggestsForWhateverIsTyped(String typed) {
        assertThat(index.suggest(typed, org.cairn.domain.Protection.SEALED, 8)).hasSizeLessThanOrEqualTo(8);
    }

    private static void ask(String query) {
        try {
            assertThat(Passages.ask(index, query).total()).isBetween(0L, 2L);
        } catch (ArchiveException.QueryNotUnderstood e) {
            assertThat((Integer) e.arguments().getFirst()).isBetween(1, query.length() + 1);
        }
    }
}
