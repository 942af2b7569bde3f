package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.audio.Microphone;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.Reading;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/// Records sound.
@Command(
        name = "recording",
        footer = {"  cairn recording list-devices", "  cairn recording start --witness W-0001 --seconds 600"},
        subcommands = {RecordingCommand.ListDevices.class, RecordingStartCommand.class})
final class RecordingCommand implements Runnable {

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli fills it before anything runs
    private CommandSpec spec;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Override
    public void run() {
        spec.commandLine().usage(Cairn.out());
    }

    /// How long a recording is, for people.
    static String seconds(Archive archive, Reference reference) {
        Optional<Reading> reading = archive.evidence().reading(reference);
        return reading.map(known -> known.metadata().getOrDefault("duration", ""))
                .orElse("");
    }

    /// What can be recorded with; needs no archive.
    @Command(name = "list-devices", footer = "  cairn recording list-devices --json")
    static final class ListDevices implements Callable<Integer> {

        @Mixin
        private final GlobalOptions options = new GlobalOptions();

        @Override
        public Integer call() {
            Output output = options.output();
            List<Microphone> all = Microphone.all();
            ObjectNode document = Output.object();
            ArrayNode devices = document.putArray("devices");
            for (Microphone one : all) {
                output.line(one.name());
                devices.add(one.name());
            }
            if (all.isEmpty()) {
                output.warn("recording.none");
            }
            output.document(document);
            return ExitCode.DONE;
        }
    }
}
