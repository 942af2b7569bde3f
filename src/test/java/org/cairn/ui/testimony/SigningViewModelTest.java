package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import javax.imageio.ImageIO;
import org.cairn.archive.Archive;
import org.cairn.archive.Archives;
import org.cairn.archive.Environment;
import org.cairn.crypto.Argon2Cost;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.Witness;
import org.cairn.ui.common.Desk;
import org.cairn.ui.common.DirectTasks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Words;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SigningViewModelTest {

    @TempDir
    private Path folder;

    private Archive archive;
    private Reference witness;
    private SigningViewModel model;
    private final AtomicReference<Reference> signed = new AtomicReference<>();

    @BeforeEach
    void meetAWitness() {
        Environment environment = new Environment(Clock.systemUTC(), new SecureRandom(), new Argon2Cost(8192, 1, 1));
        archive = Archives.create(
                folder.resolve("a.cairn"), "A", "amina", "lantern orchard gravel meadow".toCharArray(), environment);
        witness = archive.witnesses()
                .keep(
                        new Witness("bystander", new LanguageTag("en"), Protection.CONFIDENTIAL, false, ""),
                        Optional.empty())
                .reference();
        model = new SigningViewModel(
                new Desk(
                        archive,
                        new DirectTasks(),
                        new Words(Locale.ENGLISH, ZoneId.of("UTC")),
                        new Preferences(),
                        environment,
                        place -> {}),
                witness);
    }

    @AfterEach
    void lock() {
        archive.close();
    }

    @Test
    void aDrawingBecomesAnItemOfTheWitnessThatShowsWhatWasDrawn() throws Exception {
        draw();

        model.keepDrawing(signed::set);

        EvidenceItem item = (EvidenceItem) archive.records().open(signed()).record();
        assertThat(item.witness()).contains(witness);
        assertThat(item.graphic()).as("blurred until asked for").isTrue();
        try (InputStream in = Channels.newInputStream(archive.evidence().bytes(signed()))) {
            var picture = ImageIO.read(in);
            assertThat(picture.getWidth()).isBetween(300, 400);
            assertThat(picture.getRGB(picture.getWidth() / 2, picture.getHeight() / 2) & 0xff)
                    .isLessThan(80);
            assertThat(picture.getRGB(2, 2) & 0xff).isGreaterThan(200);
        }
        assertThat(model.strokes().drawn()).isFalse();
    }

    @Test
    void nothingDrawnIsNoSignature() {
        model.strokes().begin(5, 5);

        model.keepDrawing(signed::set);

        assertThat(signed.get()).isNull();
        assertThat(model.toldProperty().get()).isNotNull();
    }

    @Test
    void aThumbprintIsKeptAsItIs() throws Exception {
        draw();
        Path picture = folder.resolve("thumb.png");
        Files.write(picture, model.strokes().png());

        model.keepThumbprint(picture, signed::set);

        try (InputStream in = Channels.newInputStream(archive.evidence().bytes(signed()))) {
            assertThat(in.readAllBytes()).isEqualTo(Files.readAllBytes(picture));
        }
    }

    @Test
    void aPictureThatIsNotThereIsToldAndNothingIsSigned() {
        model.keepThumbprint(folder.resolve("none.png"), signed::set);

        assertThat(signed.get()).isNull();
        assertThat(model.toldProperty().get()).isNotNull();
        assertThat(model.busyProperty().get()).isFalse();
    }

    private Reference signed() {
        return Objects.requireNonNull(signed.get());
    }

    private void draw() {
        model.strokes().begin(20, 60);
        for (int i = 1; i <= 90; i++) {
            model.strokes().go(20 + i, 60);
        }
    }
}
