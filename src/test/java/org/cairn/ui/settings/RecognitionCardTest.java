package org.cairn.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import org.cairn.archive.Recognition;
import org.cairn.domain.LanguageTag;
import org.cairn.ui.common.OnScreen;
import org.cairn.ui.documents.OnADesk;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/// What is installed to recognise text is told where a person looks for it, and the usual languages are kept.
class RecognitionCardTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    @TempDir
    Path temp;

    private OnADesk on;

    @BeforeEach
    void makeAnArchive() {
        on = new OnADesk(temp);
    }

    @AfterEach
    void close() {
        System.clearProperty(Recognition.PLACE);
        on.close();
    }

    @Test
    void saysHowToInstallWhatIsMissing() {
        System.setProperty(Recognition.PLACE, temp.resolve("none").toString());
        assertThat(said(shown())).contains("OCR is not installed").contains("apt install tesseract-ocr");
    }

    @Test
    void keepsTheLanguagesThatPapersAreUsuallyIn() {
        assumeTrue(on.open.archive.recognition().status().engine().isPresent(), "tesseract is not installed");
        CheckBox tick = (CheckBox) shown().lookup("#settings-usual-en");
        screen.interact(tick::fire);
        assertThat(on.open.archive.recognition().status().usual()).containsExactly(new LanguageTag("en"));
        assertThat(((CheckBox) shown().lookup("#settings-usual-en")).isSelected())
                .isTrue();
        screen.interact(tick::fire);
        assertThat(on.open.archive.recognition().status().usual()).isEmpty();
    }

    private RecognitionCard shown() {
        AtomicReference<RecognitionCard> shown = new AtomicReference<>();
        screen.interact(() -> {
            RecognitionCard card = new RecognitionCard(on.desk);
            card.look();
            shown.set(card);
        });
        return java.util.Objects.requireNonNull(shown.get());
    }

    private static String said(RecognitionCard card) {
        StringBuilder said = new StringBuilder();
        for (Node line : card.getChildren()) {
            if (line instanceof Label label) {
                said.append(label.getText()).append('\n');
            }
        }
        return said.toString();
    }
}
