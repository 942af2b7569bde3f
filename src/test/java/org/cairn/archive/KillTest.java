package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.cairn.archive.KilledWork.Acknowledged;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program may be gone at any moment: what it said was kept, is, word for word and byte for byte.
class KillTest {

    private static final int KILLS = 12;
    /// Lines it has said before the moment of its end is drawn; three make a round of record, intake and bundle.
    private static final int MOST_LINES = 7;

    private static final int LONGEST_MILLIS = 500;

    @TempDir
    Path temp;

    private OpenArchive open;
    private Path papers;
    private Path bundles;

    @BeforeEach
    void makeAnArchive() throws IOException {
        open = new OpenArchive(temp);
        papers = Files.createDirectories(temp.resolve("papers"));
        bundles = temp.resolve("bundles");
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    @Test
    void keepsEverythingItAcknowledgedThroughKillsAtAnyMoment() throws Exception {
        Reference sealed = open.sealedStatement("They promised ten thousand.");
        Reference witness = open.witness();
        Random random = new Random(20261125);
        List<Acknowledged> acknowledged = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            open.close();
            acknowledged.addAll(KilledWork.of(open.folder, papers, witness)
                    .bundling(sealed, bundles)
                    .killedAfter(random.nextInt(MOST_LINES), random.nextInt(LONGEST_MILLIS)));
            Archive archive = open.reopen();
            for (Acknowledged one : acknowledged) {
                assertThat(found(archive, one)).as(one.kept()).isEqualTo(one.what());
            }
            archive.evidence().readWaiting(Progress.none());
            assertThat(archive.custody().verify(Progress.none()).findings()).isEmpty();
        }
        assertThat(acknowledged)
                .hasSizeGreaterThan(KILLS)
                .doesNotHaveDuplicates()
                .extracting(Acknowledged::kept)
                .contains("bundle");
        open.archive.bundles().write(BundlesTest.draft(sealed), Choices.NONE, bundles, Progress.none());
        assertThat(halfMade()).isEmpty();
    }

    private static String found(Archive archive, Acknowledged one) throws IOException {
        if (one.kept().equals("bundle")) {
            Path pdf = Path.of(one.what());
            assertThat(Bundles.check(pdf, Optional.of(manifestOf(pdf))))
                    .noneMatch(result -> result.outcome() == Outcome.BROKEN);
            return pdf.toString();
        }
        Reference reference = Reference.parse(one.kept());
        if (archive.records().open(reference).record() instanceof EvidenceItem) {
            try (var in = Channels.newInputStream(archive.evidence().bytes(reference))) {
                return new String(in.readAllBytes());
            }
        }
        Testimony testimony = (Testimony) archive.records().open(reference).record();
        return testimony.paragraphs().stream().map(Paragraph::text).findFirst().orElseThrow();
    }

    private static Path manifestOf(Path pdf) {
        return pdf.resolveSibling(pdf.getFileName().toString().replace(".pdf", "_manifest-sha256.txt"));
    }

    private List<Path> halfMade() throws IOException {
        try (Stream<Path> all = Files.walk(bundles)) {
            return all.filter(path -> path.getFileName().toString().startsWith("."))
                    .toList();
        }
    }
}
