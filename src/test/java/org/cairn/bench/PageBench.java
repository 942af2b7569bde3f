package org.cairn.bench;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.drawing.NotDrawable;
import org.cairn.ui.pages.PdfPages;

/// Draws pages of every PDF of a folder as the viewer does, in a process apart, and bare in this one; prints how long a
/// page takes of either.
///
/// Arguments: the folder, how wide in pixels (1000), how many pages of each document (10), how many rounds (2).
public final class PageBench {

    private final int width;
    private final int most;
    private final List<Path> files;

    private PageBench(List<Path> files, int width, int most) {
        this.files = files;
        this.width = width;
        this.most = most;
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length == 0) {
            System.out.println("usage: PageBench FOLDER [WIDTH] [PAGES] [ROUNDS]");
            return;
        }
        int width = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1000;
        int most = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 10;
        int rounds = arguments.length > 3 ? Integer.parseInt(arguments[3]) : 2;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            List<Path> pdfs = all.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
            new PageBench(pdfs, width, most).run(rounds);
        }
    }

    private void run(int rounds) throws IOException {
        DrawingLimits limits = new DrawingLimits(Duration.ofSeconds(60), DrawingLimits.DEFAULT.memoryMiB(), 1);
        try (DrawingProcesses processes = new DrawingProcesses(limits)) {
            for (int round = 1; round <= rounds; round++) {
                Times opening = new Times();
                Times pages = new Times();
                Times bare = new Times();
                for (Path file : files) {
                    apart(processes, file, opening, pages);
                    bare(file, bare);
                }
                System.out.printf("round %d: open and first page %s%n", round, opening);
                System.out.printf("round %d: page after the first, apart %s; bare %s%n", round, pages, bare);
            }
        }
    }

    private void apart(DrawingProcesses processes, Path file, Times opening, Times times) throws IOException {
        PdfPages[] opened = new PdfPages[1];
        try {
            opening.take(() -> {
                opened[0] = PdfPages.of(processes, Files.newByteChannel(file));
                return opened[0].picture(1, width);
            });
            for (int page = 2; page <= Math.min(most, opened[0].count()); page++) {
                int wanted = page;
                times.take(() -> opened[0].picture(wanted, width));
            }
        } catch (NotDrawable e) {
            // one of the broken ones
        } finally {
            if (opened[0] != null) {
                opened[0].close();
            }
        }
    }

    private void bare(Path file, Times times) throws IOException {
        try (PDDocument document = Loader.loadPDF(file.toFile())) {
            PDFRenderer renderer = new PDFRenderer(document);
            renderer.setSubsamplingAllowed(true);
            for (int page = 1; page <= Math.min(most, document.getNumberOfPages()); page++) {
                int wanted = page;
                Callable<BufferedImage> drawn = () -> draw(renderer, document.getPage(wanted - 1), wanted);
                if (page == 1) {
                    new Times().take(drawn);
                } else {
                    times.take(drawn);
                }
            }
        } catch (IOException | RuntimeException e) {
            // one of the broken ones
        }
    }

    private BufferedImage draw(PDFRenderer renderer, PDPage page, int number) throws IOException {
        boolean turned = page.getRotation() % 180 != 0;
        float across =
                turned ? page.getCropBox().getHeight() : page.getCropBox().getWidth();
        float down = turned ? page.getCropBox().getWidth() : page.getCropBox().getHeight();
        float scale = width / across;
        BufferedImage canvas =
                new BufferedImage(width, Math.max(1, Math.round(down * scale)), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D pen = canvas.createGraphics();
        pen.setBackground(Color.WHITE);
        renderer.renderPageToGraphics(number - 1, pen, scale);
        pen.dispose();
        return canvas;
    }

    /// What was measured of one thing.
    private static final class Times {

        private final List<Double> milliseconds = new ArrayList<>();

        void take(Callable<?> work) throws IOException {
            long since = System.nanoTime();
            try {
                work.call();
            } catch (IOException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
            milliseconds.add((System.nanoTime() - since) / 1e6);
        }

        private double at(double share) {
            List<Double> sorted = milliseconds.stream().sorted().toList();
            return sorted.isEmpty()
                    ? 0
                    : sorted.get((int) Math.min(sorted.size() - 1L, (long) (share * sorted.size())));
        }

        @Override
        public String toString() {
            return "p50 %.0f ms, p90 %.0f ms, p95 %.0f ms, most %.0f ms (%d)"
                    .formatted(at(0.5), at(0.9), at(0.95), at(1), milliseconds.size());
        }
    }
}
