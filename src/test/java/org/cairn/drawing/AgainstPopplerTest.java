package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/// Pages look as another program draws them: what `pdftoppm -r 150` shows, square by square.
class AgainstPopplerTest {

    private static final Path FILES = Path.of("resources", "sample", "files");
    private static final int DPI = 150;
    private static final int SQUARE = 24;
    private static final int MOST_FILES = 6;

    /// Letters are drawn a little bolder or lighter by each; a square of a page is as dark with both but for this.
    private static final double MEAN = 4;

    @Test
    void looksAsAnotherProgramDrawsIt() throws Exception {
        Assumptions.assumeTrue(installed(), "pdftoppm is not installed");
        Assumptions.assumeTrue(Files.isDirectory(FILES), "the sample is not there");
        List<Path> files = pdfs();
        int compared = 0;
        try (DrawingProcesses processes = new DrawingProcesses(new DrawingLimits(Duration.ofSeconds(60), 512, 1))) {
            for (Path file : files) {
                Optional<BufferedImage> theirs = theirs(file);
                if (theirs.isPresent()) {
                    assertThat(difference(processes, file, theirs.get()))
                            .as(file.getFileName().toString())
                            .isLessThan(MEAN);
                    compared++;
                }
            }
        }
        assertThat(compared).isPositive();
    }

    private static List<Path> pdfs() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            return all.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .limit(MOST_FILES)
                    .toList();
        }
    }

    private static double difference(DrawingProcesses processes, Path file, BufferedImage theirs) throws Exception {
        try (PdfDrawing drawing = new PdfDrawing(processes, FileChannel.open(file))) {
            Dots ours = drawing.draw(1, theirs.getWidth());
            assertThat(Math.abs(ours.height() - theirs.getHeight())).isLessThanOrEqualTo(2);
            double all = 0;
            int squares = 0;
            int down = Math.min(ours.height(), theirs.getHeight());
            for (int y = 0; y + SQUARE <= down; y += SQUARE) {
                for (int x = 0; x + SQUARE <= ours.width(); x += SQUARE) {
                    all += Math.abs(ours(ours, x, y) - theirs(theirs, x, y));
                    squares++;
                }
            }
            return all / Math.max(1, squares);
        }
    }

    private static double ours(Dots dots, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + SQUARE; y++) {
            for (int x = left; x < left + SQUARE; x++) {
                sum += grey(dots.rows()[y * dots.width() + x]);
            }
        }
        return (double) sum / (SQUARE * SQUARE);
    }

    private static double theirs(BufferedImage image, int left, int top) {
        long sum = 0;
        for (int y = top; y < top + SQUARE; y++) {
            for (int x = left; x < left + SQUARE; x++) {
                sum += grey(image.getRGB(x, y));
            }
        }
        return (double) sum / (SQUARE * SQUARE);
    }

    private static int grey(int argb) {
        return ((argb >> 16 & 255) + (argb >> 8 & 255) + (argb & 255)) / 3;
    }

    private static Optional<BufferedImage> theirs(Path file) throws Exception {
        Process process = new ProcessBuilder(
                        "pdftoppm", "-r", String.valueOf(DPI), "-png", "-f", "1", "-l", "1", file.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        byte[] png = process.getInputStream().readAllBytes();
        // one of the locked or broken ones
        return process.waitFor() == 0
                ? Optional.ofNullable(ImageIO.read(new ByteArrayInputStream(png)))
                : Optional.empty();
    }

    private static boolean installed() {
        try {
            return new ProcessBuilder("pdftoppm", "-v")
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
