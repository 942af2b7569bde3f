package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Recognition;
import org.cairn.archive.RecognitionReport;
import org.cairn.archive.RecognitionStatus;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.reading.RecognisedPage;
import org.cairn.domain.reading.RecognisedPage.Outcome;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Has the text of scans and pictures recognised: of whatever waits, or of some items again.
@Command(
        name = "ocr",
        footer = {"  cairn ocr --status", "  cairn ocr", "  cairn ocr E-0012 --language ug", "  cairn ocr --usual ru,ug"
        })
final class OcrCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "REF", arity = "0..*")
    private List<String> references = List.of();

    @Option(names = "--language", paramLabel = "xx", split = ",")
    private List<String> languages = List.of();

    @Option(names = "--usual", paramLabel = "xx", split = ",")
    private List<String> usual = List.of();

    @Option(names = "--status")
    private boolean status;

    @Option(names = "--pause")
    private boolean pause;

    @Option(names = "--resume")
    private boolean resume;

    @Override
    public Integer call() {
        if (Stream.of(status, pause, resume, !usual.isEmpty())
                        .filter(Boolean::booleanValue)
                        .count()
                > 1) {
            throw new ArchiveException.InvalidInput("--status, --pause, --resume, --usual", "unknownValue");
        }
        List<Reference> named =
                references.stream().map(text -> Allowed.reference("REF", text)).toList();
        List<LanguageTag> spoken = languages.stream().map(OcrCommand::language).toList();
        List<LanguageTag> usually = usual.stream().map(OcrCommand::language).toList();
        return options.with(archive -> run(archive, named, spoken, usually));
    }

    private int run(Archive archive, List<Reference> named, List<LanguageTag> spoken, List<LanguageTag> usually) {
        Recognition recognition = archive.recognition();
        if (pause) {
            recognition.pause();
        } else if (resume) {
            recognition.resume();
        } else if (!usually.isEmpty()) {
            recognition.setUsual(usually);
        } else if (!status) {
            return recognise(recognition, named, spoken);
        }
        return tell(recognition.status());
    }

    private int recognise(Recognition recognition, List<Reference> named, List<LanguageTag> spoken) {
        Output output = options.output();
        RecognitionReport report = named.isEmpty()
                ? recognition.run(output.progress(), line -> say(output, line))
                : recognition.recognise(named, spoken, output.progress(), line -> say(output, line));
        ObjectNode document = Output.object();
        ArrayNode pages = document.putArray("pages");
        report.lines().forEach(line -> pages.add(json(line)));
        RecognitionStatus after = recognition.status();
        document.put("waiting", after.waiting());
        output.say(
                "ocr.done",
                report.count(Outcome.READ),
                report.count(Outcome.SILENT),
                report.count(Outcome.UNREADABLE),
                after.waiting());
        if (after.paused() && named.isEmpty()) {
            output.say("ocr.paused");
        }
        output.document(document);
        return report.count(Outcome.UNREADABLE) > 0 ? ExitCode.INPUT_NOT_READ : ExitCode.DONE;
    }

    private static void say(Output output, RecognitionReport.Line line) {
        RecognisedPage page = line.page();
        String place = line.reference() + " p. " + page.page();
        switch (page.outcome()) {
            case READ -> output.line("  " + place + "  " + page.languages() + "  " + page.confidence() + " %");
            case SILENT -> output.line("  " + place + "  " + output.text("ocr.silent"));
            case UNREADABLE ->
                output.line("  " + place + "  " + output.words().area("reading").text("page." + page.reason()));
        }
    }

    private static ObjectNode json(RecognitionReport.Line line) {
        RecognisedPage page = line.page();
        return Output.object()
                .put("ref", line.reference().toString())
                .put("page", page.page())
                .put("outcome", page.outcome().name())
                .put("reason", page.reason())
                .put("confidence", page.confidence())
                .put("languages", page.languages())
                .put("engine", page.engine());
    }

    private int tell(RecognitionStatus now) {
        Output output = options.output();
        ObjectNode document = Output.object();
        now.engine().ifPresent(engine -> document.put("engine", engine));
        document.put("waiting", now.waiting()).put("paused", now.paused());
        now.languages().forEach(language -> document.withArray("/languages").add(language.tag()));
        now.usual().forEach(language -> document.withArray("/usual").add(language.tag()));
        now.missing()
                .forEach(missing -> document.withArray("/missing")
                        .addObject()
                        .put("language", missing.language().tag())
                        .put("pack", missing.pack())
                        .put("debian", missing.debian())
                        .put("fedora", missing.fedora()));
        if (now.engine().isPresent()) {
            output.say("ocr.engine", now.engine().get(), names(output, now.languages()));
        } else {
            output.say("ocr.none");
        }
        output.say("ocr.waiting", now.waiting());
        if (now.paused()) {
            output.say("ocr.paused");
        }
        if (now.engine().isPresent() && !now.missing().isEmpty()) {
            output.say(
                    "ocr.missing",
                    names(
                            output,
                            now.missing().stream()
                                    .map(RecognitionStatus.MissingPack::language)
                                    .toList()),
                    String.join(
                            " ",
                            now.missing().stream()
                                    .map(RecognitionStatus.MissingPack::debian)
                                    .toList()));
        }
        if (!now.usual().isEmpty()) {
            output.say("ocr.usual", names(output, now.usual()));
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private static String names(Output output, List<LanguageTag> languages) {
        return output.words()
                .list(languages.stream().map(language -> output.words().language(language.tag())));
    }

    static LanguageTag language(String tag) {
        try {
            return new LanguageTag(tag);
        } catch (IllegalArgumentException e) {
            throw Allowed.refused("--language", List.of("en", "ug", "zh-Hans", "…"));
        }
    }
}
