package org.cairn.archive;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.cairn.bundle.BundleTime;
import org.cairn.bundle.sign.SigningException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Page;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.domain.Summary;
import org.cairn.domain.custody.CustodyEvent;
import org.cairn.domain.served.TimeAsked;
import org.cairn.domain.served.TimeTaken;
import org.cairn.store.StoreView;

/// The times of bundles, attested by authorities that are reached by files (RFC 3161): a request is carried to one, and
/// its reply back. Neither needs an archive; the archive that wrote the bundle can keep in its ledger that it was done.
public final class BundleTimes {

    private static final String ACTION = "TIME_ATTESTED";
    private static final int AT_ONCE = 500;

    /// What is about the bundle's own signature; everything else is about what came back.
    private static final Set<String> OF_THE_SIGNATURE =
            Set.of(SigningException.NOT_SIGNED, SigningException.SIGNATURE_BROKEN, SigningException.TOO_LARGE);

    private final Session session;

    BundleTimes(Session session) {
        this.session = session;
    }

    /// Asks for the time of a bundle: of its signature, or else of the manifest beside it, or else of the file.
    ///
    /// @param manifest the list of hashes that names it; the one beside it where nobody says which
    /// @param detached whether the file shall stay as it is to the last byte, though it is signed
    /// @throws ArchiveException.InvalidInput when the signature cannot be read, or the manifest has another hash
    public static TimeAsked ask(Path pdf, Optional<Path> manifest, boolean detached, Random random) {
        try {
            return BundleTime.of(pdf, manifest).ask(detached, random);
        } catch (SigningException e) {
            throw refused(e);
        }
    }

    /// Takes the reply to a request, and tells no archive of it.
    ///
    /// @param manifest the list of hashes that names it; the one beside it where nobody says which
    /// @throws ArchiveException.InvalidInput when the reply cannot be taken, or the manifest has another hash
    /// @throws ArchiveException.AlreadyThere when another reply is kept already where it would be kept
    public static TimeTaken attach(Path pdf, Optional<Path> manifest, byte[] request, byte[] reply) {
        try {
            return BundleTime.of(pdf, manifest).attach(request, reply, taken -> {});
        } catch (SigningException e) {
            throw refused(e);
        }
    }

    /// Takes the reply to a request, and writes into the ledger what it is the time of: the hash that was served, and
    /// the one that the file has now. Done again, it says nothing again.
    ///
    /// @throws ArchiveException.InvalidInput when this archive did not write the bundle either
    public TimeTaken attachAndNote(Path pdf, Optional<Path> manifest, byte[] request, byte[] reply) {
        session.require(Permission.EXPORT);
        return session.closing().mayOvertake(() -> {
            try {
                return BundleTime.of(pdf, manifest).attach(request, reply, this::note);
            } catch (SigningException e) {
                throw refused(e);
            }
        });
    }

    private void note(TimeTaken taken) {
        session.closing().check();
        Served served = session.store()
                .read(view -> served(view, taken))
                .orElseThrow(() -> new ArchiveException.InvalidInput("bundle", "notServedHere"));
        Map<String, String> details = details(served, taken);
        if (session.store().read(view -> isNoted(view, served, details))) {
            return;
        }
        session.store()
                .inTransaction(tx ->
                        session.note(tx, ACTION, Optional.of(served.serving().draft()), details));
    }

    private record Served(Reference reference, Serving serving) {
        @Override
        public String toString() {
            return "Served " + reference;
        }
    }

    /// What this archive served that a file is, to the last byte: as it was written, or with the time that was put into
    /// its signature since.
    ///
    /// @param now SHA-256 of the file
    /// @return nothing where it served no such file, or none that the person may see
    public Optional<ServedAs> servedAs(Fingerprint now) {
        session.require(Permission.READ);
        return session.store()
                .read(view -> served(view, serving -> volume(view, serving, now).isPresent())
                        .flatMap(served -> volume(view, served.serving(), now)
                                .map(number -> new ServedAs(served.reference(), number))));
    }

    private static Optional<Integer> volume(StoreView view, Serving serving, Fingerprint now) {
        return number(serving, now).or(() -> attestedNumber(view, serving, now));
    }

    private static Optional<Integer> number(Serving serving, Fingerprint hash) {
        return serving.volumes().stream()
                .filter(volume -> volume.hash().equals(hash))
                .map(Serving.Volume::number)
                .findFirst();
    }

    private static Optional<Integer> attestedNumber(StoreView view, Serving serving, Fingerprint now) {
        return attested(view, serving).stream()
                .filter(line -> now.hex().equals(line.details().get("sha256")))
                .flatMap(line -> Optional.ofNullable(line.details().get("before")).stream())
                .flatMap(before -> number(serving, new Fingerprint(before)).stream())
                .findFirst();
    }

    /// The serving that knows the file, as it was written.
    private Optional<Served> served(StoreView view, TimeTaken taken) {
        return served(view, serving -> number(serving, taken.written()).isPresent());
    }

    private Optional<Served> served(StoreView view, Predicate<Serving> wanted) {
        int offset = 0;
        Page<Summary> page = view.list(RecordKind.SERVING, ListQuery.latest(AT_ONCE), session.clearance());
        while (!page.items().isEmpty()) {
            Optional<Served> found = page.items().stream()
                    .flatMap(summary -> served(view, summary.reference()).stream())
                    .filter(one -> wanted.test(one.serving()))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
            offset += page.items().size();
            page = view.list(RecordKind.SERVING, ListQuery.latest(AT_ONCE).from(offset), session.clearance());
        }
        return Optional.empty();
    }

    private static Optional<Served> served(StoreView view, Reference reference) {
        return view.current(reference)
                .filter(revision -> revision.record() instanceof Serving)
                .map(revision -> new Served(reference, (Serving) revision.record()));
    }

    private static Map<String, String> details(Served served, TimeTaken taken) {
        Map<String, String> details = new HashMap<>(Map.of(
                "serving",
                served.reference().toString(),
                "before",
                taken.written().hex(),
                "sha256",
                taken.now().hex(),
                "attestedTime",
                taken.said().at().toString(),
                "authority",
                taken.said().authority(),
                "authorityCertificate",
                taken.said().certificate().hex()));
        if (taken.of() == TimeAsked.Of.MANIFEST) {
            details.put("manifest", taken.attested().hex());
        }
        return details;
    }

    private static boolean isNoted(StoreView view, Served served, Map<String, String> details) {
        return attested(view, served.serving()).stream()
                .anyMatch(line -> line.details().equals(details));
    }

    /// The hash by which whoever got a file of a serving knows it: a time that was put into its signature gave it
    /// another than it was written with.
    static Fingerprint known(StoreView view, Serving serving, Fingerprint written) {
        return attested(view, serving).stream()
                .filter(line -> written.hex().equals(line.details().get("before")))
                .reduce((before, after) -> after)
                .flatMap(line -> Optional.ofNullable(line.details().get("sha256")))
                .map(Fingerprint::new)
                .orElse(written);
    }

    /// The lines of the ledger that tell of attested times, in order.
    private static List<CustodyEvent> attested(StoreView view, Serving serving) {
        Optional<Reference> draft = Optional.of(serving.draft());
        List<CustodyEvent> attested = new ArrayList<>();
        List<CustodyEvent> lines = view.custody(draft, 0, AT_ONCE);
        while (!lines.isEmpty()) {
            lines.stream().filter(line -> line.action().equals(ACTION)).forEach(attested::add);
            lines = view.custody(draft, lines.getLast().sequence(), AT_ONCE);
        }
        return attested;
    }

    private static ArchiveException refused(SigningException e) {
        String where = OF_THE_SIGNATURE.contains(e.reasonCode())
                ? "signer"
                : e.reasonCode().equals(SigningException.NOT_A_REQUEST) ? "request" : "reply";
        return new ArchiveException.InvalidInput(where, e.reasonCode());
    }
}
