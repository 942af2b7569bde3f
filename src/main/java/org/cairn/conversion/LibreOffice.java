package org.cairn.conversion;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.cairn.outside.OutsideRun;
import org.cairn.outside.Programs;
import org.cairn.progress.Progress;

/// The program that lays office documents out as pages, as it is installed on this machine.
///
/// @param program where it is
/// @param version as it says itself, such as `7.4.7.2`
public record LibreOffice(Path program, String version) {

    private static final List<String> NAMES = List.of("soffice", "libreoffice");
    private static final List<String> PLACES =
            List.of("/usr/lib/libreoffice/program", "/usr/lib64/libreoffice/program", "/opt/libreoffice/program");

    private static final ConversionLimits PROBE = new ConversionLimits(Duration.ofSeconds(30), 4096, 1 << 10, 1 << 20);
    private static final Pattern VERSION = Pattern.compile("LibreOffice\\w* ([0-9][0-9A-Za-z.~-]*)");
    private static final String SAID = "said";

    /// Looks for it where programs are.
    ///
    /// @param place where somebody said it is; only there, then
    public static Optional<LibreOffice> find(Optional<Path> place) {
        return programs(place).flatMap(program -> probe(program).stream()).findFirst();
    }

    /// Where something stands that is called so; it is not asked what it is.
    ///
    /// @param place where somebody said it is; only there, then
    public static Optional<Path> program(Optional<Path> place) {
        return programs(place).findFirst();
    }

    private static Stream<Path> programs(Optional<Path> place) {
        return NAMES.stream().flatMap(name -> Programs.named(name, place, PLACES).stream());
    }

    private static Optional<LibreOffice> probe(Path program) {
        InputStream nothing = new ByteArrayInputStream(new byte[0]);
        try (Converted said = new Conversion(PROBE, Progress.none())
                        .run(
                                nothing,
                                "nothing",
                                SAID,
                                folder -> List.of(
                                        program.toString(), Profile.in(folder).argument(), "--version"));
                InputStream words = said.open()) {
            Matcher version =
                    VERSION.matcher(new String(words.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8));
            return version.find() ? Optional.of(new LibreOffice(program, version.group(1))) : Optional.empty();
        } catch (NotConverted | IOException e) {
            return Optional.empty();
        }
    }

    /// Whether the system itself keeps it from every network; its settings do so in any case.
    public static boolean keptFromNetworks() {
        return OutsideRun.withoutNetwork();
    }

    /// As it is named to people and in the ledger.
    public String name() {
        return "LibreOffice " + version;
    }

    /// Lays a document out as pages.
    ///
    /// @param document read to its end, closed by the caller
    /// @return a PDF, to be closed by the caller
    /// @throws NotConverted when nothing came of it within the limits
    /// @throws IOException when the document itself fails
    public Converted pages(InputStream document, OfficeKind kind, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        if (!Files.isExecutable(program)) {
            throw new NotConverted(NotConverted.Reason.NOT_STARTED);
        }
        String given = "document." + kind.ending();
        return new Conversion(limits, progress)
                .run(
                        document,
                        given,
                        "document.pdf",
                        folder -> List.of(
                                program.toString(),
                                Profile.in(folder).argument(),
                                "--headless",
                                "--norestore",
                                "--nolockcheck",
                                "--nologo",
                                "--nodefault",
                                "--convert-to",
                                "pdf:" + kind.part().filter(),
                                "--outdir",
                                folder.toString(),
                                folder.resolve(given).toString()));
    }
}
