package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.dates.DateWording;
import org.cairn.dates.Said;
import org.cairn.dates.SpokenDates;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Says how a date is understood; needs no archive.
@Command(
        name = "date",
        footer = {
            "  cairn date spring 2014",
            "  cairn date two years ago --said-on 2016-06-15",
            "  cairn date 1393/1/1 --calendar persian --json"
        })
final class DateCommand implements Callable<Integer> {

    private static final String GREGORIAN = "gregorian";

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "WORDS", arity = "1..*")
    private List<String> words = List.of();

    @Option(names = "--said-on", paramLabel = "DAY")
    private @Nullable String saidOn;

    @Option(names = "--calendar", paramLabel = "C")
    private @Nullable String calendar;

    @Override
    public Integer call() {
        Locale language = options.locale();
        FuzzyDate date = SpokenDates.understand(Said.in(language.getLanguage(), String.join(" ", words))
                        .on(day(language))
                        .meant(chosen()))
                .orElseThrow(() -> Allowed.notADate("WORDS", language));
        Output output = options.output();
        output.line(DateWording.in(language).understood(date));
        output.line(date.edtf());
        output.document(json(date, language));
        return ExitCode.DONE;
    }

    private Optional<LocalDate> day(Locale language) {
        return Allowed.date("--said-on", saidOn, language)
                .map(date -> date.earliest()
                        .filter(day -> date.latest().equals(Optional.of(day)))
                        .orElseThrow(() ->
                                new ArchiveException.InvalidInput("--said-on", "notADate", List.of("2016-06-15"))));
    }

    private Optional<DateCalendar> chosen() {
        return Optional.ofNullable(calendar)
                .map(given -> Allowed.oneOf(calendars(), "--calendar", given))
                .filter(code -> !code.equals(GREGORIAN))
                .map(code -> DateCalendar.valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    /// What may be chosen, as it is typed.
    static List<String> calendars() {
        List<String> codes = new ArrayList<>(List.of(GREGORIAN));
        Arrays.stream(DateCalendar.values()).map(DateCommand::code).forEach(codes::add);
        return codes;
    }

    private static String code(DateCalendar calendar) {
        return calendar.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static ObjectNode json(FuzzyDate date, Locale language) {
        ObjectNode document = Output.object().put("verbatim", date.verbatim()).put("edtf", date.edtf());
        date.earliest().ifPresent(day -> document.put("earliest", day.toString()));
        date.latest().ifPresent(day -> document.put("latest", day.toString()));
        return document.put("calendar", date.calendar().map(DateCommand::code).orElse(GREGORIAN))
                .put("understood", DateWording.in(language).understood(date));
    }
}
