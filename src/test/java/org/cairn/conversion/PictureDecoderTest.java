package org.cairn.conversion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.cairn.conversion.NotConverted.Reason;
import org.cairn.conversion.PictureDecoder.Kind;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of telephones, with the real programs where they are installed and stand-ins for what they never do.
@EnabledOnOs(OS.LINUX)
class PictureDecoderTest {

    private static final ConversionLimits LIMITS = new ConversionLimits(Duration.ofMinutes(1), 2_048, 1 << 20, 1 << 20);

    /// A square of 64 dots in red as AVIF.
    private static final String AVIF =
            "AAAAHGZ0eXBhdmlmAAAAAGF2aWZtaWYxbWlhZgAAAOptZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAA"
                    + "AAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAEOAAEAAAAAAAAAJQAAACNpaW5mAAAAAAABAAAAFWluZmUC"
                    + "AAAAAAEAAGF2MDEAAAAAamlwcnAAAABLaXBjbwAAABNjb2xybmNseAACAAIABoAAAAAMYXYxQ4EADAAAAAAUaXNwZQAAAAAA"
                    + "AABAAAAAQAAAABBwaXhpAAAAAAMICAgAAAAXaXBtYQAAAAAAAAABAAEEgYIDhAAAAC1tZGF0EgAKCRgVf/2CBAQNCDIWGAAK"
                    + "KKKEALTben4Q9P8AnGfuMlr9gA==";

    @TempDir
    private Path programs;

    @Test
    void decodesAPictureWithEveryProgramThatIsInstalled() throws Exception {
        List<PictureDecoder> installed = PictureDecoder.installed();
        assumeTrue(!installed.isEmpty(), "no program is installed that decodes pictures");

        for (PictureDecoder one : installed) {
            BufferedImage picture = decode(List.of(one), Base64.getDecoder().decode(AVIF));
            assertThat(picture.getWidth()).as(one.name()).isEqualTo(64);
            assertThat(picture.getRGB(32, 32) >> 16 & 0xff).as(one.name()).isGreaterThan(200);
            assertThat(picture.getRGB(32, 32) & 0xff).as(one.name()).isLessThan(60);
        }
    }

    @Test
    void takesNothingForAPictureThatOnlyNamesOtherFiles() throws IOException {
        Path own = Files.writeString(programs.resolve("own.txt"), "words of this machine");
        byte[] list = ("#EXTM3U\n#EXTINF:1,\n" + own.toUri() + "\n").getBytes(StandardCharsets.UTF_8);
        List<PictureDecoder> installed = PictureDecoder.installed();
        assumeTrue(!installed.isEmpty(), "no program is installed that decodes pictures");

        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> decode(installed, list))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.CRASHED));
    }

    @Test
    void triesTheNextWhereOneCannot() throws Exception {
        String made = programs.resolve("made.png").toString();
        ImageIO.write(
                new BufferedImage(5, 5, BufferedImage.TYPE_INT_RGB),
                "png",
                Path.of(made).toFile());

        assertThat(decode(List.of(
                                program("exit 1", Kind.HEIF_DEC),
                                program("cp '" + made + "' picture.png", Kind.FFMPEG)))
                        .getWidth())
                .isEqualTo(5);
        assertThat(decode(List.of(program("cp '" + made + "' picture-1.png", Kind.HEIF_CONVERT)))
                        .getWidth())
                .isEqualTo(5);
    }

    @Test
    void triesNoOtherWhereOneTookTooMuch() throws IOException {
        PictureDecoder flood = program("head -c 3000000 /dev/zero > picture.png", Kind.HEIF_DEC);
        PictureDecoder never = program("touch '" + programs.resolve("asked") + "'", Kind.FFMPEG);

        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> decode(List.of(flood, never)))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.OUTPUT));
        assertThat(programs.resolve("asked")).doesNotExist();
    }

    @Test
    void saysThatNoneIsThere() {
        assertThatExceptionOfType(NotConverted.class)
                .isThrownBy(() -> decode(List.of()))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.NOT_STARTED));
    }

    @Test
    void knowsWhichPicturesItIsFor() {
        assertThat(List.of("image/heic", "image/heif", "image/HEIC-sequence", "image/avif"))
                .allMatch(PictureDecoder::decodes);
        assertThat(List.of("image/jpeg", "image/x-raw-nikon", "application/dicom"))
                .noneMatch(PictureDecoder::decodes);
    }

    private static BufferedImage decode(List<PictureDecoder> some) throws Exception {
        return decode(some, new byte[] {1});
    }

    private static BufferedImage decode(List<PictureDecoder> some, byte[] picture) throws Exception {
        try (Converted made =
                        PictureDecoder.decode(some, () -> new ByteArrayInputStream(picture), LIMITS, Progress.none());
                InputStream bytes = made.open()) {
            return Optional.ofNullable(ImageIO.read(bytes)).orElseThrow();
        }
    }

    private PictureDecoder program(String script, Kind kind) throws IOException {
        Path file = Files.createTempFile(programs, "program", "");
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        assertThat(file.toFile().setExecutable(true)).isTrue();
        return new PictureDecoder(file, kind);
    }
}
