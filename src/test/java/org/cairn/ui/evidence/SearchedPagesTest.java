package org.cairn.ui.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.input.KeyCode;
import org.cairn.pdf.BrokenPdf;
import org.cairn.ui.common.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// What is said of a file beside what is shown of it.
@SuppressWarnings("NullAway.Init") // made before each test
class SearchedPagesTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private ItemOnScreen seen;

    @BeforeEach
    void begin() throws Exception {
        screen.interact(() -> seen = made());
    }

    private ItemOnScreen made() {
        try {
            return new ItemOnScreen(screen.stage());
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @AfterEach
    void end() throws Exception {
        seen.close();
    }

    @Test
    void saysThatThePagesOfABrokenPdfHadToBeSearchedFor() throws Exception {
        seen.look(screen.robot(), "broken.pdf", withoutTheWay(2));

        assertThat(seen.node("#pages-searched").isVisible()).isTrue();
        assertThat(seen.said("#pages-searched")).contains("searched for", "The original is unchanged");
        assertThat(seen.said("#page-count")).isEqualTo("of 2");
    }

    @Test
    void saysNothingOfTheKindOfASoundOne() throws Exception {
        seen.look(screen.robot(), "sound.pdf", BrokenPdf.of(2).bytes());

        assertThat(seen.node("#pages-searched").isVisible()).isFalse();
        assertThat(seen.node("#pages-searched").isManaged()).isFalse();
    }

    @Test
    void saysItNoMoreOnceAnotherFileIsLookedAt() throws Exception {
        seen.look(screen.robot(), "broken.pdf", withoutTheWay(2));
        seen.look(screen.robot(), "sound.pdf", BrokenPdf.of(3).bytes());

        assertThat(seen.node("#pages-searched").isVisible()).isFalse();
    }

    @Test
    void takesTheKeysOfPagesAtOnceWhoeverLedThere() throws Exception {
        seen.look(screen.robot(), "first.pdf", BrokenPdf.of(2).bytes());
        seen.look(screen.robot(), "sound.pdf", BrokenPdf.of(3).bytes());

        screen.push(KeyCode.PAGE_DOWN);

        assertThat(seen.model.viewing().pages().pageProperty().get()).isEqualTo(2);
    }

    @Test
    void leadsFromWhatOthersArePackedInToThem() throws Exception {
        seen.look(screen.robot(), "folder.zip", zip("note.txt", "The lantern went out at nine."));

        assertThat(screen.stage().getScene().getRoot().lookupAll(".quiet").stream()
                        .map(node -> ((javafx.scene.control.Labeled) node).getText()))
                .anyMatch(said -> said.contains("“Inside (1)”"))
                .noneMatch(said -> said.contains("Export the original"));
    }

    private static byte[] withoutTheWay(int pages) {
        return BrokenPdf.of(pages).without("Pages").bytes();
    }

    private static byte[] zip(String name, String text) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }
}
