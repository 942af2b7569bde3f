package org.cairn.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class ExifTurnTest {

    @Test
    void standsAPictureUprightAsTheCameraWasHeld() {
        // of a JPEG its start, and an Exif block with one entry: orientation 6
        String exif = "457869660000" + "4d4d002a00000008" + "0001" + "011200030000000100060000" + "00000000";
        byte[] sideways = HexFormat.of().parseHex("ffd8ffe10022" + exif);
        assertThat(ExifTurn.of(sideways)).isEqualTo(1);
        assertThat(ExifTurn.of(Arrays.copyOf(sideways, 20))).isZero();
        assertThat(ExifTurn.of(new byte[0])).isZero();
    }
}
