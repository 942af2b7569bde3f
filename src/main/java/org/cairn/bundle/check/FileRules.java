package org.cairn.bundle.check;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.sign.SignedFile;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.SignatureSaid;

/// Checks a file from its bytes inwards; a file that cannot be opened strictly is broken, and that is all there is to
/// say.
public final class FileRules {

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private FileRules() {}

    /// How the file stands to every rule that can be read back from it, and what its signatures say.
    ///
    /// @param largest the volume's greatest size in bytes
    public static CheckedBundle check(Path pdf, Optional<Path> manifest, long largest) throws IOException {
        Verdicts verdicts = new Verdicts();
        List<SignatureSaid> signatures = List.of();
        long size = Files.size(pdf);
        Fingerprint fingerprint = bytes(pdf, verdicts);
        size(size, largest, verdicts);
        try (RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(pdf);
                PDDocument document = new PDFParser(bytes, "", null, null, SealedScratch.cache()).parse(false)) {
            ReadBack bundle = new ReadBack(document);
            verdicts.met("0", "opensStrictly", bundle.pages().size());
            NumberRules.check(bundle, verdicts);
            LinkRules.check(bundle, verdicts);
            ObjectRules.check(bundle, verdicts);
            signatures = new SignedFile(pdf).signatures();
            SignatureRules.check(signatures, verdicts);
        } catch (IOException | RuntimeException e) {
            verdicts.broken("0", "opensStrictly");
        }
        if (manifest.isPresent()) {
            ManifestRules.check(pdf, manifest.get(), verdicts);
        }
        return new CheckedBundle(
                String.valueOf(pdf.getFileName()),
                fingerprint,
                manifest.map(list -> String.valueOf(list.getFileName())),
                verdicts.results(),
                signatures);
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
    private static Fingerprint bytes(Path pdf, Verdicts verdicts) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        int ends = 0;
        int matched = 0;
        try (InputStream in =
                new BufferedInputStream(new DigestInputStream(Files.newInputStream(pdf), digest), 1 << 16)) {
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
        return Fingerprint.ofDigest(digest.digest());
    }
}
