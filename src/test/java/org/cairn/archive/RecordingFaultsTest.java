package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.cairn.audio.Listening;
import org.cairn.audio.SoundFormat;
import org.cairn.audio.Tones;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What becomes of a recording when the device, the file or the witness's mind is no longer as it was.
@Timeout(60)
class RecordingFaultsTest {

    private static final short[] SPOKEN = Tones.voice(GivenSound.RATE * 7 + 123);
    private static final int MARK = 24;
    private static final int BEFORE_A_PIECE = 5;

    @TempDir
    Path temp;

    private OpenArchive open;
    private Reference witness;

    @BeforeEach
    void makeAnArchive() {
        open = new OpenArchive(temp);
        witness = open.witness();
    }

    @AfterEach
    void lockIt() {
        open.close();
    }

    /// A device that was unplugged, as Java sees it: its sound, and then not even an end.
    private static final class Unplugged implements Listening {

        private final byte[] sound;
        private final boolean blocks;
        private int at;

        Unplugged(short[] sound, boolean blocks) {
            this.sound = Tones.bytes(sound);
            this.blocks = blocks;
        }

        @Override
        public SoundFormat format() {
            return new SoundFormat(GivenSound.RATE, 1);
        }

        @Override
        public String device() {
            return "Trial microphone";
        }

        @Override
        public int read(byte[] to) {
            while (blocks && at >= sound.length) {
                LockSupport.park();
            }
            int count = Math.min(Math.min(to.length, 4_800), sound.length - at);
            System.arraycopy(sound, at, to, 0, count);
            at += count;
            return count;
        }

        @Override
        public void pause() {
            // nothing hears it
        }

        @Override
        public void resume() {
            // nothing hears it
        }

        @Override
        public void close() {
            while (blocks) {
                LockSupport.park();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void endsAndIsKeptWhereTheDeviceGivesNothingForEver(boolean blocks) throws Exception {
        RunningRecording running = begin(RecordingTerms.Answer.WITHOUT, new Unplugged(SPOKEN, blocks));
        until(() -> running.end().isPresent());
        assertThat(running.end()).hasValue(RunningRecording.End.NO_MORE_SOUND);
        assertThat(running.level().rms()).isZero();
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        assertThat(RecordingsTest.heard(open.archive, kept)).isEqualTo(SPOKEN);
    }

    @Test
    void goesOnHoweverLongItIsPaused() {
        RunningRecording running = begin(RecordingTerms.Answer.WITHOUT, new GivenSound(Tones.bytes(SPOKEN), true));
        until(() -> running.seconds() > 0.2);
        running.pause();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2_400));
        assertThat(running.end()).isEmpty();
        running.resume();
        double before = running.seconds();
        until(() -> running.seconds() > before + 0.2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"REFUSED", "WITHDRAWN"})
    void liftsNoDecisionThatTheWitnessTookWhileItWasMade(ConsentDecision meanwhile) {
        open.decided(witness, Recordings.SCOPE, ConsentDecision.DEFERRED);
        RunningRecording running = begin(RecordingTerms.Answer.AGREES_NOW, given());
        open.decided(witness, Recordings.SCOPE, meanwhile);
        until(() -> running.end().isPresent());
        assertThat(open.archive.recordings().stop()).isPresent();
        assertThat(open.archive.recordings().consented(witness, Optional.empty()))
                .isFalse();
    }

    @Test
    void liftsNoneAfterACrashEither() throws Exception {
        open.decided(witness, Recordings.SCOPE, ConsentDecision.DEFERRED);
        byte[] spool = spoolOf(RecordingTerms.Answer.AGREES_NOW);
        open.decided(witness, Recordings.SCOPE, ConsentDecision.WITHDRAWN);
        plantAndReopen(spool);
        assertThat(open.archive.recordings().finishedAtOpening()).hasSize(1);
        assertThat(open.archive.recordings().consented(witness, Optional.empty()))
                .isFalse();
    }

    @Test
    void keepsAnAgreementThatFollowsARefusal() throws Exception {
        open.decided(witness, Recordings.SCOPE, ConsentDecision.REFUSED);
        plantAndReopen(spoolOf(RecordingTerms.Answer.AGREES_NOW));
        assertThat(open.archive.recordings().consented(witness, Optional.empty()))
                .isTrue();
    }

    @Test
    void namesTheDecisionWhoseConditionsItWasMadeOn() {
        Reference decision = open.decided(witness, Recordings.SCOPE, ConsentDecision.CONDITIONAL, "VOICE_ALTERED");
        assertThat(open.archive.recordings().consent(witness, Optional.empty()).conditions())
                .containsExactly("VOICE_ALTERED");
        RunningRecording running = begin(RecordingTerms.Answer.NOT_ASKED, given());
        until(() -> running.end().isPresent());
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        assertThat(RecordingsTest.told(open.archive, witness, "RECORDING_BEGUN"))
                .containsEntry("recordingConsent", "conditional")
                .containsEntry("consent", decision.toString());
        assertThat(RecordingsTest.told(open.archive, kept, "RECORDED"))
                .containsEntry("recordingConsent", "conditional")
                .containsEntry("consent", decision.toString());
    }

    @Test
    void isNotFinishedForItBySomebodyWhoFinishesAnother() throws Exception {
        RunningRecording running = begin(RecordingTerms.Answer.WITHOUT, given());
        until(() -> running.end().isPresent());
        open.archive.recordings().finishBeforeLocking();
        assertThat(left(".spool")).hasSize(1);
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        assertThat(RecordingsTest.heard(open.archive, kept)).isEqualTo(SPOKEN);
        assertThat(left(".spool")).isEmpty();
    }

    @Test
    void losesOnePieceOfADamagedLengthAndSetsTheSpoolAside() throws Exception {
        byte[] spool = spoolOf(RecordingTerms.Answer.WITHOUT);
        spool[piece(spool, 6) + 3] ^= 0x10;
        plantAndReopen(spool);
        Reference kept = open.archive.recordings().finishedAtOpening().getFirst();
        assertThat(RecordingsTest.heard(open.archive, kept)).hasSameSizeAs(SPOKEN);
        assertThat(RecordingsTest.told(open.archive, kept, "RECORDED")).containsKey("damagedSeconds");
        assertThat(RecordingsTest.told(open.archive, witness, "RECORDING_UNREADABLE"))
                .containsEntry("evidence", kept.toString());
        assertSetAside(spool);
    }

    @Test
    void setsAsideWhatCannotBeReadAnyFurther() throws Exception {
        byte[] spool = spoolOf(RecordingTerms.Answer.WITHOUT);
        Arrays.fill(spool, piece(spool, 6), spool.length, (byte) 0x7e);
        plantAndReopen(spool);
        Reference kept = open.archive.recordings().finishedAtOpening().getFirst();
        assertThat(RecordingsTest.heard(open.archive, kept)).hasSizeGreaterThan(GivenSound.RATE);
        assertSetAside(spool);
    }

    @Test
    void isNotCalledEmptyWhereNoPieceOfItCanBeRead() throws Exception {
        byte[] spool = spoolOf(RecordingTerms.Answer.WITHOUT);
        Arrays.fill(spool, piece(spool, 2), spool.length, (byte) 0x7e);
        plantAndReopen(spool);
        assertThat(open.archive.recordings().finishedAtOpening()).isEmpty();
        assertThat(open.archive.custody().events(Optional.empty(), 0, 1_000))
                .extracting(event -> event.action())
                .contains("RECORDING_UNREADABLE")
                .doesNotContain("RECORDING_EMPTY");
        assertSetAside(spool);
    }

    private void assertSetAside(byte[] spool) throws IOException {
        assertThat(left(".spool")).isEmpty();
        assertThat(left(".unreadable")).hasSize(1);
        assertThat(Files.readAllBytes(left(".unreadable").getFirst())).isEqualTo(spool);
        assertThat(open.archive.recordings().waiting()).isZero();
    }

    /// Where a piece begins, the head being the first.
    private static int piece(byte[] spool, int place) {
        int at = MARK;
        for (int i = 0; i < place; i++) {
            at += BEFORE_A_PIECE + ByteBuffer.wrap(spool).getInt(at + 1);
        }
        return at;
    }

    /// The spool of a recording that was spoken and that nobody has stopped, taken from where it lay.
    private byte[] spoolOf(RecordingTerms.Answer answer) throws IOException {
        RunningRecording running = begin(answer, given());
        until(() -> running.end().isPresent());
        Path spool = left(".spool").getFirst();
        byte[] bytes = Files.readAllBytes(spool);
        running.finish();
        Files.delete(spool);
        open.archive.recordings().stop();
        return bytes;
    }

    private void plantAndReopen(byte[] spool) throws IOException {
        open.archive.close();
        Files.write(open.folder.resolve("recordings/trial.spool"), spool);
        open.reopen();
    }

    private RunningRecording begin(RecordingTerms.Answer answer, Listening source) {
        return open.archive
                .recordings()
                .begin(
                        new RecordingTerms(
                                witness,
                                Optional.empty(),
                                "Interview",
                                Optional.empty(),
                                Protection.CONFIDENTIAL,
                                answer),
                        source);
    }

    private static GivenSound given() {
        return new GivenSound(Tones.bytes(SPOKEN), false);
    }

    private List<Path> left(String ending) throws IOException {
        try (Stream<Path> files = Files.list(open.folder.resolve("recordings"))) {
            return files.filter(path -> path.toString().endsWith(ending)).toList();
        }
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }
}
