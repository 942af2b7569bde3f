package org.cairn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.NotMapped;
import org.cairn.exchange.Offered.Refused;
import org.cairn.exchange.Offered.Submission;

/// Reads tables in which ODK, Ona and KoboToolbox export submissions: a row each, a column for each question.
final class CsvFile {

    private static final List<String> NAMED_BY =
            List.of("meta/instanceID", "instanceID", "meta-instanceID", "KEY", "_uuid", "uuid");
    private static final Pattern BOOKKEEPING =
            Pattern.compile("_.*|meta/.*|meta-.*|formhub/.*|KEY|SET-OF-.*|PARENT_KEY|instanceID");
    private static final Pattern ROUND = Pattern.compile("(.+)\\[(\\d{1,4})]");
    private static final Set<String> NOTHING = Set.of("", "n/a", "NA");

    private CsvFile() {}

    static boolean looksLikeOne(String text) {
        int end = text.indexOf('\n');
        String first = end < 0 ? text : text.substring(0, end);
        return first.contains(",") && NAMED_BY.stream().anyMatch(first::contains);
    }

    /// Every row as a submission; rounds of a repeat in a table of their own are for [ChildTables] to join.
    static List<Offered> read(CsvTable table, String form) {
        List<Offered> offered = new ArrayList<>();
        for (List<String> row : table.rows()) {
            int place = offered.size() + 1;
            offered.add(
                    ofARepeat(table, row)
                            ? new Refused(place, "", List.of("childTable"))
                            : row(table, row, form, place));
        }
        return offered;
    }

    /// Rounds of a repeat in a table of their own say nothing without the submission they belong to.
    private static boolean ofARepeat(CsvTable table, List<String> row) {
        return List.of("PARENT_KEY", "_parent_index").stream()
                .flatMap(heading -> table.cell(row, heading).stream())
                .anyMatch(parent -> !NOTHING.contains(parent) && !parent.equals("-1"));
    }

    private static Submission row(CsvTable table, List<String> row, String form, int place) {
        List<String> headings = table.headings();
        List<NotMapped> notMapped = new ArrayList<>();
        Map<String, Object> answers = new LinkedHashMap<>();
        String instance = "";
        String named = "";
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < Math.min(headings.size(), row.size()); i++) {
            String heading = headings.get(i);
            String said = row.get(i);
            content.append(heading).append('\u0000').append(said).append('\u0001');
            if (NOTHING.contains(said)) {
                continue;
            }
            if (NAMED_BY.contains(heading)) {
                boolean better = instance.isEmpty() || heading.equals("meta/instanceID");
                NotMapped other = new NotMapped("bookkeeping", better ? named : heading, better ? instance : said);
                if (!instance.isEmpty() && !instance.equals(said)) {
                    notMapped.add(other);
                }
                instance = better ? said : instance;
                named = better ? heading : named;
            } else if (heading.isEmpty() || BOOKKEEPING.matcher(heading).matches()) {
                notMapped.add(new NotMapped("bookkeeping", heading, said));
            } else {
                put(answers, heading.split("/"), 0, said)
                        .ifPresent(kept -> notMapped.add(new NotMapped("columnTwice", heading, kept)));
            }
        }
        for (int i = headings.size(); i < row.size(); i++) {
            notMapped.add(new NotMapped("noHeading", "row " + place, row.get(i)));
        }
        return new Submission(
                place,
                "",
                "csv",
                form,
                table.cell(row, "_version").orElse(""),
                instance.replaceFirst("^uuid:(?=uuid:)", ""),
                "",
                Fingerprint.of(content.toString().getBytes(StandardCharsets.UTF_8))
                        .hex(),
                null,
                answers,
                List.of(),
                Set.of(),
                notMapped);
    }

    /// What a tool adds to a row for itself.
    static boolean bookkeeping(String heading) {
        return heading.isEmpty()
                || NAMED_BY.contains(heading)
                || BOOKKEEPING.matcher(heading).matches();
    }

    /// Whether nothing was answered.
    static boolean unanswered(String said) {
        return NOTHING.contains(said);
    }

    /// `children[2]/children/name` is the name in the second round of the repeat `children`.
    ///
    /// @return what it is kept under where another column has its name
    static Optional<String> put(Map<String, Object> into, String[] steps, int at, String said) {
        String step = steps[at];
        Matcher round = ROUND.matcher(step);
        if (at + 1 == steps.length) {
            return once(into, round.matches() ? round.group(1) : step, said);
        }
        if (round.matches()) {
            String name = round.group(1);
            int next = at + 1 < steps.length - 1 && steps[at + 1].equals(name) ? at + 2 : at + 1;
            return put(round(into, name, Integer.parseInt(round.group(2))), steps, next, said);
        }
        return put(group(into, step), steps, at + 1, said);
    }

    private static Optional<String> once(Map<String, Object> into, String name, String said) {
        if (into.get(name) instanceof Map<?, ?> && !group(into, name).containsKey("")) {
            group(into, name).put("", said);
            return Optional.empty();
        }
        String free = name;
        for (int i = 2; into.containsKey(free); i++) {
            free = name + " (" + i + ")";
        }
        into.put(free, said);
        return free.equals(name) ? Optional.empty() : Optional.of(free);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> group(Map<String, Object> into, String name) {
        Object there = into.get(name);
        if (there instanceof Map<?, ?> map) {
            return (Map<String, Object>) map;
        }
        if (there instanceof List<?>) {
            return round(into, name, 1);
        }
        Map<String, Object> group = new LinkedHashMap<>();
        if (there instanceof String text) {
            // a choice of several stands in a column of its own beside those of its terms
            group.put("", text);
        }
        into.put(name, group);
        return group;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> round(Map<String, Object> into, String name, int number) {
        Object there = into.get(name);
        List<Object> rounds = there instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
        if (there instanceof Map<?, ?> map) {
            rounds.add(map);
        }
        into.put(name, rounds);
        if (there instanceof String text) {
            once(into, name, text);
        }
        while (rounds.size() < Math.min(number, 5_000)) {
            rounds.add(new TreeMap<String, Object>());
        }
        return (Map<String, Object>) rounds.get(Math.clamp(number, 1, rounds.size()) - 1);
    }
}
