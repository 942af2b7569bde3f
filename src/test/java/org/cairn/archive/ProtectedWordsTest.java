package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What of a noted contact must not be left in a bundle.
class ProtectedWordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mobile +998 71 123 45 67 only | +998 71 123 45 67",
                "0712 345678                   | 0712 345678",
                "home: 020 7946                | 020 7946",
                "call 98711 23456              | 98711 23456",
                "٠٧٧٠١٢٣٤٥٦٧                   | ٠٧٧٠١٢٣٤٥٦٧",
                "+47 22 33 44                  | +47 22 33 44",
                "write to a.b@example.org now  | a.b@example.org",
            })
    void areTheNumbersAndAddressesInAContact(String contact, String word) {
        assertThat(ProtectedWords.beside(contact)).containsExactly(word);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "met on 2024-03-01",
                "open 08.00-17.00",
                "open 8.00 - 17.00",
                "born 12.03.1985",
                "born 05.03.1985",
                "born ٠٥.٠٣.١٩٨٥",
                "met 2024-03-01 08.00-17.00",
                "school year 2020/2021",
                "P.O. Box 4521 00100 Nairobi",
                "house 12345678"
            })
    void areNoDatesHoursYearsOrPostOffices(String contact) {
        assertThat(ProtectedWords.beside(contact)).isEmpty();
    }
}
