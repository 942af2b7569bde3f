package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.pdfbox.io.RandomAccessReadBufferedFile;
import org.apache.pdfbox.pdfparser.PDFParser;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.sign.SignedFile;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.progress.CancelledException;

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
        Fingerprint fingerprint;
        try (ExecutorService beside = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name("check").factory())) {
            // reading every page takes as long as all else together
            Future<Verdicts> numbers = beside.submit(() -> numbers(pdf));
            fingerprint = bytes(pdf, verdicts);
            size(size, largest, verdicts);
            try (PDDocument document = open(pdf)) {
                ReadBack bundle = new ReadBack(document);
                Verdicts others = new Verdicts();
                LinkRules.check(bundle, others);
                ObjectRules.check(bundle, others);
                signatures = new SignedFile(pdf).signatures();
                SignatureRules.check(signatures, others);
                Verdicts numbered = result(numbers);
                verdicts.met("0", "opensStrictly", bundle.pages().size());
                verdicts.add(numbered);
                verdicts.add(others);
            } catch (CancelledException e) {
                throw e;
            } catch (IOException | RuntimeException e) {
                verdicts.broken("0", "opensStrictly");
            }
            if (manifest.isPresent()) {
                ManifestRules.check(pdf, manifest.get(), verdicts);
            }
        }
        return new CheckedBundle(
                String.valueOf(pdf.getFileName()),
                fingerprint,
                manifest.map(list -> String.valueOf(list.getFileName())),
                verdicts.results(),
                signatures);
    }

    private static PDDocument open(Path pdf) throws IOException {
        RandomAccessReadBufferedFile bytes = new RandomAccessReadBufferedFile(pdf);
        try {
            // the document closes what it is read from
            return new PDFParser(bytes, "", null, null, SealedScratch.cache()).parse(false);
        } catch (IOException | RuntimeException e) {
            bytes.close();
            throw e;
        }
    }

    /// In a document of its own: one is not for several threads.
    private static Verdicts numbers(Path pdf) throws IOException {
        try (PDDocument document = open(pdf)) {
            Verdicts verdicts = new Verdicts();
            NumberRules.check(new ReadBack(document), verdicts);
            return verdicts;
        }
    }

    private static Verdicts result(Future<Verdicts> numbers) throws IOException {
        try {
            return numbers.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error fault) {
                throw fault;
            }
            throw new IOException("pages that cannot be read", e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancelledException();
        }
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
        byte[] block = new byte[1 << 18];
        try (InputStream in = Files.newInputStream(pdf)) {
            for (int count = in.read(block); count >= 0; count = in.read(block)) {
                digest.update(block, 0, count);
                for (int i = 0; i < count; i++) {
                    byte b = block[i];
                    if (matched > 0 || b == END[0]) {
                        matched = b == END[matched] ? matched + 1 : b == END[0] ? 1 : 0;
                        if (matched == END.length) {
                            ends++;
                            matched = 0;
                        }
                    }
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
