package org.cairn.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class SrgbProfileTest {

    @Test
    void meansTheSameColoursAsThatOfTheJdk() {
        ICC_ColorSpace ours = new ICC_ColorSpace(ICC_Profile.getInstance(SrgbProfile.bytes()));
        ColorSpace theirs = ColorSpace.getInstance(ColorSpace.CS_sRGB);
        float[][] colours = {
            {0, 0, 0}, {1, 1, 1}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {0.1f, 0.23f, 0.38f}, {0.5f, 0.5f, 0.5f}
        };
        for (float[] colour : colours) {
            float[] xyz = ours.toCIEXYZ(colour);
            float[] expected = theirs.toCIEXYZ(colour);
            for (int i = 0; i < 3; i++) {
                assertThat(xyz[i]).isCloseTo(expected[i], Offset.offset(0.005f));
            }
        }
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(SrgbProfile.bytes()).isEqualTo(SrgbProfile.bytes()).hasSizeLessThan(3_000);
    }
}
