package org.cairn.bundle.check;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.apache.pdfbox.cos.COSObjectKey;
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

    private static final int THREADS = 2;
    /// Bytes: PDFBox goes into what lies in each other once more for each step.
    private static final long DEEP = 32L << 20;

    private static final byte[] END = "%%EOF".getBytes(StandardCharsets.US_ASCII);

    private FileRules() {}

    /// How the file stands to every rule that can be read back from it, and what its signatures say.
    ///
    /// @param largest the volume's greatest size in bytes
    public static CheckedBundle check(Path pdf, Optional<Path> manifest, long largest) throws IOException {
        Verdicts verdicts = new Verdicts();
        Inside inside;
        Fingerprint fingerprint;
        try (ExecutorService threads = Executors.newFixedThreadPool(
                THREADS,
                Thread.ofPlatform().daemon().name("check").stackSize(DEEP).factory())) {
            Verdicts whole = new Verdicts();
            Future<Fingerprint> hash = threads.submit(() -> bytes(pdf, whole));
            inside = inside(pdf, threads);
            fingerprint = InParts.read(hash);
            verdicts.add(whole);
        }
        size(Files.size(pdf), largest, verdicts);
        verdicts.add(inside.verdicts());
        if (manifest.isPresent()) {
            ManifestRules.check(pdf, manifest.get(), verdicts);
        }
        return new CheckedBundle(
                String.valueOf(pdf.getFileName()),
                fingerprint,
                manifest.map(list -> String.valueOf(list.getFileName())),
                verdicts.results(),
                inside.signatures());
    }

    /// What is said by what is inside.
    private record Inside(Verdicts verdicts, List<SignatureSaid> signatures) {}

    private static Inside inside(Path pdf, ExecutorService threads) {
        try {
            Verdicts verdicts = new Verdicts();
            objects(pdf, threads, verdicts);
            List<SignatureSaid> signatures = new SignedFile(pdf).signatures();
            SignatureRules.check(signatures, verdicts);
            return new Inside(verdicts, signatures);
        } catch (CancelledException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            Verdicts broken = new Verdicts();
            broken.broken("0", "opensStrictly");
            return new Inside(broken, List.of());
        }
    }

    /// First what has to be known of the whole, then every page and every object, part by part.
    private static void objects(Path pdf, ExecutorService threads, Verdicts verdicts) throws IOException {
        NumberRules numbers;
        ObjectRules objects;
        Verdicts links = new Verdicts();
        List<COSObjectKey> pages;
        Map<COSObjectKey, Long> places;
        int first;
        try (PDDocument document = open(pdf)) {
            ReadBack bundle = new ReadBack(document);
            verdicts.met("0", "opensStrictly", bundle.pages().size());
            numbers = new NumberRules(bundle);
            objects = new ObjectRules(bundle);
            LinkRules.check(bundle, links);
            first = NumberRules.first(bundle);
            pages = bundle.keys();
            places = Map.copyOf(document.getDocument().getXrefTable());
        }
        InParts parts = new InParts(threads, () -> open(pdf));
        List<Future<PageFindings>> read = parts.pages(pages, first);
        List<Future<ObjectFindings>> inspected = parts.objects(places);
        PageFindings said = new PageFindings();
        ObjectFindings found = new ObjectFindings();
        try {
            for (Future<PageFindings> part : read) {
                said.add(InParts.read(part));
            }
            for (Future<ObjectFindings> part : inspected) {
                found.add(InParts.read(part));
            }
        } finally {
            // where one cannot be read nobody waits for the others
            Stream.concat(read.stream(), inspected.stream()).forEach(part -> part.cancel(false));
        }
        numbers.judge(said, verdicts);
        verdicts.add(links);
        objects.judge(found, said, verdicts);
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
