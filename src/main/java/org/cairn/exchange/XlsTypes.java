package org.cairn.exchange;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.FieldType;

/// What stands in the column `type` of an XLSForm: the many ways in which people have been allowed to write it.
final class XlsTypes {

    private static final Pattern SELECT = Pattern.compile(
            "(?:add )?(select[ _]?one|select1|select one|select[ _]?multiple|select all that apply|rank)"
                    + "(?: prompt)?(?:[ _](from[ _]file|external))?(?: from| using)? +(\\S+)(?: +(or[ _]other|or specify other))?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP =
            Pattern.compile("(begin|end)[ _](group|repeat|loop)(?: over +(\\S+))?", Pattern.CASE_INSENSITIVE);

    private static final Map<String, FieldType> PLAIN = Map.ofEntries(
            Map.entry("text", FieldType.TEXT),
            Map.entry("string", FieldType.TEXT),
            Map.entry("barcode", FieldType.TEXT),
            Map.entry("integer", FieldType.INTEGER),
            Map.entry("int", FieldType.INTEGER),
            Map.entry("decimal", FieldType.DECIMAL),
            Map.entry("range", FieldType.DECIMAL),
            Map.entry("date", FieldType.DATE),
            Map.entry("time", FieldType.TIME),
            Map.entry("datetime", FieldType.DATE_TIME),
            Map.entry("date time", FieldType.DATE_TIME),
            Map.entry("note", FieldType.NOTE),
            Map.entry("geopoint", FieldType.POINT),
            Map.entry("gps", FieldType.POINT),
            Map.entry("location", FieldType.POINT),
            Map.entry("geotrace", FieldType.LONG_TEXT),
            Map.entry("geoshape", FieldType.LONG_TEXT),
            Map.entry("image", FieldType.ATTACHMENT),
            Map.entry("photo", FieldType.ATTACHMENT),
            Map.entry("picture", FieldType.ATTACHMENT),
            Map.entry("audio", FieldType.ATTACHMENT),
            Map.entry("video", FieldType.ATTACHMENT),
            Map.entry("file", FieldType.ATTACHMENT),
            Map.entry("osm", FieldType.ATTACHMENT),
            Map.entry("acknowledge", FieldType.TEXT),
            Map.entry("trigger", FieldType.TEXT),
            Map.entry("calculate", FieldType.COMPUTED),
            Map.entry("calculate here", FieldType.COMPUTED),
            Map.entry("hidden", FieldType.COMPUTED));

    /// What a device notes by itself.
    private static final Set<String> NOTED = Set.of(
            "start",
            "end",
            "start time",
            "end time",
            "today",
            "get today",
            "get start time",
            "get end time",
            "deviceid",
            "device id",
            "get device id",
            "imei",
            "subscriberid",
            "subscriber id",
            "get subscriber id",
            "simserial",
            "sim id",
            "get sim id",
            "phonenumber",
            "phone number",
            "get phone number",
            "username",
            "email",
            "audit",
            "background audio",
            "start geopoint",
            "uri deviceid",
            "uri:deviceid",
            "uri:subscriberid",
            "uri:simserial",
            "uri:phonenumber",
            "uri:username",
            "uri:email");

    private XlsTypes() {}

    /// What a type comes to.
    ///
    /// @param list the list a choice is made from
    /// @param elsewhere whether that list lies in another file
    /// @param external whether it lies in the sheet `external_choices`
    /// @param exact whether everything it means is kept
    record Meaning(
            FieldType type, Optional<String> list, boolean other, boolean elsewhere, boolean external, boolean exact) {
        static Meaning of(FieldType type, boolean exact) {
            return new Meaning(type, Optional.empty(), false, false, false, exact);
        }

        @Override
        public String toString() {
            return "Meaning";
        }
    }

    /// The beginning or the end of a group.
    ///
    /// @param over the list whose terms a loop goes through
    record Bracket(boolean begins, FieldType type, Optional<String> over) {
        @Override
        public String toString() {
            return "Bracket";
        }
    }

    static Optional<Bracket> bracket(String written) {
        Matcher matcher = GROUP.matcher(written.strip());
        return matcher.matches()
                ? Optional.of(new Bracket(
                        matcher.group(1).equalsIgnoreCase("begin"),
                        matcher.group(2).equalsIgnoreCase("repeat") ? FieldType.REPEAT : FieldType.GROUP,
                        Optional.ofNullable(matcher.group(3))))
                : Optional.empty();
    }

    /// Nothing where nobody knows such a type.
    static Optional<Meaning> of(String written) {
        Matcher select = SELECT.matcher(written.strip().replaceAll("\\s+", " "));
        if (select.matches()) {
            String how = select.group(1).toLowerCase(Locale.ROOT);
            boolean one = how.contains("one") || how.equals("select1");
            String where = Optional.ofNullable(select.group(2)).orElse("").toLowerCase(Locale.ROOT);
            boolean file = where.startsWith("from") || select.group(3).matches("(?i).*\\.(csv|xml|geojson)");
            return Optional.of(new Meaning(
                    one ? FieldType.CHOICE : FieldType.CHOICES,
                    Optional.of(select.group(3)),
                    select.group(4) != null,
                    file,
                    where.equals("external"),
                    !how.equals("rank")));
        }
        String plain = written.strip()
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s_-]+", " ")
                .replaceFirst("^(?:q|add) ", "")
                .replaceFirst(" prompt$", "");
        if (NOTED.contains(plain)) {
            return Optional.of(Meaning.of(FieldType.COMPUTED, true));
        }
        boolean exact = !List.of("geotrace", "geoshape", "acknowledge", "trigger", "barcode", "range", "hidden")
                .contains(plain);
        return Optional.ofNullable(PLAIN.get(plain)).map(type -> Meaning.of(type, exact));
    }
}
