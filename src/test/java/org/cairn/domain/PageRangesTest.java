package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageRangesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"4-9, 12|4-9, 12", "4–9,12|4-9, 12", "7|7", "١-٣|1-3", " 1 - 2 ;  5 |1-2, 5", "3、5|3, 5"})
    void readsWhatPeopleWrite(String written, String plain) {
        assertThat(PageRanges.parse(written)).hasToString(plain);
        assertThat(PageRanges.parse(PageRanges.parse(written).toString())).isEqualTo(PageRanges.parse(written));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "9-4", "4-9, 6", "a", "1-2-3", "-", "4-", "99999999999", "1.5"})
    void refusesWhatIsNoPages(String written) {
        assertThatThrownBy(() -> PageRanges.parse(written)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void knowsItsPages() {
        PageRanges pages = PageRanges.parse("2-3, 7");

        assertThat(IntStream.rangeClosed(1, 9).filter(pages::has)).containsExactly(2, 3, 7);
        assertThat(pages.last()).isEqualTo(7);
        assertThat(IntStream.of(1, 2, 3, 4, 7, 8, Integer.MAX_VALUE).map(pages::place))
                .containsExactly(0, 1, 2, 0, 3, 0, 0);
        assertThat(PageRanges.ALL.place(1_000)).isEqualTo(1_000);
        assertThat(PageRanges.parse(" ").all()).isTrue();
        assertThat(PageRanges.ALL.has(1_000)).isTrue();
    }
}
