package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Table;
import org.cairn.domain.Reference;
import org.cairn.domain.medical.DetentionTest;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.Imaging;
import org.cairn.domain.medical.PostMortem;
import org.cairn.domain.medical.RecipientCourse;

/// The parts of a medical report that are tables: tests, imaging, laboratory, a body, a recipient, diagnoses.
final class MedicalFacts {

    private static final float LABEL = 0.32f;

    private final MedicalWords words;
    private final Examination exam;
    private final Flow flow;
    private final Function<Reference, String> cited;

    MedicalFacts(MedicalWords words, Examination exam, Flow flow, Function<Reference, String> cited) {
        this.words = words;
        this.exam = exam;
        this.flow = flow;
        this.cited = cited;
    }

    void tests() {
        if (exam.tests().isEmpty()) {
            return;
        }
        flow.room(150);
        flow.heading(words.text("report.tests"), Looks.SUBHEADING);
        for (int i = 0; i < exam.tests().size(); i++) {
            DetentionTest test = exam.tests().get(i);
            flow.heading(
                    words.text("report.testNumber", i + 1, words.coded("detention-test", test.test())),
                    Looks.VALUE.inBold().spaced(6, 2));
            known(
                    words.row("when", words.date(test.date())),
                    words.row("facility", test.facility()),
                    words.row("byWhom", test.byWhom()),
                    words.row("explanation", words.coded("answer", test.explanation())),
                    words.row("consent", words.coded("answer", test.consent())),
                    words.row("result", words.coded("answer", test.result())),
                    words.row("notTested", test.notTested()),
                    words.row("followed", test.followed()),
                    words.row("note", test.note()));
        }
    }

    void imaging() {
        exam.imaging().ifPresent(this::imaging);
    }

    private void imaging(Imaging imaging) {
        flow.heading(words.text("report.imaging"), Looks.SUBHEADING);
        known(
                words.row("methods", words.codes("imaging-method", imaging.methods())),
                words.row("when", words.date(imaging.date())),
                words.row("facility", imaging.facility()),
                words.row("leftKidney", kidney(imaging.left())),
                words.row("rightKidney", kidney(imaging.right())),
                words.row("clips", words.coded("answer", imaging.clips())),
                words.row("agenesisExcluded", words.coded("answer", imaging.agenesisExcluded())),
                words.row("agenesisHow", imaging.agenesisHow()),
                words.row("report", imaging.report()),
                words.row(
                        "files",
                        words.plain().list(imaging.files().stream().map(cited).toList())));
    }

    private String kidney(Optional<Imaging.Kidney> kidney) {
        return kidney.map(one -> {
                    List<String> parts = new ArrayList<>();
                    parts.add(words.coded("kidney-state", one.state()));
                    one.lengthMm().ifPresent(length -> parts.add(words.text("report.size", length)));
                    parts.add(one.note());
                    return words.plain()
                            .list(parts.stream().filter(part -> !part.isBlank()).toList());
                })
                .orElse("");
    }

    private String both(String value, String result) {
        return words.plain()
                .list(Stream.of(value, result).filter(part -> !part.isBlank()).toList());
    }

    void laboratory() {
        if (exam.laboratory().isEmpty()) {
            return;
        }
        flow.heading(words.text("report.laboratory"), Looks.SUBHEADING);
        List<Table.Row> rows = exam.laboratory().stream()
                .map(result -> Table.Row.of(
                        words.analyte(result),
                        both(result.value(), result.result()),
                        words.coded("unit", result.unit()),
                        words.range(result),
                        words.flag(result),
                        words.plain()
                                .list(Stream.of(
                                                words.coded("specimen", result.specimen()),
                                                words.date(result.date()),
                                                result.laboratory())
                                        .filter(part -> !part.isBlank())
                                        .toList())))
                .toList();
        flow.table(new Table(
                List.of(
                        new Table.Column(0.27f, Looks.CELL),
                        new Table.Column(0.16f, Looks.CELL),
                        new Table.Column(0.13f, Looks.CELL),
                        new Table.Column(0.15f, Looks.CELL),
                        new Table.Column(0.13f, Looks.CELL),
                        new Table.Column(0.22f, Looks.CELL)),
                List.of(
                        words.field("analyte"),
                        words.field("value"),
                        words.field("unit"),
                        words.field("range"),
                        words.field("flag"),
                        words.field("specimen")),
                rows,
                true));
    }

    void postMortem() {
        exam.postMortem().ifPresent(this::postMortem);
    }

    private void postMortem(PostMortem body) {
        flow.heading(words.text("report.postMortem"), Looks.SUBHEADING);
        known(
                words.row("died", words.date(body.died())),
                words.row("causeGiven", body.causeGiven()),
                words.row("organsAbsent", words.plain().list(body.organsAbsent())),
                words.row("incision", body.incision()),
                words.row("suturing", body.suturing()),
                words.row("autopsy", words.coded("answer", body.autopsy())),
                words.row("autopsyBy", body.autopsyBy()),
                words.row("autopsyDate", words.date(body.autopsyDate())),
                words.row("body", words.coded("body-fate", body.body())),
                words.row("familyAccess", words.coded("answer", body.familyAccess())),
                words.row("note", body.note()));
    }

    void recipient() {
        exam.recipient().ifPresent(this::recipient);
    }

    private void recipient(RecipientCourse course) {
        flow.heading(words.text("report.recipient"), Looks.SUBHEADING);
        known(
                words.row("organ", course.organ()),
                words.row("listed", words.date(course.listed())),
                words.row("offered", words.date(course.offered())),
                words.row(
                        "waitingDays",
                        course.waitingDays()
                                .map(days -> words.text("report.days", days))
                                .orElse("")),
                words.row("operated", words.date(course.operated())),
                words.row("prescheduled", words.coded("answer", course.prescheduled())),
                words.row("quoted", price(course.quoted())),
                words.row("paid", price(course.paid())),
                words.row("facility", course.facility()),
                words.row("donorTold", course.donorTold()),
                words.row("matching", course.matching()),
                words.row("aftercareCountry", course.aftercareCountry()),
                words.row("note", course.note()));
    }

    private static String price(Optional<RecipientCourse.Price> price) {
        return price.map(one -> one.amount() + " " + one.currency()).orElse("");
    }

    void diagnoses() {
        if (exam.diagnoses().isEmpty()) {
            return;
        }
        flow.heading(words.text("report.diagnoses"), Looks.SUBHEADING);
        List<Table.Row> rows = exam.diagnoses().stream()
                .map(diagnosis -> Table.Row.of(
                        diagnosis.code(),
                        diagnosis.text().isBlank() ? words.coded("diagnosis", diagnosis.code()) : diagnosis.text()))
                .toList();
        flow.table(Table.labels(Looks.VALUE, Looks.VALUE, 0.14f, rows));
    }

    private void known(Table.Row... rows) {
        flow.table(Looks.known(LABEL, List.of(rows)));
    }
}
