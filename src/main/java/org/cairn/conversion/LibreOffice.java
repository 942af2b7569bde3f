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
    private static final String MADE = "made";

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
                                List.of(SAID),
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

    /// Lays a document out as pages; sheets of tables so that each fits on its pages, as far as that can be made out.
    ///
    /// @param document opened once or twice
    /// @param limits of all of it
    /// @return a PDF, to be closed by the caller
    /// @throws NotConverted when nothing came of it within the limits
    /// @throws IOException when the document itself fails
    public Converted pages(PictureDecoder.Bytes document, OfficeKind kind, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        if (!Files.isExecutable(program)) {
            throw new NotConverted(NotConverted.Reason.NOT_STARTED);
        }
        String given = "document." + kind.ending();
        String pdf = "pdf:" + kind.part().filter();
        return kind.sheets()
                ? fitted(document, given, pdf, limits, progress)
                : direct(document, given, pdf, limits, progress);
    }

    private Converted direct(
            PictureDecoder.Bytes document, String given, String pdf, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        try (InputStream bytes = document.open()) {
            return new Conversion(limits, progress).run(bytes, given, List.of("document.pdf"), into("", pdf, given));
        }
    }

    /// Whatever kind of workbook it is, the program writes it as one kind first: in that its pages are changed, and
    /// only what the program itself wrote is read here.
    ///
    /// Where it cannot be written so within half of the time, it is laid out as it is.
    private Converted fitted(
            PictureDecoder.Bytes document, String given, String pdf, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        long start = System.nanoTime();
        Optional<Converted> written = writtenAnew(document, given, limits.half(), progress);
        if (written.isEmpty()) {
            return direct(document, given, pdf, limits.after(Duration.ofNanos(System.nanoTime() - start)), progress);
        }
        try (Converted workbook = written.get()) {
            Optional<FittedWorkbook> fitted = FittedWorkbook.of(workbook.file(), progress);
            Handed.Given pages =
                    fitted.<Handed.Given>map(known -> known::writeTo).orElse(to -> Files.copy(workbook.file(), to));
            return new Conversion(limits.after(Duration.ofNanos(System.nanoTime() - start)), progress)
                    .run(pages, "document.ods", List.of(MADE + "/document.pdf"), into(MADE, pdf, "document.ods"))
                    .fitted(fitted.map(FittedWorkbook::fitting));
        }
    }

    private Optional<Converted> writtenAnew(
            PictureDecoder.Bytes document, String given, ConversionLimits limits, Progress progress)
            throws NotConverted, IOException {
        try (InputStream bytes = document.open()) {
            return Optional.of(new Conversion(limits, progress)
                    .run(bytes, given, List.of(MADE + "/document.ods"), into(MADE, "ods:calc8", given)));
        } catch (NotConverted e) {
            return switch (e.reason()) {
                case TIME, OUTPUT, CRASHED -> Optional.empty();
                case INPUT, LOCKED, NOT_STARTED, NO_FOLDER -> throw e;
            };
        }
    }

    /// @param place within the folder where the result goes; the folder itself where empty
    private Conversion.Command into(String place, String format, String given) {
        return folder -> List.of(
                program.toString(),
                Profile.in(folder).argument(),
                "--headless",
                "--norestore",
                "--nolockcheck",
                "--nologo",
                "--nodefault",
                "--convert-to",
                format,
                "--outdir",
                Files.createDirectories(folder.resolve(place)).toString(),
                folder.resolve(given).toString());
    }
}
