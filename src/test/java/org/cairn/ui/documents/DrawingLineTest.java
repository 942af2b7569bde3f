package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import org.cairn.drawing.Box;
import org.cairn.drawing.NotDrawable;
import org.cairn.drawing.Size;
import org.cairn.drawing.Word;
import org.cairn.progress.CancelledException;
import org.cairn.ui.documents.DrawingLine.Wish;
import org.cairn.ui.pages.Leaves;
import org.junit.jupiter.api.Test;

/// What is looked at is drawn first; what was left behind is not drawn at all.
class DrawingLineTest {

    private final LooksHeld tasks = new LooksHeld();
    private final Slow file = new Slow();
    private final List<Integer> shown = new ArrayList<>();
    private final List<Integer> failed = new ArrayList<>();
    private final DrawingLine line = new DrawingLine(
            tasks, file, (wish, image) -> shown.add(wish.page()), (wish, failure) -> failed.add(wish.page()));

    @Test
    void drawsOneAfterAnotherTheMostUrgentFirst() {
        line.wantSmall(List.of(new Wish(50, 96)));
        line.want(wishes(3, 4, 2));
        tasks.finishAll();
        assertThat(file.asked).containsExactly(50, 3, 4, 2); // the first had begun before
        assertThat(shown).containsExactly(50, 3, 4, 2);
    }

    @Test
    void drawsNothingThatWasLeftBehindBeforeItsTurn() {
        line.want(wishes(1, 2, 3));
        line.want(wishes(900, 901));
        tasks.finishAll();
        assertThat(file.asked).containsExactly(1, 900, 901);
    }

    @Test
    void givesUpWhatNobodyWantsAnyMoreSoThatTheNextNeedNotWait() {
        line.want(wishes(1));
        line.want(wishes(900));
        tasks.tick();
        assertThat(file.abandoned).isTrue();
        tasks.finishAll();
        assertThat(shown).containsExactly(900);
        assertThat(failed).isEmpty();
    }

    @Test
    void goesOnDrawingWhatIsWantedAgain() {
        line.want(wishes(1));
        line.want(wishes(900));
        line.want(wishes(1));
        tasks.tick();
        assertThat(file.abandoned).isFalse();
    }

    @Test
    void doesNotTryAgainWhatCannotBeDrawn() {
        file.hopeless = 2;
        line.want(wishes(2, 3));
        tasks.finishAll();
        line.want(wishes(2, 3));
        tasks.finishAll();
        assertThat(failed).containsExactly(2);
        assertThat(file.asked.stream().filter(page -> page == 2)).hasSize(1);
    }

    private static List<Wish> wishes(int... pages) {
        return java.util.Arrays.stream(pages)
                .mapToObj(page -> new Wish(page, 800))
                .toList();
    }

    /// A file that remembers what it was asked for.
    private static final class Slow implements Leaves {

        private final List<Integer> asked = new ArrayList<>();
        private boolean abandoned;
        private int hopeless;

        @Override
        public int count() {
            return 1_000;
        }

        @Override
        public List<Size> sizes(int first, int most) {
            return List.of();
        }

        @Override
        public Image picture(int page, int width) {
            asked.add(page);
            if (abandoned && page == 1) {
                throw new CancelledException();
            }
            if (page == hopeless) {
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
            return List.of();
        }

        @Override
        public List<Box> boxes(int page, String words) {
            return List.of();
        }

        @Override
        public void abandon() {
            abandoned = true;
        }

        @Override
        public void close() {
            // holds nothing
        }
    }
}
