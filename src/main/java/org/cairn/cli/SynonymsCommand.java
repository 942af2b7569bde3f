package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.archive.Synonyms;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.SynonymFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists and changes the words that mean the same in the archive, and takes them from a file or writes one.
@Command(
        name = "synonyms",
        footer = {
            "  cairn synonyms add kidney 肾 почка",
            "  cairn synonyms change G-0001 kidney 肾 почка \"ren\"",
            "  cairn synonyms import words.txt",
            "  cairn synonyms starter > words.txt"
        })
final class SynonymsCommand implements Callable<Integer> {

    private static final List<String> ACTIONS =
            List.of("add", "change", "export", "import", "list", "remove", "starter");
    private static final String INPUT = "-";

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(index = "0", paramLabel = "DO", arity = "0..1")
    private String action = "list";

    @Parameters(index = "1..*", paramLabel = "WHAT", arity = "0..*")
    private List<String> what = List.of();

    @Option(names = "--kept-as", paramLabel = "LEVEL")
    private @Nullable Protection keptAs;

    @Override
    public Integer call() {
        return switch (Allowed.oneOf(ACTIONS, "DO", action)) {
            case "add" ->
                options.with(archive -> kept(archive, archive.synonyms().add(what, closeness(archive))));
            case "change" -> options.with(this::change);
            case "remove" ->
                options.with(archive -> kept(archive, archive.synonyms().remove(group(one("G-0001")))));
            case "import" -> {
                byte[] file = read(one("FILE"));
                yield options.with(archive -> take(archive, SynonymFile.read(file)));
            }
            case "export" -> options.with(this::export);
            case "starter" -> starter();
            default -> options.with(this::list);
        };
    }

    private Protection closeness(Archive archive) {
        return keptAs == null ? archive.synonyms().usual() : keptAs;
    }

    private String one(String name) {
        if (what.size() != 1) {
            throw new ArchiveException.InvalidInput(name, what.isEmpty() ? "missing" : "unknownValue");
        }
        return what.getFirst();
    }

    private static Reference group(String given) {
        return Reference.tryParse(given).orElseThrow(() -> Allowed.refused("WHAT", List.of("G-0001")));
    }

    private int change(Archive archive) {
        if (what.isEmpty()) {
            throw new ArchiveException.InvalidInput("G-0001", "missing");
        }
        Reference reference = group(what.getFirst());
        Synonyms.Group before = archive.synonyms().open(reference);
        Protection level = keptAs == null ? before.group().protection() : keptAs;
        return kept(
                archive, archive.synonyms().change(reference, what.subList(1, what.size()), level, before.revision()));
    }

    private int kept(Archive archive, Kept kept) {
        Output output = options.output();
        Synonyms.Group group = archive.synonyms().open(kept.reference());
        output.say(
                group.group().retired() ? "synonyms.removed" : "synonyms.kept",
                kept.reference().toString(),
                group.group().title());
        output.document(json(group).put("retired", group.group().retired()));
        return ExitCode.DONE;
    }

    private static ObjectNode json(Synonyms.Group group) {
        ObjectNode node = Output.object()
                .put("ref", group.reference().toString())
                .put("revision", group.revision())
                .put("protection", group.group().protection().name());
        ArrayNode words = node.putArray("words");
        group.group().words().forEach(words::add);
        return node;
    }

    private int list(Archive archive) {
        Output output = options.output();
        List<Synonyms.Group> groups = archive.synonyms().list();
        if (groups.isEmpty()) {
            output.say("synonyms.none");
        }
        ArrayNode all = Output.array();
        for (Synonyms.Group group : groups) {
            output.line(group.reference() + "  " + group.group().title());
            all.add(json(group));
        }
        output.document(Output.object().set("synonyms", all));
        return ExitCode.DONE;
    }

    private int take(Archive archive, SynonymFile.Read file) {
        Output output = options.output();
        ObjectNode document = Output.object();
        ArrayNode faults = Output.array();
        file.faults().forEach(fault -> {
            String reason = output.words().area("errors").text("term." + fault.reason());
            output.warn("synonyms.fault", fault.line(), reason);
            faults.addObject().put("line", fault.line()).put("reason", fault.reason());
        });
        if (!faults.isEmpty()) {
            document.set("faults", faults);
        }
        Synonyms.Taken taken;
        try {
            taken = archive.synonyms().take(file, closeness(archive));
        } catch (ArchiveException.InvalidInput e) {
            throw new StoppedMidway(document, e);
        }
        output.say("synonyms.taken", taken.added(), taken.widened(), taken.known());
        output.document(document.put("added", taken.added())
                .put("widened", taken.widened())
                .put("known", taken.known()));
        return ExitCode.DONE;
    }

    /// No more than a file may hold, and a byte.
    private static byte[] read(String file) {
        if (file.equals(INPUT)) {
            return read(System.in);
        }
        try (InputStream bytes = Files.newInputStream(Path.of(file))) {
            return read(bytes);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private static byte[] read(InputStream bytes) {
        try {
            return bytes.readNBytes(SynonymFile.LARGEST + 1);
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private int export(Archive archive) {
        Output output = options.output();
        if (what.isEmpty()) {
            String words = archive.synonyms().export();
            words.lines().forEach(output::line);
            output.document(Output.object().put("text", words));
            return ExitCode.DONE;
        }
        Path file = Path.of(one("FILE"));
        write(file, archive.synonyms().export());
        output.say("synonyms.written", file.toString());
        output.document(Output.object().put("file", file.toString()));
        return ExitCode.DONE;
    }

    private static void write(Path file, String words) {
        try {
            Files.writeString(file, words, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new ArchiveException.AlreadyThere();
        } catch (IOException e) {
            throw new ArchiveException.NotReachable();
        }
    }

    private int starter() {
        Output output = options.output();
        String words = Synonyms.starter();
        words.lines().forEach(output::line);
        output.document(Output.object().put("text", words));
        return ExitCode.DONE;
    }
}
