package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.AnnotatedElement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.cairn.i18n.Messages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The help of every command is there in every language, and stands nowhere but in the message files.
class HelpTest {

    private static final int COMMANDS = 16;
    private static final int COLUMNS = 80;

    static List<Locale> languages() {
        return Messages.LANGUAGES;
    }

    static List<Locale> otherLanguages() {
        return Messages.LANGUAGES.subList(1, Messages.LANGUAGES.size());
    }

    @Test
    void seesEveryCommand() {
        assertThat(commands(Locale.ENGLISH)).hasSizeGreaterThanOrEqualTo(COMMANDS + 1);
    }

    @ParameterizedTest
    @MethodSource("languages")
    void saysOfEveryCommandAndOptionWhatItDoes(Locale language) {
        List<String> silent = new ArrayList<>();
        for (CommandLine command : commands(language)) {
            CommandSpec spec = command.getCommandSpec();
            String name = spec.qualifiedName();
            if (blank(spec.usageMessage().description())) {
                silent.add(name);
            }
            spec.args().stream()
                    .filter(arg -> blank(arg.description()))
                    .forEach(arg -> silent.add(name + " " + arg.paramLabel()));
            assertThat(command.getUsageMessage(Ansi.OFF)).as(name).doesNotContain("«", "»", "{", "%n");
        }
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("otherLanguages")
    void leavesNoEnglishStanding(Locale language) {
        Messages english = Messages.of("help", Locale.ENGLISH);
        List<String> sentences = english.keys().stream()
                .map(key -> unbroken(english.text(key, "\u0000").replaceAll("\u0000.*|%n", "")))
                .filter(sentence -> sentence.contains(" "))
                .toList();
        assertThat(sentences).hasSizeGreaterThan(COMMANDS);
        for (CommandLine command : commands(language)) {
            String help = unbroken(command.getUsageMessage(Ansi.OFF));
            assertThat(sentences)
                    .as(command.getCommandSpec().qualifiedName())
                    .noneMatch(sentence -> help.contains(" " + sentence + " "));
            assertThat(help).doesNotContain("Usage:", "Commands:", "Examples:", "[COMMAND]");
        }
    }

    @Test
    void writesNoDescriptionBesideTheCode() {
        List<String> written = new ArrayList<>();
        for (CommandLine command : commands(Locale.ENGLISH)) {
            CommandSpec spec = command.getCommandSpec();
            Command annotation = spec.userObject().getClass().getAnnotation(Command.class);
            if (annotation.description().length + annotation.header().length > 0) {
                written.add(spec.qualifiedName());
            }
            spec.args().stream()
                    .filter(HelpTest::describedInCode)
                    .forEach(arg -> written.add(spec.qualifiedName() + " " + arg.paramLabel()));
        }
        assertThat(written).as("put into the message files help").isEmpty();
    }

    @Test
    void keepsNoWordsForWhatIsGone() {
        Set<String> askedFor = new HashSet<>();
        for (CommandLine command : commands(Locale.ENGLISH)) {
            String prefix = command.getCommandSpec().qualifiedName(".") + ".";
            askedFor.add(prefix + "usage.description");
            command.getCommandSpec().args().stream().flatMap(HelpTest::names).forEach(name -> {
                askedFor.add(name);
                askedFor.add(prefix + name);
            });
        }
        assertThat(Messages.of("help", Locale.ENGLISH).keys())
                .filteredOn(key -> !key.startsWith("usage."))
                .isSubsetOf(askedFor);
    }

    @Test
    void showsExamplesThatFitATerminalAndBeginWithTheCommand() {
        for (CommandLine command : commands(Locale.ENGLISH)) {
            String[] examples = command.getCommandSpec().usageMessage().footer();
            assertThat(examples).as(command.getCommandName()).isNotEmpty();
            assertThat(examples[0].strip() + " ")
                    .startsWith(command.getCommandSpec().qualifiedName() + " ");
            assertThat(examples).allSatisfy(line -> assertThat(line).hasSizeLessThan(COLUMNS));
        }
    }

    private static boolean describedInCode(ArgSpec arg) {
        AnnotatedElement field = (AnnotatedElement) arg.userObject();
        Option option = field.getAnnotation(Option.class);
        Parameters parameters = field.getAnnotation(Parameters.class);
        return (option != null && option.description().length > 0)
                || (parameters != null && parameters.description().length > 0);
    }

    private static Stream<String> names(ArgSpec arg) {
        return switch (arg) {
            case OptionSpec option -> Arrays.stream(option.names()).map(name -> name.replaceFirst("^-+", ""));
            case PositionalParamSpec positional -> Stream.of(positional.paramLabel() + "[" + positional.index() + "]");
            default -> Stream.empty();
        };
    }

    private static boolean blank(String[] lines) {
        return String.join("", lines).isBlank();
    }

    private static String unbroken(String text) {
        return " " + text.replaceAll("\\s+", " ").strip() + " ";
    }

    private static List<CommandLine> commands(Locale language) {
        CommandLine program = Cairn.line(fault -> "", new Words(language));
        return withThoseBelow(program).toList();
    }

    private static Stream<CommandLine> withThoseBelow(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(HelpTest::withThoseBelow));
    }
}
