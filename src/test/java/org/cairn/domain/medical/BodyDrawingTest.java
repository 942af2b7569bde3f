package org.cairn.domain.medical;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BodyDrawingTest {

    @ParameterizedTest
    @EnumSource(BodyView.class)
    void hasAClosedOutlineForEveryView(BodyView view) {
        BodyDrawing drawing = BodyDrawing.of(view);

        assertThat(drawing.strokes())
                .filteredOn(stroke -> stroke.kind() == BodyDrawing.Kind.BODY)
                .isNotEmpty()
                .allMatch(stroke -> stroke.path().closed());
    }

    @ParameterizedTest
    @EnumSource(BodyView.class)
    void drawsNothingOutsideItsView(BodyView view) {
        BodyDrawing drawing = BodyDrawing.of(view);

        assertThat(drawing.strokes())
                .allSatisfy(stroke -> assertThat(stroke.path().points())
                        .allMatch(point -> point[0] >= 0
                                && point[0] <= drawing.width()
                                && point[1] >= 0
                                && point[1] <= drawing.height()));
    }

    @ParameterizedTest
    @EnumSource(BodyView.class)
    void putsTheMarkOfEveryRegionOnTheBodyAndInThatRegion(BodyView view) {
        BodyDrawing drawing = BodyDrawing.of(view);

        assertThat(drawing.regions()).isNotEmpty().allSatisfy(region -> {
            BodyMark mark = drawing.markOf(region);
            assertThat(region.area().closed()).as(region.code()).isTrue();
            assertThat(drawing.at(mark.x(), mark.y()))
                    .as(region.code())
                    .map(BodyDrawing.Region::code)
                    .contains(region.code());
            assertThat(drawing.strokes())
                    .as(region.code() + " is on the body")
                    .filteredOn(stroke -> stroke.kind() == BodyDrawing.Kind.BODY)
                    .anyMatch(stroke -> stroke.path().contains(region.x(), region.y()));
        });
    }

    @ParameterizedTest
    @EnumSource(BodyView.class)
    void givesAlmostEveryPointOfTheBodyARegion(BodyView view) {
        BodyDrawing drawing = BodyDrawing.of(view);
        int on = 0;
        int named = 0;
        for (int i = 0; i < 200; i++) {
            for (int j = 0; j < 200; j++) {
                double x = (i + 0.5) / 200;
                double y = (j + 0.5) / 200;
                if (body(drawing, x, y)) {
                    on++;
                    named += drawing.at(x, y).isPresent() ? 1 : 0;
                }
            }
        }

        assertThat((double) named / on).isGreaterThan(0.985);
    }

    private static boolean body(BodyDrawing drawing, double x, double y) {
        return drawing.strokes().stream()
                .anyMatch(stroke -> stroke.kind() == BodyDrawing.Kind.BODY
                        && stroke.path().contains(x * drawing.width(), y * drawing.height()));
    }

    @Test
    void knowsThePatientsLeftFromTheReaders() {
        assertThat(BodyDrawing.of(BodyView.FRONT).at(0.64, 0.374))
                .map(BodyDrawing.Region::code)
                .contains("LEFT_FLANK");
        assertThat(BodyDrawing.of(BodyView.BACK).at(0.40, 0.387))
                .map(BodyDrawing.Region::code)
                .contains("LEFT_LOIN");
    }

    @Test
    void hasNoRegionBesideTheBody() {
        assertThat(BodyDrawing.of(BodyView.FRONT).at(0.02, 0.02)).isEmpty();
    }

    @Test
    void namesEveryRegionOnceInAPart() {
        for (BodyView view : BodyView.values()) {
            Set<String> seen = new HashSet<>();
            BodyDrawing.of(view)
                    .regions()
                    .forEach(region -> assertThat(seen.add(BodyDrawing.of(view).part(region) + region.code()))
                            .as(view + " " + region.code())
                            .isTrue());
        }
    }

    @Test
    void refusesPathsItCannotDraw() {
        assertThatThrownBy(() -> VectorPath.of("M1 1A3 3 0 0 0 5 5")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> VectorPath.of("L1 1")).isInstanceOf(IllegalArgumentException.class);
    }
}
