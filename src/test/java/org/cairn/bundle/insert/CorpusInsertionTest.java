package org.cairn.bundle.insert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.cairn.bundle.typeset.Paper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusInsertionTest {

    @TempDir
    Path folder;

    @Test
    void everyCollectedDocumentIsInsertedOrRefusedWithAReason() throws Exception {
        List<Path> documents = new ArrayList<>(Corpora.documents("pdfbox", ".pdf"));
        documents.addAll(Corpora.documents("xray-court-pdfs", ".pdf"));
        Path bundle = folder.resolve("bundle.pdf");
        List<String> refused = new ArrayList<>();
        int inserted = write(documents, bundle, refused);

        assertThat(inserted + refused.size()).isEqualTo(documents.size());
        assertThat(inserted).isGreaterThan(documents.size() * 9 / 10);
        assertHoldsOnlyItsPages(bundle);
        assertReadsWell(bundle);
    }

    private static int write(List<Path> documents, Path bundle, List<String> refused) throws IOException {
        int inserted = 0;
        try (PDDocument target = new PDDocument(SealedScratch.cache())) {
            PageInserter inserter = new PageInserter(target, Paper.A4, Duration.ofSeconds(30));
            for (Path document : documents) {
                try {
                    Inserted got = inserter.insertPdf(Memory.of(document), "A/1");
                    assertThat(got.pages()).isNotEmpty();
                    inserted++;
                } catch (UninsertableException e) {
                    refused.add(e.reasonCode());
                }
            }
            stampAll(target);
            target.save(bundle.toFile());
        }
        return inserted;
    }

    private static void stampAll(PDDocument target) throws IOException {
        PageStamper stamper = new PageStamper(target, Bench.font(target));
        int total = target.getNumberOfPages();
        int number = 0;
        for (PDPage page : target.getPages()) {
            stamper.stamp(page, ++number + " / " + total, "Confidential");
        }
    }

    private static void assertHoldsOnlyItsPages(Path bundle) throws IOException {
        try (PDDocument read = Loader.loadPDF(bundle.toFile())) {
            assertThat(read.getDocument().getObjectsByType(COSName.PAGE)).hasSize(read.getNumberOfPages());
        }
    }

    private void assertReadsWell(Path bundle) throws Exception {
        OutsideProgram.Answer check = OutsideProgram.run(folder, "qpdf", "--check", bundle.toString());
        assertThat(check.exit()).as(check.words()).isZero();
        String[] texts = OutsideProgram.run(folder, "pdftotext", "-q", "-layout", bundle.toString(), "-")
                .words()
                .split("\f");
        int total = texts.length;
        for (int i = 0; i < total; i++) {
            assertThat(texts[i])
                    .as("page " + (i + 1))
                    .containsPattern("(?m)(^|\\s)" + (i + 1) + "\\s*/\\s*" + total + "\\s*$");
        }
    }
}
