package org.cairn.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Recoll, each item a file of text, asked through its own module for Python: one process that stays, as its window
/// does. (`recollq` starts anew for each question.) Its files are not sealed.
final class RecollFinder implements Finder {

    /// A line asks; an empty one opens the index anew; one that begins with `?` asks for words.
    private static final String ASKED = """
            import sys
            from recoll import recoll
            for line in sys.stdin:
                line = line.rstrip("\\n")
                if not line:
                    db = recoll.connect(confdir=sys.argv[1])
                    print(0, flush=True)
                elif line[0] == "?":
                    words = db.termMatch("wildcard", line[1:] + "*", freqs=True)
                    print(*[word[0] for word in sorted(words, key=lambda word: -word[2])[:8]], flush=True)
                else:
                    query = db.query()
                    found = query.execute(line)
                    for doc in query.fetchmany(20):
                        query.makedocabstract(doc)
                    print(found, flush=True)
            """;

    private final MadeItems items;
    private final int passages;
    private final Path texts;
    private final Path settings;
    private final Process asked;
    private final BufferedReader answers;

    private RecollFinder(MadeItems items, int passages, Path folder, String python) throws IOException {
        this.items = items;
        this.passages = passages;
        this.texts = Files.createDirectories(folder.resolve("items"));
        this.settings = Files.createDirectories(folder.resolve("settings"));
        // as it comes it gives way to all other programs
        Files.writeString(settings.resolve("recoll.conf"), "topdirs = " + texts + "\nidxniceprio = 0\n");
        this.asked = new ProcessBuilder(python, "-c", ASKED, settings.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        this.answers = asked.inputReader();
    }

    /// Nothing where Recoll or its module for Python is not installed.
    static Optional<Finder> installed(MadeItems items, int passages, Path folder) throws Exception {
        for (String python : List.of("python3", "/usr/bin/python3")) {
            if (runs("recollindex", "-h") && runs(python, "-c", "from recoll import recoll")) {
                return Optional.of(new RecollFinder(items, passages, folder, python));
            }
        }
        return Optional.empty();
    }

    private static boolean runs(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            // there is no such program
            return false;
        }
    }

    @Override
    public String name() {
        return "Recoll";
    }

    @Override
    public int passages() {
        return passages;
    }

    @Override
    public int warming() {
        return 1;
    }

    @Override
    public double index() throws Exception {
        items.handOver(passages, some -> {
            for (MadeItems.Item item : some) {
                write(item);
            }
        });
        long start = System.nanoTime();
        index("-z");
        return (System.nanoTime() - start) / 1e9;
    }

    private Path write(MadeItems.Item item) throws IOException {
        Path folder = Files.createDirectories(texts.resolve(item.type()).resolve("part" + item.number() / 1_000));
        return Files.writeString(folder.resolve("item-" + item.number() + ".txt"), String.join("\f", item.pages()));
    }

    private void index(String... what) throws IOException, InterruptedException {
        List<String> command = Stream.concat(Stream.of("recollindex", "-c", settings.toString()), Stream.of(what))
                .toList();
        int ended = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(settings.resolve("said.txt").toFile())
                .start()
                .waitFor();
        if (ended != 0) {
            throw new IOException("recollindex ended with " + ended);
        }
    }

    @Override
    public void open() throws IOException {
        answer("");
    }

    @Override
    public long ask(Question question) throws IOException {
        return Long.parseLong(answer(question.recoll()));
    }

    @Override
    public void change(int item) throws IOException, InterruptedException {
        index("-i", write(items.item(item, passages)).toString());
        open();
    }

    @Override
    public List<String> beginning(String letters) throws IOException {
        return List.of(answer("?" + letters).split(" "));
    }

    private String answer(String line) throws IOException {
        asked.outputWriter().append(line).append('\n').flush();
        String answer = answers.readLine();
        if (answer == null) {
            throw new IOException("Recoll's module for Python has ended");
        }
        return answer;
    }

    @Override
    public long size() throws IOException {
        try (Stream<Path> files = Files.walk(settings)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    @Override
    public double processor() {
        return asked.info().totalCpuDuration().orElse(Duration.ZERO).toMillis() / 1e3;
    }

    @Override
    public void close() throws IOException, InterruptedException {
        asked.outputWriter().close();
        asked.waitFor();
    }
}
