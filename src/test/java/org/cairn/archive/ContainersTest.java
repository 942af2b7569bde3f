package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Role;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What lies inside a file leaves with it: a bundle is judged by everything in the originals beside it.
class ContainersTest {

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;
    private Reference container;
    private Reference inside;

    @BeforeEach
    void takeAnArchiveOfFiles() throws Exception {
        open = new OpenArchive(temp);
        witness = open.witness();
        container = open.take(zip()).files().getFirst().reference().orElseThrow();
        inside = open.archive.evidence().children(container).getFirst().reference();
        open.archive.evidence().describe(inside, Redescribed.belonging(inside(), witness), 1);
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void refusesABundleWithAnArchiveThatHoldsWhatAWitnessRefused() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.REFUSED);
        assertThatThrownBy(this::write)
                .isInstanceOfSatisfying(
                        ArchiveException.ConsentMissing.class,
                        missing -> assertThat(missing.gaps())
                                .containsExactly(new ConsentGap(
                                        inside,
                                        witness,
                                        "SUBMIT_TRIBUNAL",
                                        Optional.of(ConsentDecision.REFUSED),
                                        container)));
        assertThat(temp.resolve("out")).doesNotExist();
    }

    @Test
    void judgesAnOriginalByTheSameRule() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.REFUSED);
        assertThatThrownBy(() -> open.archive.evidence().export(container, temp.resolve("out")))
                .isInstanceOfSatisfying(
                        ArchiveException.ConsentMissing.class,
                        missing -> assertThat(missing.gaps())
                                .extracting(ConsentGap::statement, ConsentGap::within)
                                .containsExactly(org.assertj.core.groups.Tuple.tuple(inside, container)));
    }

    @Test
    void asksForTheConditionsOfWhatLiesInside() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.CONDITIONAL, "NO_FACE");
        BundleDraft draft = BundlesTest.draft(container);
        assertThat(open.archive.bundles().preflight(draft, Choices.NONE).permitted())
                .isFalse();
        assertThat(open.archive
                        .bundles()
                        .preflight(draft, new Choices(Set.of(inside)))
                        .permitted())
                .isTrue();
    }

    @Test
    void refusesABundleWithAnArchiveThatHoldsWhatIsKeptMoreClosely() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.archive.evidence().describe(inside, Redescribed.kept(inside(), Protection.SEALED), 2);
        assertThat(open.archive
                        .bundles()
                        .preflight(BundlesTest.draft(container), Choices.NONE)
                        .results())
                .anySatisfy(result -> {
                    assertThat(result.code()).isEqualTo("preflight.protectionInside");
                    assertThat(result.arguments()).containsExactly(container.toString(), inside.toString());
                });
        assertThatThrownBy(this::write).isInstanceOf(ArchiveException.ProtectionTooClose.class);
    }

    @Test
    void servesNothingThatHoldsWhatThePersonMayNotSee() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        open.archive.evidence().describe(inside, Redescribed.kept(inside(), Protection.SEALED), 2);
        open.reopenAs("counsel", Set.of(Role.COUNSEL));
        assertThat(open.archive
                        .bundles()
                        .preflight(BundlesTest.draft(container), Choices.NONE)
                        .results())
                .anySatisfy(result -> {
                    assertThat(result.code()).isEqualTo("preflight.closedInside");
                    assertThat(result.outcome()).isEqualTo(Outcome.NEEDS_PERSON);
                    assertThat(result.arguments()).containsExactly(container.toString());
                });
        assertThatThrownBy(this::write).isInstanceOfSatisfying(ArchiveException.ClosedInside.class, this::namesIt);
        assertThatThrownBy(() -> open.archive.evidence().export(container, temp.resolve("out")))
                .isInstanceOfSatisfying(ArchiveException.ClosedInside.class, this::namesIt);
    }

    private void namesIt(ArchiveException.ClosedInside refusal) {
        assertThat(refusal.arguments()).containsExactly(container.toString());
    }

    @Test
    void writesDownThatWhatLiesInsideLeftAndInWhichBundle() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        write();
        assertThat(open.archive.custody().events(Optional.of(inside), 0, 100))
                .filteredOn(event -> event.action().equals("EXPORTED"))
                .singleElement()
                .satisfies(event -> assertThat(event.details()).containsEntry("bundle", "B-0001"));
    }

    @Test
    void tellsWhoeverWithdrawsOfTheBundleThatHoldsTheirsInsideSomethingElse() {
        open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.GRANTED);
        write();
        Reference bundle = Reference.parse("B-0001");
        assertThat(open.archive.witnesses().bundlesHolding(inside)).containsExactly(bundle);
        Reference withdrawn = open.decided(witness, "SUBMIT_TRIBUNAL", ConsentDecision.WITHDRAWN);
        assertThat(open.archive.witnesses().holdingAfter(List.of(withdrawn)).bundles())
                .containsExactly(bundle);
    }

    private void write() {
        open.archive.bundles().write(BundlesTest.draft(container), Choices.NONE, temp.resolve("out"), Progress.none());
    }

    private EvidenceItem inside() {
        return (EvidenceItem) open.archive.records().open(inside).record();
    }

    private Path zip() throws Exception {
        Path file = temp.resolve("papers.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("hers.txt"));
            zip.write("Her own list.".getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }
}
