package org.cairn.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.cairn.bundle.insert.SealedScratch;
import org.cairn.bundle.sign.SignaturePlace;
import org.cairn.bundle.sign.SignedBy;
import org.cairn.bundle.sign.SigningException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Writes a bundle from its plan, reads it back, and gives it its final name only when every rule is met.
public final class BundleWriter {

    /// Writes the bundle, its manifest and the folder of originals beside it into a folder.
    ///
    /// @param plan what to write
    /// @param outFolder where; made when it is not there
    /// @param progress told of stages `insert`, `stamp`, `write`, `copy` and `check`
    /// @param note writes the finished bundle into the ledger, just before it gets its name; where that fails, nothing
    ///     is left
    /// @throws ArchiveException.BundleRefused when the finished file broke a rule: nothing is left
    /// @throws ArchiveException.Damaged when a source is not what its hash says: nothing is left
    /// @throws ArchiveException.StorageFull when the disk is full: nothing is left
    public ServedBundle write(BundlePlan plan, Path outFolder, Progress progress, Consumer<ServedBundle> note) {
        return write(plan, outFolder, Optional.empty(), progress, note);
    }

    /// The same, signed where somebody signs it; the signature is in the file from the start, which has one revision.
    ///
    /// @throws ArchiveException.InvalidInput when the signature cannot be made: nothing is left
    public ServedBundle write(
            BundlePlan plan,
            Path outFolder,
            Optional<SignedBy> signing,
            Progress progress,
            Consumer<ServedBundle> note) {
        Words words = new Words(plan.language());
        try (Workplace workplace = Workplace.in(outFolder, FolderNames.of(plan, words))) {
            FolderNames names = workplace.names();
            Written written = pdf(plan, words, names, workplace, signing, progress);
            BundleFolder folder = new BundleFolder(workplace.folder(), plan, names);
            folder.write(progress);
            Files.writeString(workplace.manifest(), manifest(names, written.fingerprint(), folder));
            List<RuleResult> results = new ArrayList<>(plan.preflight());
            results.addAll(written.notes());
            results.addAll(VolumeLimits.after(plan.profile(), Files.size(workplace.pdf()), written.pages()));
            results.addAll(check(workplace, progress));
            workplace.settle(progress);
            ServedBundle served = new ServedBundle(
                    outFolder.resolve(names.pdf()),
                    outFolder.resolve(names.manifest()),
                    written.fingerprint(),
                    written.pages(),
                    plan.exhibits().size(),
                    results);
            // whoever locks the archive now could not have it written into the ledger any more
            progress.checkCancelled();
            workplace.publish(() -> note.accept(served));
            return served;
        } catch (IOException e) {
            throw Workplace.translated(e, outFolder);
        } catch (UncheckedIOException e) {
            throw Workplace.translated(Objects.requireNonNull(e.getCause()), outFolder);
        } catch (SigningException e) {
            throw new ArchiveException.InvalidInput("signer", e.reasonCode());
        }
    }

    /// Removes what a run that was killed left unfinished in a folder.
    public static void sweep(Path outFolder) {
        try {
            HeldFolder.sweep(outFolder);
        } catch (IOException e) {
            throw Workplace.translated(e, outFolder);
        }
    }

    private record Written(Fingerprint fingerprint, int pages, List<RuleResult> notes) {}

    private static Written pdf(
            BundlePlan plan,
            Words words,
            FolderNames names,
            Workplace workplace,
            Optional<SignedBy> signing,
            Progress progress)
            throws IOException, SigningException {
        MessageDigest digest = Fingerprint.sha256();
        try (PDDocument document = new PDDocument(SealedScratch.cache());
                DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.DEFAULT)) {
            Assembly assembly = new Assembly(document, plan, words, names, drawing, progress);
            List<RuleResult> notes = assembly.assemble();
            imprint(plan).put(document, assembly.conformance());
            Optional<SignaturePlace> place = Optional.empty();
            if (signing.isPresent()) {
                place = Optional.of(
                        SignaturePlace.in(document, signing.get().said(), words.text("structure.signature")));
            }
            progress.checkCancelled();
            progress.step("write", 0, 1);
            try (OutputStream out = new DigestOutputStream(
                    new BufferedOutputStream(Files.newOutputStream(workplace.pdf()), 1 << 16), digest)) {
                document.save(out);
            }
            Fingerprint written = Fingerprint.ofDigest(digest.digest());
            if (place.isPresent() && signing.isPresent()) {
                place.get().sign(workplace.pdf(), signing.get().signer());
                written = Outgoing.hash(workplace.pdf());
            }
            progress.step("write", 1, 1);
            return new Written(written, document.getNumberOfPages(), notes);
        }
    }

    private static Imprint imprint(BundlePlan plan) {
        StringBuilder content = new StringBuilder(plan.draft().title()).append(plan.date());
        plan.exhibits()
                .forEach(exhibit -> content.append(exhibit.mark())
                        .append(exhibit.content().hash().hex()));
        String title = Titles.of(
                plan.draft().caseName().isBlank()
                        ? plan.draft().title()
                        : plan.draft().title() + " – " + plan.draft().caseName());
        return new Imprint(
                title,
                plan.version(),
                plan.date().atStartOfDay(ZoneOffset.UTC).toInstant(),
                Fingerprint.of(content.toString().getBytes(StandardCharsets.UTF_8)));
    }

    private static String manifest(FolderNames names, Fingerprint pdf, BundleFolder folder) {
        Map<String, Fingerprint> all = new TreeMap<>();
        all.put(names.pdf(), pdf);
        folder.files().forEach((name, hash) -> all.put(names.stem() + "/" + name, hash));
        return BundleFolder.sums(all);
    }

    private static List<RuleResult> check(Workplace workplace, Progress progress) {
        progress.checkCancelled();
        progress.step("check", 0, 1);
        List<RuleResult> results = BundleChecker.check(workplace.pdf(), Optional.of(workplace.manifest()));
        List<String> broken = results.stream()
                .filter(result -> result.outcome() == Outcome.BROKEN)
                .map(RuleResult::rule)
                .distinct()
                .toList();
        if (!broken.isEmpty()) {
            throw new ArchiveException.BundleRefused(broken);
        }
        progress.step("check", 1, 1);
        return results;
    }
}
