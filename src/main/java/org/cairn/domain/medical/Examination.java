package org.cairn.domain.medical;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;

/// What a medical record of the form `medical/2` says.
///
/// @param examination of the vocabulary `examination-kind`
/// @param language in which the clinician wrote
/// @param marking what every page of it is marked with, such as `SYNTHETIC`
/// @param clinician who examined
/// @param place where, as far as that may be said
/// @param minutes how long it took
/// @param interpreter by pseudonym, or empty
/// @param present who else was in the room
/// @param requestedBy who asked for it
/// @param consentScopes what the person allowed of it, of the vocabulary `consent-scope`
/// @param sections texts by code of the vocabulary `medical-section`
/// @param restrictions of the vocabulary `exam-restriction`
/// @param findings on the body, numbered in this order
/// @param overall how far everything agrees with what is alleged, of the vocabulary `consistency`, or empty
/// @param overallWith what it was asked to agree with
/// @param tests in detention
/// @param imaging what pictures of the inside show
/// @param postMortem what is known of a body
/// @param recipient how an organ was come by
/// @param laboratory results
/// @param diagnoses by code
/// @param sources evidence and statements it rests on
public record Examination(
        String examination,
        LanguageTag language,
        String marking,
        Optional<Clinician> clinician,
        String place,
        Optional<Integer> minutes,
        String interpreter,
        List<String> present,
        String requestedBy,
        List<String> consentScopes,
        Map<String, String> sections,
        List<String> restrictions,
        List<Finding> findings,
        String overall,
        String overallWith,
        List<DetentionTest> tests,
        Optional<Imaging> imaging,
        Optional<PostMortem> postMortem,
        Optional<RecipientCourse> recipient,
        List<LabResult> laboratory,
        List<Diagnosis> diagnoses,
        List<Reference> sources) {

    /// The name and version of the form that says all this.
    public static final String FORM = "medical/2";

    public Examination {
        Measured.requireMinutes("minutes", minutes);
        present = List.copyOf(present);
        consentScopes = List.copyOf(consentScopes);
        sections = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(sections));
        restrictions = List.copyOf(restrictions);
        findings = List.copyOf(findings);
        tests = List.copyOf(tests);
        laboratory = List.copyOf(laboratory);
        diagnoses = List.copyOf(diagnoses);
        sources = List.copyOf(sources);
    }

    /// An examination of which nothing is known but its kind.
    public static Examination blank(String kind, LanguageTag language) {
        return new Examination(
                kind,
                language,
                "",
                Optional.empty(),
                "",
                Optional.empty(),
                "",
                List.of(),
                "",
                List.of(),
                Map.of(),
                List.of(),
                List.of(),
                "",
                "",
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of());
    }

    /// The same with other findings.
    public Examination withFindings(List<Finding> others) {
        return new Examination(
                examination,
                language,
                marking,
                clinician,
                place,
                minutes,
                interpreter,
                present,
                requestedBy,
                consentScopes,
                sections,
                restrictions,
                others,
                overall,
                overallWith,
                tests,
                imaging,
                postMortem,
                recipient,
                laboratory,
                diagnoses,
                sources);
    }

    /// The text of a section, or an empty one.
    public String section(String code) {
        return sections.getOrDefault(code, "");
    }

    @Override
    public String toString() {
        return "Examination";
    }
}
