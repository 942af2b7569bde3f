package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    @ParameterizedTest
    @CsvSource({
        "-0.1, 0, 0.5, 0.5",
        "1, 0, 0.5, 0.5",
        "0, 0, 0, 0.5",
        "0, 0, 0.5, 0",
        "0.6, 0, 0.5, 0.5",
        "0, 0.6, 0.5, 0.5",
        "NaN, 0, 0.5, 0.5",
        "0, 0, NaN, 0.5",
        "0, 0, 0.5, Infinity",
    })
    void refusesAnAreaThatIsNotOnThePage(double x, double y, double width, double height) {
        assertThatThrownBy(() -> new Area(x, y, width, height)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void cutsABoxAtTheEdgeOfThePage() {
        assertThat(Area.within(-0.2, 0.5, 0.25, 1.5)).isEqualTo(new Area(0, 0.5, 0.25, 0.5));
        assertThatThrownBy(() -> Area.within(1.1, 0, 1.2, 1)).isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void knowsWhenNothingOfAPageIsLeft() {
        assertThat(Area.WHOLE.whole()).isTrue();
        assertThat(new Area(0.1, 0, 0.9, 1).whole()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "source", "SOURCE ", "Said by her sister"})
    void refusesAReasonThatIsNoCode(String reason) {
        assertThatThrownBy(() -> new Redaction(1, Area.WHOLE, reason))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void countsPagesFromOne() {
        assertThatThrownBy(() -> new Redaction(0, Area.WHOLE, "SOURCE"))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }
}
