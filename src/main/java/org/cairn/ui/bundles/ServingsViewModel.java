package org.cairn.ui.bundles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.cairn.archive.Bundles;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.Page;
import org.cairn.domain.Reference;
import org.cairn.domain.Serving;
import org.cairn.domain.Summary;
import org.cairn.ui.common.Desk;
import org.jspecify.annotations.Nullable;

/// What was served, the last first, a page at a time; one of it opened.
final class ServingsViewModel {

    private static final int PAGE = 20;

    /// One serving.
    ///
    /// @param behind the serving whose late pages it holds
    record Line(Reference reference, Serving serving, Optional<Serving> behind) {

        /// Whether this one goes on where another ends, in the same version of it or as a whole.
        boolean follows(Line other) {
            return serving.after().filter(other.reference::equals).isPresent()
                    || behind.filter(before -> before.draft().equals(other.serving.draft())
                                    && before.revision() == other.serving.revision()
                                    && serving.version().equals(other.serving.version()))
                            .isPresent();
        }

        @Override
        public String toString() {
            return reference.toString();
        }
    }

    /// The page that is shown.
    ///
    /// @param first the number of its first line, from 0
    /// @param followed by which serving a line's late pages were served, where they were
    record Shown(List<Line> lines, int first, long total, Map<Reference, Reference> followed) {
        /// Nothing was looked up yet, or nothing was served.
        static final Shown NOTHING = new Shown(List.of(), 0, 0, Map.of());

        boolean older() {
            return first + lines.size() < total;
        }

        @Override
        public String toString() {
            return "Shown " + first;
        }
    }

    private final Desk desk;
    private final int size;
    private final Consumer<Throwable> otherwise;
    private final ObjectProperty<Shown> shown = new SimpleObjectProperty<>(Shown.NOTHING);
    private final ObjectProperty<@Nullable Reference> opened = new SimpleObjectProperty<>();
    /// All that was read so far: what follows a line is always before it.
    private List<Line> read = List.of();

    private int turning;

    ServingsViewModel(Desk desk, Consumer<Throwable> otherwise) {
        this(desk, PAGE, otherwise);
    }

    /// @param size so many lines stand below one another
    ServingsViewModel(Desk desk, int size, Consumer<Throwable> otherwise) {
        this.desk = desk;
        this.size = size;
        this.otherwise = otherwise;
    }

    ObjectProperty<Shown> shownProperty() {
        return shown;
    }

    /// The line whose details are shown.
    ObjectProperty<@Nullable Reference> openedProperty() {
        return opened;
    }

    /// Looks again, from the last that was served.
    void reload() {
        turn(List.of(), lines -> 0, 1);
    }

    /// Looks again, and opens one serving on the page on which it stands.
    void open(Reference reference) {
        opened.set(reference);
        turn(List.of(), lines -> Math.max(0, place(lines, reference)), lines -> place(lines, reference) >= 0);
    }

    /// Opens a line, or closes it.
    void toggle(Reference reference) {
        opened.set(reference.equals(opened.get()) ? null : reference);
    }

    void older() {
        int next = shown.get().first() + size;
        turn(read, lines -> next, next + 1);
    }

    void newer() {
        int before = Math.max(0, shown.get().first() - size);
        turn(read, lines -> before, before + 1);
    }

    /// A draft of what is late for a serving: all that was served, to which what is new is added.
    BundleDraft late(Line line) {
        BundleDraft draft = desk.archive().bundles().draft(line.serving().draft());
        BundleMaking how = draft.how();
        return draft.made(new BundleMaking(
                how.schedules(), how.versions(), how.archival(), how.loadFiles(), Optional.of(line.reference())));
    }

    private static int place(List<Line> lines, Reference reference) {
        return lines.stream().map(Line::reference).toList().indexOf(reference);
    }

    private void turn(List<Line> known, ToIntFunction<List<Line>> line, int least) {
        turn(known, line, lines -> lines.size() >= least);
    }

    private void turn(List<Line> known, ToIntFunction<List<Line>> line, Predicate<List<Line>> enough) {
        turning++;
        int mine = turning;
        desk.tasks()
                .fetch(
                        () -> grown(known, enough),
                        found -> {
                            if (mine == turning) {
                                read = found.items();
                                show(line.applyAsInt(read) / size * size, found.total());
                            }
                        },
                        otherwise);
    }

    private Page<Line> grown(List<Line> known, Predicate<List<Line>> enough) {
        Bundles bundles = desk.archive().bundles();
        List<Line> lines = new ArrayList<>(known);
        Page<Summary> page;
        do {
            page = bundles.servings(lines.size(), size);
            page.items().forEach(summary -> lines.add(line(bundles, summary.reference())));
        } while (!page.items().isEmpty() && !enough.test(lines));
        return new Page<>(lines, page.total());
    }

    private static Line line(Bundles bundles, Reference reference) {
        Serving serving = bundles.serving(reference);
        return new Line(reference, serving, serving.after().map(bundles::serving));
    }

    private void show(int first, long total) {
        List<Line> lines = read.subList(Math.min(first, read.size()), Math.min(first + size, read.size()));
        Map<Reference, Reference> followed = new HashMap<>();
        for (Line line : lines) {
            read.stream()
                    .filter(other -> other.follows(line))
                    .findFirst()
                    .ifPresent(other -> followed.put(line.reference(), other.reference()));
        }
        shown.set(new Shown(List.copyOf(lines), first, total, Map.copyOf(followed)));
    }
}
