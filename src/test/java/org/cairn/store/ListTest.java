package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.store.Samples.NOON;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.FormRecord;
import org.cairn.domain.ListQuery;
import org.cairn.domain.ListQuery.Sort;
import org.cairn.domain.Page;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Summary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ListTest {

    private static final Reference OTHER = new Reference(RecordKind.WITNESS, 2);

    @TempDir
    Path folder;

    private Store store;

    @BeforeEach
    void fill() {
        store = Store.create(folder.resolve("records.db"), Samples.key());
        keep("beta", "2015", Protection.PUBLIC, Samples.WITNESS, "event/1");
        keep("Alpha", "", Protection.RESTRICTED, Samples.WITNESS, "event/1");
        keep("gamma", "2014-03", Protection.CONFIDENTIAL, OTHER, "raid/1");
        keep("delta", "2013/2016", Protection.SEALED, OTHER, "event/1");
        keep("ALPHA", "2015", Protection.PUBLIC, OTHER, "raid/1");
    }

    private void keep(String title, String date, Protection protection, Reference witness, String form) {
        store.inTransaction(tx -> tx.keep(
                tx.next(RecordKind.EVENT),
                new FormRecord(
                        RecordKind.EVENT,
                        title,
                        form,
                        protection,
                        SpokenDates.understand(Said.in("en", date)),
                        Optional.of(witness),
                        Map.of()),
                0,
                "amina",
                NOON));
    }

    @AfterEach
    void close() {
        store.close();
    }

    private Page<Summary> list(ListQuery query, Protection clearance) {
        return store.read(view -> view.list(RecordKind.EVENT, query, clearance));
    }

    private static List<Integer> numbers(Page<Summary> page) {
        return page.items().stream().map(line -> line.reference().number()).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "REFERENCE, false, 1 2 3 4 5",
        "REFERENCE, true,  5 4 3 2 1",
        "TITLE,     false, 2 5 1 4 3",
        "TITLE,     true,  3 4 1 5 2",
        "DATE,      false, 4 3 1 5 2",
        "DATE,      true,  5 1 3 4 2",
        "KEPT,      false, 1 2 3 4 5",
        "KEPT,      true,  5 4 3 2 1"
    })
    void sortsWithTheUndatedLast(Sort sort, boolean descending, String expected) {
        ListQuery query = new ListQuery(sort, descending, 10, 0, Optional.empty(), Optional.empty());

        assertThat(numbers(list(query, Protection.SEALED)).toString().replaceAll("[\\[,\\]]", ""))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"PUBLIC, 2, 3", "RESTRICTED, 3, 2", "CONFIDENTIAL, 4, 1", "EX_PARTE, 4, 1", "SEALED, 5, 0"})
    void countsAndListsOnlyWhatTheClearanceCovers(Protection clearance, int visible, int above) {
        Page<Summary> page = list(ListQuery.first(1), clearance);

        assertThat(page.total()).isEqualTo(visible);
        assertThat(page.items()).hasSize(1);
        assertThat(list(ListQuery.first(10), clearance).items())
                .hasSize(visible)
                .allMatch(line -> clearance.covers(line.protection()));
        assertThat(store.read(view -> view.count(RecordKind.EVENT, clearance)).longValue())
                .isEqualTo(visible);
        assertThat(store.read(view -> view.countAbove(clearance, EnumSet.allOf(RecordKind.class)))
                        .longValue())
                .isEqualTo(above);
    }

    @Test
    void pagesWithoutLosingOrRepeatingALine() {
        List<Integer> seen = new ArrayList<>();
        for (int offset = 0; offset < 6; offset += 2) {
            Page<Summary> page = list(ListQuery.latest(2).from(offset), Protection.CONFIDENTIAL);
            assertThat(page.total()).isEqualTo(4);
            seen.addAll(numbers(page));
        }
        assertThat(seen).containsExactly(5, 3, 2, 1);
    }

    @Test
    void narrowsToAWitnessAndAType() {
        ListQuery ofOther = ListQuery.first(1).of(OTHER);
        assertThat(list(ofOther, Protection.CONFIDENTIAL).total()).isEqualTo(2);

        ListQuery raids = new ListQuery(Sort.REFERENCE, false, 10, 0, Optional.of(OTHER), Optional.of("raid/1"));
        assertThat(numbers(list(raids, Protection.SEALED))).containsExactly(3, 5);
        assertThat(list(raids, Protection.PUBLIC).total()).isEqualTo(1);
    }

    @Test
    void showsWhatARecordIsWithoutOpeningIt() {
        Summary line = list(ListQuery.first(10), Protection.SEALED).items().get(3);

        assertThat(line.title()).isEqualTo("delta");
        assertThat(line.type()).isEqualTo("event/1");
        assertThat(line.date()).isEqualTo(SpokenDates.understand(Said.in("en", "2013/2016")));
        assertThat(line.concerns()).contains(OTHER);
        assertThat(line.keptAt()).isEqualTo(NOON);
        assertThat(line.revision()).isEqualTo(1);
        assertThat(line.state()).isEmpty();
    }

    /// With millions of records a list must walk an index, never sort them all.
    @ParameterizedTest
    @EnumSource(Sort.class)
    void walksAnIndexForEveryOrder(Sort sort) throws Exception {
        for (boolean descending : new boolean[] {false, true}) {
            for (Optional<String> type : List.of(Optional.<String>empty(), Optional.of("raid/1"))) {
                ListQuery query = new ListQuery(sort, descending, 50, 1000, Optional.empty(), type);
                assertThat(plan(Lists.total(query))).contains("COVERING INDEX");
                String plan = plan(Lists.walk(query));
                assertThat(plan).contains("COVERING INDEX").doesNotContain("TEMP B-TREE");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Sort.class)
    void looksOnlyAtWhatBelongsToAWitness(Sort sort) throws Exception {
        ListQuery query = new ListQuery(sort, false, 50, 0, Optional.of(OTHER), Optional.of("raid/1"));

        assertThat(plan(Lists.walk(query))).contains("record_concerns (concerns=?");
        assertThat(plan(Lists.total(query))).contains("record_concerns (concerns=?");
    }

    /// Asked for every item of an archive when its index is made: walking all items for each would take for ever.
    @Test
    void looksUpTheRelationsOfAnItemOneByOne() throws Exception {
        assertThat(plan(Glances.RELATIONS))
                .contains("record_number (kind=? AND number=?")
                .doesNotContain("record_count", "SCAN record");
    }

    private String plan(String sql) throws Exception {
        try (Connection connection = new EncryptedFile(folder.resolve("records.db"), Samples.key()).connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("EXPLAIN QUERY PLAN " + sql)) {
            StringBuilder plan = new StringBuilder();
            while (rows.next()) {
                plan.append(rows.getString("detail")).append('\n');
            }
            return plan.toString();
        }
    }
}
