package org.cairn.exchange;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.NotMapped;
import org.cairn.exchange.Offered.Refused;
import org.cairn.exchange.Offered.Submission;

/// Repeats that ODK exports as tables of their own, each row naming the row it belongs to: joined with their
/// submissions again.
///
/// `KEY` of a round is that of its submission with the path of the repeat behind it: `uuid:7/moves[2]`, within another
/// repeat `uuid:7/moves[2]/guards[1]`.
public final class ChildTables {

    private static final String KEY = "KEY";
    private static final String PARENT = "PARENT_KEY";

    private final Set<Row> joined = new HashSet<>();
    private final List<Row> rows = new ArrayList<>();

    /// A row of a table of rounds.
    ///
    /// @param file which table it is of
    private record Row(String file, int place, String key, String parent, List<String> cells, CsvTable table) {

        /// The path of its repeat, below what it belongs to.
        String repeat() {
            boolean below = key.startsWith(parent + "/");
            String path = below ? key.substring(parent.length() + 1) : key.replaceFirst(".*/", "");
            String named = path.replaceFirst("\\[\\d+]$", "");
            boolean unnamed = named.isEmpty() || named.equals(key);
            return unnamed ? file.replaceFirst("\\.[^.]*$", "").replaceFirst(".*-", "") : named;
        }

        /// The submission at the root of what it belongs to.
        String root() {
            return parent.replaceFirst("/.*", "");
        }

        @Override
        public String toString() {
            return "Row " + place;
        }
    }

    /// Whether a file is a table of rounds.
    public static boolean looksLikeOne(byte[] bytes) {
        return CsvTable.text(bytes)
                .map(text -> text.lines().findFirst().orElse(""))
                .filter(first -> List.of(first.replace("\"", "").split(",")).contains(PARENT))
                .isPresent();
    }

    /// Takes a table of rounds.
    ///
    /// @param file what it is called, without its folder
    /// @throws Unreadable when it is no table
    public void add(byte[] bytes, String file) throws Unreadable {
        CsvTable table = CsvTable.read(CsvTable.text(bytes).orElseThrow(() -> new Unreadable("notATable")));
        for (List<String> cells : table.rows()) {
            int place =
                    (int) rows.stream().filter(row -> row.file().equals(file)).count() + 1;
            String parent = table.cell(cells, PARENT).orElse("");
            String key = table.cell(cells, KEY).orElse("");
            rows.add(new Row(file, place, key, parent, cells, table));
        }
    }

    /// The submissions of a table with the rounds that name them.
    public List<Offered> join(List<Offered> offered) {
        List<Offered> whole = new ArrayList<>();
        for (Offered one : offered) {
            boolean named = one instanceof Submission submission
                    && !submission.instance().isEmpty();
            whole.add(named ? join((Submission) one) : one);
        }
        return whole;
    }

    private Submission join(Submission submission) {
        String instance = submission.instance();
        List<Row> own = rows.stream().filter(row -> row.root().equals(instance)).toList();
        if (own.isEmpty()) {
            return submission;
        }
        Map<String, Object> answers = new LinkedHashMap<>(submission.answers());
        List<NotMapped> left = new ArrayList<>(submission.notMapped());
        StringBuilder content = new StringBuilder(submission.content());
        Map<String, Map<String, Object>> known = new HashMap<>();
        known.put(instance, answers);
        // a round is there before those within it, in whatever order the tables come
        List<Row> open = new ArrayList<>(own);
        boolean moved = true;
        while (moved && !open.isEmpty()) {
            moved = open.removeIf(row -> {
                Map<String, Object> parent = known.get(row.parent());
                if (parent == null) {
                    return false;
                }
                known.put(row.key(), round(parent, row, left));
                content.append('\u0002').append(String.join("\u0001", row.cells()));
                joined.add(row);
                return true;
            });
        }
        return submission.with(
                answers,
                Fingerprint.of(content.toString().getBytes(StandardCharsets.UTF_8))
                        .hex(),
                left);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> round(Map<String, Object> parent, Row row, List<NotMapped> left) {
        Map<String, Object> round = new LinkedHashMap<>();
        List<String> headings = row.table().headings();
        for (int i = 0; i < row.cells().size(); i++) {
            String said = row.cells().get(i);
            String heading = i < headings.size() ? headings.get(i) : "";
            if (CsvFile.unanswered(said) || heading.equals(KEY) || heading.equals(PARENT)) {
                continue;
            }
            if (CsvFile.bookkeeping(heading)) {
                String code = heading.isEmpty() ? "noHeading" : "bookkeeping";
                left.add(new NotMapped(code, row.file() + " " + row.place() + " " + heading, said));
            } else {
                CsvFile.put(round, heading.split("/"), 0, said)
                        .ifPresent(kept -> left.add(
                                new NotMapped("columnTwice", row.file() + " " + row.place() + " " + heading, kept)));
            }
        }
        String[] steps = row.repeat().split("/");
        Map<String, Object> into = parent;
        for (int i = 0; i + 1 < steps.length; i++) {
            into = CsvFile.group(into, steps[i]);
        }
        String name = steps[steps.length - 1];
        List<Object> all = into.get(name) instanceof List<?> list ? (List<Object>) list : new ArrayList<>();
        all.add(round);
        into.put(name, all);
        return round;
    }

    /// The tables that hold rounds of some submissions, by what their files are called.
    public Set<String> of(List<Offered> offered) {
        Set<String> instances = new HashSet<>();
        for (Offered one : offered) {
            if (one instanceof Submission submission) {
                instances.add(submission.instance());
            }
        }
        Set<String> named = new HashSet<>();
        rows.stream().filter(row -> instances.contains(row.root())).forEach(row -> named.add(row.file()));
        return named;
    }

    /// Rounds of a table that belong to no submission that was offered.
    public List<Offered> alone(String file) {
        return rows.stream()
                .filter(row -> row.file().equals(file) && !joined.contains(row))
                .<Offered>map(row -> new Refused(row.place(), "", List.of("childTable")))
                .toList();
    }
}
