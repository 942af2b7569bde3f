package org.cairn.ocr;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.outside.Programs;
import org.cairn.progress.Progress;

/// The program that recognises text, as it is installed on this machine.
///
/// @param program where it is
/// @param version as it says itself, such as `5.3.0`
/// @param packs the codes of the languages it has been given: `eng`, `chi_sim`; `osd` tells scripts apart
public record Tesseract(Path program, String version, SortedSet<String> packs) {

    private static final OcrLimits PROBE = new OcrLimits(Duration.ofSeconds(10), 1024, 1 << 20);
    private static final Pattern VERSION = Pattern.compile("tesseract v?([0-9][0-9A-Za-z.-]*)");
    private static final Pattern PACK = Pattern.compile("[a-z]{3}(_[a-zA-Z]+)*");
    private static final String SCRIPTS = "osd";

    public Tesseract {
        packs = Collections.unmodifiableSortedSet(new TreeSet<>(packs));
    }

    /// Looks for it where programs are.
    ///
    /// @param place where somebody said it is; only there, then
    public static Optional<Tesseract> find(Optional<Path> place) {
        return Programs.named("tesseract", place, folders()).stream()
                .flatMap(program -> probe(program).stream())
                .findFirst();
    }

    /// Where it puts itself on Windows.
    private static List<String> folders() {
        return Stream.of("ProgramFiles", "ProgramW6432", "ProgramFiles(x86)", "LOCALAPPDATA")
                .flatMap(variable -> Stream.ofNullable(System.getenv(variable)))
                .map(folder -> folder + "\\Tesseract-OCR")
                .toList();
    }

    private static Optional<Tesseract> probe(Path program) {
        Matcher version = VERSION.matcher(say(program, "--version"));
        if (!version.find()) {
            return Optional.empty();
        }
        SortedSet<String> packs = new TreeSet<>();
        say(program, "--list-langs")
                .lines()
                .map(String::strip)
                .filter(Tesseract::pack)
                .forEach(packs::add);
        return Optional.of(new Tesseract(program, version.group(1), packs));
    }

    private static boolean pack(String line) {
        return PACK.matcher(line).matches();
    }

    private static String say(Path program, String question) {
        try {
            byte[] said =
                    new BoundedRun(PROBE, Progress.none()).run(List.of(program.toString(), question), new byte[0]);
            return new String(said, StandardCharsets.UTF_8);
        } catch (NotRecognised e) {
            return "";
        }
    }

    /// Whether it can tell scripts and turned pages apart.
    public boolean tellsScripts() {
        return packs.contains(SCRIPTS);
    }

    /// As it is named in readings and in the ledger.
    public String name() {
        return "tesseract " + version;
    }
}
