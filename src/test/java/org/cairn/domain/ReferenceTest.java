package org.cairn.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    @ParameterizedTest
    @CsvSource({"T-0007,T-0007", "t-7,T-0007", "' e-0123 ',E-0123", "W-12345,W-12345", "c-000000001,C-0001"})
    void readsAReferenceAsPeopleWriteIt(String written, String shown) {
        assertThat(Reference.parse(written)).hasToString(shown);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "T", "T-", "T-0", "T-0000", "T-1234567890", "X-1", "TT-1", "T 1", "T--1", "T-1a", "T-٧", "-1"
            })
    void refusesWhatIsNoReference(String written) {
        assertThat(Reference.tryParse(written)).isEmpty();
        assertThatThrownBy(() -> Reference.parse(written)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE, 1_000_000_000, Integer.MAX_VALUE})
    void refusesANumberThatCouldNotBeReadAgain(int number) {
        assertThatThrownBy(() -> new Reference(RecordKind.TESTIMONY, number))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void readsAgainWhatItWrites(RecordKind kind) {
        Random random = new Random(kind.ordinal());
        for (int i = 0; i < 1_000; i++) {
            Reference reference = new Reference(kind, 1 + random.nextInt(999_999_999));

            assertThat(Reference.parse(reference.toString())).isEqualTo(reference);
        }
    }

    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void hasALetterAndACodeOfItsOwn(RecordKind kind) {
        assertThat(RecordKind.ofLetter(kind.letter())).contains(kind);
        assertThat(RecordKind.ofCode(kind.code())).contains(kind);
        assertThat(kind.code()).isEqualTo(kind.code().toLowerCase(Locale.ROOT));
    }

    @Test
    void isCalledTheSameOnAnArabicMachine() {
        Locale before = Locale.getDefault();
        for (Locale locale : List.of(Locale.of("ar", "EG"), Locale.of("fa", "IR"), Locale.of("tr", "TR"))) {
            Locale.setDefault(locale);
            try {
                assertThat(new Reference(RecordKind.TESTIMONY, 7)).hasToString("T-0007");
                assertThat(Reference.parse("t-7")).isEqualTo(new Reference(RecordKind.TESTIMONY, 7));
                assertThat(Pinpoint.parse("E-0124 00:12:31")).hasToString("E-0124 00:12:31");
            } finally {
                Locale.setDefault(before);
            }
        }
    }

    @Test
    void sortsByKindThenNumberAndNotByLetters() {
        List<Reference> order = List.of(
                Reference.parse("W-2"), Reference.parse("W-10"), Reference.parse("T-1"), Reference.parse("E-10000"));
        List<Reference> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(1));
        Collections.sort(shuffled);

        assertThat(shuffled).isEqualTo(order);
    }

    @Test
    void readsTextOfAnyLength() {
        String endless = "T-1".repeat(333_333);

        assertThat(Reference.tryParse(endless)).isEmpty();
        assertThat(Pinpoint.tryParse(endless)).isEmpty();
        assertThat(Pinpoint.tryParse("T-0007 " + " ".repeat(1_000_000) + "¶14")).isPresent();
        assertThat(Arrays.asList(RecordKind.values())).hasSize(19);
    }
}
