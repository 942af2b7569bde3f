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
import org.cairn.bundle.check.PictureWords;
import org.cairn.bundle.sign.SignaturePlace;
import org.cairn.bundle.sign.SignedBy;
import org.cairn.bundle.sign.SigningException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Area;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.ExhibitPlace;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.RuleResult.Outcome;
import org.cairn.domain.served.ServedBundle;
import org.cairn.drawing.DrawingLimits;
import org.cairn.drawing.DrawingProcesses;
import org.cairn.progress.Progress;

/// Writes a bundle from its plan, reads it back, and gives it its final name only when every rule is met.
public final class BundleWriter {

    private final Optional<SignedBy> signing;
    private final LeakProof proof;
    /// How many pages exhibits take that are withheld: the same in all versions that one writer writes.
    private final PageCounts counts;

    /// Writes bundles that nobody signs.
    public BundleWriter() {
        this(Optional.empty());
    }

    private BundleWriter(Optional<SignedBy> signing, LeakProof proof, PageCounts counts) {
        this.signing = signing;
        this.proof = proof;
        this.counts = counts;
    }

    /// A writer that leaves no bundle in which any of some words is left.
    ///
    /// @param protectedWords names, aliases, places, each in every script that it is written in
    /// @param reader reads what stands around painted places, where there is a program that can
    public BundleWriter proving(List<String> protectedWords, Optional<PictureWords> reader) {
        return new BundleWriter(signing, new LeakProof(protectedWords, reader), counts);
    }

    /// Writes bundles, signed where somebody signs them; the signature is in the file from the start, which has one
    /// revision.
    public BundleWriter(Optional<SignedBy> signing) {
        this(signing, new LeakProof(List.of(), Optional.empty()), new PageCounts());
    }

    /// Writes the only bundle of a draft; see [#write(BundlePlan, List, Path, Progress, Consumer)].
    public ServedBundle write(BundlePlan plan, Path outFolder, Progress progress, Consumer<ServedBundle> note) {
        return write(plan, List.of(plan), outFolder, progress, note);
    }

    /// Writes the bundle, its manifest and the folder of originals beside it into a folder.
    ///
    /// @param plan what to write
    /// @param versions the plans of all versions of the bundle, this one among them: all have the same page numbers
    /// @param outFolder where; made when it is not there
    /// @param progress told of stages `insert`, `stamp`, `write`, `copy` and `check`
    /// @param note writes the finished bundle into the ledger, just before it gets its name; where that fails, nothing
    ///     is left
    /// @throws ArchiveException.BundleRefused when the finished file broke a rule: nothing is left
    /// @throws ArchiveException.ProtectedWordsLeft when protected words are left in it: nothing is left
    /// @throws ArchiveException.InvalidInput when the signature cannot be made: nothing is left
    /// @throws ArchiveException.Damaged when a source is not what its hash says: nothing is left
    /// @throws ArchiveException.StorageFull when the disk is full: nothing is left
    /// @throws ArchiveException.MemoryFull when it has too many pages for the memory there is: nothing is left
    public ServedBundle write(
            BundlePlan plan,
            List<BundlePlan> versions,
            Path outFolder,
            Progress progress,
            Consumer<ServedBundle> note) {
        Words words = new Words(plan.language());
        try (Workplace workplace = Workplace.in(outFolder, FolderNames.of(plan, words));
                OriginalFiles originals =
                        OriginalFiles.copying(plan, workplace.names(), workplace.folder(), progress)) {
            FolderNames names = workplace.names();
            Written written = proven(plan, versions, words, workplace, progress);
            BundleFolder folder = new BundleFolder(workplace.folder(), plan, names);
            folder.write(Listed.of(plan, written.shape(), written.places()), originals, progress);
            Files.writeString(workplace.manifest(), manifest(names, written.fingerprints(), folder));
            List<RuleResult> results = new ArrayList<>(plan.preflight());
            results.addAll(written.notes());
            int volumes = written.fingerprints().size();
            for (int i = 0; i < volumes; i++) {
                Shape.Volume volume = written.shape().volumes().get(i);
                results.addAll(VolumeLimits.after(plan.profile(), Files.size(workplace.pdf(i)), volume.pages()));
                results.addAll(check(workplace, i, written.proven().get(i), progress));
            }
            workplace.settle(volumes, progress);
            ServedBundle served = new ServedBundle(
                    volumes(written, names, outFolder),
                    outFolder.resolve(names.manifest()),
                    plan.exhibits().size(),
                    results,
                    written.places());
            // whoever locks the archive now could not have it written into the ledger any more
            progress.checkCancelled();
            workplace.publish(volumes, () -> note.accept(served));
            return served;
        } catch (IOException e) {
            throw Workplace.translated(e, outFolder);
        } catch (UncheckedIOException e) {
            throw Workplace.translated(Objects.requireNonNull(e.getCause()), outFolder);
        } catch (SigningException e) {
            throw new ArchiveException.InvalidInput("signer", e.reasonCode());
        } catch (OutOfMemoryError e) {
            // what held it is let go of by now
            throw new ArchiveException.MemoryFull();
        }
    }

    private static List<ServedBundle.Volume> volumes(Written written, FolderNames names, Path outFolder) {
        List<ServedBundle.Volume> volumes = new ArrayList<>();
        for (int i = 0; i < written.fingerprints().size(); i++) {
            Shape.Volume volume = written.shape().volumes().get(i);
            volumes.add(new ServedBundle.Volume(
                    volume.number(),
                    outFolder.resolve(names.pdf(i)),
                    written.fingerprints().get(i),
                    volume.firstPage(),
                    volume.pages()));
        }
        return volumes;
    }

    /// Removes what a run that was killed left unfinished in a folder.
    public static void sweep(Path outFolder) {
        try {
            HeldFolder.sweep(outFolder);
        } catch (IOException e) {
            throw Workplace.translated(e, outFolder);
        }
    }

    /// @param painted of each volume, the areas that were painted over, by page of its file
    /// @param proven of each volume, what was found when protected words were looked for in it
    private record Written(
            Shape shape,
            List<Fingerprint> fingerprints,
            List<ExhibitPlace> places,
            List<RuleResult> notes,
            List<Map<Integer, List<Area>>> painted,
            List<LeakProof.InFile> proven) {}

    /// The volumes. Where pages tell a protected word by nothing but what they share with a page that was painted over,
    /// they are written once more, with those pages as pictures: a file whose pages share fonts is in no way wrong.
    private Written proven(
            BundlePlan plan, List<BundlePlan> versions, Words words, Workplace workplace, Progress progress)
            throws IOException, SigningException {
        Written written = searched(pdfs(plan, versions, words, workplace, progress), workplace, progress);
        boolean redacted =
                plan.shown().stream().anyMatch(exhibit -> !exhibit.redactions().isEmpty());
        if (!redacted || written.proven().stream().noneMatch(LeakProof.InFile::onlyInWhatPagesShare)) {
            return written;
        }
        BundlePlan pictures = plan.shownAsPictures();
        List<BundlePlan> others = versions.stream()
                .map(version -> version == plan ? pictures : version)
                .toList();
        return searched(pdfs(pictures, others, words, workplace, progress), workplace, progress);
    }

    private Written searched(Written written, Workplace workplace, Progress progress) throws IOException {
        List<LeakProof.InFile> proven = new ArrayList<>();
        for (int i = 0; i < written.painted().size(); i++) {
            progress.checkCancelled();
            proven.add(proof.in(workplace.pdf(i), written.painted().get(i), progress));
        }
        return new Written(
                written.shape(),
                written.fingerprints(),
                written.places(),
                written.notes(),
                written.painted(),
                List.copyOf(proven));
    }

    private Written pdfs(
            BundlePlan plan, List<BundlePlan> versions, Words words, Workplace workplace, Progress progress)
            throws IOException, SigningException {
        try (DrawingProcesses drawing = new DrawingProcesses(DrawingLimits.FOR_MANY);
                Assembly assembly = new Assembly(plan, versions, words, workplace.names(), drawing, counts, progress)) {
            Shape shape = assembly.assemble();
            List<Fingerprint> fingerprints = new ArrayList<>();
            for (int i = 0; i < shape.volumes().size(); i++) {
                VolumePages volume = assembly.volumes().get(i);
                imprint(plan, shape.volumes().get(i)).put(volume.document(), volume.conformance());
                progress.checkCancelled();
                progress.step("write", i, shape.volumes().size());
                fingerprints.add(saved(volume.document(), workplace.pdf(i), words));
            }
            progress.step("write", 1, 1);
            return new Written(
                    shape,
                    fingerprints,
                    assembly.places(shape),
                    assembly.notes(),
                    assembly.volumes().stream().map(VolumePages::painted).toList(),
                    List.of());
        }
    }

    private Fingerprint saved(PDDocument document, Path pdf, Words words) throws IOException, SigningException {
        if (signing.isEmpty()) {
            return saved(document, pdf);
        }
        SignaturePlace place = SignaturePlace.in(document, signing.get().said(), words.text("structure.signature"));
        saved(document, pdf);
        place.sign(pdf, signing.get().signer());
        return Outgoing.hash(pdf);
    }

    private static Fingerprint saved(PDDocument document, Path pdf) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        try (OutputStream out =
                new DigestOutputStream(new BufferedOutputStream(Files.newOutputStream(pdf), 1 << 16), digest)) {
            document.save(out);
        }
        return Fingerprint.ofDigest(digest.digest());
    }

    private static Imprint imprint(BundlePlan plan, Shape.Volume volume) {
        StringBuilder content = new StringBuilder(plan.draft().title())
                .append(plan.date())
                .append(volume.firstPage())
                .append(plan.edition().version());
        plan.draft().how().schedules().forEach(content::append);
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

    private static String manifest(FolderNames names, List<Fingerprint> pdfs, BundleFolder folder) {
        Map<String, Fingerprint> all = new TreeMap<>();
        for (int i = 0; i < pdfs.size(); i++) {
            all.put(names.pdf(i), pdfs.get(i));
        }
        folder.files().forEach((name, hash) -> all.put(names.stem() + "/" + name, hash));
        return BundleFolder.sums(all);
    }

    private List<RuleResult> check(Workplace workplace, int volume, LeakProof.InFile file, Progress progress)
            throws IOException {
        progress.checkCancelled();
        progress.step("check", 0, 1);
        Path pdf = workplace.pdf(volume);
        List<RuleResult> results = new ArrayList<>(BundleChecker.check(pdf, Optional.of(workplace.manifest())));
        List<RuleResult> proven = proof.of(file, workplace.manifest(), workplace.folder(), progress);
        LeakProof.requireNoneLeft(proven);
        results.addAll(proven);
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
