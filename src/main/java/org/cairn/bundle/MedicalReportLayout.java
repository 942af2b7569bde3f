package org.cairn.bundle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.bundle.typeset.Flow;
import org.cairn.bundle.typeset.Fonts;
import org.cairn.bundle.typeset.Paper;
import org.cairn.bundle.typeset.Style;
import org.cairn.bundle.typeset.Table;
import org.cairn.bundle.typeset.Typeset;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.medical.Clinician;
import org.cairn.domain.medical.Examination;
import org.cairn.domain.medical.Finding;

/// A medical record as it is printed, in the order of the Istanbul Protocol (2022): the case, who examined, what is
/// alleged, what was found and where, what it means, what restricted it, and the signature.
final class MedicalReportLayout {

    private final MedicalWords words;
    private final Content.MedicalReport report;
    private final Examination exam;
    private final Map<Reference, PlannedExhibit> exhibits;
    private final Flow flow;
    /// What its headings are in: the clinician's language, where the program speaks it.
    private final Optional<LanguageTag> own;

    /// @param words of the bundle
    /// @param exhibits the exhibits of the bundle by reference; none in a preview
    MedicalReportLayout(
            Fonts fonts,
            Words words,
            Paper paper,
            Content.MedicalReport report,
            Map<Reference, PlannedExhibit> exhibits) {
        this.report = report;
        this.exam = report.examination();
        this.words = new MedicalWords(exam.language(), words);
        this.exhibits = exhibits;
        this.own = Optional.of(new LanguageTag(this.words.plain().locale().toLanguageTag()));
        this.flow = new Flow(fonts, Looks.PAGE.on(paper), this.words.plain().direction()).speaking(own);
    }

    Typeset set() {
        heading();
        caseInformation();
        sections("CASE_INFORMATION", "QUALIFICATIONS", "VERACITY", "BACKGROUND", "ALLEGATIONS");
        MedicalFacts facts = new MedicalFacts(words, exam, flow, this::cited);
        facts.tests();
        sections("SYMPTOMS", "PHYSICAL_EXAMINATION");
        findings();
        new BodyPages(words, exam.findings(), flow).set();
        sections("PSYCHOLOGICAL_HISTORY", "PSYCHOLOGICAL_EXAMINATION", "PHOTOGRAPHS", "DIAGNOSTIC_TESTS");
        facts.imaging();
        facts.laboratory();
        facts.postMortem();
        facts.recipient();
        sections("CONSULTATIONS", "INTERPRETATION");
        overall();
        facts.diagnoses();
        sections("CONCLUSIONS", "RECOMMENDATIONS");
        new AnswerPart(words.plain(), exam.language(), flow)
                .set(report.added().answers(), report.added().forms());
        restrictions();
        signature();
        sources();
        sections("ANNEXES");
        return flow.finish();
    }

    private void heading() {
        if (!exam.marking().isBlank()) {
            flow.paragraph(
                    exam.marking(), Looks.KICKER.aligned(Style.Align.CENTRE).spaced(0, 10));
        }
        String who = report.pseudonym().isEmpty() ? words.text("report.nobody") : report.pseudonym();
        boolean whole = exam.examination().equals("MEDICO_LEGAL");
        flow.paragraph(
                words.text(whole ? "report.title" : "report.titlePlain", who),
                Style.serif(17, 24)
                        .inBold()
                        .aligned(Style.Align.CENTRE)
                        .spaced(0, 2)
                        .asHeading(1));
        flow.paragraph(
                words.coded("examination-kind", exam.examination()),
                Style.serif(11.5f, 17)
                        .in(Style.Ink.QUIET)
                        .aligned(Style.Align.CENTRE)
                        .spaced(0, 4));
        flow.paragraph(words.text("report.pseudonym"), Looks.NOTE.aligned(Style.Align.CENTRE));
        flow.space(8);
        flow.rule();
        flow.space(4);
    }

    private void caseInformation() {
        flow.heading(words.text("report.case"), Looks.SUBHEADING);
        Clinician clinician = exam.clinician().orElseGet(Clinician::none);
        known(
                words.row("witness", report.pseudonym()),
                words.row("date", words.date(report.date())),
                words.row("place", exam.place()),
                words.row(
                        "minutes",
                        exam.minutes()
                                .map(length -> words.text("report.minutes", length))
                                .orElse("")),
                words.row("clinician", clinician.name()),
                words.row("registration", clinician.registration()),
                words.row("requestedBy", exam.requestedBy()),
                words.row("interpreter", exam.interpreter()),
                words.row("present", words.plain().list(exam.present())),
                words.row("consentScopes", noted(words.codes("consent-scope", exam.consentScopes()))));
    }

    /// What an examiner ticked is no decision of the witness; those are in the statement on consent.
    private String noted(String consents) {
        return consents.isBlank() ? consents : words.text("report.noted", consents);
    }

    private void known(Table.Row... rows) {
        flow.table(Looks.known(0.32f, List.of(rows)));
    }

    /// Sections that say something, in the clinician's own words.
    private void sections(String... codes) {
        for (String code : codes) {
            String text = exam.section(code);
            if (!text.isBlank()) {
                flow.heading(words.coded("medical-section", code), Looks.SUBHEADING);
                flow.speaking(Optional.of(exam.language()));
                for (String paragraph : text.strip().split("\n\\s*\n")) {
                    flow.quoted(paragraph, Looks.READ_TEXT);
                }
                flow.speaking(own);
            }
        }
    }

    private void findings() {
        if (exam.findings().isEmpty()) {
            return;
        }
        flow.heading(words.text("report.findings"), Looks.SUBHEADING);
        List<Table.Row> rows = new ArrayList<>();
        for (int i = 0; i < exam.findings().size(); i++) {
            Finding finding = exam.findings().get(i);
            rows.add(Table.Row.of(
                    String.valueOf(i + 1),
                    described(finding),
                    finding.attributedTo(),
                    words.coded("consistency", finding.consistency())));
        }
        flow.table(new Table(
                List.of(
                        new Table.Column(0.06f, Looks.CELL),
                        new Table.Column(0.46f, Looks.CELL),
                        new Table.Column(0.28f, Looks.CELL),
                        new Table.Column(0.20f, Looks.CELL)),
                List.of(
                        words.field("number"),
                        words.field("finding"),
                        words.field("attributedTo"),
                        words.field("consistency")),
                rows,
                true));
        flow.space(6);
        flow.paragraph(
                words.text(
                        "report.degrees",
                        words.codes(
                                "consistency",
                                List.of(
                                        "NOT_CONSISTENT",
                                        "CONSISTENT",
                                        "HIGHLY_CONSISTENT",
                                        "TYPICAL_OF",
                                        "DIAGNOSTIC_OF"))),
                Looks.NOTE);
    }

    /// A finding in one cell: what and where, then each thing known of it on a line of its own.
    private String described(Finding finding) {
        List<String> lines = new ArrayList<>();
        lines.add(words.finding(finding));
        String where = words.where(finding);
        if (!where.isEmpty()) {
            lines.add(where);
        }
        if (!finding.description().isBlank()) {
            lines.add(finding.description());
        }
        labelled(lines, "size", words.size(finding));
        labelled(lines, "colour", finding.colour());
        labelled(lines, "ageEstimate", finding.ageEstimate());
        labelled(lines, "sutureMarks", words.coded("answer", finding.sutureMarks()));
        labelled(lines, "drainSite", words.coded("answer", finding.drainSite()));
        labelled(
                lines,
                "photographs",
                words.plain()
                        .list(finding.photographs().stream().map(this::cited).toList()));
        labelled(lines, "scaleInPhotograph", words.coded("answer", finding.scaleInPhotograph()));
        return String.join("\n", lines);
    }

    private void labelled(List<String> lines, String field, String value) {
        if (!value.isBlank()) {
            lines.add(words.text("report.labelled", words.field(field), value));
        }
    }

    /// An exhibit by its mark in this bundle, anything else by its reference alone.
    private String cited(Reference reference) {
        return Optional.ofNullable(exhibits.get(reference))
                .map(exhibit -> words.text("report.exhibit", exhibit.mark(), reference.toString()))
                .orElse(reference.toString());
    }

    private void overall() {
        if (exam.overall().isEmpty()) {
            return;
        }
        flow.heading(words.text("report.overall"), Looks.SUBHEADING);
        String degree = words.coded("consistency", exam.overall());
        flow.paragraph(
                exam.overallWith().isBlank() ? degree : words.text("report.overallSaid", degree, exam.overallWith()),
                Looks.READ_TEXT.inBold());
    }

    private void restrictions() {
        String text = exam.section("RESTRICTIONS");
        if (exam.restrictions().isEmpty() && text.isBlank()) {
            flow.heading(words.coded("medical-section", "RESTRICTIONS"), Looks.SUBHEADING);
            flow.paragraph(words.text("report.none"), Looks.NOTE);
            return;
        }
        flow.heading(words.coded("medical-section", "RESTRICTIONS"), Looks.SUBHEADING);
        exam.restrictions()
                .forEach(code ->
                        flow.paragraph("– " + words.coded("exam-restriction", code), Looks.READ_TEXT.spaced(0, 2)));
        if (!text.isBlank()) {
            flow.quoted(text, Looks.READ_TEXT.spaced(4, 6));
        }
    }

    private void signature() {
        Clinician clinician = exam.clinician().orElseGet(Clinician::none);
        flow.room(120);
        flow.heading(words.text("report.signature"), Looks.SUBHEADING);
        if (clinician.signed().isEmpty()) {
            flow.paragraph(words.text("report.unsigned"), Looks.NOTE);
        }
        known(
                words.row("clinician", clinician.name()),
                words.row("registration", clinician.registration()),
                words.row("signed", words.date(clinician.signed())),
                words.row("signedPlace", clinician.place()));
        flow.space(26);
        flow.rule();
    }

    private void sources() {
        if (exam.sources().isEmpty()) {
            return;
        }
        flow.heading(words.text("report.sources"), Looks.SUBHEADING);
        for (Reference source : exam.sources()) {
            Optional<PlannedExhibit> exhibit = Optional.ofNullable(exhibits.get(source));
            flow.paragraph(
                    cited(source),
                    exhibit.isPresent() ? Looks.accent(Looks.VALUE) : Looks.VALUE,
                    words.plain().direction(),
                    0,
                    exhibit.map(Keys::exhibit));
        }
    }
}
