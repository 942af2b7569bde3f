package org.cairn.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.cairn.conversion.ConversionLimits;
import org.cairn.conversion.Converted;
import org.cairn.conversion.LibreOffice;
import org.cairn.conversion.NotConverted;
import org.cairn.conversion.OfficeKind;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.reading.Reading;
import org.cairn.progress.Progress;
import org.cairn.progress.Turns;
import org.cairn.vault.MadeFiles;

/// Items as a program of others shows them, where this one cannot: an office document laid out as pages. What was made
/// is kept sealed, so that the next look is quick; it never becomes an item and never stands for the original.
public final class Renditions implements AutoCloseable {

    /// Where LibreOffice is, for whoever has it in an unusual place.
    public static final String PLACE = "cairn.libreoffice";

    private static final long MOST_KEPT = 2L << 30;

    /// Of how pages are made: another number, and they are made anew.
    private static final String PAGES = "office pages 1 ";

    private final Session session;
    private final MadeFiles made;
    private final ConversionLimits limits;
    private final Supplier<Optional<LibreOffice>> search;
    private final Supplier<Optional<Path>> glance;
    private final Turns turns = new Turns();
    private volatile Optional<Optional<LibreOffice>> found = Optional.empty();

    Renditions(Session session, Path folder) {
        this(
                session,
                folder,
                ConversionLimits.DEFAULT,
                () -> LibreOffice.find(place()),
                () -> LibreOffice.program(place()));
    }

    /// @param search looks for the program, and asks it for its version
    /// @param glance whether it is there at all, at once
    Renditions(
            Session session,
            Path folder,
            ConversionLimits limits,
            Supplier<Optional<LibreOffice>> search,
            Supplier<Optional<Path>> glance) {
        this.session = session;
        this.limits = limits;
        this.search = search;
        this.glance = glance;
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
    public record Office(String name, String place, boolean withoutNetwork) {}

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
        return OfficeKind.of(mediaType).isPresent();
    }

    /// Whether a program is there that lays documents out; asked of no program, so that it costs nothing.
    public boolean ready() {
        return glance.get().isPresent();
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

    private SeekableByteChannel pagesOf(Revision revision, Progress progress) {
        String name = PAGES + Evidence.item(revision).bytes().hex();
        return made.find(name).orElseGet(() -> {
            OfficeKind kind = kind(revision.reference());
            try (Turns.Turn turn = turns.await(progress)) {
                Optional<SeekableByteChannel> meanwhile = made.find(name);
                return meanwhile.isPresent() ? meanwhile.get() : make(name, revision, kind, progress);
            }
        });
    }

    private OfficeKind kind(Reference reference) {
        Optional<Reading> reading = session.store().read(view -> view.reading(reference));
        return reading.map(Reading::mediaType)
                .flatMap(OfficeKind::of)
                .orElseThrow(() -> new ArchiveException.NotConverted("noPages"));
    }

    private SeekableByteChannel make(String name, Revision revision, OfficeKind kind, Progress progress) {
        LibreOffice program = office().orElseThrow(() -> new ArchiveException.NotConverted("notInstalled"));
        try (InputStream original = session.vault().open(Evidence.item(revision).bytes());
                Converted pages = program.pages(original, kind, limits, progress);
                InputStream bytes = pages.open()) {
            return made.keep(name, bytes, progress);
        } catch (NotConverted e) {
            throw new ArchiveException.NotConverted(e.reason().code());
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    @Override
    public void close() {
        made.close();
    }
}
