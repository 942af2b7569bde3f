package org.cairn.bundle;

import com.ibm.icu.util.ULocale;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.bundle.typeset.Direction;
import org.cairn.dates.DateWording;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.served.RuleResult;
import org.cairn.i18n.Messages;

/// What a bundle says in its own language: sentences, dates, names of languages, what codes mean.
final class Words {

    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss 'UTC'", Locale.ROOT);

    /// The lists of codes whose words belong to the whole program.
    private static final Map<String, String> VOCABULARIES = Map.of("action", "custody-action");

    private final Messages messages;
    private final Messages vocabulary;

    Words(Locale language) {
        this.messages = Messages.of("bundle", language);
        this.vocabulary = Messages.of("vocabulary", language);
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    Direction direction() {
        return Direction.of(messages.rightToLeft());
    }

    Locale locale() {
        return messages.locale();
    }

    /// What a code means, or the code in plain letters where there are no words for it.
    String coded(String kind, String code) {
        String key = kind + "." + code;
        String listed = VOCABULARIES.getOrDefault(kind, kind) + "." + code;
        if (!messages.has(key) && vocabulary.has(listed)) {
            return vocabulary.text(listed);
        }
        return messages.has(key) ? messages.text(key) : code.replace('_', ' ').toLowerCase(Locale.ROOT);
    }

    /// What was found of a source or a rule, where there are words for it.
    Optional<String> found(RuleResult result) {
        return messages.has(result.code())
                ? Optional.of(messages.text(result.code(), result.arguments().toArray()))
                : Optional.empty();
    }

    /// A moment, to the second, in the time of nowhere in particular.
    String moment(Instant at) {
        return date(at.atZone(ZoneOffset.UTC).toLocalDate()) + ", " + CLOCK.format(at.atZone(ZoneOffset.UTC));
    }

    /// Day before month in plain English, as courts and the rest of the world write it.
    String date(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(messages.locale().equals(Locale.ENGLISH) ? Locale.UK : messages.locale())
                .format(day);
    }

    /// A known day in the bundle's language; anything vaguer in the words it was given in.
    String date(FuzzyDate date) {
        if (date.calendar().isPresent()) {
            return inBoth(date);
        }
        return date.earliest()
                .filter(day -> date.latest().equals(Optional.of(day)))
                .map(this::date)
                .orElse(date.verbatim());
    }

    /// A date of another calendar with ours beside it: in the program's words where it speaks the bundle's language,
    /// otherwise the words used and the days.
    private String inBoth(FuzzyDate date) {
        if (Messages.LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(locale().getLanguage()))) {
            return DateWording.in(locale()).shown(date);
        }
        String days = Stream.concat(date.earliest().stream(), date.latest().stream())
                .distinct()
                .map(this::date)
                .collect(Collectors.joining(" – "));
        return date.verbatim() + " = " + days;
    }

    String date(Optional<FuzzyDate> date) {
        return date.map(this::date).orElse("");
    }

    String language(LanguageTag tag) {
        return ULocale.forLanguageTag(tag.tag()).getDisplayName(ULocale.forLocale(messages.locale()));
    }

    String list(List<String> items) {
        return String.join(text("list.separator"), items);
    }

    /// Numbers with neighbours drawn together: `1–4, 7`.
    static String ranges(List<Integer> numbers) {
        StringBuilder ranges = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            int first = numbers.get(i);
            while (i + 1 < numbers.size() && numbers.get(i + 1) == numbers.get(i) + 1) {
                i++;
            }
            ranges.append(ranges.isEmpty() ? "" : ", ").append(first);
            if (numbers.get(i) > first) {
                ranges.append('–').append(numbers.get(i));
            }
        }
        return ranges.toString();
    }
}
