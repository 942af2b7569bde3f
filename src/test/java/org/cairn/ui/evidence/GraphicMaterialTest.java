package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.effect.GaussianBlur;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.cairn.archive.IntakeTerms;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.progress.Progress;
import org.cairn.ui.common.Looks;
import org.cairn.ui.common.Preferences;
import org.cairn.ui.common.Veil;
import org.cairn.ui.documents.OnADesk;
import org.cairn.ui.documents.Sought;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/// Graphic material is blurred and mute in every way to look at it until somebody asks, and asked for once.
@SuppressWarnings("NullAway.Init") // made before each test by start
@ExtendWith(ApplicationExtension.class)
class GraphicMaterialTest {

    private Path folder;
    private OnADesk on;
    private ItemViewModel model;
    private Stage stage;

    @Start
    void show(Stage primary) throws Exception {
        Looks.prepare();
        stage = primary;
        folder = Files.createTempDirectory("graphic");
        on = new OnADesk(folder);
        model = new ItemViewModel(on.desk);
        Scene scene = new Scene(new ItemView(on.desk, model, () -> {}), 480, 320);
        Looks.dress(scene, Preferences.Theme.LIGHT);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void stop(FxRobot robot) throws Exception {
        robot.interact(model::close);
        on.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        }
    }

    @Test
    void blursEveryWayToLookAndIsMuteUntilSomebodyAsks(FxRobot robot) throws Exception {
        Set<Manner> seen = new HashSet<>();
        for (Reference reference : taken()) {
            robot.interact(() -> model.open(reference, Optional.empty(), Sought.NOTHING));
            Manner manner = Manner.of(item());
            seen.add(manner);
            Node thing = thing();
            assertThat(thing).as(manner.toString()).isInstanceOf(Veil.class);
            assertHidden(thing);
            if (manner == Manner.SOUND) {
                robot.interact(stage.getScene().getRoot()::requestFocus);
                robot.press(KeyCode.SPACE).release(KeyCode.SPACE);
                robot.clickOn("#player-play");
                assertThat(model.player(item()).playingProperty().get()).isFalse();
            }
            robot.interact(() -> button().fire());
            assertShown(thing());
            robot.interact(() -> model.itemProperty().set(again(item())));
            assertShown(thing()); // shown anew after work on it
        }
        assertThat(seen).contains(Manner.PAGES, Manner.PICTURE, Manner.SHEETS, Manner.MESSAGE, Manner.SOUND);
    }

    @Test
    void playsNothingByBeingOpenedAtAMoment(FxRobot robot) throws Exception {
        Reference sound = taken().getLast();
        robot.interact(() -> model.open(sound, Optional.of(new Pinpoint.OfMoment(sound, 1)), Sought.NOTHING));
        assertHidden(thing());
        assertThat(model.player(item()).playingProperty().get()).isFalse();
        assertThat(model.player(item()).positionProperty().get()).isEqualTo(1);
    }

    private void assertHidden(Node veil) {
        assertThat(content(veil).getEffect()).isInstanceOf(GaussianBlur.class);
        assertThat(content(veil).isDisabled()).isTrue();
        for (Node inside : content(veil).lookupAll("*")) {
            assertThat(inside.isDisabled()).isTrue();
        }
        assertThat(button().isVisible()).isTrue();
    }

    private void assertShown(Node veil) {
        assertThat(content(veil).getEffect()).isNull();
        assertThat(content(veil).isDisabled()).isFalse();
    }

    private Node thing() {
        return Objects.requireNonNull(stage.getScene().lookup("#item-veil"));
    }

    private static Node content(Node veil) {
        return ((Veil) veil).getChildren().getFirst();
    }

    private Button button() {
        return (Button) Objects.requireNonNull(stage.getScene().lookup("#item-veil-show"));
    }

    private Item item() {
        return Objects.requireNonNull(model.itemProperty().get());
    }

    private static Item again(Item item) {
        return new Item(
                item.revision(),
                item.reading(),
                item.inside(),
                item.letters(),
                item.parent(),
                Optional.empty(),
                java.util.Map.of("a", "b"));
    }

    private List<Reference> taken() throws IOException {
        List<Path> files = new ArrayList<>();
        Path from = Files.createDirectory(folder.resolve("given"));
        files.add(Files.write(from.resolve("a.pdf"), LuringPdf.of("http://127.0.0.1:1/", from.resolve("never"))));
        BufferedImage picture = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        for (String kind : List.of("tiff", "png")) {
            Path file = from.resolve("b." + kind);
            ImageIO.write(picture, kind, file.toFile());
            files.add(file);
        }
        try (XSSFWorkbook book = new XSSFWorkbook();
                var out = Files.newOutputStream(from.resolve("c.xlsx"))) {
            book.createSheet("wounds").createRow(0).createCell(0).setCellValue("graphic");
            book.write(out);
        }
        files.add(from.resolve("c.xlsx"));
        files.add(Files.writeString(from.resolve("d.eml"), "From: a@example.org\nSubject: x\n\nGraphic.\n"));
        Path sound = from.resolve("e.wav");
        try (AudioInputStream silence = new AudioInputStream(
                java.io.InputStream.nullInputStream(), new AudioFormat(8_000, 16, 1, true, false), 0)) {
            byte[] seconds = new byte[48_000];
            AudioSystem.write(
                    new AudioInputStream(
                            new java.io.ByteArrayInputStream(seconds), silence.getFormat(), seconds.length / 2),
                    AudioFileFormat.Type.WAVE,
                    sound.toFile());
        }
        files.add(sound);
        IntakeTerms terms = new IntakeTerms(
                "the registry",
                "HANDED_OVER",
                "amina",
                Optional.empty(),
                Protection.RESTRICTED,
                Optional.empty(),
                Set.of(),
                true);
        return on.open.archive.evidence().take(files, terms, Progress.none()).files().stream()
                .map(file -> file.reference().orElseThrow())
                .toList();
    }
}
