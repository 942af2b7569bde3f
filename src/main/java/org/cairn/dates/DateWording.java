package org.cairn.dates;

import com.ibm.icu.text.DateFormat;
import com.ibm.icu.text.DateIntervalFormat;
import com.ibm.icu.text.SimpleDateFormat;
import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.DateInterval;
import com.ibm.icu.util.GregorianCalendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.cairn.domain.DateCalendar;
import org.cairn.domain.FuzzyDate;
import org.cairn.i18n.Messages;

/// Says dates back as they were understood, in one language: "spring 2014 (1 March – 20 June 2014)", "about March
/// 2014", "1 Ramadan 1435 AH = 28–29 June 2014".
public final class DateWording {

    /// Kept beside words that nobody understood.
    private static final String SAYS_NOTHING = "../..";

    private static final long DAY = 86_400_000L;
    /// Never used themselves: making one takes far longer than copying it.
    private static final Map<String, SimpleDateFormat> FORMATS = new ConcurrentHashMap<>();

    private static final Map<Locale, DateWording> KNOWN = new ConcurrentHashMap<>();

    private final Messages messages;
    private final ULocale locale;
    private final boolean romanCenturies;
    private final DateIntervalFormat intervals;

    private DateWording(Locale language) {
        messages = Messages.of("dates", language);
        ULocale wanted = ULocale.forLocale(language);
        // day before month in plain English, as courts and the rest of the world write it
        ULocale own = wanted.getLanguage().equals("en") ? ULocale.UK : wanted;
        locale = own.setKeywordValue("numbers", "latn");
        romanCenturies = Vocabulary.setting(wanted.getLanguage(), "centuries").equals("roman");
        intervals = DateIntervalFormat.getInstance("yMMMMd", locale);
        intervals.setTimeZone(TimeZone.GMT_ZONE);
    }

    /// The wording of a language; one that the program does not speak is answered in English.
    public static DateWording in(Locale language) {
        boolean spoken =
                Messages.LANGUAGES.stream().anyMatch(one -> one.getLanguage().equals(language.getLanguage()));
        return KNOWN.computeIfAbsent(spoken ? language : Locale.ENGLISH, DateWording::new);
    }

    /// What was understood: in the words of another calendar too where one was used, and with the days it lies between
    /// where the words do not say them.
    public String understood(FuzzyDate date) {
        Optional<TwoReadings> either = TwoReadings.of(date);
        if (either.isPresent()) {
            return text("either", day(either.get().first()), day(either.get().last()), between(date));
        }
        String ours = spanned(date);
        return date.calendar()
                .flatMap(calendar -> OtherCalendar.of(calendar, this).said(date))
                .map(theirs -> text("both", theirs, ours))
                .orElse(ours);
    }

    /// The words used, and beside them what they were understood as where they do not say it themselves.
    public String shown(FuzzyDate date) {
        if (date.edtf().equals(SAYS_NOTHING)) {
            return date.verbatim();
        }
        String understood = understood(date);
        String verbatim = date.verbatim().strip();
        boolean same = understood.regionMatches(true, 0, verbatim, 0, verbatim.length());
        return same || verbatim.equals(date.edtf()) ? understood : text("beside", verbatim, understood);
    }

    /// The words used, alone where there is little room; what EDTF or another calendar says is said in words.
    public String brief(FuzzyDate date) {
        return date.calendar().isPresent() || date.verbatim().equals(date.edtf()) ? understood(date) : date.verbatim();
    }

    /// The EDTF value in words, from which the same value is understood again.
    public String phrase(FuzzyDate date) {
        Span span = Span.of(date.edtf());
        if (span.first().equals(Span.OPEN) && span.last().equals(Span.OPEN)) {
            return text("open");
        }
        if (span.first().equals(Span.OPEN)) {
            return span.last().matches("\\d{4}")
                    ? text("beforeYear", String.valueOf(Integer.parseInt(span.last()) + 1))
                    : text("until", qualified(span.last()));
        }
        if (span.last().equals(Span.OPEN)) {
            return text("since", qualified(span.first()));
        }
        if (span.first().equals(span.last())) {
            return qualified(span.first());
        }
        boolean days =
                span.first().matches("\\d{4}-\\d\\d-\\d\\d") && span.last().matches("\\d{4}-\\d\\d-\\d\\d");
        return days ? between(date) : text("range", qualified(span.first()), qualified(span.last()));
    }

    /// One day.
    public String day(LocalDate day) {
        return format(locale, "yMMMMd", day);
    }

    /// What a calendar is called.
    public String calendar(Optional<DateCalendar> calendar) {
        return text("calendar." + calendar.map(Enum::name).orElse("GREGORIAN"));
    }

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    ULocale locale() {
        return locale;
    }

    /// With the days where the words do not say them, as those of a season never do.
    private String spanned(FuzzyDate date) {
        String words = phrase(date);
        boolean told = FuzzyDate.ofEdtf("", date.edtf())
                .filter(plain -> plain.earliest().equals(date.earliest())
                        && plain.latest().equals(date.latest()))
                .isPresent();
        boolean season = date.edtf().matches(".*\\d{4}-2[1-4].*");
        return told && !season ? words : text("bounds", words, between(date));
    }

    /// The days from the first to the last.
    String between(FuzzyDate date) {
        return date.earliest()
                .map(first ->
                        date.latest().map(last -> between(first, last)).orElseGet(() -> text("since", day(first))))
                .or(() -> date.latest().map(last -> text("until", day(last))))
                .orElseGet(() -> text("open"));
    }

    private String between(LocalDate first, LocalDate last) {
        synchronized (intervals) {
            return clean(intervals.format(new DateInterval(first.toEpochDay() * DAY, last.toEpochDay() * DAY)));
        }
    }

    private String qualified(String edtf) {
        String bare = Span.bare(edtf);
        String words = single(bare);
        if (bare.length() == edtf.length()) {
            return words;
        }
        return text(edtf.endsWith("~") ? "about" : edtf.endsWith("?") ? "perhaps" : "perhapsAbout", words);
    }

    private String single(String edtf) {
        String year = edtf.substring(0, 4);
        if (year.endsWith("XX")) {
            int century = Integer.parseInt(year.substring(0, 2)) + 1;
            return text("century", romanCenturies ? Roman.of(century) : (Object) century);
        }
        if (year.endsWith("X")) {
            return text("decade", year.replace('X', '0'));
        }
        if (edtf.length() == 4 || edtf.startsWith("-XX", 4)) {
            return text("year", year);
        }
        int month = Integer.parseInt(edtf.substring(5, 7));
        if (month > 12) {
            return text("season." + month, year);
        }
        boolean whole = edtf.length() == 7 || edtf.endsWith("XX");
        LocalDate day = LocalDate.parse(whole ? edtf.substring(0, 7) + "-01" : edtf);
        return whole ? format(locale, "yMMMM", day) : day(day);
    }

    static String format(ULocale locale, String skeleton, LocalDate day) {
        SimpleDateFormat made = FORMATS.computeIfAbsent(locale + " " + skeleton, name -> made(locale, skeleton));
        SimpleDateFormat format = (SimpleDateFormat) made.clone();
        Calendar calendar = format.getCalendar();
        calendar.setTimeInMillis(day.toEpochDay() * DAY);
        return clean(format.format(calendar));
    }

    private static SimpleDateFormat made(ULocale locale, String skeleton) {
        SimpleDateFormat format = (SimpleDateFormat) DateFormat.getPatternInstance(skeleton, locale);
        // the era has a word of ours: those of ICU are "ERA1" or English in places
        format.applyPattern(format.toPattern().replaceAll("\\s*G+\\s*", ""));
        format.setTimeZone(TimeZone.GMT_ZONE);
        if (format.getCalendar() instanceof GregorianCalendar gregorian) {
            // as Java counts: without the days that Rome left out
            gregorian.setGregorianChange(new Date(Long.MIN_VALUE));
        }
        return format;
    }

    /// Arabic dates come with direction marks that some fonts would draw as boxes, others with blanks that wrap oddly.
    private static String clean(String date) {
        return date.replaceAll("[\u200e\u200f\u061c]", "")
                .replace('\u2009', ' ')
                .replace('\u202f', ' ')
                .replace('\u00a0', ' ');
    }
}
