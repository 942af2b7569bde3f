package org.cairn.ui.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import org.cairn.drawing.Size;
import org.junit.jupiter.api.Test;

class PageColumnTest {

    private static final Size A4 = new Size(595, 842);
    private static final Size WIDE = new Size(842, 595);

    @Test
    void fitsEveryPageToTheWidth() {
        PageColumn column = new PageColumn(List.of(A4, WIDE), Zoom.FIT_WIDTH, 0, 628, 400);
        assertThat(column.width(1)).isEqualTo(600);
        assertThat(column.width(2)).isEqualTo(600);
        assertThat(column.height(1)).isGreaterThan(column.height(2));
        assertThat(column.width()).isEqualTo(628);
    }

    @Test
    void showsAPageWholeWhateverItsShape() {
        PageColumn column = new PageColumn(List.of(A4, WIDE), Zoom.FIT_PAGE, 0, 628, 428);
        assertThat(column.height(1)).isEqualTo(400);
        assertThat(column.width(2)).isLessThanOrEqualTo(600);
    }

    @Test
    void showsThePaperInItsOwnSizeAndSaysSo() {
        PageColumn column = new PageColumn(List.of(A4), Zoom.percent(100), 0, 2000, 1000);
        assertThat(column.width(1)).isEqualTo(793); // 595 points at 96 to the inch
        assertThat(column.percent(1, A4, 0)).isCloseTo(100, within(0.2));
        assertThat(column.left(1)).isEqualTo(603);
    }

    @Test
    void turnsThePaper() {
        PageColumn column = new PageColumn(List.of(A4), Zoom.percent(100), 1, 2000, 1000);
        assertThat(column.width(1)).isGreaterThan(column.height(1));
    }

    @Test
    void knowsWhichOfThousandsOfPagesIsSeen() {
        PageColumn column = new PageColumn(Collections.nCopies(2_000, A4), Zoom.FIT_WIDTH, 0, 628, 400);
        for (int page : List.of(1, 2, 999, 2_000)) {
            assertThat(column.at(column.top(page))).isEqualTo(page);
            assertThat(column.at(column.top(page) + column.height(page))).isEqualTo(page);
        }
        assertThat(column.at(-5)).isEqualTo(1);
        assertThat(column.at(column.height() + 5)).isEqualTo(2_000);
    }
}
