package org.cairn.ui.documents;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.scene.image.Image;
import org.cairn.progress.CancelledException;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.pages.Leaves;
import org.jspecify.annotations.Nullable;

/// What is to be drawn of a file next: always what is most urgent now, one after another.
///
/// Pages that were left behind before their turn came are not drawn. One that is being drawn when nobody wants it any
/// more is given up after a moment, so that the page somebody looks at does not wait for it.
final class DrawingLine implements AutoCloseable {

    private static final Duration MOMENT = Duration.ofMillis(400);

    /// A page, drawn so wide.
    record Wish(int page, int width) {}

    private final Tasks tasks;
    private final Leaves leaves;
    private final BiConsumer<Wish, Image> drawn;
    private final BiConsumer<Wish, Throwable> failed;
    private final Set<Wish> hopeless = new HashSet<>();
    private List<Wish> near = List.of();
    private List<Wish> small = List.of();
    private @Nullable Wish now;
    private Tasks.@Nullable Timer moment;
    private boolean closed;

    DrawingLine(Tasks tasks, Leaves leaves, BiConsumer<Wish, Image> drawn, BiConsumer<Wish, Throwable> failed) {
        this.tasks = tasks;
        this.leaves = leaves;
        this.drawn = drawn;
        this.failed = failed;
    }

    /// What is wanted of pages from now on, the most urgent first, and nothing else.
    void want(List<Wish> wishes) {
        near = tell(wishes);
        goOn();
    }

    /// What is wanted of small pictures from now on; pages come first.
    void wantSmall(List<Wish> wishes) {
        small = tell(wishes);
        goOn();
    }

    /// Tells of what is at hand at once.
    private List<Wish> tell(List<Wish> wishes) {
        List<Wish> missing = new ArrayList<>();
        for (Wish wish : wishes) {
            Optional<Image> known = leaves.drawn(wish.page(), wish.width());
            known.ifPresentOrElse(image -> drawn.accept(wish, image), () -> missing.add(wish));
        }
        return missing;
    }

    private void goOn() {
        if (closed) {
            return;
        }
        if (now == null) {
            next().ifPresent(this::draw);
        } else if (!wanted(now) && moment == null) {
            Wish left = now;
            moment = tasks.every(MOMENT, () -> giveUp(left));
        }
    }

    private Optional<Wish> next() {
        return near.stream()
                .filter(wish -> !hopeless.contains(wish))
                .findFirst()
                .or(() ->
                        small.stream().filter(wish -> !hopeless.contains(wish)).findFirst());
    }

    private boolean wanted(Wish wish) {
        return near.contains(wish) || near.isEmpty() && small.contains(wish);
    }

    private void giveUp(Wish left) {
        forgetMoment();
        if (left.equals(now) && !wanted(left) && next().isPresent()) {
            leaves.abandon();
        }
    }

    private void draw(Wish wish) {
        now = wish;
        tasks.look(() -> picture(wish), image -> came(wish, image), failure -> {
            hopeless.add(wish);
            settle(wish, () -> failed.accept(wish, failure));
        });
    }

    private void came(Wish wish, Optional<Image> image) {
        if (image.isPresent()) {
            settle(wish, () -> drawn.accept(wish, image.get()));
        } else {
            begin();
        }
    }

    /// Given up is no failure of the page: it may be asked for again.
    private Optional<Image> picture(Wish wish) {
        try {
            return Optional.of(leaves.picture(wish.page(), wish.width()));
        } catch (CancelledException e) {
            return Optional.empty();
        }
    }

    private void settle(Wish wish, Runnable tell) {
        near = near.stream().filter(other -> !other.equals(wish)).toList();
        small = small.stream().filter(other -> !other.equals(wish)).toList();
        if (!closed) {
            tell.run();
        }
        begin();
    }

    private void begin() {
        now = null;
        forgetMoment();
        goOn();
    }

    private void forgetMoment() {
        if (moment != null) {
            moment.close();
            moment = null;
        }
    }

    @Override
    public void close() {
        closed = true;
        near = List.of();
        small = List.of();
        forgetMoment();
    }
}
