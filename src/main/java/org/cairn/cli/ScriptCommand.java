package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.archive.Scripts;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.FormDefinition;
import org.cairn.domain.LanguageTag;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes out what is read to witnesses, to be translated; checks a translation and takes it in.
@Command(
        name = "script",
        footer = {
            "  cairn script template --into ug > script-ug.json",
            "  cairn script check script-ug.json",
            "  cairn script add script-ug.json",
            "  cairn script show F-0003/1"
        })
final class ScriptCommand implements Callable<Integer> {

    private static final List<String> ACTIONS = List.of("add", "check", "list", "show", "template");
    private static final int VERSION = 16;

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(index = "0", paramLabel = "ACTION")
    @SuppressWarnings("NullAway.Init")
    private String action;

    @Parameters(index = "1..*", paramLabel = "WHAT", arity = "0..*")
    private List<String> what = List.of();

    @Option(names = "--into", paramLabel = "xx")
    private @Nullable String into;

    @Option(names = "--retire")
    private boolean retire;

    @Override
    public Integer call() {
        return switch (Allowed.oneOf(ACTIONS, "ACTION", action)) {
            case "add" -> {
                List<FormDefinition> read = read();
                yield options.with(archive -> keep(archive, read));
            }
            case "check" -> check();
            case "show" -> options.with(this::show);
            case "template" -> template();
            default -> options.with(this::list);
        };
    }

    private List<FormDefinition> read() {
        if (what.isEmpty()) {
            throw new ArchiveException.InvalidInput("WHAT", "missing");
        }
        List<FormDefinition> scripts = new ArrayList<>();
        for (String file : what) {
            Path name = Path.of(file).getFileName();
            scripts.add(Scripts.read(bytes(file), name == null ? file : name.toString()));
        }
        return scripts;
    }

    private static byte[] bytes(String file) {
        try {
            return Files.readAllBytes(Path.of(file));
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private int keep(Archive archive, List<FormDefinition> scripts) {
        Output output = options.output();
        ArrayNode all = Output.array();
        for (FormDefinition script : scripts) {
            Kept kept = archive.ownForms().add(script.retired(retire));
            output.say("script.kept", kept.reference().toString(), kept.revision(), language(script.language()));
            all.addObject()
                    .put("reference", kept.reference().toString())
                    .put("revision", kept.revision())
                    .put("language", script.language().tag());
        }
        output.document(Output.object().set("scripts", all));
        return ExitCode.DONE;
    }

    private int check() {
        Output output = options.output();
        ArrayNode all = Output.array();
        for (FormDefinition script : read()) {
            output.say(
                    "script.whole",
                    language(script.language()),
                    Scripts.everyKey().size());
            all.addObject()
                    .put("language", script.language().tag())
                    .put("texts", Scripts.everyKey().size());
        }
        output.document(Output.object().set("scripts", all));
        return ExitCode.DONE;
    }

    private int list(Archive archive) {
        Output output = options.output();
        ArrayNode all = Output.array();
        for (Scripts.Known script : archive.scripts().list()) {
            String state = script.retired() ? "  (" + output.text("form.retired") + ")" : "";
            output.line(Columns.pad(script.version(), VERSION) + language(script.language()) + state);
            all.addObject()
                    .put("version", script.version())
                    .put("language", script.language().tag())
                    .put("own", script.own())
                    .put("retired", script.retired());
        }
        output.document(Output.object().set("scripts", all));
        return ExitCode.DONE;
    }

    private int show(Archive archive) {
        if (what.size() != 1) {
            throw new ArchiveException.InvalidInput("WHAT", "missing");
        }
        Scripts.Known script =
                archive.scripts().named(what.getFirst()).orElseThrow(() -> Allowed.refused("WHAT", names(archive)));
        Output output = options.output();
        output.line(script.version() + "  " + language(script.language()));
        ObjectNode texts = Output.object();
        Scripts.everyKey().forEach(key -> {
            String words = script.script().texts().getOrDefault(key, "");
            output.line("  " + key + ": " + words);
            texts.put(key, words);
        });
        output.document(Output.object()
                .put("version", script.version())
                .put("language", script.language().tag())
                .put("direction", script.script().direction().name())
                .set("texts", texts));
        return ExitCode.DONE;
    }

    private static List<String> names(Archive archive) {
        return archive.scripts().list().stream().map(Scripts.Known::version).toList();
    }

    private int template() {
        if (into == null) {
            throw new ArchiveException.InvalidInput("--into", "missing");
        }
        Words words = options.output().words();
        Scripts.Known from = Scripts.ofTheProgram(words.locale());
        List<String> intro =
                List.of(options.output().text("script.intro"), options.output().text("script.direction"));
        Cairn.out().print(Scripts.template(tag(into), from, intro));
        return ExitCode.DONE;
    }

    private static LanguageTag tag(String typed) {
        try {
            return new LanguageTag(typed);
        } catch (IllegalArgumentException e) {
            throw Allowed.refused("--into", List.of("ug", "bo", "tr", "fa", "uz-Cyrl"));
        }
    }

    private String language(LanguageTag tag) {
        return java.util.Locale.forLanguageTag(tag.tag())
                .getDisplayName(options.output().words().locale());
    }
}
