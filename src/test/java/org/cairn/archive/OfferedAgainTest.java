package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.cairn.archive.IntakeReport.Outcome;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The same bytes are kept once, and whatever a later offer of them says counts: whoever gave them is asked too.
class OfferedAgainTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Path paper;

    @BeforeEach
    void openAnArchive() throws Exception {
        open = new OpenArchive(temp);
        paper = OpenArchive.file(temp, "paper.txt", "The list of the night.");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void tiesAnItemOfNobodyToTheWitnessWhoGaveItToo() {
        Reference item = open.take(paper).files().getFirst().reference().orElseThrow();
        Reference witness = open.witness();

        Taken again = offer(Optional.of(witness), Protection.EX_PARTE);

        assertThat(again.outcome()).isEqualTo(Outcome.DUPLICATE);
        assertThat(again.reason()).isEqualTo("duplicateJoined");
        assertThat(again.reference()).contains(item);
        EvidenceItem now = item(item);
        assertThat(now.witness()).contains(witness);
        assertThat(now.protection()).isEqualTo(Protection.EX_PARTE);
        assertThatThrownBy(() -> open.archive.evidence().export(item, temp))
                .isInstanceOf(ArchiveException.ConsentMissing.class);
        assertThat(open.archive.custody().events(Optional.of(item), 0, 100))
                .filteredOn(event -> event.action().equals("DUPLICATE_OFFERED"))
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("witness", witness.toString()));
    }

    @Test
    void keepsARecordOfItsOwnForAnotherWitness() {
        Reference first = open.takeOf(open.witness(), paper);
        Reference second = open.witness();

        Taken again = offer(Optional.of(second), Protection.RESTRICTED);

        assertThat(again.outcome()).isEqualTo(Outcome.TAKEN);
        assertThat(again.reference()).isPresent().get().isNotEqualTo(first);
        assertThat(item(again.reference().orElseThrow()).fingerprint())
                .isEqualTo(item(first).fingerprint());
        assertThat(open.archive.custody().verify(Progress.none()).findings()).isEmpty();
    }

    @Test
    void changesNothingWhereTheOfferSaysNothingNew() {
        Reference witness = open.witness();
        Reference item = open.takeOf(witness, paper);

        Taken again = offer(Optional.empty(), Protection.PUBLIC);

        assertThat(again.reason()).isEqualTo("duplicate");
        assertThat(item(item).witness()).contains(witness);
        assertThat(item(item).protection()).isEqualTo(Protection.RESTRICTED);
        assertThat(open.archive.records().history(item)).hasSize(1);
    }

    private Taken offer(Optional<Reference> witness, Protection protection) {
        IntakeTerms terms = new IntakeTerms(
                "a relative", "HANDED_OVER", OpenArchive.USER, Optional.empty(), protection, witness, Set.of(), false);
        return open.archive
                .evidence()
                .take(List.of(paper), terms, Progress.none())
                .files()
                .getFirst();
    }

    private EvidenceItem item(Reference reference) {
        return (EvidenceItem) open.archive.records().open(reference).record();
    }
}
