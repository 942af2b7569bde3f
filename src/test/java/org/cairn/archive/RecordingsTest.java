package org.cairn.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.cairn.audio.Sound;
import org.cairn.audio.Tones;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Consent;
import org.cairn.domain.ConsentDecision;
import org.cairn.domain.ConsentMode;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.ListQuery;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Recorded;
import org.cairn.domain.Reference;
import org.cairn.domain.Revision;
import org.cairn.domain.Role;
import org.cairn.domain.Transcript;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a witness says is sealed while they say it, and becomes evidence of theirs.
@Timeout(60)
class RecordingsTest {

    private static final short[] SPOKEN = Tones.voice(GivenSound.RATE * 7 + 123);

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

    @Test
    void keepsEverySampleAsEvidenceOfTheWitness() throws Exception {
        RunningRecording running = record(SPOKEN);
        whenEnded(running);
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        assertThat(kept).isEqualTo(running.reference());
        assertThat(heard(open.archive, kept)).isEqualTo(SPOKEN);
        EvidenceItem item = item(kept);
        assertThat(item.type()).isEqualTo("AUDIO");
        assertThat(item.witness()).hasValue(witness);
        assertThat(item.acquisition().how()).isEqualTo("RECORDED");
        assertThat(item.acquisition().by()).isEqualTo(OpenArchive.USER);
        assertThat(item.recorded().map(Recorded::device)).hasValue("Trial microphone");
        assertThat(item.recorded().orElseThrow().parts()).hasSize(1);
        assertThat(open.archive.evidence().reading(kept).orElseThrow().status()).isEqualTo(ReadingStatus.NO_TEXT);
        assertThat(told(open.archive, kept, "RECORDED")).containsEntry("seconds", "7.00");
        assertThat(left()).isEmpty();
    }

    @Test
    void isOfTheStatementDuringWhichItWasMade() {
        Reference statement = open.archive
                .testimonies()
                .keep(OpenArchive.testimony(witness, "They came at night."))
                .reference();
        whenEnded(open.archive
                .recordings()
                .begin(terms(Optional.of(statement), RecordingTerms.Answer.WITHOUT), sound(SPOKEN)));
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        assertThat(open.archive.recordings().of(witness, statement))
                .extracting(Revision::reference)
                .containsExactly(kept);
    }

    @Test
    void leavesOutWhatWasPausedAndSaysWhenItWentOn() {
        GivenSound source = new GivenSound(Tones.bytes(SPOKEN), true);
        RunningRecording running =
                open.archive.recordings().begin(terms(Optional.empty(), RecordingTerms.Answer.WITHOUT), source);
        until(() -> running.seconds() > 0.4);
        running.pause();
        assertThat(running.paused()).isTrue();
        running.resume();
        until(() -> running.seconds() > 0.8);
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        List<Recorded.Part> parts = item(kept).recorded().orElseThrow().parts();
        assertThat(parts).hasSize(2);
        assertThat(parts.getFirst().millis()).isZero();
        assertThat(parts.getLast().millis()).isBetween(300L, 900L);
    }

    @Test
    void isSealedAndKeptWhenTheArchiveIsLocked() throws Exception {
        RunningRecording running = open.archive
                .recordings()
                .begin(
                        terms(Optional.empty(), RecordingTerms.Answer.WITHOUT),
                        new GivenSound(Tones.bytes(SPOKEN), true));
        until(() -> running.seconds() > 0.3);
        open.archive.close();
        assertThat(left()).isEmpty();
        open.reopen();
        short[] kept = heard(open.archive, running.reference());
        assertThat(kept).isEqualTo(Arrays.copyOf(SPOKEN, kept.length)).hasSizeGreaterThan(GivenSound.RATE / 4);
        assertThat(told(open.archive, running.reference(), "RECORDED")).doesNotContainKey("interruptedAt");
    }

    @Test
    void isFinishedAtTheNextOpeningByWhomeverOpensIt() throws Exception {
        byte[] spool = spoolOfARecording();
        open.reopenAs("layla", java.util.Set.of(Role.AUDITOR));
        open.archive.close();
        plant(spool);
        open.archive = Archives.open(open.folder, "layla", OpenArchive.passphrase(), open.environment);
        Reference finished = open.archive.recordings().finishedAtOpening().getFirst();
        open.reopen();
        assertThat(heard(open.archive, finished)).isEqualTo(SPOKEN);
        assertThat(item(finished).acquisition().by()).isEqualTo(OpenArchive.USER);
    }

    @Test
    void waitsWhereItCannotBeFinishedAndHoldsUpNoOther() throws Exception {
        Path recordings = open.folder.resolve("recordings");
        whenEnded(record(SPOKEN));
        Path unreadable = Files.createDirectory(recordings.resolve("0.spool"));
        open.reopen();
        assertThat(open.archive.recordings().waiting()).isEqualTo(1);
        assertThat(open.archive
                        .records()
                        .list(RecordKind.EVIDENCE, ListQuery.first(10))
                        .total())
                .isEqualTo(1);
        Files.delete(unreadable);
        open.reopen();
        assertThat(open.archive.recordings().waiting()).isZero();
    }

    @Test
    void becomesOneItemWhereTheCrashFellBetweenKeepingAndTidyingUp() throws Exception {
        byte[] spool = spoolOfARecording();
        open.archive.close();
        Path left = plant(spool);
        open.reopen();
        assertThat(open.archive.recordings().finishedAtOpening()).hasSize(1);
        open.archive.close();
        Files.write(left, spool);
        open.reopen();
        assertThat(open.archive.recordings().finishedAtOpening()).isEmpty();
        assertThat(left()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void keepsWhatIsWholeOfASpoolThatIsCutAnywhere(int sixths) throws Exception {
        byte[] spool = spoolOfARecording();
        open.archive.close();
        plant(Arrays.copyOf(spool, spool.length * sixths / 6));
        open.reopen();
        Reference finished = open.archive.recordings().finishedAtOpening().getFirst();
        short[] kept = heard(open.archive, finished);
        assertThat(kept).isEqualTo(Arrays.copyOf(SPOKEN, kept.length));
        assertThat(kept.length).isGreaterThan(SPOKEN.length * (sixths - 1) / 6 - GivenSound.RATE);
        assertThat(told(open.archive, finished, "RECORDED")).containsKey("interruptedAt");
        assertThat(left()).isEmpty();
    }

    @Test
    void namesTheSecondsThatAreDamagedAndKeepsTheOthersInTheirPlace() throws Exception {
        byte[] spool = spoolOfARecording();
        open.archive.close();
        spool[spool.length / 2] ^= 1;
        plant(spool);
        open.reopen();
        Reference finished = open.archive.recordings().finishedAtOpening().getFirst();
        short[] kept = heard(open.archive, finished);
        assertThat(kept).hasSameSizeAs(SPOKEN);
        for (int i = 0; i < kept.length; i++) {
            assertThat(kept[i]).isIn(SPOKEN[i], (short) 0);
        }
        assertThat(told(open.archive, finished, "RECORDED").get("damagedSeconds"))
                .matches("\\d\\.\\d\\d–\\d\\.\\d\\d");
    }

    @Test
    void saysThatNothingWasRecordedWhereNothingWas() {
        RunningRecording running = record(new short[0]);
        whenEnded(running);
        assertThat(running.end()).hasValue(RunningRecording.End.NO_MORE_SOUND);
        assertThat(open.archive.recordings().stop()).isEmpty();
        assertThat(told(open.archive, witness, "RECORDING_EMPTY"))
                .containsEntry("evidence", running.reference().toString());
    }

    @Test
    void writesDownWhatWasAnsweredWhereNobodyHadAgreed() {
        record(SPOKEN);
        open.archive.recordings().stop();
        assertThat(told(open.archive, witness, "RECORDING_BEGUN")).containsEntry("recordingConsent", "without");
    }

    @Test
    void needsNoAnswerWhereTheWitnessHasAgreed() {
        open.decided(witness, Recordings.SCOPE, ConsentDecision.GRANTED);
        assertThat(open.archive.recordings().consented(witness, Optional.empty()))
                .isTrue();
        record(SPOKEN);
        open.archive.recordings().stop();
        assertThat(told(open.archive, witness, "RECORDING_BEGUN")).containsEntry("recordingConsent", "granted");
    }

    @Test
    void isTheProofOfAConsentThatIsGivenOnIt() {
        whenEnded(open.archive
                .recordings()
                .begin(terms(Optional.empty(), RecordingTerms.Answer.AGREES_NOW), sound(SPOKEN)));
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        Consent consent =
                (Consent) open.archive.witnesses().consents(witness).getFirst().record();
        assertThat(consent.mode()).isEqualTo(ConsentMode.ORAL_RECORDED);
        assertThat(consent.proof()).hasValue(kept);
        assertThat(open.archive.recordings().consented(witness, Optional.empty()))
                .isTrue();
    }

    @Test
    void isFoundAndCitedByTheSecondAtWhichSomethingIsSaid() {
        whenEnded(record(SPOKEN));
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        Transcript said = new Transcript(
                new LanguageTag("en"),
                "amina",
                Optional.of(new LanguageTag("fr")),
                "K2",
                List.of(
                        new Transcript.Segment(4, "B", "How many times?", ""),
                        new Transcript.Segment(2, "A", "A lorry came at night.", "Un camion est venu.")));
        open.archive.evidence().describe(kept, item(kept).saying(said), 1);
        assertThat(pinpoints("lorry")).containsExactly(kept + " 00:00:02");
        assertThat(pinpoints("camion")).containsExactly(kept + " 00:00:02");
        assertThat(pinpoints("times")).containsExactly(kept + " 00:00:04");
        assertThat(open.archive.evidence().passages(kept, 0, 10).items())
                .extracting(Passage::ordinal)
                .containsExactly(2, 2, 4);
        assertThat(open.archive.evidence().passages(kept, 1, 1).items())
                .extracting(Passage::text)
                .containsExactly("Un camion est venu.");
    }

    private List<String> pinpoints(String query) {
        return open.archive.searches().search(SearchRequest.of(query)).hits().stream()
                .flatMap(hit -> hit.snippets().stream())
                .map(passage -> passage.pinpoint().toString())
                .toList();
    }

    @Test
    void cannotBeDescribedAsRecordedOtherwise() {
        whenEnded(record(SPOKEN));
        Reference kept = open.archive.recordings().stop().orElseThrow().reference();
        EvidenceItem now = item(kept);
        EvidenceItem forged = new EvidenceItem(
                now.title(),
                now.type(),
                now.date(),
                now.language(),
                now.author(),
                now.recipient(),
                now.acquisition(),
                now.copyStatus(),
                now.parent(),
                now.translationOf(),
                now.witness(),
                now.fileName(),
                now.bytes(),
                now.size(),
                now.mediaType(),
                now.protection(),
                now.tags(),
                now.graphic());
        assertThatThrownBy(() -> open.archive.evidence().describe(kept, forged, 1))
                .isInstanceOf(ArchiveException.InvalidInput.class);
    }

    @Test
    void makesOneRecordingAtATimeAndClosesTheDeviceItRefuses() {
        open.archive
                .recordings()
                .begin(
                        terms(Optional.empty(), RecordingTerms.Answer.WITHOUT),
                        new GivenSound(Tones.bytes(SPOKEN), true));
        GivenSound second = sound(SPOKEN);
        RecordingTerms terms = terms(Optional.empty(), RecordingTerms.Answer.WITHOUT);
        assertThatThrownBy(() -> open.archive.recordings().begin(terms, second))
                .isInstanceOf(ArchiveException.InUse.class);
        assertThat(second.read(new byte[10])).isEqualTo(-1);
    }

    @Test
    void refusesWhoMayNotRecord() {
        open.reopenAs("layla", java.util.Set.of(Role.AUDITOR));
        RecordingTerms terms = terms(Optional.empty(), RecordingTerms.Answer.WITHOUT);
        assertThatThrownBy(() -> open.archive.recordings().begin(terms, sound(SPOKEN)))
                .isInstanceOf(ArchiveException.NotPermitted.class);
    }

    @Test
    void leavesNoWordAndNoSampleInClear() throws Exception {
        short[] planted =
                Tones.of(GivenSound.RATE * 3, i -> "HEARMENOW".charAt(i / 2 % 9) << 8 | "hearmenow".charAt(i % 9));
        byte[] mark = Arrays.copyOf(Tones.bytes(planted), 18);
        GivenSound source = new GivenSound(Tones.bytes(planted), true);
        RunningRecording running =
                open.archive.recordings().begin(terms(Optional.empty(), RecordingTerms.Answer.WITHOUT), source);
        until(() -> running.seconds() > 1.5);
        assertNowhere(mark, "Trial microphone", "Interview in the blue room", "fLaC");
        open.archive.recordings().stop();
        assertNowhere(mark, "Trial microphone", "Interview in the blue room", "fLaC");
    }

    private void assertNowhere(byte[] mark, String... words) throws IOException {
        try (Stream<Path> files = Files.walk(open.folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
                assertThat(bytes).doesNotContain(words).doesNotContain(new String(mark, StandardCharsets.ISO_8859_1));
            }
        }
    }

    /// The spool as it lies there when the recording has been spoken and nobody has stopped it.
    private byte[] spoolOfARecording() throws IOException {
        RunningRecording running = record(SPOKEN);
        whenEnded(running);
        Path spool = left().getFirst();
        byte[] bytes = Files.readAllBytes(spool);
        open.archive.recordings().running().orElseThrow().finish();
        Files.delete(spool);
        return bytes;
    }

    private Path plant(byte[] spool) throws IOException {
        return Files.write(open.folder.resolve("recordings/trial.spool"), spool);
    }

    private RunningRecording record(short[] samples) {
        return open.archive.recordings().begin(terms(Optional.empty(), RecordingTerms.Answer.WITHOUT), sound(samples));
    }

    private static GivenSound sound(short[] samples) {
        return new GivenSound(Tones.bytes(samples), false);
    }

    private RecordingTerms terms(Optional<Reference> statement, RecordingTerms.Answer answer) {
        return new RecordingTerms(
                witness, statement, "Interview in the blue room", Optional.empty(), Protection.CONFIDENTIAL, answer);
    }

    private EvidenceItem item(Reference reference) {
        return (EvidenceItem) open.archive.records().open(reference).record();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(open.folder.resolve("recordings"))) {
            return files.toList();
        }
    }

    private static void whenEnded(RunningRecording running) {
        until(() -> running.end().isPresent());
    }

    private static void until(BooleanSupplier holds) {
        while (!holds.getAsBoolean()) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(2));
        }
    }

    static Map<String, String> told(Archive archive, Reference of, String action) {
        return archive.custody().events(Optional.of(of), 0, 1_000).stream()
                .filter(event -> event.action().equals(action))
                .reduce((before, last) -> last)
                .orElseThrow()
                .details();
    }

    static short[] heard(Archive archive, Reference recording) throws IOException {
        try (Sound sound = Sound.open(archive.evidence().bytes(recording)).orElseThrow()) {
            short[] all = new short[(int) sound.frames() + 10_000];
            short[] some = new short[8_192];
            int length = 0;
            int count = sound.read(some);
            while (count > 0) {
                System.arraycopy(some, 0, all, length, count);
                length += count;
                count = sound.read(some);
            }
            assertThat(length).isEqualTo((int) sound.frames());
            return Arrays.copyOf(all, length);
        }
    }
}
