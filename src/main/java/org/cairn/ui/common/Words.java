package org.cairn.ui.common;

import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javafx.geometry.NodeOrientation;
import org.cairn.dates.DateWording;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Summary;
import org.cairn.domain.reading.Extent;
import org.cairn.i18n.Messages;

/// Everything a screen says, in the language the person chose.
public final class Words {

    private static final List<String> TYPES =
            List.of("evidence-type", "interview-kind", "witness-category", "consent-scope", "facility-type");

    private final Locale locale;
    private final ZoneId zone;
    private final Map<String, Messages> areas = new ConcurrentHashMap<>();
    private final DateTimeFormatter days;
    private final DateTimeFormatter moments;

    /// @param zone where the person is: moments are kept in UTC and shown in their time
    public Words(Locale locale, ZoneId zone) {
        this.locale = locale;
        this.zone = zone;
        this.days = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
        this.moments = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .withZone(zone);
    }

    /// The words of one message area (`testimony`, `custody`…).
    public Messages of(String area) {
        return areas.computeIfAbsent(area, name -> Messages.of(name, locale));
    }

    /// What a code of a vocabulary is called: the code itself where nobody named it.
    public String vocabulary(String list, String code) {
        Messages words = of("vocabulary");
        String key = list + "." + code;
        return words.has(key) ? words.text(key) : code;
    }

    /// What a record's type is called, in whichever vocabulary has it.
    public Optional<String> type(String code) {
        return TYPES.stream()
                .map(list -> vocabulary(list, code))
                .filter(name -> !name.equals(code))
                .findFirst();
    }

    /// What a record is called in a list: as people titled it, else as a message says itself, which stands between
    /// quotation marks.
    public String called(Summary line) {
        return line.said().map(this::said).orElse(line.title());
    }

    /// What somebody else says something is called.
    public String said(String title) {
        return of("shell").text("title.said", title);
    }

    /// What of a sheet or a chat a passage covers: `Wards rows 51–100`.
    public String extent(Extent extent) {
        return of("evidence")
                .text("extent." + extent.wording(), extent.from(), extent.to(), extent.within())
                .strip();
    }

    /// What a grade such as `B2` means: of the source, then of what it says.
    public String grade(String grade) {
        return vocabulary("grade-source", grade.substring(0, 1)) + "; "
                + vocabulary("grade-information", grade.substring(1));
    }

    /// What a level of protection is called.
    public String protection(Protection protection) {
        return vocabulary("protection", protection.name());
    }

    /// A moment in the person's own time.
    public String moment(Instant at) {
        return plain(moments.format(at));
    }

    /// A day.
    public String day(LocalDate day) {
        return plain(days.format(day));
    }

    /// How a date was understood: in words, with the days it lies between, and in both calendars where there are two.
    public String understood(FuzzyDate date) {
        return dates().understood(date);
    }

    /// The words used for a date, and how they were understood where they do not say it themselves.
    public String date(FuzzyDate date) {
        String shown = dates().shown(date);
        String used = date.verbatim().strip();
        NodeOrientation way = Direction.of(used);
        NodeOrientation here = rightToLeft() ? NodeOrientation.RIGHT_TO_LEFT : NodeOrientation.LEFT_TO_RIGHT;
        if (way == NodeOrientation.INHERIT || way == here || !shown.startsWith(used)) {
            return shown;
        }
        // a day that is a number would leave its month otherwise: "March 2025 14"
        return mark(way) + used + mark(here) + shown.substring(used.length());
    }

    private static String mark(NodeOrientation way) {
        return way == NodeOrientation.RIGHT_TO_LEFT ? "\u200F" : "\u200E";
    }

    /// How dates are said in this language.
    public DateWording dates() {
        return DateWording.in(locale);
    }

    /// A date of which only the EDTF value is known.
    public String dated(String edtf) {
        return FuzzyDate.ofEdtf(edtf, edtf).map(dates()::phrase).orElse(edtf);
    }

    /// A language by its name in the person's language.
    public String language(LanguageTag tag) {
        return tag.equals(LanguageTag.UNDETERMINED)
                ? of("shell").text("language.unknown")
                : Locale.forLanguageTag(tag.tag()).getDisplayName(locale);
    }

    /// Arabic dates come with direction marks that the font would draw as boxes.
    private static String plain(String date) {
        return date.replace("\u200f", "");
    }

    /// A number with the separators of the language.
    public String number(long value) {
        return NumberFormat.getIntegerInstance(locale).format(value);
    }

    /// Where the person is.
    public ZoneId zone() {
        return zone;
    }

    /// The language of these words.
    public Locale locale() {
        return locale;
    }

    /// Whether the window is mirrored.
    public boolean rightToLeft() {
        return of("shell").rightToLeft();
    }
}
