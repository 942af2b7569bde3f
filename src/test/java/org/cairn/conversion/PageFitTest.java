package org.cairn.conversion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PageFitTest {

    @Test
    void leavesASmallSheetUprightAndAsLargeAsItIs() {
        assertThat(PageFit.of(sheet(10, 15, 100, 100, 100))).isEqualTo(new PageFit(false, 1, 0, false, false));
    }

    @Test
    void turnsThePaperBeforeLettersBecomeSmall() {
        assertThat(PageFit.of(sheet(10, 15, columns(8, 100)))).isEqualTo(new PageFit(true, 1, 0, false, false));
    }

    @Test
    void partsAVeryWideSheetIntoStripsWithItsFirstColumnRatherThanMakeLettersTiny() {
        PageFit fit = PageFit.of(sheet(10, 15, columns(60, 100)));

        assertThat(fit.across()).isTrue();
        assertThat(fit.repeats()).isTrue();
        // 15 columns of 10 points fit on a page at half their size: 14 more each time beside the first
        assertThat(fit.strips()).isEqualTo(5);
        assertThat(fit.small()).isFalse();
    }

    @Test
    void repeatsNoFirstColumnThatTakesMuchOfThePage() {
        double[] columns = columns(60, 100);
        columns[0] = 600;

        assertThat(PageFit.of(sheet(10, 15, columns)).repeats()).isFalse();
    }

    @Test
    void makesEverythingSmallerWhereAColumnOrARowIsLargerThanAPage() {
        PageFit wide = PageFit.of(sheet(10, 15, 2_000));
        PageFit high = PageFit.of(sheet(10, 1_500, 100, 100));

        assertThat(wide.percent()).isBetween(37, 38);
        assertThat(wide.strips()).isEqualTo(1);
        assertThat(wide.small()).isTrue();
        assertThat(high.percent()).isBetween(48, 50);
        assertThat(high.across()).isFalse();
    }

    @Test
    void readsWhatItWroteDown() {
        Fitting fitting = new Fitting(1, 2, 3, 4, 5, 6, 7, 8, 9, 10);

        assertThat(Fitting.parse(fitting.written())).contains(fitting);
        assertThat(Fitting.parse("none")).isEmpty();
    }

    private static double[] columns(int count, double wide) {
        double[] columns = new double[count];
        Arrays.fill(columns, wide);
        return columns;
    }

    private static SheetShape sheet(double letters, double tallest, double... columns) {
        double width = Arrays.stream(columns).sum();
        return new SheetShape("", false, false, columns, width, tallest, letters, false, new Cramped());
    }
}
