package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PinpointTest {

    private static final Reference ITEM = Reference.parse("E-0123");

    @ParameterizedTest
    @CsvSource({
        "E-0123 p. 37,E-0123 p. 37",
        "e-123 p.37,E-0123 p. 37",
        "T-0007 ¶14,T-0007 ¶14",
        "t-7¶ 14,T-0007 ¶14",
        "E-0124 00:12:31,E-0124 00:12:31",
        "E-0124 100:00:00,E-0124 100:00:00"
    })
    void readsAPinpointAsPeopleWriteIt(String written, String shown) {
        assertThat(Pinpoint.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "E-0123",
                "p. 37",
                "E-0123 37",
                "E-0123 p. 0",
                "E-0123 ¶0",
                "E-0123 p. -1",
                "E-0123 p. 1234567890",
                "E-0000 p. 1",
                "X-0001 p. 1",
                "E-0124 00:60:00",
                "E-0124 00:00:60",
                "E-0124 0:00:00",
                "E-0124 12:31",
                "E-0123 p. 37 and more"
            })
    void refusesWhatIsNoPinpoint(String written) {
        assertThat(Pinpoint.tryParse(written)).isEmpty();
        assertThatThrownBy(() -> Pinpoint.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAPlaceThatIsNone() {
        for (int none : new int[] {0, -1, Integer.MIN_VALUE, 1_000_000_000, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> new Pinpoint.OfPage(ITEM, none)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> new Pinpoint.OfParagraph(ITEM, none)).isInstanceOf(IllegalArgumentException.class);
        }
        for (int none : new int[] {-1, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
            assertThatThrownBy(() -> new Pinpoint.OfMoment(ITEM, none)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Test
    void readsAgainWhatItWrites() {
        Random random = new Random(37);
        for (int i = 0; i < 5_000; i++) {
            Pinpoint pinpoint = any(random);

            assertThat(Pinpoint.parse(pinpoint.toString())).isEqualTo(pinpoint);
        }
        assertThat(Pinpoint.parse("E-0123 9999:59:59")).hasToString("E-0123 9999:59:59");
    }

    private static Pinpoint any(Random random) {
        Reference reference = new Reference(
                RecordKind.values()[random.nextInt(RecordKind.values().length)], 1 + random.nextInt(99_999));
        return switch (random.nextInt(3)) {
            case 0 -> new Pinpoint.OfPage(reference, 1 + random.nextInt(999_999_999));
            case 1 -> new Pinpoint.OfParagraph(reference, 1 + random.nextInt(999_999_999));
            default -> new Pinpoint.OfMoment(reference, random.nextInt(9_999 * 3_600));
        };
    }

    @Test
    void sortsByRecordThenByPlace() {
        assertThat(Pinpoint.parse("E-0002 p. 1")).isGreaterThan(Pinpoint.parse("E-0001 p. 9"));
        assertThat(Pinpoint.parse("E-0001 p. 10")).isGreaterThan(Pinpoint.parse("E-0001 p. 9"));
        assertThat(Pinpoint.parse("E-0001 01:00:00")).isGreaterThan(Pinpoint.parse("E-0001 00:59:59"));
    }

    @Test
    void neverTakesTwoPlacesForOne() {
        Set<Pinpoint> places = new TreeSet<>();
        for (IntFunction<Pinpoint> kind : java.util.List.<IntFunction<Pinpoint>>of(
                number -> new Pinpoint.OfPage(ITEM, number),
                number -> new Pinpoint.OfParagraph(ITEM, number),
                number -> new Pinpoint.OfMoment(ITEM, number))) {
            places.add(kind.apply(5));
        }

        assertThat(places).hasSize(3);
    }
}
