package org.cairn.store;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.cairn.domain.Assessment;
import org.cairn.domain.Glance;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.jdbi.v3.core.Handle;

/// What lists show of the work on records, a page of them at a time.
final class Glances {

    static final String RELATIONS = """
            SELECT count(*) FROM record WHERE kind = 'E' AND protection <= ? AND number IN (
                SELECT other FROM relation WHERE number = ?
                UNION SELECT number FROM relation WHERE other = ?
                UNION SELECT number FROM record WHERE parent = ? AND kind = 'E'
                UNION SELECT CAST(substr(parent, 3) AS INTEGER) FROM record WHERE kind = 'E' AND number = ?)
            """;

    private static final Pattern GRADE = Pattern.compile("[A-F][1-6]");

    private final Handle handle;

    Glances(Handle handle) {
        this.handle = handle;
    }

    Map<Reference, Glance> of(List<Reference> records, Protection clearance) {
        Map<Reference, Glance> glances = new HashMap<>();
        records.forEach(record -> glances.put(record, of(record, clearance)));
        return glances;
    }

    private Glance of(Reference record, Protection clearance) {
        List<ReviewMark> marks = new Reviews(handle).of(record);
        boolean outdated = !marks.isEmpty()
                && number(
                                "SELECT count(*) FROM record WHERE kind = ? AND number = ? AND revision <= ?",
                                record.kind().letter(),
                                record.number(),
                                marks.stream()
                                        .mapToInt(ReviewMark::revision)
                                        .max()
                                        .orElse(0))
                        == 0;
        Map<Assessment.Aspect, String> assessed = assessed(record);
        return new Glance(
                marks.stream().map(ReviewMark::person).toList(),
                outdated,
                assessed.getOrDefault(Assessment.Aspect.GRADING, ""),
                assessed.getOrDefault(Assessment.Aspect.AUTHENTICITY, ""),
                openNotes(record, clearance),
                record.kind() == RecordKind.EVIDENCE ? relations(record, clearance) : 0);
    }

    /// What is held of a record, as codes. Grades end in a digit, and no other assessment does.
    Map<Assessment.Aspect, String> assessed(Reference record) {
        Map<Assessment.Aspect, String> assessed = new EnumMap<>(Assessment.Aspect.class);
        handle.select(
                        "SELECT type FROM record WHERE about = ? AND kind = ?",
                        record.toString(),
                        RecordKind.ASSESSMENT.letter())
                .mapTo(String.class)
                .forEach(type -> assessed.putIfAbsent(
                        GRADE.matcher(type).matches() ? Assessment.Aspect.GRADING : Assessment.Aspect.AUTHENTICITY,
                        type));
        return assessed;
    }

    /// Notes beside a record that are not closed.
    int openNotes(Reference record, Protection clearance) {
        return number(
                "SELECT count(*) FROM record WHERE about = ? AND kind = ? AND closed = 0 AND protection <= ?",
                record.toString(),
                RecordKind.NOTE.letter(),
                clearance.ordinal());
    }

    /// The elements that links which are not closed say a record bears on.
    Set<String> linkedElements(Reference record, Protection clearance) {
        return handle.select(
                        "SELECT type FROM record WHERE about = ? AND kind = ? AND closed = 0 AND protection <= ?",
                        record.toString(),
                        RecordKind.LINK.letter(),
                        clearance.ordinal())
                .mapTo(String.class)
                .set();
    }

    /// Each of them is looked up by an index.
    private int relations(Reference item, Protection clearance) {
        return number(RELATIONS, clearance.ordinal(), item.number(), item.number(), item.toString(), item.number());
    }

    private int number(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(int.class).one();
    }
}
