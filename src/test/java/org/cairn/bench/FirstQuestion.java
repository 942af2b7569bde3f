package org.cairn.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.cairn.crypto.Secret;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchRequest;
import org.cairn.search.PassageIndex;

/// Asks one question, the first of all, in a process of its own, in which nothing was compiled yet: what somebody waits
/// who asks as soon as the archive is unlocked.
final class FirstQuestion {

    private static final int KEY = 32;

    private FirstQuestion() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        MadeItems items = new MadeItems(Integer.parseInt(arguments[1]));
        Secret read = Secret.taking(System.in.readNBytes(KEY));
        String question = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        try (Secret key = read;
                PassageIndex index = PassageIndex.open(folder, key, items)) {
            long start = System.nanoTime();
            index.search(SearchRequest.of(question), Protection.SEALED);
            System.out.println((System.nanoTime() - start) / 1e6);
        }
    }

    /// @return milliseconds, without the opening
    static double asked(Path folder, Secret key, int passages, Question question) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), FirstQuestion.class.getName()));
        command.addAll(List.of(folder.toString(), String.valueOf(passages)));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.inputReader()) {
            try (var out = process.getOutputStream()) {
                out.write(key.copy());
                out.write(question.plain().getBytes(StandardCharsets.UTF_8));
            }
            return Double.parseDouble(in.lines().reduce("", (before, line) -> line));
        }
    }
}
