package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.cairn.archive.Archive;
import org.cairn.archive.ConsentStanding;
import org.cairn.archive.Kept;
import org.cairn.archive.RecordingTerms;
import org.cairn.archive.RunningRecording;
import org.cairn.audio.Listening;
import org.cairn.audio.Microphone;
import org.cairn.audio.NoDeviceException;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Records until it is stopped, and keeps what was recorded.
@Command(
        name = "start",
        footer = {
            "  cairn recording start --witness W-0001",
            "  cairn recording start --witness W-0001 --statement T-0001 --agrees-now"
        })
final class RecordingStartCommand implements Callable<Integer> {

    private static final Duration LONGEST_ENDING = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 50;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--witness", required = true, paramLabel = "REF")
    private String witness = "";

    @Option(names = "--statement", paramLabel = "REF")
    private String statement = "";

    @Option(names = "--device", paramLabel = "NAME")
    private String device = "";

    @Option(names = "--seconds", paramLabel = "N")
    private double seconds = Double.POSITIVE_INFINITY;

    @Option(names = "--title", paramLabel = "TITLE")
    private String title = "";

    @Option(names = "--language", paramLabel = "xx")
    private String language = "";

    @Option(names = "--protection", paramLabel = "LEVEL")
    private Protection protection = Protection.CONFIDENTIAL;

    @Option(names = "--agrees-now")
    private boolean agreesNow;

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch done = new CountDownLatch(1);

    @Override
    public Integer call() {
        RecordingTerms terms = terms();
        Thread onExit = Thread.ofPlatform().unstarted(this::stopOnExit);
        Runtime.getRuntime().addShutdownHook(onExit);
        try {
            return options.with(archive -> record(archive, terms));
        } finally {
            done.countDown();
            forget(onExit);
        }
    }

    private RecordingTerms terms() {
        Output output = options.output();
        return new RecordingTerms(
                Allowed.reference("--witness", witness),
                Optional.of(statement)
                        .filter(said -> !said.isBlank())
                        .map(said -> Allowed.reference("--statement", said)),
                title.isBlank() ? output.text("recording.title") : title,
                Optional.of(language).filter(said -> !said.isBlank()).map(LanguageTag::new),
                protection,
                agreesNow ? RecordingTerms.Answer.AGREES_NOW : RecordingTerms.Answer.NOT_ASKED);
    }

    private int record(Archive archive, RecordingTerms terms) {
        Output output = options.output();
        ConsentStanding consent = archive.recordings().consent(terms.witness(), terms.statement());
        if (!agreesNow && !consent.permits()) {
            output.warn("recording.unasked");
        }
        if (consent.permits() && !consent.conditions().isEmpty()) {
            output.warn(
                    "recording.conditions",
                    consent.conditions().stream()
                            .map(code -> output.words().word("consent-condition", code))
                            .collect(Collectors.joining("; ")));
        }
        RunningRecording running = archive.recordings().begin(terms, listen());
        output.aside("recording.begun", running.reference(), running.device());
        await(running);
        Optional<Kept> kept = archive.recordings().stop();
        running.end()
                .map(RecordingStartCommand::word)
                .filter(word -> !word.isEmpty())
                .ifPresent(output::warn);
        return tell(archive, running, kept);
    }

    private static String word(RunningRecording.End end) {
        return switch (end) {
            case STOPPED -> "";
            case NO_MORE_SOUND -> "recording.noMoreSound";
            case DISK_FULL -> "recording.diskFull";
            case DISK_FAILED -> "recording.diskFailed";
        };
    }

    private int tell(Archive archive, RunningRecording running, Optional<Kept> kept) {
        Output output = options.output();
        ObjectNode document = Output.object();
        if (kept.isEmpty()) {
            output.warn("recording.empty");
            output.document(document);
            return ExitCode.INPUT_NOT_READ;
        }
        Reference reference = kept.get().reference();
        String length = RecordingCommand.seconds(archive, reference);
        output.say("recording.kept", reference, length);
        output.document(document.put("ref", reference.toString())
                .put("seconds", Double.parseDouble(length))
                .put("device", running.device())
                .put("hash", kept.get().hash().hex()));
        return ExitCode.DONE;
    }

    private Listening listen() {
        try {
            Microphone microphone = (device.isBlank()
                            ? Microphone.all().stream().findFirst()
                            : Microphone.named(device))
                    .orElseThrow(() -> new ArchiveException.NoSound("noDevice"));
            return microphone.listen();
        } catch (NoDeviceException e) {
            throw new ArchiveException.NoSound(e.code());
        }
    }

    private void await(RunningRecording running) {
        try {
            while (running.end().isEmpty() && running.seconds() < seconds) {
                if (asked.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
                    break;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// The program is told to end: it ends when the recording is kept.
    private void stopOnExit() {
        asked.countDown();
        try {
            if (!done.await(LONGEST_ENDING.toMillis(), TimeUnit.MILLISECONDS)) {
                return; // the next opening finishes it
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void forget(Thread onExit) {
        try {
            Runtime.getRuntime().removeShutdownHook(onExit);
        } catch (IllegalStateException e) {
            // the program is ending
        }
    }
}
