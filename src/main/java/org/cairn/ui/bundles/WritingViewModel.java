package org.cairn.ui.bundles;

import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.BundleKey;
import org.cairn.archive.Bundles;
import org.cairn.archive.Choices;
import org.cairn.archive.SigningKey;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.domain.Summary;
import org.cairn.domain.served.ServedBundle;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.FolderWindow;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.cairn.ui.documents.PageSource;
import org.cairn.ui.documents.Sought;
import org.jspecify.annotations.Nullable;

/// Writing a bundle: how far it is, and what came of it.
final class WritingViewModel implements AutoCloseable {

    /// What is asked for.
    ///
    /// @param versions which of the draft's versions; all where none is named
    /// @param key what each file is signed with
    record Order(
            BundleDraft draft, Set<BundleVersion> versions, Choices choices, Optional<BundleKey> key, Path folder) {

        /// Forgets the password, whatever became of the order.
        void wipe() {
            if (key.orElse(null) instanceof SigningKey file) {
                Arrays.fill(file.password(), '\0');
            }
        }

        @Override
        public String toString() {
            return "Order";
        }
    }

    /// What came of it.
    sealed interface Outcome {
        /// It was written and read back.
        ///
        /// @param versions each that was written, the closest first
        record Written(List<WrittenVersion> versions) implements Outcome {
            /// The closest of them.
            ServedBundle served() {
                return versions.getFirst().served();
            }
        }

        /// Witnesses have not allowed it: nothing was written.
        record Refused(List<ConsentGap> gaps, Map<Reference, Summary> summaries) implements Outcome {
            @Override
            public String toString() {
                return "Refused";
            }
        }

        /// Something else stood in the way.
        ///
        /// @param signature whether it was the key or its password: it can be given again
        /// @param before the servings of the versions that were written before it: they are out
        record Failed(Told told, boolean signature, List<Reference> before) implements Outcome {
            /// Whether it is enough to give the key again.
            boolean again() {
                return signature && before.isEmpty();
            }
        }

        /// It was stopped by the person.
        ///
        /// @param before the servings of the versions that were written before it: they are out
        record Stopped(List<Reference> before) implements Outcome {}
    }

    /// One version that was written.
    ///
    /// @param served its files
    /// @param draft for whom and how closely kept, as this version has it
    /// @param version for whose eyes; nothing where there is only one
    /// @param serving the record that it was served
    record WrittenVersion(
            ServedBundle served, BundleDraft draft, Optional<BundleVersion> version, Optional<Reference> serving) {
        @Override
        public String toString() {
            return "WrittenVersion";
        }
    }

    /// Others may serve something at the same time.
    private static final int OTHERS = 20;

    private final Desk desk;
    private final ObjectProperty<@Nullable Job> job = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Outcome> outcome = new SimpleObjectProperty<>();
    private final PageSource pages;
    private final WrittenPlaces places;
    /// The record of what was written last: the same draft written again is the same record.
    private Optional<Reference> kept = Optional.empty();

    WritingViewModel(Desk desk) {
        this(desk, new WrittenPlaces(FolderWindow.none()));
    }

    /// @param places remembers where what is written is
    WritingViewModel(Desk desk, WrittenPlaces places) {
        this.desk = desk;
        this.places = places;
        this.pages = new PageSource(desk.tasks(), failure -> {});
    }

    /// The work that is going on.
    ObjectProperty<@Nullable Job> jobProperty() {
        return job;
    }

    ObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome;
    }

    /// Where what is written is, while the archive is open.
    WrittenPlaces places() {
        return places;
    }

    /// The pages that were written.
    PageSource pages() {
        return pages;
    }

    /// Writes every version of a bundle into a folder, unsigned.
    void write(BundleDraft draft, Choices choices, Path folder) {
        write(new Order(draft, Set.of(), choices, Optional.empty(), folder));
    }

    /// Writes what is asked for.
    void write(Order order) {
        outcome.set(null);
        Optional<Reference> before = kept;
        Job started = desk.tasks()
                .start(
                        desk.words().of("bundles").text("write.job"),
                        progress -> written(order, before, progress),
                        this::ended,
                        failure -> failed(failure, List.of()));
        if (outcome.get() == null) {
            job.set(started);
        }
    }

    /// How the work ended.
    private sealed interface Ended {
        record Done(List<WrittenVersion> versions, Optional<Reference> draft) implements Ended {
            @Override
            public String toString() {
                return "Done";
            }
        }

        /// @param draft the record of the draft, where a version was written before
        record Broken(Throwable why, List<Reference> before, Optional<Reference> draft) implements Ended {
            @Override
            public String toString() {
                return "Broken";
            }
        }
    }

    private Ended written(Order order, Optional<Reference> before, Progress progress) {
        Bundles bundles = desk.archive().bundles();
        long served = bundles.servings(0, 1).total();
        try {
            return done(order, before, progress);
        } catch (RuntimeException e) {
            // whatever it was, what had been written by then is out
            Map<Reference, Serving> out = since(served, order.draft());
            return new Ended.Broken(
                    e,
                    List.copyOf(out.keySet()),
                    out.values().stream().map(Serving::draft).findFirst());
        } finally {
            order.wipe();
        }
    }

    private Ended.Done done(Order order, Optional<Reference> before, Progress progress) {
        Bundles bundles = desk.archive().bundles();
        List<ServedBundle> served = bundles.write(
                order.draft(), before, order.versions(), order.choices(), order.key(), order.folder(), progress);
        Map<Reference, Serving> last = last(served.size() + OTHERS);
        List<BundleMaking.Version> wanted = order.draft().how().versions().stream()
                .filter(version ->
                        order.versions().isEmpty() || order.versions().contains(version.kind()))
                .toList();
        List<WrittenVersion> versions = new ArrayList<>();
        for (int i = 0; i < served.size(); i++) {
            Optional<BundleMaking.Version> version = wanted.isEmpty() ? Optional.empty() : Optional.of(wanted.get(i));
            versions.add(new WrittenVersion(
                    served.get(i),
                    version.map(order.draft()::of).orElse(order.draft()),
                    version.map(BundleMaking.Version::kind),
                    serving(last, served.get(i))));
        }
        return new Ended.Done(
                versions, versions.getFirst().serving().map(last::get).map(Serving::draft));
    }

    private Map<Reference, Serving> last(int many) {
        Bundles bundles = desk.archive().bundles();
        Map<Reference, Serving> last = new LinkedHashMap<>();
        bundles.servings(0, many)
                .items()
                .forEach(line -> last.put(line.reference(), bundles.serving(line.reference())));
        return last;
    }

    /// What was served of a draft since so many were served: a later version may be refused when another is out.
    private Map<Reference, Serving> since(long served, BundleDraft draft) {
        Bundles bundles = desk.archive().bundles();
        int many = Math.toIntExact(bundles.servings(0, 1).total() - served);
        Map<Reference, Serving> last = many == 0 ? new LinkedHashMap<>() : last(many);
        last.values().removeIf(serving -> !bundles.draft(serving.draft()).equals(draft));
        return last;
    }

    /// The last serving of exactly these files.
    private static Optional<Reference> serving(Map<Reference, Serving> last, ServedBundle served) {
        List<Fingerprint> hashes =
                served.volumes().stream().map(ServedBundle.Volume::fingerprint).toList();
        return last.entrySet().stream()
                .filter(entry -> entry.getValue().volumes().stream()
                        .map(Serving.Volume::hash)
                        .toList()
                        .equals(hashes))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    private void ended(Ended how) {
        switch (how) {
            case Ended.Done done -> {
                kept = done.draft();
                done.versions().forEach(version -> places.remember(version.served()));
                end(new Outcome.Written(done.versions()));
            }
            case Ended.Broken broken -> {
                kept = broken.draft().or(() -> kept);
                if (broken.why() instanceof CancelledException) {
                    stopped(broken.before());
                } else {
                    failed(broken.why(), broken.before());
                }
            }
        }
    }

    /// That it is stopped was said at once; what had been written by then is known only now.
    private void stopped(List<Reference> before) {
        if (!before.isEmpty()) {
            end(new Outcome.Stopped(before));
        }
    }

    /// Stops; nothing half-done stays.
    void cancel() {
        Job running = job.get();
        if (running != null) {
            running.cancel();
            end(new Outcome.Stopped(List.of()));
        }
    }

    /// Opens a file that was written, to be looked at.
    void look(Path pdf, Runnable then) {
        pages.open(() -> read(pdf), 1, Sought.NOTHING, then);
    }

    @Override
    public void close() {
        pages.close();
    }

    /// The bundle is outside of the archive already: it is read where it stands, into memory only.
    private static SeekableByteChannel read(Path pdf) {
        try {
            return Files.newByteChannel(pdf);
        } catch (java.io.IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private void failed(Throwable failure, List<Reference> before) {
        if (failure instanceof ArchiveException.ConsentMissing missing) {
            desk.tasks()
                    .fetch(
                            () -> new Outcome.Refused(missing.gaps(), summaries(missing.gaps())),
                            this::end,
                            other -> end(new Outcome.Refused(missing.gaps(), Map.of())));
            return;
        }
        boolean signature = failure instanceof ArchiveException.InvalidInput wrong
                && wrong.arguments().contains("signer");
        end(new Outcome.Failed(desk.errors().tell(failure), signature, before));
    }

    private Map<Reference, Summary> summaries(List<ConsentGap> gaps) {
        Map<Reference, Summary> found = new HashMap<>();
        gaps.forEach(gap -> desk.archive()
                .records()
                .summary(gap.statement())
                .ifPresent(summary -> found.put(gap.statement(), summary)));
        return found;
    }

    private void end(Outcome what) {
        job.set(null);
        outcome.set(what);
    }
}
