package org.cairn.bundle.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.domain.served.RuleResult;

/// Checks a file from its bytes inwards; a file that cannot be opened strictly is broken, and that is all there is to
/// say.
public final class FileRules {

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private FileRules() {}

    /// How the file stands to every rule that can be read back from it.
    ///
    /// @param largest the volume's greatest size in bytes
    public static List<RuleResult> check(Path pdf, Optional<Path> manifest, long largest) throws IOException {
        Verdicts verdicts = new Verdicts();
        long size = Files.size(pdf);
        bytes(pdf, verdicts);
        size(size, largest, verdicts);
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(pdf);
                PDDocument document = new PDFParser(bytes, "", null, null, SealedScratch.cache()).parse(false)) {
            ReadBack bundle = new ReadBack(document);
            verdicts.met("0", "opensStrictly", bundle.pages().size());
            NumberRules.check(bundle, verdicts);
            LinkRules.check(bundle, verdicts);
            ObjectRules.check(bundle, verdicts);
        } catch (IOException | RuntimeException e) {
            verdicts.broken("0", "opensStrictly");
        }
        if (manifest.isPresent()) {
            ManifestRules.check(pdf, manifest.get(), verdicts);
        }
        return verdicts.results();
    }

    private static void size(long size, long largest, Verdicts verdicts) {
        long megabytes = Math.ceilDiv(size, 1_000_000);
        if (size > largest) {
            verdicts.broken("8", "size", megabytes, largest / 1_000_000);
        } else {
            verdicts.met("8", "size", megabytes, largest / 1_000_000);
        }
    }

    /// A bundle is written whole: a second end means that an earlier state is still inside.
    private static void bytes(Path pdf, Verdicts verdicts) throws IOException {
        int ends = 0;
        int matched = 0;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(pdf), 1 << 16)) {
            for (int b = in.read(); b >= 0; b = in.read()) {
                matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
                if (matched == END.length) {
                    ends++;
                    matched = 0;
                }
            }
        }
        if (ends == 1) {
            verdicts.met("1", "whole");
        } else {
            verdicts.broken("1", "whole", ends);
        }
    }
}
