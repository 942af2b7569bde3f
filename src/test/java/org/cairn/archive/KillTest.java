package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The program may be gone at any moment: what it said was kept, is.
class KillTest {

    private static final int KILLS = 4;

    @TempDir
    Path temp;

    @Test
    void keepsEverythingItAcknowledgedThroughKills() throws Exception {
        OpenArchive open = new OpenArchive(temp);
        Reference witness = open.witness();
        open.close();
        Path papers = Files.createDirectories(temp.resolve("papers"));
        Random random = new Random(20261125);
        List<Reference> acknowledged = new ArrayList<>();
        for (int i = 0; i < KILLS; i++) {
            acknowledged.addAll(workAndKill(open.folder, papers, witness, 1 + random.nextInt(12)));
            try (Archive archive =
                    Archives.open(open.folder, OpenArchive.USER, OpenArchive.passphrase(), open.environment)) {
                for (Reference reference : acknowledged) {
                    assertThat(archive.records().summary(reference))
                            .as("%s", reference)
                            .isPresent();
                }
                archive.evidence().readWaiting(Progress.none());
                assertThat(archive.custody().verify(Progress.none()).findings()).isEmpty();
            }
        }
        assertThat(acknowledged).hasSizeGreaterThan(KILLS).doesNotHaveDuplicates();
    }

    static List<Reference> workAndKill(Path archive, Path papers, Reference witness, int lines)
            throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        WorkUntilKilled.class.getName(),
                        archive.toString(),
                        papers.toString(),
                        witness.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        List<Reference> acknowledged = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            for (int i = 0; i < lines; i++) {
                acknowledged.add(Reference.parse(out.readLine()));
            }
            // through its handle, which leaves open what it has said
            process.toHandle().destroyForcibly();
            // what it said before it was gone counts too
            out.lines().map(Reference::tryParse).forEach(line -> line.ifPresent(acknowledged::add));
        }
        process.waitFor();
        return acknowledged;
    }
}
