package org.cairn.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.cairn.domain.query.QueryRows.Kind;
import org.cairn.domain.query.QueryRows.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Rows ask what they say, and a query that was typed is shown in rows as far as they go, and nothing of it is lost.
class QueryRowsTest {

    private static QueryRows open(String query) {
        return QueryRows.open(query).orElseThrow();
    }

    private static String print(Row... rows) {
        return new QueryRows(List.of(rows), List.of()).print();
    }

    /// As a row it would be left out, and everything found.
    @ParameterizedTest
    @ValueSource(strings = {"\" \"", "=\"\"", "\" \" kidney"})
    void keepsAQuotationOfNothing(String query) {
        assertThat(open(query).print()).contains("\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "ALL | donor clinic | donor clinic",
                "ANY | kidney liver | kidney OR liver",
                "NONE | dental eye | NOT dental NOT eye",
                "PHRASE | blood group | \"blood group\"",
                "EXACTLY | Camp Nº 3 | =\"Camp Nº 3\"",
                "ALL | nephro* Mohamed~1 | nephro* Mohamed~1",
                "ALL | AND (odd | \"AND\" \"(odd\"",
                "PHRASE | say \"that\" | \"say  that\"",
            })
    void asksWhatARowSays(Kind kind, String words, String query) {
        assertThat(print(Row.of(kind, words))).isEqualTo(query);
        assertThat(QueryLanguage.parse(query)).isInstanceOf(Parsed.Understood.class);
    }

    @Test
    void asksForWhatIsNearAndForFields() {
        assertThat(print(
                        new Row(Kind.NEAR, "", "blood group", "donor", 3),
                        new Row(Kind.THEN, "", "promise", "money", 5),
                        new Row(Kind.FIELD, "title", "the invoice", "", 0),
                        new Row(Kind.NOT_FIELD, "language", "ug", "", 0)))
                .isEqualTo("\"blood group\" near/3 donor promise then/5 money title:\"the invoice\" NOT language:ug");
    }

    @Test
    void leavesBlankRowsOut() {
        assertThat(print(Row.of(Kind.ALL, " "), new Row(Kind.NEAR, "", "a", "", 5), Row.of(Kind.PHRASE, "b c")))
                .isEqualTo("\"b c\"");
        assertThat(print()).isEmpty();
    }

    @Test
    void showsATypedQueryAsFarAsRowsGoAndSaysWhatTheyCannotShow() {
        QueryRows rows = open("donor (kidney OR liver) /kidne[iy]s?/ clinic -dental (a b OR c) title:invoice");
        assertThat(rows.rows())
                .containsExactly(
                        Row.of(Kind.ALL, "donor clinic"),
                        Row.of(Kind.ANY, "kidney liver"),
                        Row.of(Kind.NONE, "dental"),
                        new Row(Kind.FIELD, "title", "invoice", "", 5));
        assertThat(rows.rest()).containsExactly("/kidne[iy]s?/", "((a b) OR c)");
    }

    @Test
    void showsNothingOfWhatIsNoQuery() {
        assertThat(QueryRows.open("(donor")).isEmpty();
        assertThat(open("").rows()).isEmpty();
    }

    /// Printed and opened again, it is the same: rows and rest.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "donor clinic",
                "kidney OR liver",
                "(kidney OR liver) fee",
                "kidney OR \"two words\"",
                "clinic -dental",
                "NOT (dental OR eye)",
                "=\"Camp 3\" nephro*",
                "kidney near/5 donor then/2 price",
                "promise then/5 money",
                "\"blood group\" near/3 (a OR b)",
                "title:(kidney OR liver)",
                "date:2014..2016 kind:testimony has:audio reviewed:no source:A1..B2",
                "NOT tag:flights NOT NOT a",
                "Mohamed~ //server/path",
                "a OR b c",
                "title:\"one\"",
                "unknown:field"
            })
    void losesNothingOfATypedQuery(String query) {
        QueryRows rows = open(query);
        QueryRows again = open(rows.print());
        assertThat(again).isEqualTo(rows);
        assertThat(again.print()).isEqualTo(rows.print());
        assertThat(rows.rows().isEmpty() && rows.rest().isEmpty()).isFalse();
    }
}
