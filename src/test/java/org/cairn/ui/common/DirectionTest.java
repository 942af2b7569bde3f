package org.cairn.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.NodeOrientation;
import org.junit.jupiter.api.Test;

class DirectionTest {

    @Test
    void followsMostOfItsLetters() {
        assertThat(Direction.of("12. كنت هناك")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(Direction.of("(I was there) كنت")).isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        assertThat(Direction.of("[SYNTHETIC] أنا رجل في التاسعة والعشرين")).isEqualTo(NodeOrientation.RIGHT_TO_LEFT);
        assertThat(Direction.of("2014 – 2016")).isEqualTo(NodeOrientation.INHERIT);
    }

    @Test
    void marksOnlyWhatWouldFallApart() {
        assertThat(Direction.isolate("T-0007")).isEqualTo("T-0007");
        assertThat(Direction.isolate("/media/disk")).isEqualTo("\u200E/media/disk");
    }
}
