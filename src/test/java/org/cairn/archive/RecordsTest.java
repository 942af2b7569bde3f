package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.FormRecord;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.Role;
import org.cairn.domain.Witness;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Nobody gets round a rule by asking for records of any kind.
class RecordsTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void neverKeepsAStatementThatCallsItselfSealed() {
        Reference witness = open.witness();
        assertThatThrownBy(() ->
                        records().keep(OpenArchive.testimony(witness, "Words.").seal(1)))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void neverSealsAStatementByRevisingIt() {
        Reference witness = open.witness();
        Kept kept = records().keep(OpenArchive.testimony(witness, "Words."));
        assertThatThrownBy(() -> records()
                        .revise(
                                kept.reference(),
                                OpenArchive.testimony(witness, "Words.").seal(1),
                                1))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void refusesAConsentToAUseThatNobodyDefined() {
        Reference witness = open.witness();
        assertThatThrownBy(() -> records().keep(OpenArchive.consent(witness, "ANYTHING", ConsentDecision.GRANTED)))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void writesADecisionDownAsOneHoweverItIsKept() {
        Reference witness = open.witness();
        records().keep(OpenArchive.consent(witness, "STORE", ConsentDecision.GRANTED));
        assertThat(open.archive.custody().events(Optional.of(witness), 0, 100))
                .anyMatch(event -> event.action().equals("CONSENT_DECIDED"));
    }

    @Test
    void neverChangesADecision() {
        Reference witness = open.witness();
        Reference consent = open.decided(witness, "STORE", ConsentDecision.WITHDRAWN);
        assertThatThrownBy(() ->
                        records().revise(consent, OpenArchive.consent(witness, "STORE", ConsentDecision.GRANTED), 1))
                .isInstanceOf(ArchiveException.RecordSealed.class);
    }

    @Test
    void refusesEvidenceWithoutItsBytes() throws Exception {
        EvidenceItem item = evidence();
        assertThatThrownBy(() -> records().keep(item.of(Fingerprint.of(new byte[] {7}), 1)))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void neverSwapsTheBytesOfAnItem() throws Exception {
        EvidenceItem item = evidence();
        assertThatThrownBy(() ->
                        records().revise(Reference.parse("E-0001"), item.of(Fingerprint.of(new byte[] {7}), 1), 1))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void neverKeepsAnItemForAWitnessWhoIsNone() throws Exception {
        EvidenceItem item = evidence();
        for (String nobody : List.of("W-0404", "E-0001")) {
            assertThatThrownBy(() -> records()
                            .revise(Reference.parse("E-0001"), Redescribed.belonging(item, Reference.parse(nobody)), 1))
                    .isInstanceOf(ArchiveException.class);
        }
    }

    @Test
    void keepsAWitnessAFormAndARiskAsBefore() {
        Reference witness = open.witness();
        Witness changed = new Witness("insider", new LanguageTag("en"), Protection.RESTRICTED, true, "");
        assertThat(records().revise(witness, changed, 1).revision()).isEqualTo(2);
        Reference place = records().keep(form(Optional.of(witness))).reference();
        assertThat(records().revise(place, form(Optional.empty()), 1).revision())
                .isEqualTo(2);
        RiskAssessment risk = new RiskAssessment(witness, List.of(), Optional.empty(), List.of(), "");
        assertThat(records().keep(risk).reference().kind()).isEqualTo(RecordKind.RISK);
    }

    @Test
    void keepsAServedBundleAsItWasServed() {
        Reference statement = open.sealedStatement("Words.");
        BundleDraft draft = draft(statement);
        open.archive.bundles().write(draft, Choices.NONE, temp.resolve("out"), Progress.none());
        Reference bundle = Reference.parse("B-0001");
        assertThatThrownBy(() -> records().revise(bundle, draft(Reference.parse("T-0009")), 1))
                .isInstanceOf(ArchiveException.RecordSealed.class);
        assertThat(open.archive.witnesses().bundlesHolding(statement)).containsExactly(bundle);
    }

    @Test
    void revisesADraftThatWasNeverServed() {
        Reference statement = open.sealedStatement("Words.");
        Reference draft = records().keep(draft(statement)).reference();
        assertThat(records().revise(draft, draft(statement), 1).revision()).isEqualTo(2);
    }

    @Test
    void tellsNobodyWhetherAClosedWitnessIsThere() {
        Reference closed = open.witness(Protection.SEALED);
        Archive analyst = open.reopenAs("layla", Set.of(Role.ANALYST));
        assertThatThrownBy(() -> analyst.records().keep(form(Optional.of(closed))))
                .isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> analyst.witnesses().hasIdentity(closed)).isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> analyst.witnesses().standing(closed, Optional.empty(), "STORE", Optional.empty()))
                .isInstanceOf(ArchiveException.NotFound.class);
    }

    @Test
    void showsAnAuditorNoRecordNotEvenItsLineOrNumber() {
        Reference statement = open.sealedStatement("Words.");
        Archive auditor = open.reopenAs("auditor", Set.of(Role.AUDITOR));
        assertThatThrownBy(() -> auditor.records().summary(statement))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> auditor.records().count(RecordKind.TESTIMONY))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> auditor.witnesses().bundlesHolding(statement))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> auditor.witnesses().hasIdentity(Reference.parse("W-0001")))
                .isInstanceOf(ArchiveException.NotPermitted.class);
        assertThatThrownBy(() -> auditor.witnesses()
                        .standing(Reference.parse("W-0001"), Optional.empty(), "STORE", Optional.empty()))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void keepsDraftsOfNamesThatBeginAlikeApart() {
        open.archive.drafts().save("own", "{}");
        Archive other = open.reopenAs(OpenArchive.USER + "/x", Set.of(Role.RECORDER));
        other.drafts().save("theirs", "{}");
        assertThat(other.drafts().list()).extracting(Drafts.Draft::id).containsExactly("theirs");
        assertThat(open.reopen().drafts().list()).extracting(Drafts.Draft::id).containsExactly("own");
    }

    private Records records() {
        return open.archive.records();
    }

    private EvidenceItem evidence() throws Exception {
        open.take(OpenArchive.file(temp, "note.txt", "one"));
        return (EvidenceItem) records().open(Reference.parse("E-0001")).record();
    }

    private static FormRecord form(Optional<Reference> witness) {
        return new FormRecord(
                RecordKind.PLACE, "The clinic", "place/1", Protection.RESTRICTED, Optional.empty(), witness, Map.of());
    }

    private static BundleDraft draft(Reference statement) {
        return new BundleDraft(
                "The bundle",
                "The case",
                "",
                "peoples-tribunal",
                Protection.CONFIDENTIAL,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                List.of(new BundleDraft.Section("Statements", List.of(new BundleDraft.Exhibit(statement, "")))),
                List.of());
    }
}
