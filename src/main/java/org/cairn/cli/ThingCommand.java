package org.cairn.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Kept;
import org.cairn.domain.Acquisition;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.PhysicalObject;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// Records a thing that has no file.
@Command(name = "thing", footer = "  cairn thing --title Box --description \"blue\" --source W-0003 --acquired LEAK")
final class ThingCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Option(names = "--title", paramLabel = "T", required = true)
    private String title = "";

    @Option(names = "--description", paramLabel = "D", required = true)
    private String description = "";

    @Option(names = "--marks", paramLabel = "M")
    private String marks = "";

    @Option(names = "--source", paramLabel = "S", required = true)
    private String source = "";

    @Option(names = "--acquired", paramLabel = "HOW", required = true)
    private String acquired = "";

    @Option(names = "--by", paramLabel = "WHO")
    private String by = "";

    @Option(names = "--at", paramLabel = "DATE")
    private @Nullable String at;

    @Option(names = "--protection", paramLabel = "LEVEL")
    private Protection protection = Protection.RESTRICTED;

    @Option(names = "--witness", paramLabel = "W-0001")
    private @Nullable String witness;

    @Override
    public Integer call() {
        String how = Allowed.code("--acquired", acquired, "acquisition");
        Optional<FuzzyDate> when = Allowed.date("--at", at, options.locale());
        Optional<Reference> whose = Optional.ofNullable(witness).map(text -> Allowed.reference("--witness", text));
        return options.with(archive -> {
            EvidenceItem thing = EvidenceItem.ofThing(
                    title,
                    "PHYSICAL_OBJECT",
                    new Acquisition(source, how, by.isBlank() ? archive.user().name() : by, when),
                    new PhysicalObject(description, marks),
                    protection);
            Kept kept = archive.things().add(whose.map(thing::belongingTo).orElse(thing));
            Output output = options.output();
            output.say("thing.kept", kept.reference().toString());
            output.document(Output.object()
                    .put("reference", kept.reference().toString())
                    .put("revision", kept.revision())
                    .put("hash", kept.hash().hex()));
            return ExitCode.DONE;
        });
    }
}
