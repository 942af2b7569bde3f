package org.cairn.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.cairn.bundle.HeldFolder;
import org.cairn.bundle.HitDocument;
import org.cairn.bundle.HitSheets;
import org.cairn.bundle.HitTable;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Glance;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.HitFormat;
import org.cairn.domain.search.HitList.Head;
import org.cairn.domain.search.HitList.Line;
import org.cairn.domain.search.HitList.Paper;
import org.cairn.domain.search.HitList.Tail;
import org.cairn.domain.search.SearchAnswer.Unseen;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.TermsReport.Standing;
import org.cairn.progress.Progress;
import org.cairn.vault.Disk;

/// Lists of everything that a search found, with their places, on their way out.
///
/// The words of a witness leave with them as surely as with the statement: an item of somebody who has not allowed the
/// use is counted, and not listed.
public final class HitReports {

    private static final DateTimeFormatter NAMED =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final Session session;
    private final Searches searches;
    private final Reviews reviews;
    private final Witnesses witnesses;

    HitReports(Session session, Searches searches, Reviews reviews, Witnesses witnesses) {
        this.session = session;
        this.searches = searches;
        this.reviews = reviews;
        this.witnesses = witnesses;
    }

    /// Writes all that a search finds into a folder, once the index has seen everything; the ledger tells of it before
    /// the first byte and before a file has its name, and says nothing of the query.
    ///
    /// @param request what narrows and sorts it; how many of it are shown on a screen does not matter
    /// @param formats at least one
    /// @param handover what the consent of witnesses is asked for
    /// @return with the names of the files: of their second, and numbered where another list is of the same one
    ///
    /// @throws ArchiveException.QueryNotUnderstood when the query is no query
    public HitReport write(
            SearchRequest request,
            Set<HitFormat> formats,
            Path folder,
            Handover handover,
            Locale language,
            Progress progress) {
        session.require(Permission.READ);
        ConsentScope.requireLeaving(handover.scope());
        ConsentScope.of(handover.scope()).requireNamed(handover.recipient());
        if (formats.isEmpty()) {
            throw new ArchiveException.InvalidInput("formats", "missing");
        }
        searches.catchUp(progress);
        return session.closing()
                .mayOvertake(() -> new Writing(request, formats, folder, handover, language, progress).write());
    }

    /// One list being written.
    private final class Writing implements Searches.Everything {

        private final SearchRequest request;
        private final Set<HitFormat> formats;
        private final Path folder;
        private final Handover handover;
        private final Locale language;
        private final Progress progress;
        private final Standing standing = session.standing();
        private final Map<HitFormat, MessageDigest> digests = new EnumMap<>(HitFormat.class);
        private final List<OutputStream> streams = new ArrayList<>();
        private final List<AutoCloseable> holding = new ArrayList<>();
        private final List<Paper> papers = new ArrayList<>();
        private final Set<Reference> consents = new TreeSet<>();
        private Optional<Path> hidden = Optional.empty();
        private Optional<Reference> last = Optional.empty();
        private boolean lastLeaves;
        private long expected;
        private long items;
        private long places;
        private long keptBack;

        Writing(
                SearchRequest request,
                Set<HitFormat> formats,
                Path folder,
                Handover handover,
                Locale language,
                Progress progress) {
            this.request = request;
            this.formats = new TreeSet<>(formats);
            this.folder = folder;
            this.handover = handover;
            this.language = language;
            this.progress = session.closing().watching(progress);
        }

        HitReport write() {
            FreeNames names = new FreeNames(
                    folder,
                    "hits-" + NAMED.format(standing.asOf()),
                    Arrays.stream(HitFormat.values()).map(Writing::ending).toList());
            try {
                Files.createDirectories(folder);
                HeldFolder.sweep(folder);
                try (HeldFolder held = names.hold()) {
                    hidden = Optional.of(held.path());
                    fill();
                    progress.checkCancelled();
                    note("EXPORTED", outcome());
                    Map<String, Path> written = new TreeMap<>();
                    formats.forEach(
                            format -> written.put(ending(format), held.path().resolve(format.extension())));
                    Map<String, Path> named = names.give(written);
                    Map<HitFormat, Path> files = new EnumMap<>(HitFormat.class);
                    formats.forEach(format -> files.put(format, Objects.requireNonNull(named.get(ending(format)))));
                    return new HitReport(tail(), files);
                }
            } catch (IOException e) {
                throw Disk.unwritable(e, folder);
            }
        }

        private static String ending(HitFormat format) {
            return "." + format.extension();
        }

        private void fill() throws IOException {
            try {
                searches.every(request, this);
                writing(() -> papers.forEach(paper -> paper.end(tail())));
            } finally {
                close();
            }
        }

        @Override
        public void begin(long found, Unseen unseen) {
            expected = found;
            // that it was begun is written down before the first byte leaves
            note("EXPORT_BEGUN", Map.of());
            searches.told(request, found);
            Head head = new Head(
                    request,
                    found,
                    unseen,
                    standing,
                    handover.scope(),
                    handover.recipient().orElse(""));
            writing(() -> formats.forEach(format -> papers.add(paper(format, head))));
        }

        private Paper paper(HitFormat format, Head head) {
            OutputStream out = open(format);
            return switch (format) {
                case CSV -> new HitTable(out, head, language);
                case DOCX -> held(new HitDocument(out, head, language));
                case PDF -> held(new HitSheets(out, head, language));
            };
        }

        private <T extends AutoCloseable> T held(T paper) {
            holding.add(paper);
            return paper;
        }

        private OutputStream open(HitFormat format) {
            try {
                MessageDigest digest = Fingerprint.sha256();
                OutputStream out = new BufferedOutputStream(
                        new DigestOutputStream(
                                Files.newOutputStream(
                                        hidden.orElseThrow().resolve(format.extension()),
                                        StandardOpenOption.CREATE_NEW,
                                        StandardOpenOption.WRITE,
                                        StandardOpenOption.SYNC),
                                digest),
                        1 << 20);
                digests.put(format, digest);
                streams.add(out);
                return out;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void take(List<Hit> hits) {
            List<Hit> leaving = leaving(hits);
            Map<Reference, Glance> work =
                    reviews.glances(leaving.stream().map(Hit::reference).toList());
            List<Line> lines = leaving.stream()
                    .map(hit -> new Line(hit, work.getOrDefault(hit.reference(), Glance.NOTHING)))
                    .toList();
            places += lines.stream()
                    .mapToLong(line -> line.hit().snippets().size())
                    .sum();
            writing(() -> papers.forEach(paper -> paper.add(lines)));
            progress.checkCancelled();
            progress.step("write", items + keptBack, expected);
        }

        /// Judges each item once, also where it comes in pieces.
        private List<Hit> leaving(List<Hit> hits) {
            return session.store().read(view -> {
                List<Hit> leaving = new ArrayList<>();
                for (Hit hit : hits) {
                    if (!last.equals(Optional.of(hit.reference()))) {
                        last = Optional.of(hit.reference());
                        lastLeaves = view.current(hit.reference())
                                .map(revision -> {
                                    ConsentJudge judge = new ConsentJudge(
                                            session,
                                            witnesses,
                                            handover.scope(),
                                            handover.recipient(),
                                            item -> handover.conditionsMet());
                                    judge.judgeAlone(view, revision);
                                    judge.allowed().stream()
                                            .flatMap(allowed -> allowed.standing().consent().stream())
                                            .forEach(consents::add);
                                    return judge.gaps().isEmpty();
                                })
                                .orElse(false);
                        items += lastLeaves ? 1 : 0;
                        keptBack += lastLeaves ? 0 : 1;
                    }
                    if (lastLeaves) {
                        leaving.add(hit);
                    }
                }
                return leaving;
            });
        }

        private Tail tail() {
            return new Tail(items, places, keptBack);
        }

        private Map<String, String> outcome() {
            Map<String, String> details = new HashMap<>();
            details.put("items", String.valueOf(items));
            details.put("places", String.valueOf(places));
            details.put("keptBack", String.valueOf(keptBack));
            digests.forEach((format, digest) -> details.put(
                    format.extension(), Fingerprint.ofDigest(digest.digest()).hex()));
            if (!consents.isEmpty()) {
                details.put("consents", String.valueOf(consents.size()));
                details.put("conditionsMet", String.valueOf(handover.conditionsMet()));
            }
            return details;
        }

        private void note(String action, Map<String, String> besides) {
            Map<String, String> details = new TreeMap<>(besides);
            details.put("purpose", "hits");
            details.put("scope", handover.scope());
            handover.recipient().ifPresent(recipient -> details.put("recipient", recipient));
            session.store().inTransaction(tx -> session.note(tx, action, Optional.empty(), details));
        }

        /// A full disk must not look like a damaged index, of which whoever hands the hits over would think.
        private void writing(Runnable work) {
            try {
                work.run();
            } catch (UncheckedIOException e) {
                throw Disk.unwritable(Objects.requireNonNull(e.getCause()), folder);
            }
        }

        private void close() throws IOException {
            List<IOException> failures = new ArrayList<>();
            for (Collection<? extends AutoCloseable> some : List.of(holding, streams)) {
                for (AutoCloseable one : some) {
                    try {
                        one.close();
                    } catch (IOException | UncheckedIOException e) {
                        failures.add(
                                e instanceof IOException io
                                        ? io
                                        : Objects.requireNonNull(((UncheckedIOException) e).getCause()));
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }
            }
            if (!failures.isEmpty()) {
                throw failures.getFirst();
            }
        }
    }
}
