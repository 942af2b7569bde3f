package org.cairn.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.cairn.domain.Assessment;
import org.cairn.domain.Glance;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.ReviewMark;
import org.jdbi.v3.core.Handle;

/// What lists show of the work on records, a page of them at a time.
final class Glances {

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
        return new Glance(
                marks.stream().map(ReviewMark::person).toList(),
                outdated,
                assessed(record, Assessment.Aspect.GRADING),
                assessed(record, Assessment.Aspect.AUTHENTICITY),
                number(
                        "SELECT count(*) FROM record WHERE about = ? AND kind = ? AND closed = 0 AND protection <= ?",
                        record.toString(),
                        RecordKind.NOTE.letter(),
                        clearance.ordinal()),
                record.kind() == RecordKind.EVIDENCE ? relations(record, clearance) : 0);
    }

    /// Grades end in a digit, and no other assessment does.
    private String assessed(Reference record, Assessment.Aspect aspect) {
        String digit = aspect == Assessment.Aspect.GRADING ? "GLOB" : "NOT GLOB";
        return handle.select(
                        "SELECT type FROM record WHERE about = ? AND kind = ? AND type " + digit + " '[A-F][1-6]'",
                        record.toString(),
                        RecordKind.ASSESSMENT.letter())
                .mapTo(String.class)
                .findFirst()
                .orElse("");
    }

    private int relations(Reference item, Protection clearance) {
        return number("""
                SELECT count(*) FROM record r WHERE r.kind = 'E' AND r.protection <= ? AND (
                    r.number IN (SELECT other FROM relation WHERE number = ?)
                    OR r.number IN (SELECT number FROM relation WHERE other = ?)
                    OR r.parent = ?
                    OR 'E-' || printf('%04d', r.number) =
                        (SELECT parent FROM record WHERE kind = 'E' AND number = ?))
                """, clearance.ordinal(), item.number(), item.number(), item.toString(), item.number());
    }

    private int number(String sql, Object... arguments) {
        return handle.select(sql, arguments).mapTo(int.class).one();
    }
}
