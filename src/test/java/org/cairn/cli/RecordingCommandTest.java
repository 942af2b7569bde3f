package org.cairn.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.cairn.audio.Sound;
import org.cairn.audio.Tones;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The real program records from a virtual microphone: what it gives comes back, whatever ends the program.
@Timeout(240)
class RecordingCommandTest {

    private static final int RATE = 48_000;
    private static final short[] SPOKEN = Tones.voice(RATE * 30);
    private static final double MOST_LOST = 2;

    @TempDir
    Path folder;

    /// With the microphone; in a process of its own.
    private CommandLineProcess cairn;
    /// For what needs no microphone.
    private CommandLineProcess beside;

    @BeforeEach
    void makeAStudyAndAMicrophone() throws Exception {
        cairn = new CommandLineProcess(folder)
                .where("ALSA_CONFIG_PATH", microphone().toString());
        beside = CommandLineProcess.shared(folder);
        cairn.makeAStudy();
        Files.writeString(
                folder.resolve("witness.json"),
                "{\"kind\":\"witness\",\"category\":\"bystander\",\"language\":\"en\",\"protection\":\"RESTRICTED\"}");
        assertThat(beside.unlocked("record", folder.resolve("witness.json").toString())
                        .exit())
                .isZero();
    }

    /// ALSA's own plugin gives a file as if it came from a device.
    private Path microphone() throws IOException {
        Path tone = Files.write(folder.resolve("tone.raw"), Tones.bytes(SPOKEN));
        return Files.writeString(folder.resolve("asound.conf"), """
                pcm.!default { type plug; slave.pcm { type file; slave.pcm { type null }
                  file "/dev/null"; infile "%s"; format "raw" } }
                ctl.!default { type null }
                """.formatted(tone));
    }

    @Test
    void keepsEverySampleThatTheDeviceGave() throws Exception {
        JsonNode kept = cairn.unlocked(
                        "recording", "start", "--witness", "W-0001", "--seconds", "2", "--device", "default", "--json")
                .json();
        assertThat(kept.path("ref").asText()).isEqualTo("E-0001");
        assertThat(kept.path("seconds").asDouble()).isBetween(2.0, 5.0);
        allowLeaving();
        assertThat(beside.unlocked(
                                "export",
                                "E-0001",
                                "--out",
                                folder.resolve("out").toString())
                        .exit())
                .isZero();
        short[] heard = heard(folder.resolve("out"));
        assertThat(heard).hasSizeGreaterThanOrEqualTo(2 * RATE).isEqualTo(Arrays.copyOf(SPOKEN, heard.length));
    }

    @Test
    void losesNoMoreThanTwoSecondsWhenItIsKilled() throws Exception {
        Process recording = cairn.begun("recording", "start", "--witness", "W-0001");
        long begun = whenItRecords();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(3_300));
        double spoken = (System.nanoTime() - begun) / 1e9;
        recording.toHandle().destroyForcibly();
        recording.waitFor();
        CommandLineProcess.Ran listed = beside.unlocked("list", "evidence", "--json");
        assertThat(listed.err()).contains("E-0001").contains("interrupted");
        JsonNode reading = beside.unlocked("custody", "E-0001", "--json").json();
        double seconds = Stream.of(reading.path("events"))
                .flatMap(events -> {
                    List<JsonNode> all = new ArrayList<>();
                    events.forEach(all::add);
                    return all.stream();
                })
                .filter(event -> event.path("action").asText().equals("RECORDED"))
                .map(event -> event.path("details").path("seconds").asDouble())
                .findFirst()
                .orElseThrow();
        assertThat(seconds).isGreaterThanOrEqualTo(spoken - MOST_LOST);
    }

    @Test
    void keepsWhatWasRecordedWhenItIsAskedToEnd() throws Exception {
        Process recording = cairn.begun("recording", "start", "--witness", "W-0001", "--json");
        whenItRecords();
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(700));
        recording.toHandle().destroy();
        String out = new String(recording.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        recording.waitFor();
        assertThat(out).contains("E-0001");
        assertThat(beside.unlocked("list", "evidence").err()).doesNotContain("interrupted");
    }

    @Test
    void saysInWordsThatThereIsNoDevice() throws Exception {
        cairn.where(
                "ALSA_CONFIG_PATH",
                Files.writeString(folder.resolve("none.conf"), "").toString());
        CommandLineProcess.Ran devices = cairn.run(List.of("recording", "list-devices", "--lang", "en"));
        assertThat(devices.exit()).isZero();
        assertThat(devices.err()).contains("No device was found");
        CommandLineProcess.Ran refused = cairn.unlocked("recording", "start", "--witness", "W-0001");
        assertThat(refused.exit()).isEqualTo(ExitCode.INPUT_NOT_READ);
        assertThat(refused.err()).contains("Everything else works without one");
    }

    /// The first piece of sound is on disk: from about then on it records.
    private long whenItRecords() throws IOException {
        Path recordings = cairn.archive().resolve("recordings");
        while (!spoken(recordings)) {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
        }
        return System.nanoTime();
    }

    private static boolean spoken(Path recordings) throws IOException {
        if (!Files.isDirectory(recordings)) {
            return false;
        }
        try (Stream<Path> files = Files.list(recordings)) {
            return files.anyMatch(file -> file.toFile().length() > 1_000);
        }
    }

    private void allowLeaving() throws Exception {
        for (String scope : List.of("REC_AUDIO", "STORE", "SUBMIT_TRIBUNAL")) {
            Path form = Files.writeString(
                    folder.resolve(scope + ".json"),
                    "{\"kind\":\"consent\",\"witness\":\"W-0001\",\"scope\":\"" + scope
                            + "\",\"decision\":\"GRANTED\",\"language\":\"en\",\"explainedBy\":\"amina\","
                            + "\"mode\":\"SIGNED\"}");
            assertThat(beside.unlocked("record", form.toString()).exit()).isZero();
        }
    }

    private static short[] heard(Path out) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            Path flac = files.filter(file -> file.toString().endsWith(".flac"))
                    .findFirst()
                    .orElseThrow();
            try (Sound sound = Sound.open(FileChannel.open(flac)).orElseThrow()) {
                short[] all = new short[(int) sound.frames()];
                short[] some = new short[4_096];
                int length = 0;
                int count = sound.read(some);
                while (count > 0) {
                    System.arraycopy(some, 0, all, length, count);
                    length += count;
                    count = sound.read(some);
                }
                return all;
            }
        }
    }
}
