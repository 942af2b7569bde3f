package org.cairn.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.crypto.Secret;
import org.cairn.domain.Acquisition;
import org.cairn.domain.ArchiveRecord;
import org.cairn.domain.Assessment;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.ElementLink;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FieldType;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.FormField;
import org.cairn.domain.FormOrigin;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FrozenList;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.NotMapped;
import org.cairn.domain.Note;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.ReadBack;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.SavedList;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.Serving;
import org.cairn.domain.Signature;
import org.cairn.domain.SynonymGroup;
import org.cairn.domain.Term;
import org.cairn.domain.Testimony;
import org.cairn.domain.Translation;
import org.cairn.domain.Witness;

/// Invented records to test with.
final class Samples {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    static final Reference WITNESS = new Reference(RecordKind.WITNESS, 1);

    private Samples() {}

    static Secret key() {
        return key(7);
    }

    static Secret key(int fill) {
        byte[] bytes = new byte[32];
        Arrays.fill(bytes, (byte) fill);
        return Secret.of(bytes);
    }

    static Witness witness(Protection protection) {
        return new Witness("former-detainee", new LanguageTag("ug"), protection, false, "");
    }

    static Consent consent(String scope, ConsentDecision decision) {
        return new Consent(
                WITNESS,
                Optional.of(new Reference(RecordKind.TESTIMONY, 1)),
                scope,
                decision,
                Optional.of("Tribunal"),
                List.of("NO_FACE"),
                Optional.of(LocalDate.of(2026, 3, 1)),
                Optional.of(LocalDate.of(2030, 12, 31)),
                new LanguageTag("ug"),
                "counsel 2",
                Optional.of("interpreter 1"),
                "rested",
                ConsentMode.ORAL_RECORDED,
                Optional.of(new Reference(RecordKind.EVIDENCE, 2)));
    }

    static RiskAssessment risk() {
        return new RiskAssessment(
                WITNESS,
                List.of(new RiskAssessment.Threat("family at home", 4, 5, List.of("no calls"))),
                Optional.of(LocalDate.of(2026, 9, 1)),
                List.of("telephone"),
                "through the house");
    }

    static Testimony testimony(String words, boolean sealed) {
        return new Testimony(
                WITNESS,
                "Account of a transfer",
                InterviewKind.FULL_STATEMENT,
                new LanguageTag("ug"),
                new Interview(
                        Optional.of(FuzzyDate.parse("2026-02")),
                        "a safe place",
                        "interviewer 3",
                        List.of(new Interview.Interpreter(
                                "interpreter 1", new LanguageTag("ug"), new LanguageTag("en"), true, true)),
                        List.of(new Interview.Presence("P-2", "support person")),
                        Interview.Recording.AUDIO,
                        false,
                        List.of(new Interview.Break("BREAK", NOON, "tired"))),
                List.of(
                        new Paragraph(
                                words,
                                Optional.of(Paragraph.Basis.SEEN),
                                Optional.of(new Paragraph.Question("What then?", Paragraph.Question.Type.OPEN)),
                                List.of(new Reference(RecordKind.EVIDENCE, 1)),
                                Optional.of(75)),
                        Paragraph.of("مەن كۆردۈم")),
                Optional.of(new ReadBack(
                        new LanguageTag("ug"), "interpreter 1", Optional.of(FuzzyDate.parse("2026-02-11")), "")),
                Set.of("TRUTH", "VOLUNTARY"),
                Optional.of(new Signature(Signature.Mode.THUMBPRINT, Optional.empty(), Optional.empty())),
                Optional.of("I interpreted faithfully."),
                List.of(new Translation(
                        new LanguageTag("en"),
                        "translator 1",
                        Translation.Status.REVISED,
                        Optional.of("checker 1"),
                        List.of("I was taken there.", ""))),
                Protection.CONFIDENTIAL,
                sealed,
                Optional.empty());
    }

    static EvidenceItem evidence(String title, Protection protection) {
        return new EvidenceItem(
                title,
                "LABORATORY",
                Optional.of(FuzzyDate.parse("2014")),
                Optional.of(new LanguageTag("zh-Hans")),
                "laboratory",
                "ward",
                new Acquisition("W-0001", "HANDED_OVER", "interviewer 3", Optional.of(FuzzyDate.parse("2026-02-11"))),
                "COPY",
                Optional.empty(),
                Optional.empty(),
                Optional.of(WITNESS),
                "scan 1.pdf",
                Fingerprint.of(title.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                1234,
                "application/pdf",
                protection,
                Set.of("blood", "ABO"),
                true);
    }

    static FormRecord form(RecordKind kind) {
        return new FormRecord(
                kind,
                "Invented " + kind.code(),
                kind.code() + "/1",
                Protection.RESTRICTED,
                Optional.of(FuzzyDate.parse("2004-06/2006-08")),
                Optional.of(WITNESS),
                Map.of(
                        "amount",
                        "1000.00",
                        "currency",
                        "USD",
                        "count",
                        3,
                        "share",
                        0.25,
                        "paid",
                        true,
                        "steps",
                        List.of("promised", Map.of("then", "withheld", "days", 12))));
    }

    static FormDefinition formDefinition() {
        FormField age = new FormField(
                "age",
                FieldType.INTEGER,
                Map.of("en", "Age", "ar", "العمر"),
                Map.of("en", "In whole years"),
                true,
                Optional.of("${held} = 'yes'"),
                Optional.of(". >= 0 and . <= 120"),
                Map.of("en", "Nobody is that old"),
                Optional.empty(),
                false,
                false,
                List.of());
        FormField visits = FormField.of("visits", FieldType.REPEAT, Map.of("en", "Visits"))
                .holding(List.of(FormField.of("on", FieldType.DATE, Map.of())));
        FormField role =
                FormField.of("role", FieldType.CHOICE, Map.of("en", "Role")).from("alleged-role");
        return new FormDefinition(
                "intake",
                "2024-1",
                Map.of("en", "Intake", "fr", "Accueil"),
                new LanguageTag("en"),
                Optional.of(RecordKind.TESTIMONY),
                List.of(age, visits, role),
                Map.of("alleged-role", List.of(new Term("GUARD", Map.of("en", "guard"), true))),
                false,
                Optional.of(new FormOrigin(
                        "xlsform",
                        "intake.xlsx",
                        Optional.of(Fingerprint.of(new byte[] {1})),
                        List.of(new NotMapped("calculation", "survey 12", "total")))));
    }

    static BundleDraft bundle(Reference... references) {
        return new BundleDraft(
                "Core bundle",
                "Invented matter",
                "X-1",
                "england-wales",
                Protection.RESTRICTED,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.of("Tribunal"),
                1,
                "SYNTHETIC",
                List.of(new BundleDraft.Section(
                        "Statements",
                        Arrays.stream(references)
                                .map(reference -> new BundleDraft.Exhibit(reference, ""))
                                .toList())),
                List.of(new BundleDraft.LeftOut(new Reference(RecordKind.EVIDENCE, 9), "not relevant")));
    }

    /// A second service of a bundle, of late pages.
    static Serving serving() {
        return new Serving(
                new Reference(RecordKind.BUNDLE, 1),
                2,
                Optional.of(BundleVersion.PARTY),
                "Core bundle",
                "Invented matter",
                "england-wales",
                Protection.RESTRICTED,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.of("Tribunal"),
                LocalDate.of(2026, 3, 4),
                List.of(new Serving.Volume(
                        2, "Invented-matter_vol-2_2026-03-04.pdf", Fingerprint.of(new byte[] {5}), 257, 12)),
                List.of(new Serving.Standing(
                        new Reference(RecordKind.EVIDENCE, 1),
                        Fingerprint.of(new byte[] {1}),
                        "B/4",
                        "B",
                        "Papers",
                        "A letter",
                        260,
                        3)),
                Optional.of(new Reference(RecordKind.SERVING, 1)));
    }

    /// Of what a search or a list names.
    static final FrozenList FOUND =
            new FrozenList(List.of(new FrozenList.Line(new Reference(RecordKind.EVIDENCE, 1), 2)));

    static byte[] salt(int first) {
        byte[] salt = new byte[FoundRecords.SALT];
        salt[0] = (byte) first;
        return salt;
    }

    private static Fingerprint found(int salt) {
        return FoundRecords.hash(FOUND, salt(salt));
    }

    /// One record of a kind, every member filled where it can be.
    static ArchiveRecord full(RecordKind kind) {
        return switch (kind) {
            case WITNESS -> new Witness("insider", new LanguageTag("zh-Hant"), Protection.SEALED, true, "ask first");
            case CONSENT -> consent("SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL);
            case RISK -> risk();
            case TESTIMONY -> testimony("“They drew blood.”", true);
            case EVIDENCE -> evidence("Blood group", Protection.CONFIDENTIAL);
            case BUNDLE -> bundle(new Reference(RecordKind.TESTIMONY, 1), new Reference(RecordKind.EVIDENCE, 1));
            case FORM -> formDefinition();
            case NOTE ->
                new Note(
                        new Reference(RecordKind.EVIDENCE, 1),
                        Optional.of(new Pinpoint.OfPage(new Reference(RecordKind.EVIDENCE, 1), 3)),
                        "The stamp is of another year.",
                        Protection.CONFIDENTIAL,
                        Optional.of("it is the same year"));
            case ASSESSMENT ->
                new Assessment(
                        new Reference(RecordKind.EVIDENCE, 1),
                        Assessment.Aspect.GRADING,
                        "B2",
                        "the laboratory",
                        FuzzyDate.ofEdtf("2014", "2014"),
                        "known from two other papers");
            case SEARCH ->
                new SavedSearch(
                        "Blood tests",
                        "blood near/3 test*",
                        Set.of(RecordKind.EVIDENCE),
                        Set.of("LABORATORY"),
                        Set.of(new LanguageTag("zh-Hant")),
                        Optional.of(LocalDate.of(2014, 1, 1)),
                        Optional.of(LocalDate.of(2016, 12, 31)),
                        Set.of(Protection.PUBLIC),
                        "en",
                        Protection.CONFIDENTIAL,
                        new SavedSearch.Run(
                                NOON,
                                LocalDate.of(2026, 3, 4),
                                "Cairn",
                                "9",
                                7,
                                Fingerprint.of(new byte[] {1}),
                                12,
                                Protection.SEALED,
                                found(2),
                                Optional.empty()));
            case LIST ->
                new SavedList(
                        "For the hearing",
                        new Reference(RecordKind.SEARCH, 1),
                        1,
                        7,
                        Fingerprint.of(new byte[] {1}),
                        "9",
                        Protection.CONFIDENTIAL,
                        found(3));
            case SYNONYMS -> new SynonymGroup(List.of("kidney", "肾", "почка"), Protection.RESTRICTED, true);
            case SERVING -> serving();
            case LINK ->
                new ElementLink(
                        new Reference(RecordKind.TESTIMONY, 7),
                        Optional.of(new Pinpoint.OfParagraph(new Reference(RecordKind.TESTIMONY, 7), 14)),
                        "PAL.PURP",
                        ElementLink.Bearing.CONTRADICTS,
                        Optional.of(ElementLink.Directness.CIRCUMSTANTIAL),
                        Optional.of(3),
                        Optional.of(new Reference(RecordKind.EVENT, 2)),
                        Optional.of(new Reference(RecordKind.PERSON, 1)),
                        "the blood was taken for another reason",
                        ElementLink.Standing.DISPUTED,
                        Protection.CONFIDENTIAL,
                        Optional.of("it is of another hospital"));
            case MEDICAL, PERSON, PLACE, EVENT, PAYMENT -> form(kind);
        };
    }
}
