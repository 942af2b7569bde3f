package org.cairn.bench;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.cairn.archive.Choices;
import org.cairn.archive.ExhibitLook;
import org.cairn.archive.OpenArchive;
import org.cairn.domain.Area;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.Progress;

/// Writes a bundle of many documents, beside what bounds it: the same files joined by `qpdf --empty --pages`, and only
/// copied. Ours unseals each document, writes index, separators, numbers, links, schedules, hashes, the originals in a
/// bag, and reads the whole back; qpdf does none of that.
///
/// Arguments: how many documents (500), pages of each (10), kilobytes of each page's picture (95; 0 for text alone),
/// rounds (2), areas to black out on each page (0).
public final class BundleBench {

    private static final int LINES = 40;
    private static final int PIECE = 1 << 20;

    private BundleBench() {}

    public static void main(String[] arguments) throws IOException {
        int documents = argument(arguments, 0, 500);
        int pages = argument(arguments, 1, 10);
        int kilobytes = argument(arguments, 2, 95);
        int rounds = argument(arguments, 3, 2);
        int areas = argument(arguments, 4, 0);
        Path folder = Files.createTempDirectory("bundles");
        try (OpenArchive open = new OpenArchive(folder)) {
            List<Path> files = make(Files.createDirectory(folder.resolve("files")), documents, pages, kilobytes);
            long bytes = size(files);
            System.out.printf("%,d documents, %,d pages, %.0f MB%n", documents, documents * pages, bytes / 1e6);
            BundleDraft draft = redacted(open, draft(references(open, files)), areas);
            List<String> names = new ArrayList<>(List.of("ours", "copied"));
            boolean qpdf = isInstalled();
            if (qpdf) {
                names.add(1, "qpdf");
            }
            for (int round = 1; round <= rounds; round++) {
                Map<String, Spent> spent = new LinkedHashMap<>();
                for (String name : names) {
                    Path out = Files.createDirectory(folder.resolve(name + round));
                    spent.put(name, Spent.by(() -> run(name, open, draft, files, out)));
                    delete(out);
                }
                print(round, names, spent);
            }
        } finally {
            delete(folder);
        }
    }

    private static int argument(String[] arguments, int place, int otherwise) {
        return arguments.length > place ? Integer.parseInt(arguments[place]) : otherwise;
    }

    private static void print(int round, List<String> names, Map<String, Spent> spent) {
        Beside table = new Beside(names);
        spent.forEach((name, cost) -> {
            table.put("seconds", name, cost.seconds());
            table.put("of the processor", name, cost.processor());
        });
        System.out.println("round " + round);
        table.lines().forEach(System.out::println);
        System.out.println("ours: " + spent.get("ours"));
    }

    private static void run(String name, OpenArchive open, BundleDraft draft, List<Path> files, Path out) {
        try {
            switch (name) {
                case "ours" -> {
                    ServedBundle served = open.archive.bundles().write(draft, Choices.NONE, out, Progress.none());
                    System.out.printf("%,d pages written%n", served.pages());
                }
                case "qpdf" -> join(files, out.resolve("joined.pdf"));
                default -> {
                    for (Path file : files) {
                        Files.copy(file, out.resolve(file.getFileName()));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isInstalled() {
        try {
            return new ProcessBuilder("qpdf", "--version")
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor(10, TimeUnit.SECONDS);
        } catch (IOException e) {
            System.out.println("qpdf is not installed");
            return false;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void join(List<Path> files, Path to) throws IOException {
        List<String> command = new ArrayList<>(List.of("qpdf", "--empty", "--pages"));
        files.forEach(file -> command.add(file.toString()));
        command.addAll(List.of("--", to.toString()));
        try {
            if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
                throw new IOException("qpdf did not end well");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Reference> references(OpenArchive open, List<Path> files) {
        return open
                .archive
                .evidence()
                .take(files, OpenArchive.terms(Protection.CONFIDENTIAL), Progress.none())
                .files()
                .stream()
                .flatMap(file -> file.reference().stream())
                .toList();
    }

    private static BundleDraft draft(List<Reference> references) {
        return new BundleDraft(
                "Speed",
                "Bench",
                "",
                "peoples-tribunal",
                Protection.CONFIDENTIAL,
                new LanguageTag("en"),
                "SUBMIT_TRIBUNAL",
                Optional.empty(),
                1,
                "",
                List.of(new BundleDraft.Section(
                        "Documents",
                        references.stream()
                                .map(reference -> new BundleDraft.Exhibit(reference, "Document " + reference))
                                .toList())),
                List.of());
    }

    /// A draft with bars over its text, as many on each page.
    private static BundleDraft redacted(OpenArchive open, BundleDraft draft, int areas) {
        if (areas == 0) {
            return draft;
        }
        List<BundleDraft.Exhibit> exhibits = new ArrayList<>();
        for (BundleDraft.Exhibit exhibit : draft.sections().getFirst().exhibits()) {
            List<BundleDraft.Redacted.Part> parts = new ArrayList<>();
            try (ExhibitLook pages = open.archive.redactions().pages(draft, exhibit.reference(), Progress.none())) {
                for (int page = 1; page <= pages.count(); page++) {
                    for (int area = 0; area < areas; area++) {
                        Area bar = new Area(0.2, 0.1 + 0.8 * area / areas, 0.3, 0.01);
                        parts.add(pages.part(page, bar, "WITNESS_IDENTITY", BundleVersion.CONFIDENTIAL));
                    }
                }
                exhibits.add(exhibit.redacting(pages.of(), parts));
            }
        }
        return draft.withSections(
                List.of(new BundleDraft.Section(draft.sections().getFirst().title(), exhibits)));
    }

    private static List<Path> make(Path folder, int documents, int pages, int kilobytes) throws IOException {
        List<Path> files = new ArrayList<>();
        SyntheticText words = new SyntheticText(7, 10_000);
        for (int number = 0; number < documents; number++) {
            Path file = folder.resolve("document-%05d.pdf".formatted(number));
            make(file, number, pages, kilobytes, words);
            files.add(file);
        }
        return files;
    }

    private static void make(Path file, int number, int pages, int kilobytes, SyntheticText words) throws IOException {
        Random random = new Random(number);
        try (PDDocument document = new PDDocument()) {
            PDType0Font font = font(document);
            for (int page = 0; page < pages; page++) {
                PDPage leaf = new PDPage(PDRectangle.A4);
                document.addPage(leaf);
                try (PDPageContentStream pen = new PDPageContentStream(document, leaf)) {
                    text(pen, font, words.passage(number * pages + page, LINES * 10));
                    if (kilobytes > 0) {
                        pen.drawImage(
                                JPEGFactory.createFromStream(
                                        document, new ByteArrayInputStream(picture(random, kilobytes))),
                                60,
                                60,
                                200,
                                150);
                    }
                }
            }
            document.save(file.toFile());
        }
    }

    private static void text(PDPageContentStream pen, PDType0Font font, String passage) throws IOException {
        String plain = passage.replaceAll("[^ -~]", "");
        pen.beginText();
        pen.setFont(font, 10);
        pen.setLeading(13);
        pen.newLineAtOffset(60, 780);
        for (int line = 0; line < LINES && (line + 1) * 90 < plain.length(); line++) {
            pen.showText(plain.substring(line * 90, (line + 1) * 90));
            pen.newLine();
        }
        pen.endText();
    }

    private static PDType0Font font(PDDocument document) throws IOException {
        try (InputStream font = BundleBench.class.getResourceAsStream("/fonts/DejaVuSans.ttf")) {
            return PDType0Font.load(document, font, true);
        }
    }

    /// Noise, which no packing makes smaller: so large that its bytes are about those asked for.
    private static byte[] picture(Random random, int kilobytes) throws IOException {
        int side = (int) Math.sqrt(kilobytes * 1_450.0);
        BufferedImage image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_GRAY);
        byte[] dots = new byte[side * side];
        random.nextBytes(dots);
        image.getRaster().setDataElements(0, 0, side, side, dots);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(PIECE);
        ImageIO.write(image, "jpeg", bytes);
        return bytes.toByteArray();
    }

    private static long size(List<Path> files) throws IOException {
        long bytes = 0;
        for (Path file : files) {
            bytes += Files.size(file);
        }
        return bytes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }
}
