package org.cairn.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Forms;
import org.cairn.archive.FreshFile;
import org.cairn.archive.Redactions;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Reference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Lists where words stand in the exhibits of a bundle's draft, and writes the draft without those that are confirmed.
///
/// The words come from a file: on the command line they would stay in the shell's history.
@Command(
        name = "bundle-words",
        footer = {
            "  cairn bundle-words draft.json --words names.txt --witness-names",
            "  cairn bundle-words draft.json --words names.txt --redact --take 1,3-5",
            "        --reason WITNESS_IDENTITY --from party --out without.json"
        })
final class BundleWordsCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Parameters(paramLabel = "DRAFT.json")
    @SuppressWarnings("NullAway.Init")
    private String draft;

    @Option(names = "--words", paramLabel = "WORDS.txt")
    private @Nullable String words;

    @Option(names = "--witness-names")
    private boolean witnessNames;

    @Option(names = "--only-whole")
    private boolean onlyWhole;

    @Option(names = "--redact")
    private boolean redact;

    @Option(names = "--reason", paramLabel = "CODE")
    private @Nullable String reason;

    @Option(names = "--from", paramLabel = "V")
    private @Nullable String from;

    @Option(names = "--also-parts")
    private boolean alsoParts;

    @Option(names = "--take", paramLabel = "N")
    private @Nullable String take;

    @Option(names = "--out", paramLabel = "FILE.json")
    private @Nullable Path out;

    @Override
    public Integer call() {
        requireOneInput();
        Optional<Confirmed.Asked> asked = asked();
        if (words == null && !witnessNames) {
            throw new ArchiveException.InvalidInput("--words", "missing");
        }
        Map<String, Integer> given = given();
        if (given.isEmpty() && !witnessNames) {
            throw new ArchiveException.InvalidInput("--words", "missing");
        }
        Optional<BundleDraft> read = Reference.tryParse(draft).isPresent()
                ? Optional.empty()
                : Optional.of(Forms.bundle(GivenText.all(draft)));
        return options.with(archive -> look(
                archive,
                read.orElseGet(() -> archive.bundles().draft(Allowed.reference("DRAFT.json", draft))),
                given,
                asked));
    }

    /// Standard input can be read once.
    private void requireOneInput() {
        long read = Stream.of(draft, words, options.passphraseFile)
                .filter(GivenText.INPUT::equals)
                .count();
        if (read > 1) {
            throw new ArchiveException.InvalidInput(GivenText.INPUT, "givenTwice");
        }
    }

    /// The words that are looked for, and the line of each.
    private Map<String, Integer> given() {
        Map<String, Integer> given = new LinkedHashMap<>();
        List<String> lines = words == null ? List.of() : GivenText.words(words);
        for (int line = 0; line < lines.size(); line++) {
            if (!lines.get(line).isEmpty()) {
                given.putIfAbsent(lines.get(line), line + 1);
            }
        }
        return given;
    }

    private Optional<Confirmed.Asked> asked() {
        if (!redact) {
            if (alsoParts || Stream.of(reason, from, take, out).anyMatch(said -> said != null)) {
                throw new ArchiveException.InvalidInput("--redact", "missing");
            }
            return Optional.empty();
        }
        if (take != null && alsoParts) {
            throw new ArchiveException.InvalidInput("--also-parts", "eitherOfTwo", List.of("--also-parts", "--take"));
        }
        String why =
                Optional.ofNullable(reason).orElseThrow(() -> new ArchiveException.InvalidInput("--reason", "missing"));
        Path file = Optional.ofNullable(out).orElseThrow(() -> new ArchiveException.InvalidInput("--out", "missing"));
        FreshFile.require(file);
        return Optional.of(new Confirmed.Asked(
                Allowed.code("--reason", why, "redaction-reason"),
                Optional.ofNullable(from),
                alsoParts,
                Optional.ofNullable(take).map(Confirmed::numbers),
                file));
    }

    private int look(
            Archive archive, BundleDraft drafted, Map<String, Integer> given, Optional<Confirmed.Asked> asked) {
        Optional<Confirmed> confirmed = asked.map(one -> Confirmed.of(drafted, one));
        List<String> names = names(archive, drafted, given);
        List<String> sought = new ArrayList<>(given.keySet());
        sought.addAll(names);
        Redactions.Sought found = sought.isEmpty()
                ? new Redactions.Sought(List.of(), List.of())
                : archive.redactions().find(drafted, sought, options.output().progress());
        PlacesFound places = new PlacesFound(options.output(), found, List.copyOf(given.values()), onlyWhole);
        places.document().put("words", given.size()).put("names", names.size());
        confirmed.ifPresentOrElse(one -> write(drafted, places, one), () -> places.tell((number, place) -> false));
        return places.end();
    }

    /// Who the witnesses are, where that is asked: said to nobody but the search.
    private List<String> names(Archive archive, BundleDraft drafted, Map<String, Integer> given) {
        if (!witnessNames) {
            return List.of();
        }
        if (!archive.witnesses().mayOpenIdentities()) {
            // no names at all would look as if there were none
            throw new ArchiveException.NotPermitted("readIdentity");
        }
        List<String> known = archive.redactions().proposed(drafted);
        if (known.isEmpty()) {
            options.output().warn("words.nobody");
        }
        return known.stream().filter(name -> !given.containsKey(name)).toList();
    }

    private static void write(BundleDraft drafted, PlacesFound places, Confirmed confirmed) {
        BundleDraft without = confirmed.without(drafted, places.all());
        FreshFile.writeClosely(confirmed.asked().out(), Forms.written(without));
        places.tell(confirmed::takes);
        places.written(confirmed, drafted, without);
    }
}
