package org.cairn.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.cairn.bundle.check.Leak;
import org.cairn.bundle.check.LeakCheck;
import org.cairn.bundle.check.PictureWords;
import org.cairn.bundle.match.SoughtWords;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Proves of a finished bundle, and of what lies beside it, that no protected word is left in them.
///
/// What is found is told by its place, never by the word.
final class LeakProof {

    /// So many letters are no part of another word by chance.
    private static final int LONG = 6;

    private static final Path ORIGINALS = Path.of("data", "originals");
    private static final byte[] PDF = "%PDF".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    private static final int PIECE = 1 << 20;
    /// Office programs part the letters of a word by what was typed when.
    private static final Pattern TAGS = Pattern.compile("<[^<>]{1,2000}>");
    private static final int OVERLAP = 400;

    private final List<String> protectedWords;
    private final SoughtWords sought;
    private final Optional<PictureWords> reader;

    /// @param protectedWords names, aliases, places; each in every script that it is written in
    /// @param reader reads what stands around painted places, where there is a program that can
    LeakProof(List<String> protectedWords, Optional<PictureWords> reader) {
        this.reader = reader;
        this.protectedWords = List.copyOf(protectedWords);
        this.sought = new SoughtWords(protectedWords);
    }

    /// What was found in a file of the bundle itself.
    ///
    /// @param leaks every place that tells a word
    /// @param pictures what became of looking at painted places
    record InFile(List<Leak> leaks, List<RuleResult> pictures) {

        /// Where pages tell a word by what they share, though none of them shows it.
        private static final Set<Leak.Kind> SHARED =
                Set.of(Leak.Kind.FONT, Leak.Kind.STREAM, Leak.Kind.OBJECT, Leak.Kind.UNSHOWN_TEXT);

        /// Whether words are left in what pages share, as in a font that holds the letters of a name that is shown on a
        /// painted page only, and nowhere else.
        boolean onlyInWhatPagesShare() {
            return !leaks.isEmpty()
                    && leaks.stream().allMatch(leak -> leak.page() == 0 && SHARED.contains(leak.kind()));
        }

        @Override
        public String toString() {
            return "InFile " + leaks.size();
        }
    }

    /// Looks through a file of the bundle.
    ///
    /// @param painted the areas that were painted over, by page of the file
    InFile in(Path pdf, Map<Integer, List<Area>> painted, Progress progress) throws IOException {
        if (protectedWords.isEmpty()) {
            return new InFile(List.of(), List.of());
        }
        try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT)) {
            Optional<LeakCheck.Pictures> pictures =
                    reader.filter(one -> !painted.isEmpty()).map(one -> new LeakCheck.Pictures(painted, drawing, one));
            List<Leak> leaks = new LeakCheck(protectedWords).check(pdf, pictures, progress);
            List<RuleResult> results = new ArrayList<>();
            if (!painted.isEmpty()) {
                int places = painted.values().stream().mapToInt(List::size).sum();
                boolean read = pictures.isPresent()
                        && leaks.stream().noneMatch(leak -> leak.kind() == Leak.Kind.UNREADABLE && leak.page() > 0);
                results.add(
                        read
                                ? RuleResult.of("R", Outcome.MET, "check.leak.pictures", places)
                                : RuleResult.of("R", Outcome.NEEDS_PERSON, "check.leak.noReader", places));
            }
            return new InFile(leaks.stream().filter(this::telling).toList(), results);
        }
    }

    /// What is found in a file of the bundle together with what lies beside it.
    ///
    /// @param folder what lies beside it: names of files, and what they hold; of originals also what no page shows, as
    ///     far as PDF, packed documents and plain text go
    List<RuleResult> of(InFile file, Path manifest, Path folder, Progress progress) throws IOException {
        if (protectedWords.isEmpty()) {
            return List.of();
        }
        TreeSet<Integer> pages = new TreeSet<>();
        TreeSet<String> others = new TreeSet<>();
        int found = file.leaks().size();
        for (Leak leak : file.leaks()) {
            if (leak.page() > 0) {
                pages.add(leak.page());
            } else {
                others.add(leak.kind().name());
            }
        }
        for (Path beside : beside(manifest, folder)) {
            progress.checkCancelled();
            if (tells(beside, folder, progress)) {
                found++;
                others.add(beside.getFileName().toString().replaceAll(".*\\.", "."));
            }
        }
        List<RuleResult> results = new ArrayList<>();
        results.add(
                found == 0
                        ? RuleResult.of("R", Outcome.MET, "check.leak.met", protectedWords.size())
                        : RuleResult.of(
                                "R",
                                Outcome.BROKEN,
                                "check.leak.broken",
                                found,
                                Stream.concat(pages.stream().map(String::valueOf), others.stream())
                                        .limit(50)
                                        .collect(Collectors.joining(", "))));
        results.addAll(file.pictures());
        return results;
    }

    /// @throws ArchiveException.ProtectedWordsLeft when words are left
    static void requireNoneLeft(List<RuleResult> proven) {
        for (RuleResult result : proven) {
            if (result.outcome() == Outcome.BROKEN) {
                List<String> pages = Stream.of(result.arguments().get(1).split(", "))
                        .filter(place -> place.matches("\\d+"))
                        .toList();
                throw new ArchiveException.ProtectedWordsLeft(
                        Integer.parseInt(result.arguments().getFirst()), pages);
            }
        }
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

    /// Whether a protected word is in the name of a file beside the bundle, or in what the file holds.
    private boolean tells(Path file, Path folder, Progress progress) throws IOException {
        Path inside = file.startsWith(folder) ? folder.relativize(file) : file.getFileName();
        return tells(inside.toString())
                || (inside.startsWith(ORIGINALS) ? original(file, progress) : tells(Files.readString(file)));
    }

    private boolean tells(String text) {
        return sought.in(text).stream()
                .anyMatch(hit -> hit.alone() || protectedWords.get(hit.word()).length() >= LONG);
    }

    /// An original says more than its pages show: who wrote it, and on which machine.
    private boolean original(Path file, Progress progress) throws IOException {
        byte[] start = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            in.readNBytes(start, 0, start.length);
        }
        if (Arrays.equals(start, PDF)) {
            return new LeakCheck(protectedWords)
                    .check(file, Optional.empty(), progress).stream()
                            .anyMatch(leak -> leak.word() >= 0 && telling(leak));
        }
        return Arrays.equals(start, ZIP) ? packed(file, progress) : plain(Files.newInputStream(file), progress);
    }

    /// Office documents are packed: what they say of themselves is in their parts.
    private boolean packed(Path file, Progress progress) throws IOException {
        try (ZipInputStream parts = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
                if (tells(part.getName())
                        || plain(
                                new FilterInputStream(parts) {
                                    @Override
                                    public void close() {
                                        // the next part is read from it too
                                    }
                                },
                                progress)) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            // what cannot be unpacked is searched as it lies there
            return plain(Files.newInputStream(file), progress);
        }
    }

    /// As text of one byte a letter or several, a piece at a time that reaches a little into the next.
    private boolean plain(InputStream from, Progress progress) throws IOException {
        try (from) {
            String before = "";
            for (byte[] piece = from.readNBytes(PIECE); piece.length > 0; piece = from.readNBytes(PIECE)) {
                progress.checkCancelled();
                String text = before + new String(piece, StandardCharsets.UTF_8);
                if (tells(text)
                        || tells(TAGS.matcher(text).replaceAll(""))
                        || tells(new String(piece, StandardCharsets.UTF_16LE))
                        || tells(new String(piece, StandardCharsets.UTF_16BE))) {
                    return true;
                }
                before = text.substring(Math.max(0, text.length() - OVERLAP));
            }
            return false;
        }
    }

    @Override
    public String toString() {
        return "LeakProof of " + protectedWords.size();
    }
}
