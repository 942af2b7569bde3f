package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.BundleKey;
import org.cairn.archive.Bundles;
import org.cairn.archive.Choices;
import org.cairn.archive.Forms;
import org.cairn.archive.QueryDraft;
import org.cairn.archive.SigningKey;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.BundleMaking;
import org.cairn.domain.BundleMaking.Schedule;
import org.cairn.domain.BundleVersion;
import org.cairn.domain.ConsentGap;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Reference;
import org.cairn.domain.served.Preflight;
import org.cairn.domain.served.RuleResult;
import org.cairn.domain.served.ServedBundle;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes a bundle from a draft or from what a query finds.
@Command(
        name = "bundle",
        footer = {
            "  cairn bundle draft.json --out served/",
            "  cairn bundle --query \"blood group\" --title Clinic --preflight-only"
        })
final class BundleCommand implements Callable<Integer> {

    private static final List<String> VERSIONS =
            Arrays.stream(BundleVersion.values()).map(BundleCommand::code).toList();
    private static final List<String> SCHEDULES =
            Arrays.stream(Schedule.values()).map(BundleCommand::code).toList();

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Parameters(paramLabel = "DRAFT.json", arity = "0..1")
    private @Nullable String draft;

    @Option(names = "--query", paramLabel = "Q")
    private @Nullable String query;

    @Option(names = "--title", paramLabel = "T")
    private String title = "";

    @Option(names = "--bundle-language", paramLabel = "xx")
    private String language = "en";

    @Option(names = "--out", paramLabel = "DIR")
    private @Nullable Path out;

    @Option(names = "--profile", paramLabel = "P")
    private @Nullable String profile;

    @Option(names = "--versions", split = ",", paramLabel = "V")
    private List<String> versions = List.of();

    @Option(names = "--template", paramLabel = "P")
    private @Nullable String template;

    @Option(names = "--schedules", split = ",", paramLabel = "S")
    private List<String> schedules = List.of();

    @Option(names = "--load-files")
    private boolean loadFiles;

    @Option(names = "--archival")
    private boolean archival;

    @Option(names = "--sign", paramLabel = "KEY.p12")
    private @Nullable Path key;

    @Option(names = "--sign-archive")
    private boolean signArchive;

    @Option(names = "--sign-password-file", paramLabel = "F")
    private @Nullable Path keyPassword;

    @Option(names = "--after", paramLabel = "REF")
    private @Nullable String after;

    @Option(names = "--conditions-met", split = ",", paramLabel = "REF")
    private Set<String> conditionsMet = new LinkedHashSet<>();

    @Option(names = "--protected", paramLabel = "WORDS.txt")
    private @Nullable Path protectedWords;

    @Option(names = "--preflight-only")
    private boolean preflightOnly;

    @Override
    public Integer call() {
        if (template != null) {
            return begin(template);
        }
        if ((draft == null) == (query == null)) {
            throw new ArchiveException.InvalidInput("DRAFT.json", "missing");
        }
        if (out == null && !preflightOnly) {
            throw new ArchiveException.InvalidInput("--out", "missing");
        }
        if (signArchive && key != null) {
            throw new ArchiveException.InvalidInput(
                    "--sign-archive", "eitherOfTwo", List.of("--sign", "--sign-archive"));
        }
        if (profile != null) {
            profile = Allowed.oneOf(Bundles.profiles(), "--profile", profile);
        }
        language = Allowed.oneOf(Bundles.languages(), "--bundle-language", language);
        versions = versions.stream()
                .map(version -> Allowed.oneOf(VERSIONS, "--versions", version))
                .toList();
        schedules = schedules.stream()
                .map(schedule -> Allowed.oneOf(SCHEDULES, "--schedules", schedule))
                .toList();
        Choices choices = new Choices(
                conditionsMet.stream()
                        .map(reference -> Allowed.reference("--conditions-met", reference))
                        .collect(Collectors.toSet()),
                protectedWords());
        search.request("", options.locale());
        return options.with(archive -> bundle(archive, choices));
    }

    /// Prints what a draft for a court begins with; needs no archive.
    private int begin(String court) {
        String known = Allowed.oneOf(Bundles.profiles(), "--template", court);
        String in = Allowed.oneOf(Bundles.languages(), "--bundle-language", language);
        String named = title.isBlank() ? options.output().text("bundle.fromQuery") : title;
        Cairn.out().println(Forms.written(Bundles.fromTemplate(known, named, new LanguageTag(in))));
        return ExitCode.DONE;
    }

    private int bundle(Archive archive, Choices choices) {
        QueryDraft drafted = asked(archive);
        BundleDraft asked = made(profiled(drafted.draft()));
        Output output = options.output();
        if (preflightOnly || out == null) {
            Preflight preflight = archive.bundles().preflight(asked, choices);
            return preflight(
                    output,
                    new Preflight(
                            joined(drafted.results(), preflight.results()), preflight.gaps(), preflight.versions()));
        }
        RuleLines.tell(output, drafted.results());
        Set<BundleVersion> wanted = versions.stream()
                .map(version -> BundleVersion.valueOf(version.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toSet());
        List<ServedBundle> served =
                archive.bundles().write(asked, kept(), wanted, choices, key(), out, output.progress());
        ObjectNode document = Output.object();
        describe(output, document, served.getFirst(), drafted.results());
        if (served.size() > 1) {
            ArrayNode all = document.putArray("versions");
            served.forEach(version -> describe(output, all.addObject(), version, List.of()));
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private static void describe(Output output, ObjectNode into, ServedBundle served, List<RuleResult> before) {
        RuleLines.tell(output, served.results());
        for (ServedBundle.Volume volume : served.volumes()) {
            output.say(
                    "bundle.done",
                    volume.pdf().toString(),
                    volume.pages(),
                    served.exhibits(),
                    volume.fingerprint().hex());
        }
        into.put("pdf", served.pdf().toString())
                .put("manifest", served.manifest().toString())
                .put("sha256", served.fingerprint().hex())
                .put("pages", served.pages())
                .put("exhibits", served.exhibits());
        ArrayNode volumes = into.putArray("volumes");
        served.volumes()
                .forEach(volume -> volumes.addObject()
                        .put("number", volume.number())
                        .put("pdf", volume.pdf().toString())
                        .put("sha256", volume.fingerprint().hex())
                        .put("firstPage", volume.firstPage())
                        .put("pages", volume.pages()));
        into.set("rules", RuleLines.json(output, joined(before, served.results())));
    }

    private Optional<Reference> kept() {
        return Optional.ofNullable(draft).flatMap(Reference::tryParse);
    }

    private QueryDraft asked(Archive archive) {
        if (draft == null) {
            archive.searches().catchUp(options.output().progress());
            String words = query == null ? "" : query;
            String named = title.isBlank() ? options.output().text("bundle.fromQuery") : title;
            return archive.bundles()
                    .fromQuery(
                            search.request(words, options.locale()), search.most(), named, new LanguageTag(language));
        }
        String given = draft;
        BundleDraft kept = Reference.tryParse(given)
                .map(archive.bundles()::draft)
                .orElseGet(() -> Forms.bundle(GivenText.all(given)));
        return new QueryDraft(kept, List.of());
    }

    /// With the schedules and load files that are asked for here, and behind what was served before.
    private BundleDraft made(BundleDraft asked) {
        BundleMaking making = asked.how();
        List<Schedule> wanted = schedules.stream()
                .map(schedule -> Schedule.valueOf(schedule.toUpperCase(Locale.ROOT)))
                .toList();
        return asked.made(new BundleMaking(
                wanted.isEmpty() ? making.schedules() : wanted,
                making.versions(),
                archival || making.archival(),
                loadFiles || making.loadFiles(),
                Optional.ofNullable(after)
                        .map(reference -> Allowed.reference("--after", reference))
                        .or(making::after)));
    }

    private static String code(Enum<?> code) {
        return code.name().toLowerCase(Locale.ROOT);
    }

    /// The key that each file is signed with: the archive's own, or one in a PKCS#12 file.
    private Optional<BundleKey> key() {
        if (signArchive) {
            return Optional.of(new BundleKey.OfArchive());
        }
        return Optional.ofNullable(key)
                .map(file -> new SigningKey(
                        file,
                        keyPassword == null
                                ? new char[0]
                                : GivenText.all(keyPassword.toString()).strip().toCharArray()));
    }

    /// One to a line.
    private List<String> protectedWords() {
        return protectedWords == null
                ? List.of()
                : GivenText.words(protectedWords.toString()).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    private static List<RuleResult> joined(List<RuleResult> first, List<RuleResult> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private BundleDraft profiled(BundleDraft asked) {
        return profile == null ? asked : asked.withProfile(profile);
    }

    private static int preflight(Output output, Preflight preflight) {
        RuleLines.tell(output, preflight);
        ObjectNode document = Output.object().put("permitted", preflight.permitted());
        document.set("rules", RuleLines.json(output, preflight));
        ArrayNode gaps = document.putArray("gaps");
        for (ConsentGap gap : preflight.gaps()) {
            ObjectNode one = gaps.addObject()
                    .put("statement", gap.statement().toString())
                    .put("witness", gap.witness().toString())
                    .put("within", gap.within().toString())
                    .put("scope", gap.scope())
                    .put("decision", gap.decision().map(Enum::name).orElse(""));
            RuleLines.versions(one, preflight.only(gap));
        }
        output.document(document);
        return preflight.permitted() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
