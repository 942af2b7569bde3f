package org.cairn.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.ui.pages.PdfPages;

/// Makes a PDF of thousands of pages and goes through it as the viewer does, at 150 dpi: how long the first page takes
/// and each other, and how much memory the program and the drawing process hold by then.
///
/// Arguments: how many pages (2000), every how many of them is looked at (10).
public final class LongPdfBench {

    private static final int WIDTH = 1_240;
    private static final int LINES = 48;

    private LongPdfBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 2_000;
        int every = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 10;
        Path file = Files.createTempFile("long", ".pdf");
        try (DrawingProcesses processes =
                new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), DrawingLimits.DEFAULT.memoryMiB(), 1))) {
            make(file, count);
            System.out.printf("%d pages, %.1f MB%n", count, Files.size(file) / 1e6);
            processes.warm();
            Thread.sleep(8_000); // the program is open for a while before somebody looks at a page
            for (int round = 1; round <= 2; round++) {
                long heap = heap();
                walk(processes, file, every, round, heap);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void walk(DrawingProcesses processes, Path file, int every, int round, long heapBefore)
            throws IOException {
        long since = System.nanoTime();
        try (PdfPages pages = PdfPages.of(processes, Files.newByteChannel(file))) {
            double opened = since(since);
            pages.sizes(1, 6);
            double sized = since(since);
            pages.picture(1, WIDTH);
            double first = since(since);
            List<Double> times = new ArrayList<>();
            for (int page = 2; page <= pages.count(); page += every) {
                long began = System.nanoTime();
                pages.picture(page, WIDTH);
                times.add(since(began));
            }
            List<Double> sorted = times.stream().sorted().toList();
            System.out.printf(
                    "round %d: open %.0f ms, sizes %.0f ms, first page seen after %.0f ms; %d others p50 %.0f ms,"
                            + " p95 %.0f ms; program holds %d MiB more, drawing process at most %d MiB%n",
                    round,
                    opened,
                    sized,
                    first,
                    sorted.size(),
                    sorted.get(sorted.size() / 2),
                    sorted.get(sorted.size() * 95 / 100),
                    (heap() - heapBefore) >> 20,
                    resident() >> 10);
        }
    }

    private static double since(long since) {
        return (System.nanoTime() - since) / 1e6;
    }

    private static long heap() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    /// The most that a process of ours ever held, in KiB; 0 where the system does not say.
    private static long resident() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(process -> peak(Path.of("/proc", String.valueOf(process.pid()), "status")))
                .max()
                .orElse(0);
    }

    private static long peak(Path status) {
        try {
            return Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    private static void make(Path file, int count) throws IOException {
        Random random = new Random(4);
        try (PDDocument document = new PDDocument()) {
            PDType1Font font = new PDType1Font(Standard14Fonts.FontName.TIMES_ROMAN);
            for (int number = 1; number <= count; number++) {
                PDPage page = new PDPage(PDRectangle.A4);
                document.addPage(page);
                try (PDPageContentStream pen = new PDPageContentStream(document, page)) {
                    pen.beginText();
                    pen.setFont(font, 11);
                    pen.setLeading(15);
                    pen.newLineAtOffset(60, 780);
                    pen.showText("Page " + number);
                    for (int line = 0; line < LINES; line++) {
                        pen.newLine();
                        pen.showText(line(random));
                    }
                    pen.endText();
                }
            }
            document.save(file.toFile());
        }
    }

    private static String line(Random random) {
        StringBuilder line = new StringBuilder();
        while (line.length() < 80) {
            for (int i = 2 + random.nextInt(8); i > 0; i--) {
                line.append((char) ('a' + random.nextInt(26)));
            }
            line.append(' ');
        }
        return line.toString();
    }
}
