package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.archive.Archive;
import org.cairn.archive.Bundles;
import org.cairn.archive.Choices;
import org.cairn.archive.Forms;
import org.cairn.archive.QueryDraft;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.BundleDraft;
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

    private static final List<String> VERSIONS = List.of("confidential", "party", "public");

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

    @Option(names = "--conditions-met", split = ",", paramLabel = "REF")
    private Set<String> conditionsMet = new LinkedHashSet<>();

    @Option(names = "--preflight-only")
    private boolean preflightOnly;

    @Override
    public Integer call() {
        if ((draft == null) == (query == null)) {
            throw new ArchiveException.InvalidInput("DRAFT.json", "missing");
        }
        if (out == null && !preflightOnly) {
            throw new ArchiveException.InvalidInput("--out", "missing");
        }
        if (profile != null) {
            profile = Allowed.oneOf(Bundles.profiles(), "--profile", profile);
        }
        language = Allowed.oneOf(Bundles.languages(), "--bundle-language", language);
        versions.forEach(version -> Allowed.oneOf(VERSIONS, "--versions", version));
        Choices choices = new Choices(conditionsMet.stream()
                .map(reference -> Allowed.reference("--conditions-met", reference))
                .collect(Collectors.toSet()));
        search.request("", options.locale());
        return options.with(archive -> bundle(archive, choices));
    }

    private int bundle(Archive archive, Choices choices) {
        QueryDraft drafted = asked(archive);
        BundleDraft asked = profiled(drafted.draft());
        requireOwnVersion(asked);
        Output output = options.output();
        if (preflightOnly || out == null) {
            Preflight preflight = archive.bundles().preflight(asked, choices);
            return preflight(output, new Preflight(joined(drafted.results(), preflight.results()), preflight.gaps()));
        }
        RuleLines.tell(output, drafted.results());
        ServedBundle served = archive.bundles().write(asked, choices, out, output.progress());
        RuleLines.tell(output, served.results());
        output.say(
                "bundle.done",
                served.pdf().toString(),
                served.pages(),
                served.exhibits(),
                served.fingerprint().hex());
        ObjectNode document = Output.object()
                .put("pdf", served.pdf().toString())
                .put("manifest", served.manifest().toString())
                .put("sha256", served.fingerprint().hex())
                .put("pages", served.pages())
                .put("exhibits", served.exhibits());
        document.set("rules", RuleLines.json(output, joined(drafted.results(), served.results())));
        output.document(document);
        return ExitCode.DONE;
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

    /// What is to be read by fewer eyes than a draft allows needs pages taken out or blacked out for good, which the
    /// program cannot do yet: it writes the version that the draft is, and no other under a wrong name.
    private void requireOwnVersion(BundleDraft asked) {
        String own = switch (asked.confidentiality()) {
            case PUBLIC -> "public";
            case RESTRICTED -> "party";
            case CONFIDENTIAL, EX_PARTE, SEALED -> "confidential";
        };
        if (versions.stream().anyMatch(version -> !version.equalsIgnoreCase(own))) {
            throw new ArchiveException.InvalidInput("--versions", "versionNotYet", List.of(own));
        }
    }

    private static List<RuleResult> joined(List<RuleResult> first, List<RuleResult> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private BundleDraft profiled(BundleDraft asked) {
        return profile == null ? asked : asked.withProfile(profile);
    }

    private static int preflight(Output output, Preflight preflight) {
        RuleLines.tell(output, preflight.results());
        ObjectNode document = Output.object().put("permitted", preflight.permitted());
        document.set("rules", RuleLines.json(output, preflight.results()));
        ArrayNode gaps = document.putArray("gaps");
        preflight
                .gaps()
                .forEach(gap -> gaps.addObject()
                        .put("statement", gap.statement().toString())
                        .put("witness", gap.witness().toString())
                        .put("within", gap.within().toString())
                        .put("scope", gap.scope())
                        .put("decision", gap.decision().map(Enum::name).orElse("")));
        output.document(document);
        return preflight.permitted() ? ExitCode.DONE : ExitCode.CHECK_FAILED;
    }
}
