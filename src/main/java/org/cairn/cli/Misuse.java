package org.cairn.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// Why a command line was not understood, in the words of the message files: the parser's own are English.
///
/// @param message a sentence
/// @param option what it is about, or nothing
/// @param allowed what may stand there instead, where that can be counted up
record Misuse(String message, String option, List<String> allowed) {

    Misuse {
        allowed = List.copyOf(allowed);
    }

    static Misuse of(ParameterException exception, Words words) {
        return switch (exception) {
            case MissingParameterException missing -> missing(missing, words);
            case UnmatchedArgumentException unmatched -> unmatched(unmatched, words);
            case OverwrittenOptionException repeated ->
                plain(words.text("misuse.repeated", name(repeated.getOverwritten())));
            default -> value(exception, words);
        };
    }

    private static Misuse missing(MissingParameterException exception, Words words) {
        return plain(words.text(
                "misuse.missing", words.list(exception.getMissing().stream().map(Misuse::form))));
    }

    private static Misuse unmatched(UnmatchedArgumentException exception, Words words) {
        String first = exception.getUnmatched().getFirst();
        String sentence = exception.isUnknownOption()
                ? words.text("misuse.unknownOption", first)
                : commandIsMissing(exception)
                        ? words.text("misuse.unknownCommand", first)
                        : words.text("misuse.tooMuch", words.list(exception.getUnmatched().stream()));
        List<String> suggestions = exception.getSuggestions();
        return plain(
                suggestions.isEmpty()
                        ? sentence
                        : words.text("misuse.perhaps", sentence, words.list(suggestions.stream())));
    }

    /// Only the program itself has commands: whatever stands there instead of one was meant as one.
    private static boolean commandIsMissing(ParameterException exception) {
        return !exception.getCommandLine().getSubcommands().isEmpty();
    }

    private static Misuse value(ParameterException exception, Words words) {
        ArgSpec option = exception.getArgSpec();
        String value = exception.getValue();
        if (option == null || value == null) {
            return plain(words.text("misuse.other"));
        }
        String key = isNumber(option) ? "misuse.number" : "misuse.value";
        return new Misuse(words.text(key, name(option), value), name(option), allowed(option));
    }

    private static List<String> allowed(ArgSpec option) {
        Class<?> type = type(option);
        if (type == Locale.class) {
            return SpokenLanguage.codes();
        }
        return type.isEnum()
                ? Arrays.stream(type.getEnumConstants()).map(String::valueOf).toList()
                : List.of();
    }

    private static boolean isNumber(ArgSpec option) {
        return type(option) == int.class || type(option) == Integer.class || type(option) == long.class;
    }

    /// Of what a list holds.
    private static Class<?> type(ArgSpec option) {
        Class<?>[] held = option.auxiliaryTypes();
        return held.length == 0 ? option.type() : held[0];
    }

    private static String name(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() : spec.paramLabel();
    }

    /// As it must be written: `--limit N`.
    private static String form(ArgSpec spec) {
        return spec instanceof OptionSpec option ? option.longestName() + " " + option.paramLabel() : spec.paramLabel();
    }

    private static Misuse plain(String message) {
        return new Misuse(message, "", List.of());
    }

    @Override
    public String toString() {
        return "Misuse";
    }
}
