package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// An import says of each file that it is taken once it is, so that a kill takes back nothing that was said.
class KilledImportTest {

    private static final int PAPERS = 300;
    private static final int LINES = 4;

    @TempDir
    Path temp;

    @Test
    void hasKeptWhatItSaidBeforeItWasKilledAndSaidItBeforeTheEnd() throws Exception {
        CommandLineProcess cairn = new CommandLineProcess(temp);
        cairn.makeAStudy();
        Path papers = Files.createDirectory(temp.resolve("papers"));
        for (int i = 0; i < PAPERS; i++) {
            Files.writeString(papers.resolve(i + ".txt"), "paper " + i);
        }
        List<String> said = killedAfter(LINES, cairn.begun("import", papers.toString(), "--source", "s"));
        assertThat(said).hasSizeGreaterThanOrEqualTo(LINES).first().asString().startsWith("E-0001");

        CommandLineProcess afterwards = CommandLineProcess.shared(temp);
        JsonNode kept = afterwards
                .unlocked("list", "evidence", "--limit", "1000", "--json")
                .json()
                .get("items");
        assertThat(kept.valueStream().map(item -> item.get("ref").asText())).containsAll(said);
        assertThat(kept.size()).isLessThan(PAPERS);
        assertThat(afterwards.unlocked("verify").exit()).isZero();
    }

    /// The references that it told of before it was gone.
    private static List<String> killedAfter(int lines, Process process) throws Exception {
        List<String> said = new ArrayList<>();
        try (BufferedReader out = process.inputReader()) {
            for (int i = 0; i < lines; i++) {
                said.add(out.readLine());
            }
            // through its handle, which leaves open what it has said
            process.toHandle().destroyForcibly();
            said.addAll(out.lines().toList());
        }
        process.waitFor();
        return said.stream()
                .filter(line -> line.endsWith("taken"))
                .flatMap(line -> Stream.of(line.split(" ")).limit(1))
                .toList();
    }
}
