package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.Optional;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FuzzyDateTest {

    @Test
    void refusesAValueThatContradictsItself() {
        Optional<LocalDate> march = Optional.of(LocalDate.of(2014, 3, 1));
        Optional<LocalDate> april = Optional.of(LocalDate.of(2014, 4, 1));

        assertThatThrownBy(() -> new FuzzyDate("soon", "soon", march, april)).isInstanceOf(InvalidInput.class);
        assertThatThrownBy(() -> new FuzzyDate("2014", "2014", april, march)).isInstanceOf(InvalidInput.class);
        assertThat(new FuzzyDate("2014", "2014", march, march).earliest()).isEqualTo(march);
    }

    @Test
    void keepsTheWordsBesideAnEdtfThatSaysNothing() {
        assertThat(FuzzyDate.ofEdtf("who knows", "../..").orElseThrow().earliest())
                .isEmpty();
        assertThat(FuzzyDate.ofEdtf("who knows", "one day")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2014-13", "2014-02-30", "2014-21-05", "201X-05", "2016/2014", "March 2014"})
    void refusesWhatIsNoEdtf(String written) {
        assertThatThrownBy(() -> FuzzyDate.parse(written))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly("date", "notADate"));
    }
}
