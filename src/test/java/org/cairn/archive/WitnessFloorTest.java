package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.RiskAssessment;
import org.cairn.domain.Role;
import org.cairn.domain.Summary;
import org.cairn.domain.Witness;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything of a witness is kept at least as closely as the witness: for whoever may not know of them, there is
/// neither a statement of theirs, nor a decision, nor what threatens them.
class WitnessFloorTest {

    @TempDir
    Path temp;

    private OpenArchive open;

    @BeforeEach
    void openAnArchive() {
        open = new OpenArchive(temp);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void keepsWhatBelongsToAWitnessAsCloselyAsThem() throws Exception {
        Reference witness = open.witness(Protection.EX_PARTE);
        List<Reference> theirs = everythingOf(witness);
        assertThat(theirs)
                .allSatisfy(reference -> assertThat(open.archive.records().summary(reference))
                        .map(Summary::protection)
                        .contains(Protection.EX_PARTE));
        open.archive.searches().catchUp(Progress.none());
        open.reopenAs("analyst", EnumSet.of(Role.ANALYST));
        assertThat(theirs).allSatisfy(this::isNothingToThisPerson);
        assertThat(total("zebra")).isZero();
    }

    @Test
    void raisesWhatBelongsToAWitnessWithThemAndFindsItNoMore() throws Exception {
        Reference witness = open.witness(Protection.RESTRICTED);
        List<Reference> theirs = everythingOf(witness);
        open.archive.searches().catchUp(Progress.none());
        open.archive.records().revise(witness, like(Protection.SEALED), 1);
        open.archive.users().add("analyst", Set.of(Role.ANALYST), OpenArchive.passphrase());
        assertThat(total("zebra")).isEqualTo(2);
        open.reopenAs("second", EnumSet.of(Role.ANALYST));
        assertThat(total("zebra")).isZero();
        assertThat(theirs).allSatisfy(this::isNothingToThisPerson);
    }

    @Test
    void lowersWithAWitnessOnlyToWhatARecordSaysItself() throws Exception {
        Reference witness = open.witness(Protection.SEALED);
        List<Reference> theirs = everythingOf(witness);
        open.archive.records().revise(witness, like(Protection.PUBLIC), 1);
        assertThat(theirs.stream()
                        .map(reference -> open.archive
                                .records()
                                .summary(reference)
                                .orElseThrow()
                                .protection()))
                .containsExactly(
                        Protection.RESTRICTED, Protection.RESTRICTED, Protection.CONFIDENTIAL, Protection.RESTRICTED);
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void countsAsUnseenOnlyWhatMayBeKnownOrWhatASearchWouldLookAt() throws Exception {
        Reference witness = open.witness(Protection.SEALED);
        everythingOf(witness);
        open.takeOf(witness, OpenArchive.file(temp, "empty.pdf", "%PDF-1.7\nrubbish"));
        open.archive.searches().catchUp(Progress.none());
        assertThat(unseen().unread()).isEqualTo(1);
        assertThat(unseen().noPermission()).isZero();
        open.reopenAs("analyst", EnumSet.of(Role.ANALYST));
        assertThat(unseen().unread()).isZero();
        // the witness, the statement and two files; not the decision or the assessment, which nobody searches
        assertThat(unseen().noPermission()).isEqualTo(4);
    }

    private SearchAnswer.Unseen unseen() {
        return open.archive.searches().search(SearchRequest.of("zebra")).unseen();
    }

    private List<Reference> everythingOf(Reference witness) throws Exception {
        Reference statement = open.archive
                .records()
                .keep(OpenArchive.testimony(witness, "The zebra crossed."))
                .reference();
        Reference consent = open.decided(witness, "STORE", ConsentDecision.GRANTED);
        RiskAssessment assessed = new RiskAssessment(witness, List.of(), Optional.empty(), List.of(), "by the mosque");
        Reference risk = open.archive.witnesses().assess(assessed).reference();
        Reference paper = open.takeOf(witness, OpenArchive.file(temp, "zebra.txt", "A zebra again."));
        return List.of(statement, consent, risk, paper);
    }

    private void isNothingToThisPerson(Reference reference) {
        assertThatThrownBy(() -> open.archive.records().open(reference)).isInstanceOf(ArchiveException.NotFound.class);
        assertThat(open.archive.records().summary(reference)).isEmpty();
        RecordKind kind = reference.kind();
        assertThat(open.archive.records().list(kind, ListQuery.first(100)).total())
                .isZero();
    }

    private long total(String word) {
        return open.archive.searches().search(SearchRequest.of(word)).total();
    }

    private static Witness like(Protection protection) {
        return new Witness("victim-survivor", new LanguageTag("en"), protection, false, "");
    }
}
