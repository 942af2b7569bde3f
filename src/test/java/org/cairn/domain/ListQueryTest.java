package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ListQueryTest {

    @ParameterizedTest
    @ValueSource(ints = {Integer.MIN_VALUE, -1, 0, 10_001, Integer.MAX_VALUE})
    void refusesToAskForNothingOrForMoreThanFits(int limit) {
        assertThatThrownBy(() -> ListQuery.first(limit))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly("limit", "unknownValue"));
        assertThatThrownBy(() -> ListQuery.latest(limit)).isInstanceOf(InvalidInput.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50, 10_000})
    void asksForAsManyAsFit(int limit) {
        assertThat(ListQuery.first(limit).limit()).isEqualTo(limit);
        assertThat(ListQuery.latest(limit).descending()).isTrue();
    }

    @Test
    void refusesToBeginBeforeTheFirstLine() {
        assertThatThrownBy(() -> ListQuery.first(10).from(-1)).isInstanceOf(InvalidInput.class);
        assertThat(ListQuery.first(10).from(Integer.MAX_VALUE).offset()).isEqualTo(Integer.MAX_VALUE);
    }

    @Test
    void narrowsToAWitnessAndForgetsNothingElse() {
        Reference witness = Reference.parse("W-0001");
        ListQuery query = ListQuery.latest(7).of(witness).from(14);

        assertThat(query.concerns()).contains(witness);
        assertThat(query.limit()).isEqualTo(7);
        assertThat(query.sort()).isEqualTo(ListQuery.Sort.KEPT);
    }

    @Test
    void getsAPageThatNobodyChanges() {
        List<String> lines = new ArrayList<>(List.of("a"));
        Page<String> page = new Page<>(lines, 5);
        lines.clear();

        assertThat(page.items()).containsExactly("a");
        assertThat(page).hasToString("1 of 5");
    }
}
