package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.archive.IntakeReport;
import org.cairn.archive.IntakeReport.Taken;
import org.cairn.archive.IntakeTerms;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.Protection;
import org.cairn.domain.reading.Reading;
import org.cairn.intake.Limits;
import org.cairn.intake.Workers;
import org.cairn.progress.Progress;

/// Takes a folder into a fresh archive, from the first hash to the word that can be searched, beside a bare loop of
/// Tika.
///
/// `FOLDER [ROUNDS]` does both in turn over the same files, as many threads each, and prints their ratio by the clock
/// and by the processor, and what became of the files. `given FOLDER` takes a folder in without that. `small COUNT
/// [WHERE]` and `large GIB [WHERE]` take in many
/// small files, or a large folder, which they make first, and print how full the heap was at most.
public final class PipelineBench {

    private static final int ROUNDS = 3;

    /// What reads is kept from round to round, as it is in an intake of many files: the first round shows what starting
    /// it costs.
    private static final Workers WORKERS = new Workers(Limits.DEFAULT);

    private PipelineBench() {}

    public static void main(String[] arguments) throws IOException {
        List<String> given = List.of(arguments);
        switch (given.isEmpty() ? "" : given.getFirst()) {
            case "" ->
                System.out.println(
                        "usage: PipelineBench FOLDER [ROUNDS] | given FOLDER | small COUNT [WHERE] | large GIB [WHERE]");
            case "small" -> alone(given, folder -> MadeFolders.small(folder, Integer.parseInt(given.get(1))));
            case "large" -> alone(given, folder -> MadeFolders.large(folder, Double.parseDouble(given.get(1))));
            case "given" -> given(Path.of(given.get(1)));
            default -> beside(Path.of(given.getFirst()), given.size() > 1 ? Integer.parseInt(given.get(1)) : ROUNDS);
        }
    }

    private static void given(Path folder) throws IOException {
        Done ours = take(folder, Optional.empty());
        print("ours", files(folder).size(), ours.spent());
        print(ours.report());
    }

    private static void beside(Path folder, int rounds) throws IOException {
        List<Path> files = files(folder);
        BareTika tika = new BareTika();
        double[] byClock = new double[rounds];
        double[] byProcessor = new double[rounds];
        for (int round = 0; round < rounds; round++) {
            Spent bare = Spent.by(() -> tika.read(files));
            Done ours = take(folder, Optional.empty());
            byClock[round] = bare.seconds() / ours.spent().seconds();
            byProcessor[round] = bare.processor() / ours.spent().processor();
            System.out.printf("round %d, %d documents%n", round + 1, files.size());
            print("bare Tika", files.size(), bare);
            print("ours", files.size(), ours.spent());
            System.out.printf("  ratio by the clock %.2f, by the processor %.2f%n", byClock[round], byProcessor[round]);
            if (round == 0) {
                print(ours.report());
            }
        }
        System.out.printf(
                "median of %d rounds: ratio by the clock %.2f, by the processor %.2f%n",
                rounds, median(byClock), median(byProcessor));
    }

    private static void alone(List<String> given, MadeFolders.Made made) throws IOException {
        Optional<Path> where = given.stream().skip(2).findFirst().map(Path::of);
        Path folder = temporary(where);
        try {
            made.in(folder);
            Done ours = take(folder, where);
            print("ours", (int) ours.report().files().stream().count(), ours.spent());
            print(ours.report());
        } finally {
            remove(folder);
        }
    }

    private record Done(Spent spent, IntakeReport report) {}

    private static Done take(Path folder, Optional<Path> where) throws IOException {
        Path parent = temporary(where);
        IntakeReport[] report = new IntakeReport[1];
        Environment environment =
                new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(64, 1, 1), Optional.of(WORKERS));
        char[] passphrase = "a long sentence nobody guesses".toCharArray();
        try (Archive archive =
                Archives.create(parent.resolve("bench.cairn"), "Bench", "bench", passphrase, environment)) {
            IntakeTerms terms = new IntakeTerms(
                    "bench",
                    "COLLECTED_ON_SITE",
                    "bench",
                    Optional.empty(),
                    Protection.RESTRICTED,
                    Optional.empty(),
                    Set.of(),
                    false);
            Spent spent = Spent.by(() -> report[0] = archive.evidence().take(List.of(folder), terms, Progress.none()));
            return new Done(spent, report[0]);
        } finally {
            remove(parent);
        }
    }

    private static void print(String who, int documents, Spent spent) {
        System.out.printf("  %-9s %8.1f documents/s: %s%n", who, documents / spent.seconds(), spent);
    }

    private static void print(IntakeReport report) {
        System.out.printf("  %d files, also inside others%n", report.files().size());
        System.out.println(
                "  outcomes " + counts(report.files(), file -> file.outcome().name()));
        List<Reading> readings =
                report.files().stream().flatMap(file -> file.reading().stream()).toList();
        System.out.println(
                "  statuses " + counts(readings, reading -> reading.status().name()));
        System.out.println("  reasons  " + counts(readings, reading -> reading.status() + " " + reading.reason()));
        System.out.println("  formats  " + counts(readings, Reading::mediaType));
        System.out.println("  not taken " + counts(report.files(), Taken::reason));
    }

    private static <T> Map<String, Long> counts(List<T> all, Function<T, String> what) {
        return all.stream()
                .map(what)
                .filter(word -> !word.isBlank())
                .collect(Collectors.groupingBy(word -> word, TreeMap::new, Collectors.counting()));
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Path temporary(Optional<Path> where) throws IOException {
        return where.isPresent()
                ? Files.createTempDirectory(where.get(), "pipeline")
                : Files.createTempDirectory("pipeline");
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
