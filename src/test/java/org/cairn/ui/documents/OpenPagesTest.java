package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;
import org.cairn.ui.documents.DrawingLine.Wish;
import org.cairn.ui.documents.OpenPages.Goal;
import org.cairn.ui.documents.WordSelection.Spot;
import org.cairn.ui.pages.Leaves;
import org.junit.jupiter.api.Test;

/// A file of pages that is looked at: where one goes, what is boxed and copied, and what becomes of a file left behind.
class OpenPagesTest {

    private final LooksHeld tasks = new LooksHeld();
    private final List<Throwable> failed = new ArrayList<>();
    private final OpenPages pages = new OpenPages(tasks, failed::add);

    @Test
    void opensAtAPageAndLearnsTheSizesOfAllLater() {
        open(new Paper(1_000), 700);
        assertThat(pages.countProperty().get()).isEqualTo(1_000);
        assertThat(pages.pageProperty().get()).isEqualTo(700);
        assertThat(goal()).isEqualTo(new Goal(700, null));
        assertThat(pages.sizes().get(699)).isEqualTo(Paper.size(700));
        pages.want(List.of(new Wish(700, 100)));
        tasks.finishAll();
        assertThat(pages.sizes().get(999)).isEqualTo(Paper.size(1_000));
    }

    @Test
    void asksForNoOtherSizesBeforeThePageThatIsLookedAtIsDrawn() {
        Paper paper = new Paper(1_000);
        open(paper, 1);
        assertThat(paper.asked).isEqualTo(6);
    }

    @Test
    void goesToTheNearestPageThereIs() {
        open(new Paper(3), 99);
        assertThat(pages.pageProperty().get()).isEqualTo(3);
        pages.go(-5);
        assertThat(pages.pageProperty().get()).isEqualTo(1);
    }

    @Test
    void goesFromHitToHitOnOnePage() {
        open(new Paper(3), 1);
        pages.seek(new Sought(List.of("fee")));
        pages.goToHit(2, 1, 2);
        assertThat(goal()).isEqualTo(new Goal(2, null)); // not yet known where it stands
        tasks.finishAll();
        assertThat(goal()).isEqualTo(new Goal(2, Paper.box(2, 3)));
        assertThat(pages.here(2)).containsExactly(Paper.box(2, 3));
        assertThat(pages.marks(2)).containsExactly(Paper.box(2, 1), Paper.box(2, 3));
        pages.goToHit(2, 0, 2);
        assertThat(goal()).isEqualTo(new Goal(2, Paper.box(2, 1)));
        assertThat(pages.here(1)).isEmpty();
    }

    @Test
    void goesToTheNearestHitWhereThePageCountsThemOtherwiseThanItsText() {
        open(new Paper(3), 1);
        pages.seek(new Sought(List.of("fee")));
        pages.goToHit(1, 9, 10);
        tasks.finishAll();
        assertThat(pages.here(1)).containsExactly(Paper.box(1, 3));
    }

    @Test
    void boxesAndCopiesWordsThatAMachineRecognised() {
        Word word = new Word("fee", new Box(0.3, 0.3, 0.1, 0.1), 0);
        pages.alsoRecognised(page -> page == 2 ? List.of(word) : List.of());
        open(new Paper(2).blank(), 2);
        pages.seek(new Sought(List.of("fee")));
        pages.marks(2);
        tasks.finishAll();
        assertThat(pages.marks(2)).containsExactly(word.box());
        List<String> copied = new ArrayList<>();
        pages.text(copied::add);
        tasks.finishAll();
        assertThat(copied).containsExactly("fee");
    }

    @Test
    void copiesWhatIsMarkedOutOverPages() {
        open(new Paper(3), 1);
        pages.selectionProperty().set(new WordSelection(new Spot(2, 1), new Spot(1, 3)));
        List<String> copied = new ArrayList<>();
        pages.text(copied::add);
        tasks.finishAll();
        assertThat(copied).containsExactly("fee\n\nThe fee");
    }

    @Test
    void marksOutAllWordsOfThePage() {
        open(new Paper(3), 2);
        pages.markPage();
        tasks.finishAll();
        assertThat(pages.selectionProperty().get()).isEqualTo(new WordSelection(new Spot(2, 0), new Spot(2, 3)));
    }

    @Test
    void closesAFileThatCameTooLateAndSaysNothingOfIt() {
        Paper late = new Paper(9);
        pages.open(() -> late, 1, Sought.NOTHING, () -> failed.add(new IllegalStateException("opened")));
        open(new Paper(2), 1);
        assertThat(late.closed).isTrue();
        assertThat(pages.countProperty().get()).isEqualTo(2);
        assertThat(failed).isEmpty();
    }

    @Test
    void forgetsEverythingWhenItIsClosed() {
        Paper paper = new Paper(3);
        open(paper, 2);
        pages.turnProperty().set(1);
        pages.close();
        assertThat(paper.closed).isTrue();
        assertThat(pages.countProperty().get()).isZero();
        assertThat(pages.turnProperty().get()).isZero();
        assertThat(pages.sizes()).isEmpty();
    }

    @Test
    void tellsOfAPageThatCannotBeDrawnAndOfNoOtherFailure() {
        Paper paper = new Paper(3);
        paper.broken = 2;
        open(paper, 1);
        List<Integer> told = new ArrayList<>();
        pages.watch(drawn -> told.add(drawn.image() == null ? -drawn.page() : drawn.page()));
        pages.want(List.of(new Wish(1, 100), new Wish(2, 100)));
        tasks.finishAll();
        assertThat(told).containsExactly(1, -2);
        assertThat(failed).isEmpty();
    }

    private void open(Leaves paper, int at) {
        pages.open(() -> paper, at, Sought.NOTHING, () -> {});
        tasks.finishAll();
    }

    private Goal goal() {
        return Objects.requireNonNull(pages.goalProperty().get());
    }

    /// Pages of four words each: `The fee the fee`.
    static final class Paper implements Leaves {

        private final int count;
        private boolean blank;
        int broken;
        int asked;
        boolean closed;

        Paper(int count) {
            this.count = count;
        }

        Paper blank() {
            blank = true;
            return this;
        }

        static Size size(int page) {
            return new Size(595, 800 + page % 10);
        }

        static Box box(int page, int word) {
            return new Box(0.1 * word, 0.01 * page, 0.09, 0.02);
        }

        @Override
        public int count() {
            return count;
        }

        @Override
        public List<Size> sizes(int first, int most) {
            asked = Math.max(asked, first + most - 1);
            return IntStream.rangeClosed(first, Math.min(count, first + most - 1))
                    .mapToObj(Paper::size)
                    .toList();
        }

        @Override
        public Image picture(int page, int width) {
            if (page == broken) {
                throw new NotDrawable(NotDrawable.Reason.BROKEN);
            }
            return new WritableImage(1, 1);
        }

        @Override
        public Optional<Image> drawn(int page, int width) {
            return Optional.empty();
        }

        @Override
        public List<Word> words(int page) {
            return blank
                    ? Collections.emptyList()
                    : List.of(
                            new Word("The", box(page, 0), 0),
                            new Word("fee", box(page, 1), 0),
                            new Word("The", box(page, 2), 1),
                            new Word("fee", box(page, 3), 1));
        }

        @Override
        public List<Box> boxes(int page, String words) {
            return List.of();
        }

        @Override
        public void abandon() {
            // nothing is ever being drawn
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
