package org.cairn.ui.bundles;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.cairn.archive.Bundles;
import org.cairn.archive.FreshFile;
import org.cairn.archive.ServedAs;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Fingerprint;
import org.cairn.domain.served.CheckedBundle;
import org.cairn.i18n.Messages;
import org.cairn.progress.CancelledException;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.Direction;
import org.cairn.ui.common.Job;
import org.cairn.ui.common.Told;
import org.jspecify.annotations.Nullable;

/// Finished bundles read back from wherever they are: one, or all that lie in a folder. Nothing is changed by it.
final class CheckViewModel implements AutoCloseable {

    /// What came of one file.
    sealed interface Line {
        /// Which.
        Path pdf();

        /// It was read back.
        ///
        /// @param served what of all that this archive served it is
        record Read(Path pdf, CheckedBundle checked, Optional<ServedAs> served) implements Line {
            @Override
            public String toString() {
                return "Read " + checked.fingerprint();
            }
        }

        /// It was not.
        ///
        /// @param list whether it is because nobody can say which list of hashes is its own
        record Unread(Path pdf, Told told, boolean list) implements Line {
            @Override
            public String toString() {
                return "Unread";
            }
        }
    }

    private final Desk desk;
    private final Messages own;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Job> job = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Told> told = new SimpleObjectProperty<>();
    private final Map<Path, ObjectProperty<@Nullable Told>> saved = new HashMap<>();
    private int turn;

    CheckViewModel(Desk desk) {
        this.desk = desk;
        this.own = desk.words().of("bundles");
    }

    /// What came of each file, in the order of their names.
    ObservableList<Line> lines() {
        return lines;
    }

    /// The check that is going on.
    ObjectProperty<@Nullable Job> jobProperty() {
        return job;
    }

    ObjectProperty<@Nullable Told> toldProperty() {
        return told;
    }

    /// What is told of a file's report.
    ObjectProperty<@Nullable Told> savedProperty(Path pdf) {
        return saved.computeIfAbsent(pdf, path -> new SimpleObjectProperty<>());
    }

    /// Checks a bundle, or every PDF that lies in a folder.
    void check(Path chosen) {
        start(progress -> looked(chosen, progress), before -> List.of());
    }

    /// Checks one of them against a list of hashes.
    void against(Path pdf, Path list) {
        start(progress -> List.of(line(pdf, () -> Optional.of(list))), before -> before);
    }

    private void start(Function<Progress, List<Line>> work, UnaryOperator<List<Line>> stays) {
        cancel();
        told.set(null);
        List<Line> before = stays.apply(List.copyOf(lines));
        lines.setAll(before);
        int mine = turn;
        Job started = desk.tasks()
                .start(
                        own.text("check.job"),
                        progress -> unlessStopped(work, progress),
                        found -> settle(mine, () -> lines.setAll(together(before, found))),
                        failure -> settle(mine, () -> told.set(BundleRefusal.told(desk, failure))));
        if (mine == turn) {
            job.set(started);
        }
    }

    /// Also where it is stopped from elsewhere: then nothing was found.
    private static List<Line> unlessStopped(Function<Progress, List<Line>> work, Progress progress) {
        try {
            return work.apply(progress);
        } catch (CancelledException e) {
            return List.of();
        }
    }

    private void settle(int mine, Runnable what) {
        if (mine == turn) {
            turn++;
            job.set(null);
            what.run();
        }
    }

    /// Those of before with what was found of some of them now.
    private static List<Line> together(List<Line> before, List<Line> found) {
        List<Line> all = new ArrayList<>(before);
        for (Line line : found) {
            int place = before.stream().map(Line::pdf).toList().indexOf(line.pdf());
            if (place < 0) {
                all.add(line);
            } else {
                all.set(place, line);
            }
        }
        return all;
    }

    /// Stops; what a stopped check would have found is not told.
    void cancel() {
        turn++;
        Job running = job.get();
        if (running != null) {
            running.cancel();
            job.set(null);
        }
    }

    private List<Line> looked(Path chosen, Progress progress) {
        List<Path> files = Files.isDirectory(chosen) ? bundles(chosen) : List.of(chosen);
        if (files.isEmpty()) {
            throw new ArchiveException.InvalidInput("bundle", "noPdf");
        }
        List<Line> found = new ArrayList<>();
        for (Path pdf : files) {
            progress.step("check", found.size(), files.size());
            progress.checkCancelled();
            found.add(line(pdf, () -> Bundles.manifestBeside(pdf)));
        }
        return found;
    }

    /// Those that a list of hashes names, where one names any: reports of checks lie beside bundles too.
    private static List<Path> bundles(Path folder) {
        List<Path> all = pdfs(folder);
        List<Path> named = all.stream().filter(CheckViewModel::isNamed).toList();
        return named.isEmpty() ? all : named;
    }

    private static boolean isNamed(Path pdf) {
        try {
            return Bundles.manifestBeside(pdf).isPresent();
        } catch (ArchiveException.InvalidInput e) {
            // several name it
            return true;
        }
    }

    private static List<Path> pdfs(Path folder) {
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.filter(Files::isRegularFile)
                    .filter(file -> file.getFileName()
                            .toString()
                            .toLowerCase(Locale.ROOT)
                            .endsWith(".pdf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private Line line(Path pdf, Supplier<Optional<Path>> list) {
        try {
            CheckedBundle checked = Bundles.readBack(pdf, list.get());
            return new Line.Read(pdf, checked, served(checked.fingerprint()));
        } catch (CancelledException e) {
            throw e;
        } catch (RuntimeException | StackOverflowError e) {
            // one that cannot be read keeps nobody from the others
            return new Line.Unread(
                    pdf,
                    BundleRefusal.told(desk, e),
                    BundleRefusal.reason(e).filter("severalManifests"::equals).isPresent());
        }
    }

    private Optional<ServedAs> served(Fingerprint hash) {
        try {
            return desk.archive().bundleTimes().servedAs(hash);
        } catch (ArchiveException.NotPermitted e) {
            return Optional.empty();
        }
    }

    /// Writes the report of a check into a file that is not there yet: a PDF where its name says so, text otherwise.
    void save(Line.Read line, Path into) {
        boolean paper = into.toString().toLowerCase(Locale.ROOT).endsWith(".pdf");
        ObjectProperty<@Nullable Told> said = savedProperty(line.pdf());
        said.set(null);
        desk.tasks()
                .fetch(
                        () -> FreshFile.write(
                                into,
                                Bundles.report(
                                        line.checked(),
                                        desk.environment().clock().instant(),
                                        desk.words().locale(),
                                        paper)),
                        file -> said.set(Told.success(own.text("check.saved", Direction.isolate(file.toString())))),
                        failure -> said.set(desk.errors().tell(failure)));
    }

    @Override
    public void close() {
        cancel();
    }
}
