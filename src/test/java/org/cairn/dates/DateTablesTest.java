package org.cairn.dates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.domain.FuzzyDate;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What people say in each language, with the value and the days it means: `src/test/resources/dates/<language>.txt`.
class DateTablesTest {

    private static final int ENOUGH = 90;

    record Row(
            String language,
            String words,
            String edtf,
            String earliest,
            String latest,
            String calendar,
            Optional<LocalDate> on) {

        Said said() {
            return Said.in(language, words).on(on);
        }
    }

    static Stream<Row> rows() {
        return Messages.LANGUAGES.stream().map(Locale::getLanguage).flatMap(language -> rows(language).stream());
    }

    private static List<Row> rows(String language) {
        try (var in = DateTablesTest.class.getResourceAsStream("/dates/" + language + ".txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(language, line.split("\\s*\\|\\s*", -1)))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Row row(String language, String[] parts) {
        Optional<LocalDate> on = Optional.of(parts.length > 5 ? parts[5] : "")
                .filter(day -> !day.isEmpty())
                .map(LocalDate::parse);
        return new Row(language, parts[0].strip(), parts[1], parts[2], parts[3], parts[4].strip(), on);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void understandsWhatPeopleSay(Row row) {
        Optional<FuzzyDate> date = SpokenDates.understand(row.said());

        assertThat(date.map(FuzzyDate::edtf).orElse("-")).isEqualTo(row.edtf());
        assertThat(day(date.flatMap(FuzzyDate::earliest))).isEqualTo(row.earliest());
        assertThat(day(date.flatMap(FuzzyDate::latest))).isEqualTo(row.latest());
        assertThat(date.flatMap(FuzzyDate::calendar).map(Enum::name).orElse("")).isEqualTo(row.calendar());
    }

    private static String day(Optional<LocalDate> day) {
        return day.map(LocalDate::toString).orElse("");
    }

    @Test
    void hasManyRowsForEachLanguage() {
        for (Locale language : Messages.LANGUAGES) {
            assertThat(rows(language.getLanguage())).as(language.getLanguage()).hasSizeGreaterThanOrEqualTo(ENOUGH);
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void keepsTheWordsUsed(Row row) {
        SpokenDates.understand(row.said())
                .ifPresent(date -> assertThat(date.verbatim()).isEqualTo(row.words()));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void countsFromNoDayThatWasNotSaid(Row row) {
        if (row.on().isPresent()) {
            Optional<FuzzyDate> date = SpokenDates.understand(Said.in(row.language(), row.words()));

            // a year of the cycle of sixty is of this cycle where nobody says when it was said
            assertThat(date).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("rows")
    void understandsTheSameWhateverMarksAndCaseItIsWrittenWith(Row row) {
        String marked = "\u200f" + row.words().toUpperCase(Locale.ROOT).replace(" ", "\u00a0 ") + "\u200e";

        Optional<FuzzyDate> date =
                SpokenDates.understand(Said.in(row.language(), marked).on(row.on()));

        assertThat(date.map(FuzzyDate::edtf).orElse("-")).isEqualTo(row.edtf());
    }

    /// Whoever wrote it in another language than the screen's is understood too, if perhaps less narrowly.
    @ParameterizedTest
    @MethodSource("rows")
    void understandsItWhicheverLanguageTheScreenHas(Row row) {
        for (Locale language : Messages.LANGUAGES) {
            Optional<FuzzyDate> date = SpokenDates.understand(
                    Said.in(language.getLanguage(), row.words()).on(row.on()));

            assertThat(date.isPresent())
                    .as(language.getLanguage())
                    .isEqualTo(!row.edtf().equals("-"));
        }
    }
}
