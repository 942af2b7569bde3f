package org.cairn.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.bundle.check.Leak;
import org.cairn.bundle.check.LeakCheck;
import org.cairn.bundle.match.SoughtWords;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.progress.Progress;

/// Proves of a finished bundle, and of what lies beside it, that no protected word is left in them.
///
/// What is found is told by its place, never by the word.
final class LeakProof {

    /// So many letters are no part of another word by chance.
    private static final int LONG = 6;

    private final List<String> protectedWords;
    private final SoughtWords sought;

    /// @param protectedWords names, aliases, places; each in every script that it is written in
    LeakProof(List<String> protectedWords) {
        this.protectedWords = List.copyOf(protectedWords);
        this.sought = new SoughtWords(protectedWords);
    }

    /// @param folder what lies beside it: names of files, and files of text; originals are beside it only where they
    ///     are shown whole, and are searched as the pages that they became
    List<RuleResult> of(Path pdf, Path manifest, Path folder, Progress progress) throws IOException {
        if (protectedWords.isEmpty()) {
            return List.of();
        }
        TreeSet<String> places = new TreeSet<>();
        int found = 0;
        for (Leak leak : new LeakCheck(protectedWords).check(pdf, Optional.empty(), progress)) {
            if (telling(leak)) {
                found++;
                places.add(
                        leak.page() > 0
                                ? String.valueOf(leak.page())
                                : leak.kind().name());
            }
        }
        for (Path beside : beside(manifest, folder)) {
            progress.checkCancelled();
            if (!hits(beside, folder).isEmpty()) {
                found++;
                places.add(beside.getFileName().toString().replaceAll(".*\\.", "."));
            }
        }
        return found == 0
                ? List.of(RuleResult.of("R", Outcome.MET, "check.leak.met", protectedWords.size()))
                : List.of(RuleResult.of(
                        "R",
                        Outcome.BROKEN,
                        "check.leak.broken",
                        found,
                        places.stream().limit(50).collect(Collectors.joining(", "))));
    }

    /// A short name within another word says nothing; a long one does.
    private boolean telling(Leak leak) {
        return leak.word() < 0
                ? leak.kind() != Leak.Kind.UNREADABLE
                : leak.alone() || protectedWords.get(leak.word()).length() >= LONG;
    }

    private static List<Path> beside(Path manifest, Path folder) throws IOException {
        List<Path> all = new ArrayList<>(List.of(manifest));
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile).sorted().forEach(all::add);
        }
        return all;
    }

    private List<SoughtWords.Hit> hits(Path file, Path folder) throws IOException {
        Path inside = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
        List<SoughtWords.Hit> hits = new ArrayList<>(sought.in(inside.toString()));
        if (!inside.startsWith(Path.of("data", "originals"))) {
            hits.addAll(sought.in(Files.readString(file)));
        }
        return hits.stream()
                .filter(hit -> hit.alone() || protectedWords.get(hit.word()).length() >= LONG)
                .toList();
    }

    @Override
    public String toString() {
        return "LeakProof of " + protectedWords.size();
    }
}
