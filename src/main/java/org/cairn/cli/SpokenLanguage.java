package org.cairn.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.cairn.i18n.Messages;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// A language that the program speaks; another would be answered in English without a word.
final class SpokenLanguage implements ITypeConverter<Locale> {

    private static final String OPTION = "--lang";

    @Override
    public Locale convert(String tag) {
        return spoken(tag).orElseThrow(() -> new TypeConversionException(OPTION));
    }

    static List<String> codes() {
        return Messages.LANGUAGES.stream().map(Locale::getLanguage).toList();
    }

    /// The language that a command line asks for, before it is read in earnest: help and refusals are in it too.
    static Optional<Locale> askedIn(String[] arguments) {
        return IntStream.range(0, arguments.length)
                .mapToObj(i -> tag(arguments, i))
                .flatMap(tag -> spoken(tag).stream())
                .reduce((before, last) -> last);
    }

    private static String tag(String[] arguments, int place) {
        String said = arguments[place];
        if (said.equals(OPTION) && place + 1 < arguments.length) {
            return arguments[place + 1];
        }
        return said.startsWith(OPTION + "=") ? said.substring(OPTION.length() + 1) : "";
    }

    private static Optional<Locale> spoken(String tag) {
        return Optional.of(Locale.forLanguageTag(tag)).filter(locale -> codes().contains(locale.getLanguage()));
    }
}
