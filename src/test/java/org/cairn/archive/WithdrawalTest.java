package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever takes something back is told where it is already; decisions taken together are kept together.
class WithdrawalTest {

    private static final Reference WITNESS = Reference.parse("W-0001");
    private static final Reference BUNDLE = Reference.parse("B-0001");

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference statement;

    @BeforeEach
    void serveAStatement() {
        open = new OpenArchive(temp);
        statement = open.sealedStatement("Words.");
        open.archive.bundles().write(BundlesTest.draft(statement), Choices.NONE, temp.resolve("out"), Progress.none());
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void namesTheBundlesThatHoldWhatIsTakenBackOrRefused() {
        for (ConsentDecision no : List.of(ConsentDecision.WITHDRAWN, ConsentDecision.REFUSED)) {
            assertThat(after(open.decided(WITNESS, "SUBMIT_TRIBUNAL", no)).bundles())
                    .containsExactly(BUNDLE);
        }
    }

    @Test
    void namesTheBundleOfWhatWasOnceTiedToThem() throws Exception {
        Reference earlier = open.witness();
        Reference item = tiedOnceTo(earlier);
        Reference bundle = open.archive.bundles().keep(BundlesTest.draft(item)).reference();
        Reference withdrawal = open.decided(earlier, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);
        assertThat(after(withdrawal).bundles()).containsExactly(bundle);
        open.archive.witnesses().untie(item, earlier, "the envelope of another witness");
        assertThat(after(withdrawal).nowhere()).isTrue();
    }

    private Reference tiedOnceTo(Reference witness) throws Exception {
        Reference item = open.take(OpenArchive.file(temp, "paper.txt", "What she carried out."))
                .files()
                .getFirst()
                .reference()
                .orElseThrow();
        EvidenceItem plain = Evidence.item(open.archive.records().open(item));
        open.archive.evidence().describe(item, Redescribed.belonging(plain, witness), 1);
        open.archive.evidence().describe(item, plain, 2);
        return item;
    }

    @Test
    void namesNoneWhereNothingIsTakenBack() {
        assertThat(after(open.decided(WITNESS, "MEDIA", ConsentDecision.GRANTED))
                        .nowhere())
                .isTrue();
        assertThat(after(open.decided(WITNESS, "MEDIA", ConsentDecision.DEFERRED))
                        .nowhere())
                .isTrue();
    }

    @Test
    void namesNoneWhereAnotherStatementIsTakenBack() {
        Reference other = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(WITNESS, "Other words."))
                .reference();
        assertThat(after(open.decidedOn(WITNESS, other, "STORE", ConsentDecision.WITHDRAWN))
                        .nowhere())
                .isTrue();
        assertThat(after(open.decidedOn(WITNESS, statement, "STORE", ConsentDecision.WITHDRAWN))
                        .bundles())
                .containsExactly(BUNDLE);
    }

    @Test
    void saysHowManyBundlesThereAreThatThePersonMayNotSee() {
        open.archive.bundles().keep(exParte());
        open.reopenAs("recorder", Set.of(Role.RECORDER));
        assertThat(after(open.decided(WITNESS, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN)))
                .isEqualTo(new Holding(List.of(BUNDLE), 1));
    }

    @Test
    void keepsNoneOfSeveralDecisionsWhenOneCannotBeKept() {
        long before = open.archive.records().count(RecordKind.CONSENT);
        assertThatThrownBy(() -> open.archive
                        .witnesses()
                        .decide(List.of(
                                OpenArchive.consent(WITNESS, "MEDIA", ConsentDecision.GRANTED),
                                OpenArchive.consent(Reference.parse("W-0404"), "MEDIA", ConsentDecision.GRANTED))))
                .isInstanceOf(ArchiveException.NotFound.class);
        assertThatThrownBy(() -> open.archive
                        .witnesses()
                        .decide(List.of(
                                OpenArchive.consent(WITNESS, "MEDIA", ConsentDecision.GRANTED),
                                OpenArchive.consent(WITNESS, "ANYTHING", ConsentDecision.GRANTED))))
                .isInstanceOf(ArchiveException.InvalidInput.class);
        assertThat(open.archive.records().count(RecordKind.CONSENT)).isEqualTo(before);
    }

    private Holding after(Reference consent) {
        return open.archive.witnesses().holdingAfter(List.of(consent));
    }

    private BundleDraft exParte() {
        BundleDraft plain = BundlesTest.draft(statement);
        return new BundleDraft(
                plain.title(),
                plain.caseName(),
                plain.caseReference(),
                plain.profile(),
                Protection.EX_PARTE,
                plain.language(),
                plain.scope(),
                plain.recipient(),
                plain.volume(),
                plain.marking(),
                plain.sections(),
                plain.leftOut());
    }
}
