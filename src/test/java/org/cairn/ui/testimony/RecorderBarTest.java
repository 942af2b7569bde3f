package org.cairn.ui.testimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.cairn.archive.GivenSound;
import org.cairn.audio.Listening;
import org.cairn.audio.Microphone;
import org.cairn.audio.Tones;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Reference;
import org.cairn.ui.common.OnScreen;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The bar above the account, with a microphone that gives sound as time goes.
@Timeout(120)
@SuppressWarnings("NullAway.Init") // made before each test
class RecorderBarTest {

    @RegisterExtension
    final OnScreen screen = new OnScreen();

    private List<Microphone> there = List.of(new Microphone("Headset"));
    private StatementOnScreen taking;
    private StatementDraft draft;
    private RecordViewModel model;

    @BeforeEach
    void begin() throws Exception {
        taking = new StatementOnScreen();
        draft = taking.draft();
    }

    private void show() {
        RecorderViewModel.Devices devices = new RecorderViewModel.Devices() {
            @Override
            public List<Microphone> all() {
                return there;
            }

            @Override
            public Listening listen(Microphone to) {
                return new GivenSound(Tones.bytes(Tones.voice(GivenSound.RATE * 60)), true);
            }
        };
        screen.interact(() -> {
            model = new RecordViewModel(taking.desk, draft, Optional.empty(), 0, devices);
            AccountStep step = new AccountStep(model, taking.desk);
            screen.show(step, 1000, 700);
            step.begin();
        });
    }

    @AfterEach
    void end() throws Exception {
        screen.interact(() -> model.close());
        taking.close();
    }

    @Test
    void recordsOnceTheWitnessAgreesTiesWhatIsWrittenAndKeepsTheSound() throws Exception {
        show();
        screen.push(KeyCode.F6);
        assertThat(shown("#recorder-ask")).isTrue();
        assertThat(shown("#recorder-time")).isFalse();

        press("#recorder-ask-now");
        assertThat(shown("#recorder-time")).isTrue();
        until(() -> screen.node("#recorder-time", Label.class).getText().endsWith("1"));
        screen.write("They took blood.");
        assertThat(screen.node("#recorder-level", Node.class).getAccessibleText())
                .as("how loud it is, in words")
                .contains("dB");

        press("#recorder-pause");
        until(() -> screen.node("#recorder-remark", Label.class).getText().equals("Paused"));
        press("#recorder-pause");
        until(() -> screen.node("#recorder-remark", Label.class).getText().isEmpty());

        Reference recording = model.recorder().current().orElseThrow();
        screen.push(KeyCode.F6);
        until(() -> !shown("#recorder-time"));
        Paragraph written = model.statement().paragraphs().getFirst();
        assertThat(written.recording()).contains(recording);
        assertThat(written.second()).hasValueSatisfying(at -> assertThat(at).isBetween(1, 20));
        assertThat(shown("#moment-1")).as("the second it can be heard from").isTrue();
        assertThat(taking.archive.records().open(recording).record()).isInstanceOf(EvidenceItem.class);
    }

    @Test
    void doesNotRecordWhereTheWitnessSaysNo() {
        show();
        press("#recorder-record");
        press("#recorder-ask-not");
        assertThat(shown("#recorder-ask")).isFalse();
        assertThat(model.recorder().recordingProperty().get()).isFalse();
    }

    @Test
    void saysInWordsThatThereIsNoMicrophoneAndFindsOneThatComes() {
        there = List.of();
        show();
        assertThat(shown("#recorder-none")).isTrue();
        assertThat(screen.node("#recorder-record", ButtonBase.class).isDisabled())
                .isTrue();

        there = List.of(new Microphone("Headset"));
        press("#recorder-look");
        assertThat(shown("#recorder-none")).isFalse();
        assertThat(screen.node("#recorder-record", ButtonBase.class).isDisabled())
                .isFalse();
    }

    private void press(String selector) {
        screen.interact(() -> screen.node(selector, ButtonBase.class).fire());
    }

    /// Whether it and everything around it is visible.
    private boolean shown(String selector) {
        Node node = screen.stage().getScene().getRoot().lookup(selector);
        boolean there = node != null;
        while (node != null && node.isVisible()) {
            node = node.getParent();
        }
        return there && node == null;
    }

    private void until(Callable<Boolean> holds) throws Exception {
        screen.until(() -> {
            taking.tasks.tick();
            return holds.call();
        });
    }
}
