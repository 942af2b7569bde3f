package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.cairn.bundle.BundleChecker;
import org.cairn.bundle.typeset.Paper;
import org.cairn.domain.served.RuleResult;

/// A bundle in the making: inserts, stamps, saves, and has strangers read the result.
final class Bench implements AutoCloseable {

    final PDDocument target = new PDDocument(SealedScratch.cache(1));
    final PageInserter inserter = new PageInserter(target, Paper.A4);
    private final Path folder;
    private final List<PDDocument> opened = new ArrayList<>();

    Bench(Path folder) {
        this.folder = folder;
    }

    static PDType0Font font(PDDocument document) throws IOException {
        try (InputStream font = Bench.class.getResourceAsStream("/fonts/DejaVuSans.ttf")) {
            return PDType0Font.load(document, font, true);
        }
    }

    Inserted insert(Memory source) throws IOException, UninsertableException {
        return inserter.insertPdf(source, "A/1");
    }

    /// Stamps every page, saves, and demands what every bundle must show to strangers.
    Path finish() throws Exception {
        PageStamper stamper = new PageStamper(target, font(target));
        int total = target.getNumberOfPages();
        int number = 0;
        for (PDPage page : target.getPages()) {
            stamper.stamp(page, ++number + " / " + total, "Confidential");
        }
        Path file = save();
        assertStampsAreRead(file, total);
        return file;
    }

    Path save() throws Exception {
        Path file = Files.createTempFile(folder, "bundle", ".pdf");
        target.save(file.toFile());
        if (OutsideProgram.isInstalled("qpdf")) {
            OutsideProgram.Answer answer = OutsideProgram.run(folder, "qpdf", "--check", file.toString());
            assertThat(answer.exit()).as(answer.words()).isZero();
        }
        PDDocument read = read(file);
        assertThat(read.getDocument().getObjectsByType(COSName.PAGE)).hasSize(read.getNumberOfPages());
        assertThat(codes(BundleChecker.check(file, Optional.empty())))
                .contains("check.streams.met", "check.contents.met", "check.live.met", "check.boxes.met");
        return file;
    }

    private void assertStampsAreRead(Path file, int total) throws Exception {
        assertThat(codes(BundleChecker.check(file, Optional.empty())))
                .contains("check.numbers.met", "check.stampInside.met");
        if (!OutsideProgram.isInstalled("pdftotext")) {
            return;
        }
        String[] texts = OutsideProgram.run(folder, "pdftotext", "-q", "-layout", file.toString(), "-")
                .words()
                .split("\f");
        for (int i = 0; i < total; i++) {
            assertThat(texts[i]).containsPattern("(?m)(^|\\s)" + (i + 1) + "\\s*/\\s*" + total + "\\s*$");
        }
    }

    static List<String> codes(List<RuleResult> results) {
        return results.stream().map(RuleResult::code).toList();
    }

    PDDocument read(Path file) throws IOException {
        PDDocument document = Loader.loadPDF(file.toFile());
        opened.add(document);
        return document;
    }

    /// The text without line ends: where lines run sideways, the stripper ends one after every few letters.
    String text(Path file) throws IOException {
        return new PDFTextStripper().getText(read(file)).replaceAll("\\R", "");
    }

    @Override
    public void close() throws IOException {
        for (PDDocument document : opened) {
            document.close();
        }
        target.close();
    }
}
