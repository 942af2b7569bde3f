package org.cairn.ui.documents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.IntFunction;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.image.Image;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;
import org.cairn.ui.common.Tasks;
import org.cairn.ui.documents.DrawingLine.Wish;
import org.cairn.ui.documents.WordSelection.Spot;
import org.cairn.ui.pages.Leaves;
import org.jspecify.annotations.Nullable;

/// All pages of a file that are looked at together: which one, how large, how turned, what is boxed and marked out.
///
public final class OpenPages implements AutoCloseable {

    private static final int PAGES_KNOWN = 60;

    /// Where somebody wants to be.
    ///
    /// @param part of the page that is to be seen; null for its top
    record Goal(int page, @Nullable Box part) {}

    private final Tasks tasks;
    private final Consumer<? super Throwable> otherwise;
    private final ReadOnlyBooleanWrapper waiting = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyBooleanWrapper searched = new ReadOnlyBooleanWrapper(false);
    private final ReadOnlyIntegerWrapper count = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper page = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper shape = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyIntegerWrapper marksKnown = new ReadOnlyIntegerWrapper(0);
    private final ReadOnlyObjectWrapper<@Nullable Goal> goal = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<Zoom> zoom = new SimpleObjectProperty<>(Zoom.FIT_WIDTH);
    private final IntegerProperty turn = new SimpleIntegerProperty(0);
    private final ObjectProperty<@Nullable WordSelection> selection = new SimpleObjectProperty<>();
    private final List<Consumer<Drawn>> watching = new ArrayList<>();
    private final PageSizes sizes;
    private final Map<Integer, List<Word>> words = few();
    private final Map<Integer, List<List<Box>>> hits = few();
    private @Nullable Leaves leaves;
    private @Nullable DrawingLine line;
    private Sought sought = Sought.NOTHING;
    private IntFunction<List<Word>> recognised = page -> List.of();
    private int opening;
    /// The hit that is looked at.
    private At here = At.NOTHING;
    /// Whether it is still to be gone to, once it is known where it stands.
    private boolean seeking;

    /// A hit on a page.
    ///
    /// @param nth from 0, of so many that the text of the page is said to have
    private record At(int page, int nth, int of) {
        static final At NOTHING = new At(0, 0, 0);

        /// Which of so many that were found on the page.
        int among(int found) {
            return found == of ? nth : Math.min(found - 1, (int) ((long) nth * found / Math.max(1, of)));
        }
    }

    /// What became of a page that was to be drawn.
    ///
    /// @param image null where it cannot be
    /// @param why null where it could be
    record Drawn(
            int page,
            int width,
            @Nullable Image image,
            @Nullable NotDrawable why) {}

    public OpenPages(Tasks tasks, Consumer<? super Throwable> otherwise) {
        this.tasks = tasks;
        this.otherwise = otherwise;
        this.sizes = new PageSizes(tasks, () -> shape.set(shape.get() + 1));
    }

    private static <T> Map<Integer, T> few() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Integer, T> eldest) {
                return size() > PAGES_KNOWN;
            }
        };
    }

    /// Whether a file is being opened, of which nothing is known yet.
    public ReadOnlyBooleanProperty waitingProperty() {
        return waiting.getReadOnlyProperty();
    }

    /// Whether the way to the pages of the file was broken, so that they had to be searched for.
    public ReadOnlyBooleanProperty searchedProperty() {
        return searched.getReadOnlyProperty();
    }

    /// How many pages there are.
    public ReadOnlyIntegerProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// The page that is looked at, from 1; 0 before anything is open.
    public ReadOnlyIntegerProperty pageProperty() {
        return page.getReadOnlyProperty();
    }

    public ObjectProperty<Zoom> zoomProperty() {
        return zoom;
    }

    /// By how many quarters every page is turned to the right, 0 to 3; for looking only.
    public IntegerProperty turnProperty() {
        return turn;
    }

    /// What is marked out, or null.
    public ObjectProperty<@Nullable WordSelection> selectionProperty() {
        return selection;
    }

    /// Changes with every size of a page that becomes known.
    ReadOnlyIntegerProperty shapeProperty() {
        return shape.getReadOnlyProperty();
    }

    /// Changes with every page whose boxes become known.
    ReadOnlyIntegerProperty marksKnownProperty() {
        return marksKnown.getReadOnlyProperty();
    }

    ReadOnlyObjectProperty<@Nullable Goal> goalProperty() {
        return goal.getReadOnlyProperty();
    }

    /// The sizes of all pages, as far as they are known.
    List<Size> sizes() {
        return sizes.known();
    }

    /// Is told of every page that was drawn, or cannot be.
    void watch(Consumer<Drawn> watcher) {
        watching.add(watcher);
    }

    /// Opens a file at a page.
    ///
    /// @param opened opens it, away from the screen
    /// @param then called once its pages can be asked for
    public void open(Callable<? extends Leaves> opened, int at, Sought wanted, Runnable then) {
        open(opened, at, wanted, then, otherwise);
    }

    /// The same, telling somebody else where it cannot be opened.
    public void open(
            Callable<? extends Leaves> opened,
            int at,
            Sought wanted,
            Runnable then,
            Consumer<? super Throwable> cannot) {
        close();
        int mine = opening;
        sought = wanted;
        waiting.set(true);
        tasks.look(() -> PageSizes.first(opened.call(), at), first -> begin(mine, first, at, then), failure -> {
            if (mine == opening) {
                waiting.set(false);
                cannot.accept(failure);
            }
        });
    }

    /// Looks for words on every page of the file that is open now.
    ///
    /// @return to be asked away from the screen
    public PageSearch searching() {
        return new PageSearch(leaves);
    }

    private void begin(int mine, PageSizes.First first, int at, Runnable then) {
        if (mine != opening) {
            first.leaves().close();
            return;
        }
        Leaves opened = first.leaves();
        leaves = opened;
        line = new DrawingLine(
                tasks, opened, (wish, image) -> tell(new Drawn(wish.page(), wish.width(), image, null)), this::failed);
        sizes.begin(first, at);
        waiting.set(false);
        searched.set(first.searched());
        count.set(opened.count());
        shape.set(shape.get() + 1);
        go(at);
        then.run();
    }

    private void failed(Wish wish, Throwable failure) {
        if (failure instanceof NotDrawable why) {
            tell(new Drawn(wish.page(), wish.width(), null, why));
        } else {
            otherwise.accept(failure);
        }
    }

    private void tell(Drawn drawn) {
        watching.forEach(watcher -> watcher.accept(drawn));
        sizes.learnRest(); // nobody waits for a page any more
    }

    /// Goes to the top of a page, or the nearest there is.
    public void go(int to) {
        go(to, null);
    }

    /// Goes to a part of a page.
    void go(int to, @Nullable Box part) {
        if (count.get() > 0) {
            int there = Math.clamp(to, 1, count.get());
            page.set(there);
            goal.set(null);
            goal.set(new Goal(there, part));
        }
    }

    /// Goes to a hit on a page; to the page's top until it is known where it stands.
    ///
    /// @param nth from 0, of so many that the text of the page has
    public void goToHit(int to, int nth, int of) {
        here = new At(to, nth, of);
        seeking = true;
        if (hits(to).isEmpty()) {
            go(to);
        } else {
            reach();
        }
        marksKnown.set(marksKnown.get() + 1);
    }

    private void reach() {
        List<Box> boxes = here(here.page());
        if (seeking && !boxes.isEmpty()) {
            seeking = false;
            go(here.page(), boxes.getFirst());
        }
    }

    /// Marks out every word of the page that is looked at.
    public void markPage() {
        int now = page.get();
        words(now, found -> {
            if (!found.isEmpty()) {
                selection.set(new WordSelection(new Spot(now, 0), new Spot(now, found.size() - 1)));
            }
        });
    }

    /// The pages were moved until this one is looked at.
    void seen(int now) {
        page.set(now);
    }

    /// What is to be drawn from now on, the most urgent first; nothing else is.
    void want(List<Wish> wishes) {
        if (line != null) {
            line.want(wishes);
        }
    }

    /// The same of thumbnails, which come after pages.
    void wantSmall(List<Wish> wishes) {
        if (line != null) {
            line.wantSmall(wishes);
        }
    }

    /// Takes words that a machine recognised on a page for words of the document.
    ///
    /// @param known gives those of a page, asked away from the screen
    public void alsoRecognised(IntFunction<List<Word>> known) {
        recognised = known;
    }

    /// Changes what is boxed.
    public void seek(Sought wanted) {
        sought = wanted;
        hits.clear();
        here = At.NOTHING;
        marksKnown.set(marksKnown.get() + 1);
    }

    /// The boxes around what is sought on a page; none while they are looked for, which they are from now on.
    List<Box> marks(int wanted) {
        return hits(wanted).stream().flatMap(List::stream).toList();
    }

    /// The boxes of the hit that is looked at, where it stands on this page.
    List<Box> here(int wanted) {
        List<List<Box>> known = here.page() == wanted ? hits(wanted) : List.of();
        return known.isEmpty() ? List.of() : known.get(here.among(known.size()));
    }

    private List<List<Box>> hits(int wanted) {
        List<List<Box>> known = hits.get(wanted);
        if (known != null || sought.isEmpty()) {
            return known == null ? List.of() : known;
        }
        hits.put(wanted, List.of());
        Sought looked = sought;
        ask(open -> found(open, wanted, looked), found -> {
            words.put(wanted, found.words());
            if (looked.equals(sought) && !found.hits().isEmpty()) {
                hits.put(wanted, found.hits());
                if (here.page() == wanted) {
                    reach();
                }
                marksKnown.set(marksKnown.get() + 1);
            }
        });
        return hits.getOrDefault(wanted, List.of());
    }

    private record Found(List<Word> words, List<List<Box>> hits) {
        @Override
        public String toString() {
            return "Found " + hits.size();
        }
    }

    private Found found(Leaves open, int page, Sought looked) {
        List<Word> all = all(open, page);
        return new Found(all, PageHits.of(all, looked));
    }

    /// The words of a page, written or recognised.
    private List<Word> all(Leaves open, int page) {
        return RecognisedWords.with(open.words(page), recognised.apply(page));
    }

    /// Gives the words of a page.
    public void words(int wanted, Consumer<List<Word>> then) {
        List<Word> known = words.get(wanted);
        if (known != null) {
            then.accept(known);
        } else {
            ask(open -> all(open, wanted), found -> {
                words.put(wanted, found);
                then.accept(found);
            });
        }
    }

    /// Gives the words that are marked out, or those of the page where none are, as text.
    public void text(Consumer<String> then) {
        WordSelection marked = selection.get();
        int now = page.get();
        ask(open -> marked == null ? WordSelection.text(all(open, now)) : text(open, marked), then);
    }

    private String text(Leaves open, WordSelection marked) {
        List<String> parts = new ArrayList<>();
        for (int at = marked.first().page(); at <= marked.last().page(); at++) {
            parts.add(WordSelection.text(marked.on(at, all(open, at))));
        }
        return String.join("\n\n", parts).strip();
    }

    /// Asks about the file; a page that has no answer has no words.
    private <T> void ask(Function<Leaves, T> question, Consumer<T> then) {
        Leaves open = leaves;
        int mine = opening;
        if (open == null) {
            return;
        }
        tasks.look(
                () -> question.apply(open),
                answer -> {
                    if (mine == opening) {
                        then.accept(answer);
                    }
                },
                failure -> {
                    if (mine == opening && !(failure instanceof NotDrawable)) {
                        otherwise.accept(failure);
                    }
                });
    }

    /// Lets go of the file.
    @Override
    public void close() {
        opening++;
        if (line != null) {
            line.close();
            line = null;
        }
        Leaves open = leaves;
        leaves = null;
        sizes.forget();
        words.clear();
        hits.clear();
        here = At.NOTHING;
        selection.set(null);
        goal.set(null);
        turn.set(0);
        waiting.set(false);
        searched.set(false);
        count.set(0);
        page.set(0);
        if (open != null) {
            open.close();
        }
    }
}
