package org.cairn.domain;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Answers that are more than a text or a number: a date, and a place on the earth, as the maps they are kept as.
public final class FormValues {

    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(?:\\.\\d{1,20})?");
    private static final Pattern METRES = Pattern.compile("[+-]?\\d{1,9}(?:\\.\\d{1,20})?");

    private FormValues() {}

    /// A date as it is kept.
    public static Map<String, Object> of(FuzzyDate date) {
        Map<String, Object> map = new TreeMap<>();
        map.put("verbatim", date.verbatim());
        map.put("edtf", date.edtf());
        date.earliest().ifPresent(day -> map.put("earliest", day.toString()));
        date.latest().ifPresent(day -> map.put("latest", day.toString()));
        date.calendar().ifPresent(calendar -> map.put("calendar", calendar.name()));
        return map;
    }

    /// The date that a kept answer is; EDTF alone is enough.
    public static Optional<FuzzyDate> date(Object value) {
        if (value instanceof String words) {
            return FuzzyDate.ofEdtf(words, words);
        }
        if (!(value instanceof Map<?, ?> map) || !(map.get("edtf") instanceof String edtf)) {
            return Optional.empty();
        }
        String words = map.get("verbatim") instanceof String text ? text : edtf;
        try {
            Optional<DateCalendar> calendar = map.get("calendar") instanceof String name
                    ? Optional.of(DateCalendar.valueOf(name))
                    : Optional.empty();
            Optional<FuzzyDate> date = map.containsKey("earliest") || map.containsKey("latest")
                    ? Optional.of(new FuzzyDate(words, edtf, day(map.get("earliest")), day(map.get("latest"))))
                    : FuzzyDate.ofEdtf(words, edtf);
            return date.map(known -> known.in(calendar));
        } catch (ArchiveException.InvalidInput | java.time.DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<LocalDate> day(@Nullable Object value) {
        return value instanceof String text ? Optional.of(LocalDate.parse(text)) : Optional.empty();
    }

    /// A place as it is kept, out of what is usually written: latitude, longitude, height and exactness in metres, with
    /// blanks between them.
    public static Optional<Map<String, Object>> point(String written) {
        String[] parts = written.strip().split("[\\s,;]+");
        String[] names = {"latitude", "longitude", "height", "accuracy"};
        if (parts.length < 2 || parts.length > names.length) {
            return Optional.empty();
        }
        Map<String, Object> map = new TreeMap<>();
        for (int i = 0; i < parts.length; i++) {
            map.put(names[i], parts[i]);
        }
        return Optional.of(map).filter(FormValues::isPoint);
    }

    static boolean isPoint(Object value) {
        return value instanceof Map<?, ?> map
                && within(map.get("latitude"), DEGREES, 90)
                && within(map.get("longitude"), DEGREES, 180)
                && (!map.containsKey("height") || within(map.get("height"), METRES, 1_000_000_000))
                && (!map.containsKey("accuracy") || within(map.get("accuracy"), METRES, 1_000_000_000));
    }

    private static boolean within(@Nullable Object value, Pattern shape, long most) {
        return value instanceof String text
                && shape.matcher(text).matches()
                && new BigDecimal(text).abs().compareTo(BigDecimal.valueOf(most)) <= 0;
    }

    /// A place as people read it.
    public static String pointText(Map<?, ?> point) {
        String accuracy = point.get("accuracy") == null ? "" : " ±" + point.get("accuracy") + " m";
        return point.get("latitude") + ", " + point.get("longitude") + accuracy;
    }
}
