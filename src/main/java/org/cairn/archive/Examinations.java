package org.cairn.archive;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.bundle.Content;
import org.cairn.bundle.MedicalReportPreview;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormRecord;
import org.cairn.domain.RecordKind;
import org.cairn.domain.medical.BodyDrawing;
import org.cairn.domain.medical.DetentionTest;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.Finding;
import org.cairn.domain.medical.Imaging;
import org.cairn.domain.medical.LabResult;
import org.cairn.store.RecordJson;

/// Medical records of the form `medical/2`: a form record whose fields are an [Examination].
///
/// Records of other forms, such as the free `medical/1`, stay what they are.
public final class Examinations {

    private static final String FIELDS = "medical.fields";
    private static final List<String> FINDINGS = List.of("scar-code", "finding-code");

    private Examinations() {}

    /// What a record says, where it was made with this form.
    ///
    /// @throws ArchiveException.InvalidInput naming the field that is not as it must be
    public static Optional<Examination> of(FormRecord form) {
        return isOne(form) ? Optional.of(read(form)) : Optional.empty();
    }

    /// The record with another content.
    public static FormRecord with(FormRecord form, Examination examination) {
        return new FormRecord(
                RecordKind.MEDICAL,
                form.title(),
                Examination.FORM,
                form.protection(),
                form.date(),
                form.witness(),
                fields(examination),
                form.answers());
    }

    /// The fields of a form that say an examination; what is empty is absent.
    public static Map<String, Object> fields(Examination examination) {
        Object written = RecordJson.readValue(Object.class, RecordJson.write(examination));
        Map<String, Object> fields = new TreeMap<>();
        if (pruned(written) instanceof Map<?, ?> map) {
            map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        }
        return fields;
    }

    /// Codes of what a careful report still lacks, with words in the message files `medical` (`missing.<code>`).
    ///
    /// @param standing what the witness's own decisions on a use come to; what an examiner ticked is no decision
    public static List<String> missing(
            FormRecord form, Examination examination, Function<String, ConsentStanding> standing) {
        List<String> missing = missing(form, examination);
        boolean known = form.witness().isPresent();
        for (String scope : List.of("MED_EXAM", "PHOTO_BODY")) {
            boolean ticked = examination.consentScopes().contains(scope);
            note(missing, known && ticked && !standing.apply(scope).permits(), "recorded." + scope);
        }
        return missing;
    }

    /// The same where the witness's decisions are not at hand.
    public static List<String> missing(FormRecord form, Examination examination) {
        List<String> missing = new ArrayList<>();
        note(missing, form.witness().isEmpty(), "witness");
        note(missing, form.date().isEmpty(), "date");
        note(
                missing,
                examination.clinician().filter(who -> !who.name().isBlank()).isEmpty(),
                "clinician");
        note(missing, !examination.consentScopes().contains("MED_EXAM"), "consent");
        boolean report = examination.examination().equals("MEDICO_LEGAL");
        if (report) {
            for (String section :
                    List.of("QUALIFICATIONS", "VERACITY", "ALLEGATIONS", "INTERPRETATION", "CONCLUSIONS")) {
                note(missing, examination.section(section).isBlank(), section);
            }
            note(missing, examination.overall().isBlank(), "overall");
        }
        boolean unjudged = examination.findings().stream()
                .anyMatch(finding -> finding.consistency().isBlank());
        note(missing, unjudged, "consistency");
        note(missing, examination.findings().stream().anyMatch(f -> f.mark().isEmpty()), "marks");
        note(missing, examination.imaging().filter(Examinations::unexplained).isPresent(), "agenesis");
        note(
                missing,
                examination.tests().stream().anyMatch(test -> test.notTested().isBlank()),
                "notTested");
        note(
                missing,
                examination.clinician().filter(who -> who.signed().isPresent()).isEmpty(),
                "signature");
        return missing;
    }

    /// Whether a kidney is absent and nobody says whether it was from birth.
    private static boolean unexplained(Imaging imaging) {
        return imaging.agenesisExcluded().isBlank()
                && Stream.of(imaging.left(), imaging.right())
                        .anyMatch(kidney -> kidney.filter(one -> one.state().equals("ABSENT"))
                                .isPresent());
    }

    /// The report as it will print, as a PDF in memory.
    ///
    /// @param ui the language of its headings where the clinician's is none that the program speaks
    public static byte[] preview(FormRecord form, Locale ui) {
        Examination examination = of(form).orElseThrow(() -> new ArchiveException.InvalidInput("form", "unknownValue"));
        return MedicalReportPreview.pdf(
                content(form, examination, Fingerprint.of(new byte[0]), Content.Added.NONE), ui);
    }

    static Content.MedicalReport content(
            FormRecord form, Examination examination, Fingerprint hash, Content.Added added) {
        return new Content.MedicalReport(
                form.title(), examination, form.witness().map(Object::toString).orElse(""), form.date(), hash, added);
    }

    /// The fields of a record of another form as lines, each named as it is kept.
    static Map<String, String> free(FormRecord form) {
        Map<String, String> lines = new LinkedHashMap<>();
        form.fields().forEach((name, value) -> free(lines, name, value));
        return lines;
    }

    private static void free(Map<String, String> lines, String name, Object value) {
        switch (value) {
            case Map<?, ?> map -> map.forEach((inner, said) -> free(lines, name + " · " + inner, said));
            case List<?> list -> {
                for (int i = 0; i < list.size(); i++) {
                    free(lines, list.size() == 1 ? name : name + " " + (i + 1), list.get(i));
                }
            }
            default -> lines.put(name, String.valueOf(value));
        }
    }

    static boolean isOne(FormRecord form) {
        return form.kind() == RecordKind.MEDICAL && form.form().equals(Examination.FORM);
    }

    /// A record as it is kept: its dates as they were understood. Refuses one of this form that cannot be read, or has
    /// a code that no list has.
    static FormRecord required(FormRecord form) {
        if (!isOne(form)) {
            return form;
        }
        Examination examination = placed(read(form));
        requireKnown(examination);
        return with(form, examination);
    }

    /// Findings that have a place but no region get that of their place.
    private static Examination placed(Examination examination) {
        return examination.withFindings(examination.findings().stream()
                .map(finding -> finding.region().isEmpty()
                        ? finding.mark()
                                .flatMap(mark -> BodyDrawing.of(mark.view()).at(mark.x(), mark.y()))
                                .map(region -> finding.at(region.code()))
                                .orElse(finding)
                        : finding)
                .toList());
    }

    private static Examination read(FormRecord form) {
        try {
            return RecordJson.readValue(Examination.class, RecordJson.write(form.fields()));
        } catch (ArchiveException.InvalidInput e) {
            List<Object> said = e.arguments();
            String path = String.valueOf(said.get(0)).replaceFirst("^examination", FIELDS);
            throw new ArchiveException.InvalidInput(path, String.valueOf(said.get(1)));
        }
    }

    private static void requireKnown(Examination exam) {
        known("examination-kind", "examination", exam.examination());
        optional("consistency", "overall", exam.overall());
        exam.sections().keySet().forEach(code -> known("medical-section", "sections." + code, code));
        exam.restrictions().forEach(code -> known("exam-restriction", "restrictions", code));
        exam.consentScopes().forEach(code -> known("consent-scope", "consentScopes", code));
        for (int i = 0; i < exam.findings().size(); i++) {
            finding("findings[" + i + "].", exam.findings().get(i));
        }
        for (int i = 0; i < exam.tests().size(); i++) {
            test("tests[" + i + "].", exam.tests().get(i));
        }
        exam.imaging().ifPresent(Examinations::imaging);
        exam.postMortem().ifPresent(body -> {
            optional("answer", "postMortem.autopsy", body.autopsy());
            optional("answer", "postMortem.familyAccess", body.familyAccess());
            optional("body-fate", "postMortem.body", body.body());
        });
        exam.recipient().ifPresent(recipient -> optional("answer", "recipient.prescheduled", recipient.prescheduled()));
        for (int i = 0; i < exam.laboratory().size(); i++) {
            laboratory("laboratory[" + i + "].", exam.laboratory().get(i));
        }
    }

    private static void finding(String at, Finding finding) {
        if (FINDINGS.stream().noneMatch(list -> Vocabulary.codes(list).contains(finding.code()))) {
            throw new ArchiveException.InvalidInput(
                    FIELDS + "." + at + "code",
                    "unknownValue",
                    FINDINGS.stream()
                            .flatMap(list -> Vocabulary.codes(list).stream())
                            .collect(Collectors.toList()));
        }
        optional("body-side", at + "side", finding.side());
        optional("consistency", at + "consistency", finding.consistency());
        optional("answer", at + "sutureMarks", finding.sutureMarks());
        optional("answer", at + "drainSite", finding.drainSite());
        optional("answer", at + "scaleInPhotograph", finding.scaleInPhotograph());
        optional("body-region", at + "region", finding.region());
    }

    private static void test(String at, DetentionTest test) {
        known("detention-test", at + "test", test.test());
        optional("answer", at + "explanation", test.explanation());
        optional("answer", at + "consent", test.consent());
        optional("answer", at + "result", test.result());
    }

    private static void imaging(Imaging imaging) {
        imaging.methods().forEach(code -> known("imaging-method", "imaging.methods", code));
        imaging.left().ifPresent(kidney -> known("kidney-state", "imaging.left.state", kidney.state()));
        imaging.right().ifPresent(kidney -> known("kidney-state", "imaging.right.state", kidney.state()));
        optional("answer", "imaging.clips", imaging.clips());
        optional("answer", "imaging.agenesisExcluded", imaging.agenesisExcluded());
    }

    private static void laboratory(String at, LabResult result) {
        optional("unit", at + "unit", result.unit());
        optional("specimen", at + "specimen", result.specimen());
    }

    private static void optional(String list, String field, String code) {
        if (!code.isEmpty()) {
            known(list, field, code);
        }
    }

    private static void known(String list, String field, String code) {
        Vocabulary.require(list, FIELDS + "." + field, code);
    }

    private static void note(List<String> missing, boolean lacks, String code) {
        if (lacks) {
            missing.add(code);
        }
    }

    private static Object pruned(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                Map<String, Object> kept = new TreeMap<>();
                map.forEach((name, inner) -> {
                    Object left = pruned(inner);
                    if (!isEmpty(left)) {
                        kept.put(String.valueOf(name), left);
                    }
                });
                yield kept;
            }
            case List<?> list -> list.stream().map(Examinations::pruned).toList();
            default -> value;
        };
    }

    private static boolean isEmpty(Object value) {
        return value.equals("")
                || value instanceof Map<?, ?> map && map.isEmpty()
                || value instanceof List<?> list && list.isEmpty();
    }
}
