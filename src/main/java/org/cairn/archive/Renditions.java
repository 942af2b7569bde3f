package org.cairn.archive;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.cairn.bundle.Rendition;
import org.cairn.bundle.insert.Bytes;
import org.cairn.conversion.ConversionLimits;
import org.cairn.conversion.Converted;
import org.cairn.conversion.Fitting;
import org.cairn.conversion.LibreOffice;
import org.cairn.conversion.NotConverted;
import org.cairn.conversion.OfficeKind;
import org.cairn.conversion.PictureDecoder;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Reading;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.vault.MadeFiles;

/// Items as a program of others shows them, where this one cannot: an office document laid out as pages, a picture of a
/// telephone decoded. What was made is kept sealed, so that the next look is quick; it never becomes an item and never
/// stands for the original.
public final class Renditions implements AutoCloseable {

    /// Where LibreOffice is, for whoever has it in an unusual place.
    public static final String PLACE = "cairn.libreoffice";

    private static final long MOST_KEPT = 2L << 30;

    /// Of how pages are made: another number, and they are made anew.
    private static final String PAGES = "office pages 3 ";

    /// Of how sheets were fitted to their pages: kept beside these.
    private static final String FITTING = "office pages fitting 3 ";

    private static final String UNFITTED = "none";
    private static final String NO_SHEETS = "no sheets";
    private static final int LONGEST_FITTING = 200;

    private static final String PICTURE = "decoded picture 1 ";

    private static final Pattern WORKBOOKS = Pattern.compile("(?i)\\.xl(?:s|t)[xm]$");

    /// A newer office document in an encrypted shell: what it is shows when it is taken out of it.
    private static final String IN_SHELL = "application/x-tika-ooxml-protected";

    private final Session session;
    private final Witnesses witnesses;
    private final MadeFiles made;
    private final ConversionLimits limits;
    private final Supplier<Optional<LibreOffice>> search;
    private final Supplier<Optional<Path>> glance;
    private final Supplier<List<PictureDecoder>> decoders;
    private final Turns turns = new Turns();
    private volatile Optional<Optional<LibreOffice>> found = Optional.empty();

    Renditions(Session session, Witnesses witnesses, Path folder) {
        this(
                session,
                witnesses,
                folder,
                ConversionLimits.DEFAULT,
                () -> LibreOffice.find(place()),
                () -> LibreOffice.program(place()),
                PictureDecoder::installed);
    }

    /// @param search looks for the program, and asks it for its version
    /// @param glance whether it is there at all, at once
    /// @param decoders the programs that decode pictures
    Renditions(
            Session session,
            Witnesses witnesses,
            Path folder,
            ConversionLimits limits,
            Supplier<Optional<LibreOffice>> search,
            Supplier<Optional<Path>> glance,
            Supplier<List<PictureDecoder>> decoders) {
        this.session = session;
        this.witnesses = witnesses;
        this.limits = limits;
        this.search = search;
        this.glance = glance;
        this.decoders = decoders;
        this.made = Archives.withKey(
                session.keyring(),
                "made",
                key -> new MadeFiles(folder.resolve("made"), key, session.random(), MOST_KEPT));
    }

    private static Optional<Path> place() {
        return Optional.ofNullable(System.getProperty(PLACE))
                .or(() -> Optional.ofNullable(System.getenv("CAIRN_LIBREOFFICE")))
                .filter(place -> !place.isBlank())
                .map(Path::of);
    }

    /// A program that lays documents out.
    ///
    /// @param name with its version, such as `LibreOffice 7.4.7.2`
    /// @param place where it is
    /// @param withoutNetwork whether the system itself keeps it from every network
    public record Office(String name, String place, boolean withoutNetwork) {
        @Override
        public String toString() {
            return "Office";
        }
    }

    /// Which program lays documents out; nothing where none is installed. Takes a moment when it is asked for the first
    /// time.
    public Optional<Office> status() {
        session.require(Permission.READ);
        return office().map(program ->
                new Office(program.name(), program.program().toString(), LibreOffice.keptFromNetworks()));
    }

    private Optional<LibreOffice> office() {
        Optional<Optional<LibreOffice>> known = found;
        if (known.isPresent()) {
            return known.get();
        }
        Optional<LibreOffice> now = search.get();
        found = Optional.of(now);
        return now;
    }

    /// Looks again whether the program is there: it may have been installed meanwhile.
    public void lookAgain() {
        found = Optional.empty();
    }

    /// Whether something of this media type could be laid out as pages, were the program there.
    public static boolean hasPages(String mediaType) {
        return OfficeKind.of(mediaType).isPresent() || mediaType.equals(IN_SHELL);
    }

    /// Whether a program is there that lays documents of this media type out; asked of no program, so that it costs
    /// nothing.
    public boolean ready(String mediaType) {
        return hasPages(mediaType) && glance.get().isPresent();
    }

    /// An item laid out as pages, as a PDF; the caller closes the channel. Made when it is asked for the first time.
    ///
    /// @throws ArchiveException.NotConverted when it cannot be, and why
    public SeekableByteChannel pages(Reference reference, Progress progress) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().note(session, revision, "pages");
        return session.closing()
                .mayOvertake(() -> pagesOf(revision, session.closing().watching(progress)));
    }

    /// What tables are read from.
    ///
    /// @param mediaType what the bytes are
    /// @param bytes decrypted as they are read; closed by whoever asked
    public record Tables(String mediaType, SeekableByteChannel bytes) {
        @Override
        public String toString() {
            return "Tables";
        }
    }

    /// Whether an item of this media type and name may be a workbook in an encrypted shell: the shell does not say.
    public static boolean mayHideTables(String mediaType, String fileName) {
        return mediaType.equals(IN_SHELL) && WORKBOOKS.matcher(fileName).find();
    }

    /// An item's bytes to be looked at as tables: out of its lock where it has one. Taken out when it is asked for the
    /// first time.
    ///
    /// @throws ArchiveException.NotConverted when none of the passwords that were given opens it
    public Tables tables(Reference reference, Progress progress) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().note(session, revision, "bytes");
        String mediaType = mediaType(revision)
                .filter(type -> !type.isBlank())
                .orElseGet(() -> Evidence.item(revision).mediaType());
        Supplier<Tables> original = () -> new Tables(
                mediaType, session.vault().channel(Evidence.item(revision).bytes()));
        if (!mayBeLocked(reference, mediaType)) {
            return original.get();
        }
        return session.closing().mayOvertake(() -> {
            Progress watched = session.closing().watching(progress);
            try (Turns.Turn turn = turns.await(watched)) {
                return new LockedTables(session, made).of(revision, watched).orElseGet(original);
            }
        });
    }

    /// Gives the pages out in place of the original: by the same rules, with the same lines of the ledger, which say
    /// what was given.
    ///
    /// @return the PDF written
    /// @throws ArchiveException.NotConverted when there are none, and why
    public Path export(Reference reference, Path folder, Handover handover, Progress progress) {
        session.require(Permission.EXPORT);
        return session.closing().mayOvertake(() -> {
            Revision revision = session.store().read(view -> session.visible(view, reference));
            List<Reference> decisions = new HandoverConsent(session, witnesses, handover).require(revision);
            try (SeekableByteChannel pages = pagesOf(revision, session.closing().watching(progress))) {
                return new OriginalExport(session, handover, decisions)
                        .write(revision, leaving(revision, pages), folder, progress);
            } catch (IOException e) {
                throw new ArchiveException.NotReachable();
            }
        });
    }

    /// Hashed and given out from the same channel: pages that were made anew in between would be others.
    private Leaving leaving(Revision revision, SeekableByteChannel pages) throws IOException {
        MessageDigest digest = Fingerprint.sha256();
        new DigestInputStream(Channels.newInputStream(pages), digest).transferTo(OutputStream.nullOutputStream());
        return new Leaving(
                Evidence.item(revision).fileName() + ".pdf",
                "pages",
                Fingerprint.ofDigest(digest.digest()),
                pages.size(),
                () -> Channels.newInputStream(pages.position(0)),
                Map.of(
                        "ofOriginal",
                        Evidence.item(revision).bytes().hex(),
                        "madeBy",
                        office().map(LibreOffice::name).orElse("LibreOffice")));
    }

    /// How a program lays an item out for a bundle, or decodes its picture; nothing where this one shows it, or nothing
    /// could.
    Optional<Rendition> of(Revision revision, String mediaType) {
        if (hasPages(mediaType)) {
            return Optional.of(progress -> made(
                            () -> pagesOf(revision, session.closing().watching(progress)),
                            "application/pdf",
                            () -> office().map(LibreOffice::name).orElse("LibreOffice"))
                    .saying(said(revision)));
        }
        if (decodes(mediaType)) {
            return Optional.of(progress -> made(
                    () -> pictureOf(revision, session.closing().watching(progress)),
                    "image/png",
                    () -> decoders().stream().findFirst().orElse("")));
        }
        return Optional.empty();
    }

    /// What a reader is told of sheets: how they stand on the pages, and what is not on them.
    private List<Rendition.Said> said(Revision revision) {
        Optional<String> fitting = fitting(revision);
        if (!perhapsSheets(revision) || fitting.filter(NO_SHEETS::equals).isPresent()) {
            return List.of();
        }
        return fitting.flatMap(Fitting::parse).map(FittingWords::of).orElse(FittingWords.NOT_FITTED);
    }

    /// As it was written down, also where it says that sheets could not be fitted.
    private Optional<String> fitting(Revision revision) {
        Optional<SeekableByteChannel> kept = made.find(fittingName(revision));
        if (kept.isEmpty()) {
            return Optional.empty();
        }
        try (InputStream words = Channels.newInputStream(kept.get())) {
            return Optional.of(new String(words.readNBytes(LONGEST_FITTING), StandardCharsets.US_ASCII));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private static String fittingName(Revision revision) {
        return FITTING + Evidence.item(revision).bytes().hex();
    }

    private static Rendition.Made made(Supplier<SeekableByteChannel> made, String mediaType, Supplier<String> by)
            throws Rendition.NotMade {
        try (SeekableByteChannel once = made.get()) {
            long size = once.size();
            return new Rendition.Made(
                    new Bytes() {
                        @Override
                        public long size() {
                            return size;
                        }

                        @Override
                        public SeekableByteChannel open() {
                            return made.get();
                        }
                    },
                    mediaType,
                    by.get());
        } catch (ArchiveException.NotConverted e) {
            throw new Rendition.NotMade(String.valueOf(e.arguments().getFirst()));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private SeekableByteChannel pagesOf(Revision revision, Progress progress) {
        String name = PAGES + Evidence.item(revision).bytes().hex();
        return kept(name, revision).orElseGet(() -> {
            String mediaType = mediaType(revision)
                    .filter(Renditions::hasPages)
                    .orElseThrow(() -> new ArchiveException.NotConverted("noPages"));
            try (Turns.Turn turn = turns.await(progress)) {
                Optional<SeekableByteChannel> meanwhile = kept(name, revision);
                return meanwhile.isPresent() ? meanwhile.get() : make(name, revision, mediaType, progress);
            }
        });
    }

    /// Pages that were made before; not those of sheets of which it is not known any more how they were fitted.
    private Optional<SeekableByteChannel> kept(String name, Revision revision) {
        Optional<SeekableByteChannel> pages = made.find(name);
        if (pages.isEmpty() || !perhapsSheets(revision) || fitting(revision).isPresent()) {
            return pages;
        }
        try {
            pages.get().close();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
        return Optional.empty();
    }

    private Optional<String> mediaType(Revision revision) {
        return session.store().read(view -> view.reading(revision.reference())).map(Reading::mediaType);
    }

    /// Whether an item holds sheets, or shows only out of its lock whether it does.
    private boolean perhapsSheets(Revision revision) {
        return mediaType(revision)
                .filter(type -> type.equals(IN_SHELL)
                        || OfficeKind.of(type).filter(OfficeKind::sheets).isPresent())
                .isPresent();
    }

    private SeekableByteChannel make(String name, Revision revision, String mediaType, Progress progress) {
        LibreOffice program = office().orElseThrow(() -> new ArchiveException.NotConverted("notInstalled"));
        try (Given given = given(revision, mediaType, progress);
                Converted pages = program.pages(given.document()::open, kind(given.mediaType()), limits, progress);
                InputStream bytes = pages.open()) {
            if (perhapsSheets(revision)) {
                keepFitting(revision, kind(given.mediaType()), pages.fitting(), progress);
            }
            return made.keep(name, bytes, progress);
        } catch (NotConverted e) {
            throw new ArchiveException.NotConverted(e.reason().code());
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private void keepFitting(Revision revision, OfficeKind kind, Optional<Fitting> fitting, Progress progress)
            throws IOException {
        String said = kind.sheets() ? fitting.map(Fitting::written).orElse(UNFITTED) : NO_SHEETS;
        made.keep(fittingName(revision), new ByteArrayInputStream(said.getBytes(StandardCharsets.US_ASCII)), progress)
                .close();
    }

    private static OfficeKind kind(String mediaType) {
        return OfficeKind.of(mediaType).orElseThrow(() -> new ArchiveException.NotConverted("noPages"));
    }

    @FunctionalInterface
    private interface Document {
        InputStream open() throws IOException;
    }

    /// What the program is given.
    ///
    /// @param wiping what is done when it is no longer needed
    private record Given(Document document, String mediaType, Runnable wiping) implements AutoCloseable {
        @Override
        public void close() {
            wiping.run();
        }

        @Override
        public String toString() {
            return "Given";
        }
    }

    /// The original, out of its lock where it has one: no program can be told a password that others do not see.
    private Given given(Revision revision, String mediaType, Progress progress) throws NotConverted {
        EvidenceItem item = Evidence.item(revision);
        Given original = new Given(() -> session.vault().open(item.bytes()), mediaType, () -> {});
        if (!mayBeLocked(revision.reference(), mediaType)) {
            return original;
        }
        return OutOfLock.of(session, revision.reference(), item, limits, progress)
                .map(opened -> new Given(opened::open, opened.mediaType(), opened::close))
                .orElse(original);
    }

    private boolean mayBeLocked(Reference reference, String mediaType) {
        return mediaType.equals(IN_SHELL)
                || session.store()
                        .read(view -> view.openedByPassword(reference)
                                || view.reading(reference)
                                        .filter(Reading::locked)
                                        .isPresent());
    }

    /// The programs that decode pictures which this one cannot, the one that is tried first first.
    public static List<String> decoders() {
        return PictureDecoder.installed().stream().map(PictureDecoder::name).toList();
    }

    /// Whether a picture of this media type could be decoded, were a program there.
    public static boolean decodes(String mediaType) {
        return PictureDecoder.decodes(mediaType);
    }

    /// An item's picture, decoded by a program of others, as a PNG; the caller closes the channel. Made when it is
    /// asked for the first time.
    ///
    /// @throws ArchiveException.NotConverted when it cannot be, and why
    public SeekableByteChannel picture(Reference reference, Progress progress) {
        session.require(Permission.READ);
        Revision revision = session.store().read(view -> session.visible(view, reference));
        session.looks().note(session, revision, "picture");
        return session.closing()
                .mayOvertake(() -> pictureOf(revision, session.closing().watching(progress)));
    }

    SeekableByteChannel pictureOf(Revision revision, Progress progress) {
        String name = PICTURE + Evidence.item(revision).bytes().hex();
        return made.find(name).orElseGet(() -> {
            boolean known = session.store()
                    .read(view -> view.reading(revision.reference()))
                    .filter(reading -> PictureDecoder.decodes(reading.mediaType()))
                    .isPresent();
            if (!known) {
                throw new ArchiveException.NotConverted("noPicture");
            }
            try (Turns.Turn turn = turns.await(progress)) {
                Optional<SeekableByteChannel> meanwhile = made.find(name);
                return meanwhile.isPresent() ? meanwhile.get() : decode(name, revision, progress);
            }
        });
    }

    private SeekableByteChannel decode(String name, Revision revision, Progress progress) {
        List<PictureDecoder> programs = decoders.get();
        if (programs.isEmpty()) {
            throw new ArchiveException.NotConverted("noDecoder");
        }
        PictureDecoder.Bytes original =
                () -> session.vault().open(Evidence.item(revision).bytes());
        try (Converted picture = PictureDecoder.decode(programs, original, PictureDecoder.LIMITS, progress);
                InputStream bytes = picture.open()) {
            return made.keep(name, bytes, progress);
        } catch (NotConverted e) {
            throw new ArchiveException.NotConverted(
                    e.reason() == NotConverted.Reason.CRASHED
                            ? "notDecoded"
                            : e.reason().code());
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public void close() {
        made.close();
    }
}
