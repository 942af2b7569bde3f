package org.cairn.bundle;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.cairn.bundle.sign.SignedFile;
import org.cairn.bundle.sign.SigningException;
import org.cairn.bundle.sign.TimeRequest;
import org.cairn.bundle.sign.TimedSignature;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.SignatureSaid;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeAsked.Of;
import org.cairn.domain.served.TimeSaid;
import org.cairn.domain.served.TimeTaken;

/// The time of a finished bundle, asked for and attested by files.
///
/// The attestation of a signature goes into the room beside it, and so the hash of the PDF changes, and with it one
/// line
/// of the manifest. Two files cannot change at once. The manifest goes first: then, whenever a run is killed, its line
/// is the hash either of the PDF as it is or of the PDF with this attestation, which the same request and reply make
/// again to the last byte. So running it again mends it, and a line with any other hash is never written over.
public final class BundleTime {

    private static final String REPLY = ".tsr";

    private final Path pdf;
    private final SignedFile file;
    private final Optional<ManifestFile> manifest;

    private BundleTime(Path pdf, Optional<ManifestFile> manifest) {
        this.pdf = pdf;
        this.file = new SignedFile(pdf);
        this.manifest = manifest;
    }

    /// @param manifest the list of hashes that names it; the one beside it where nobody says which
    /// @throws ArchiveException.InvalidInput when that does not name it, or several do
    /// @throws ArchiveException.NotReachable when a file cannot be read
    public static BundleTime of(Path pdf, Optional<Path> manifest) {
        try {
            Path real = pdf.toRealPath();
            return new BundleTime(real, ManifestFile.of(real, manifest));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    /// Asks for the time of the signature; where nobody signed, or the file shall stay as it is to the last byte, for
    /// that of the manifest, and with it of every file that it names; where there is none, for that of the PDF.
    ///
    /// @param detached whether the file shall stay as it is
    /// @throws ArchiveException.InvalidInput when the manifest has another hash for it
    public TimeAsked ask(boolean detached, Random random) throws SigningException {
        try {
            requireListed(file.hash());
            if (!detached && file.isSigned()) {
                return asked(Of.SIGNATURE, pdf, file.request(random));
            }
            if (manifest.isPresent()) {
                ManifestFile list = manifest.get();
                return asked(Of.MANIFEST, list.path(), TimeRequest.of(list.hash(), random));
            }
            return asked(Of.FILE, pdf, file.requestForWhole(random));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private static TimeAsked asked(Of of, Path file, TimeRequest request) throws SigningException {
        return new TimeAsked(of, file, request.hash(), request.encoded());
    }

    /// Takes the reply to a request: into the PDF where it is about its signature, beside what it is about otherwise.
    ///
    /// @param note told of it before any file has changed; where that fails, none changes
    /// @throws SigningException when the reply is a refusal, to another request, not sound, or none
    /// @throws ArchiveException.InvalidInput when the manifest has another hash for the PDF
    /// @throws ArchiveException.AlreadyThere when another reply is kept there
    public TimeTaken attach(byte[] request, byte[] reply, Consumer<TimeTaken> note) throws SigningException {
        TimeRequest asked = new TimeRequest(request);
        try {
            Fingerprint hash = asked.hash();
            Fingerprint now = file.hash();
            if (manifest.filter(list -> list.hash().equals(hash)).isPresent()) {
                requireListed(now);
                HeldFolder.sweep(folder(manifest.get().path()));
                return beside(Of.MANIFEST, manifest.get().path(), asked, reply, now, note);
            }
            HeldFolder.sweep(folder(pdf));
            return hash.equals(now) ? beside(Of.FILE, pdf, asked, reply, now, note) : inside(asked, reply, now, note);
        } catch (IOException e) {
            throw Workplace.translated(e, folder(pdf));
        }
    }

    private TimeTaken inside(TimeRequest asked, byte[] reply, Fingerprint now, Consumer<TimeTaken> note)
            throws IOException, SigningException {
        if (!file.isSigned()) {
            // first whatever is wrong with the reply itself
            asked.said(reply);
            throw SigningException.ofAnotherFile();
        }
        TimedSignature timed = file.timed(asked, reply);
        Fingerprint then = timed.hash(pdf);
        boolean listed = manifest.filter(list -> !list.listed().equals(then)).isEmpty();
        if (!listed) {
            requireListed(now);
            requireNotAttested(manifest.get().path());
        }
        if (!now.equals(then)) {
            requireNotAttested(pdf);
        }
        TimeTaken taken = new TimeTaken(
                Of.SIGNATURE,
                timed.said(),
                file.hashBeforeTime(),
                then,
                manifest.map(ManifestFile::path),
                asked.hash(),
                Optional.empty());
        try (Replacement signed = Replacement.of(pdf)) {
            if (!now.equals(then)) {
                Files.copy(pdf, signed.fresh());
                timed.into(signed.fresh());
                requireGood(signed.fresh(), then);
                signed.settle();
            }
            if (listed) {
                note.accept(taken);
            } else {
                list(manifest.get(), then, () -> note.accept(taken));
            }
            if (!now.equals(then)) {
                signed.put();
            }
        }
        return taken;
    }

    private static void list(ManifestFile manifest, Fingerprint then, Runnable note) throws IOException {
        try (Replacement list = Replacement.of(manifest.path())) {
            Files.copy(manifest.path(), list.fresh());
            Files.write(list.fresh(), manifest.naming(then));
            list.settle();
            note.run();
            list.put();
        }
    }

    /// Read back before it takes the place of what was served.
    private static void requireGood(Path fresh, Fingerprint expected) throws IOException {
        SignedFile written = new SignedFile(fresh);
        SignatureSaid said = written.signatures().getLast();
        boolean good = said.sound()
                && said.wholeFile()
                && said.attested().filter(TimeSaid::fits).isPresent()
                && written.hash().equals(expected);
        if (!good) {
            throw new IOException("not what was written");
        }
    }

    private TimeTaken beside(
            Of of, Path attested, TimeRequest asked, byte[] reply, Fingerprint now, Consumer<TimeTaken> note)
            throws IOException, SigningException {
        Path kept = replyBeside(attested);
        TimeTaken taken = new TimeTaken(
                of,
                asked.said(reply),
                file.hashBeforeTime(),
                now,
                manifest.map(ManifestFile::path),
                asked.hash(),
                Optional.of(kept));
        if (Files.exists(kept)) {
            if (!Arrays.equals(Files.readAllBytes(kept), reply)) {
                throw new ArchiveException.AlreadyThere();
            }
            note.accept(taken);
            return taken;
        }
        try (Replacement fresh = Replacement.of(kept)) {
            Files.write(fresh.fresh(), reply);
            fresh.settle();
            note.accept(taken);
            fresh.put();
        }
        return taken;
    }

    private static Path replyBeside(Path attested) {
        return attested.resolveSibling(attested.getFileName() + REPLY);
    }

    private void requireListed(Fingerprint now) {
        if (manifest.filter(list -> !list.listed().equals(now)).isPresent()) {
            throw new ArchiveException.InvalidInput("manifest", "manifestOfAnother");
        }
    }

    /// What is attested by a reply beside it may not change: that would be the time of nothing any more.
    private static void requireNotAttested(Path file) {
        if (Files.exists(replyBeside(file))) {
            throw new ArchiveException.InvalidInput("bundle", "attestedBeside");
        }
    }

    private static Path folder(Path file) {
        return Objects.requireNonNull(file.toAbsolutePath().getParent());
    }
}
