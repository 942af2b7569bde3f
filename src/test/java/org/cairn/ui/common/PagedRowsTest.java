package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.cairn.domain.Page;
import org.junit.jupiter.api.Test;

class PagedRowsTest {

    private final List<Integer> asked = new ArrayList<>();
    private final List<Throwable> failures = new ArrayList<>();
    private final PagedRows<Integer> rows = new PagedRows<>(new DirectTasks(), failures::add);

    @Test
    void fetchesOnlyThePagesSomebodyLooksAt() {
        rows.show(this::page, total -> {});
        rows.get(0);
        rows.get(999_999);
        rows.get(999_999);

        assertThat(rows).hasSize(1_000_000);
        assertThat(rows.get(999_999)).isEqualTo(999_999);
        assertThat(asked).containsExactly(0, 999_900);
    }

    @Test
    void forgetsPagesNobodyLookedAtForLong() {
        rows.show(this::page, total -> {});
        for (int page = 0; page < 40; page++) {
            rows.get(page * 100);
        }
        asked.clear();

        rows.get(100);

        assertThat(asked).containsExactly(100);
    }

    @Test
    void tellsWhenAPageCannotBeFetched() {
        rows.show(
                (offset, limit) -> {
                    throw new IllegalStateException();
                },
                total -> {});

        assertThat(failures).hasSize(1);
        assertThat(rows).isEmpty();
    }

    private Page<Integer> page(int offset, int limit) {
        asked.add(offset);
        return new Page<>(IntStream.range(offset, offset + limit).boxed().toList(), 1_000_000);
    }
}
