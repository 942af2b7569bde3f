package org.cairn.cli;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.cairn.archive.Vocabulary;
import org.cairn.dates.DateWording;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;

/// What may stand after an option: anything else is refused with the list of what may, never ignored.
final class Allowed {

    private static final List<String> DATES =
            List.of("2014", "2014-03", "2014-03-05", "2014-21", "2014~", "../2013", "2014-03/2014-05");
    private static final int MOST_AT_ONCE = 10_000;

    private Allowed() {}

    /// One of some values, in whatever letters it was written.
    static String oneOf(Collection<String> values, String option, String given) {
        return values.stream()
                .filter(value -> value.equalsIgnoreCase(given))
                .findFirst()
                .orElseThrow(() -> refused(option, values));
    }

    /// A code of one of some vocabularies.
    static String code(String option, String given, String... vocabularies) {
        List<String> codes = Arrays.stream(vocabularies)
                .flatMap(list -> Vocabulary.codes(list).stream())
                .distinct()
                .toList();
        return oneOf(codes, option, given);
    }

    static RecordKind kind(String option, String given) {
        return RecordKind.ofCode(given.toLowerCase(Locale.ROOT))
                .orElseThrow(() -> refused(
                        option,
                        Arrays.stream(RecordKind.values()).map(RecordKind::code).toList()));
    }

    static Reference reference(String option, String given) {
        return Reference.tryParse(given).orElseThrow(() -> refused(option, List.of("T-0001", "E-0001", "W-0001")));
    }

    /// A date that says something: one that is open at both ends would narrow nothing.
    ///
    /// @param language in which it is tried first
    static Optional<FuzzyDate> date(String option, @Nullable String given, Locale language) {
        return Optional.ofNullable(given)
                .map(words -> SpokenDates.understand(
                                Said.in(language.getLanguage(), words).on(Optional.of(LocalDate.now())))
                        .orElseThrow(() -> notADate(option, language)));
    }

    /// A date that is not understood, with some that would be.
    static ArchiveException.InvalidInput notADate(String option, Locale language) {
        List<String> examples = Stream.concat(
                        DATES.stream().map(edtf -> DateWording.in(language).phrase(FuzzyDate.parse(edtf))),
                        Stream.of("2014-03", "2014-03-05"))
                .toList();
        return new ArchiveException.InvalidInput(option, "notADate", examples);
    }

    /// How many are asked for at once: more would have to be cut without a word.
    static int count(String option, int given) {
        if (given < 1 || given > MOST_AT_ONCE) {
            throw refused(option, List.of("1 – " + MOST_AT_ONCE));
        }
        return given;
    }

    static int offset(String option, int given) {
        if (given < 0) {
            throw refused(option, List.of("0, 1, 2 …"));
        }
        return given;
    }

    static ArchiveException.InvalidInput refused(String option, Collection<String> values) {
        return new ArchiveException.InvalidInput(option, "unknownValue", List.copyOf(values));
    }
}
