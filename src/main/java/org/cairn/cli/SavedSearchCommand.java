package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.archive.Kept;
import org.cairn.archive.SavedSearches;
import org.cairn.archive.SearchRerun;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.Reference;
import org.cairn.domain.SavedSearch;
import org.cairn.domain.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Saves a search, asks it again and says what is new and gone, freezes what it found, or gives it another name.
@Command(
        name = "saved-search",
        footer = {
            "  cairn saved-search --save \"Blood tests\" --query 'blood near/3 test*'",
            "  cairn saved-search S-0001 --run --keep",
            "  cairn saved-search S-0001 --freeze \"For the hearing\"",
            "  cairn saved-search S-0001 --rename \"Blood groups\""
        })
final class SavedSearchCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final NarrowingOptions narrowing = new NarrowingOptions();

    @Parameters(paramLabel = "S-0001", arity = "0..1")
    private @Nullable String reference;

    @Option(names = "--save", paramLabel = "NAME")
    private @Nullable String save;

    @Option(names = "--query", paramLabel = "Q")
    private @Nullable String query;

    @Option(names = "--kept-as", paramLabel = "LEVEL")
    private @Nullable Protection keptAs;

    @Option(names = "--run")
    private boolean run;

    @Option(names = "--keep")
    private boolean keep;

    @Option(names = "--freeze", paramLabel = "NAME")
    private @Nullable String freeze;

    @Option(names = "--rename", paramLabel = "NAME")
    private @Nullable String rename;

    @Option(names = "--limit", paramLabel = "N")
    private int limit = 100;

    @Option(names = "--offset", paramLabel = "N")
    private int offset;

    @Override
    public Integer call() {
        Allowed.count("--limit", limit);
        Allowed.offset("--offset", offset);
        SearchRequest.Filter filter = narrowing.filter(options.locale());
        if (save == null && (query != null || !filter.equals(SearchRequest.Filter.NONE))) {
            throw new ArchiveException.InvalidInput("--save", "missing");
        }
        if (save != null && reference != null) {
            throw Allowed.refused("--save", List.of("NAME"));
        }
        if (rename != null && (run || keep || freeze != null)) {
            throw Allowed.refused("--rename", List.of("NAME"));
        }
        if (reference == null && (run || keep || freeze != null || rename != null)) {
            throw new ArchiveException.InvalidInput("S-0001", "missing");
        }
        return options.with(archive -> save == null ? saved(archive) : save(archive, save, filter));
    }

    private int saved(Archive archive) {
        if (reference == null) {
            return new KeptLines(options.output())
                    .show("searches", archive.savedSearches().list(offset, limit));
        }
        Reference search = Allowed.reference("S-0001", reference);
        if (freeze != null) {
            return freeze(archive, search, freeze);
        }
        if (rename != null) {
            return new KeptLines(options.output()).rename(archive, search, rename);
        }
        return run || keep ? again(archive, search) : show(archive, search);
    }

    private int save(Archive archive, String name, SearchRequest.Filter filter) {
        Output output = options.output();
        String asked = query == null ? "" : query;
        SearchRequest request =
                new SearchRequest(asked, filter, SearchRequest.Sort.REFERENCE, 0, 0, 0).in(options.locale());
        Kept kept;
        try {
            kept = archive.savedSearches().save(name, request, closeness(archive), output.progress());
        } catch (ArchiveException.QueryNotUnderstood e) {
            output.complain(SearchCommand.pointed(asked, e));
            throw e;
        }
        SavedSearches.Opened opened = archive.savedSearches().open(kept.reference());
        output.say("saved.kept", kept.reference().toString(), opened.found().count());
        output.document(KeptLines.json(kept).put("items", opened.found().count()));
        return ExitCode.DONE;
    }

    private Protection closeness(Archive archive) {
        return keptAs == null ? archive.savedSearches().usual() : keptAs;
    }

    private int freeze(Archive archive, Reference search, String name) {
        Output output = options.output();
        Kept kept = archive.savedSearches().freeze(search, name, closeness(archive));
        SavedSearches.OpenedList list = archive.savedSearches().openList(kept.reference());
        output.say(
                "saved.frozen",
                kept.reference().toString(),
                list.lines().count(),
                list.lines().hash().hex());
        output.document(KeptLines.json(kept)
                .put("count", list.lines().count())
                .put("list", list.lines().hash().hex()));
        return ExitCode.DONE;
    }

    private int show(Archive archive, Reference search) {
        Output output = options.output();
        SavedSearches.Opened opened = archive.savedSearches().open(search);
        asked(output, opened.search());
        output.say(
                "saved.found",
                opened.found().count(),
                opened.search().run().asOf().toString(),
                opened.keptBy());
        ObjectNode document = json(opened);
        document.set("items", new KeptLines(output).lines(archive, opened.found(), offset, limit));
        output.document(document);
        return ExitCode.DONE;
    }

    private static void asked(Output output, SavedSearch search) {
        output.line(search.name());
        output.line("  " + (search.query().isBlank() ? output.text("saved.everything") : search.query()));
    }

    private static ObjectNode json(SavedSearches.Opened opened) {
        SavedSearch.Run run = opened.search().run();
        return Output.object()
                .put("ref", opened.revision().reference().toString())
                .put("revision", opened.revision().number())
                .put("name", opened.search().name())
                .put("query", opened.search().query())
                .put("protection", opened.search().protection().name())
                .put("keptBy", opened.keptBy())
                .put("asOf", run.asOf().toString())
                .put("analyser", run.analyser())
                .put("headLine", run.headLine())
                .put("head", run.head().hex())
                .put("clearance", run.clearance().name())
                .put("total", opened.found().count());
    }

    private int again(Archive archive, Reference search) {
        Output output = options.output();
        SearchRerun rerun = archive.savedSearches().run(search, output.progress());
        asked(output, rerun.saved());
        output.say("saved.again", rerun.items(), rerun.before().toString(), rerun.savedBy());
        output.say(
                "search.unseen",
                rerun.unseen().unread(),
                rerun.unseen().awaitingOcr(),
                rerun.unseen().noPermission());
        if (rerun.otherAnalyser()) {
            output.say(
                    "saved.analyser",
                    rerun.saved().run().analyser(),
                    rerun.now().analyser());
        }
        if (rerun.otherSynonyms()) {
            output.say("saved.synonyms");
        }
        ObjectNode document = document(rerun);
        output.say("saved.new", rerun.fresh().size());
        ArrayNode fresh = document.putArray("new");
        KeptLines lines = new KeptLines(output);
        rerun.fresh().stream().skip(offset).limit(limit).forEach(one -> {
            lines.line(archive, one.reference(), output.text("saved.since." + one.since()));
            fresh.addObject()
                    .put("ref", one.reference().toString())
                    .put("since", one.since().name());
        });
        output.say("saved.gone", rerun.gone().size());
        ArrayNode gone = document.putArray("gone");
        rerun.gone().stream().skip(offset).limit(limit).forEach(one -> {
            lines.line(archive, one.reference(), why(output, one));
            gone.addObject()
                    .put("ref", one.reference().toString())
                    .put("changed", one.changed())
                    .put("withdrawn", one.withdrawn());
        });
        output.say("saved.same", rerun.same(), rerun.changed().size());
        if (rerun.lessVisible()) {
            output.say("saved.lessVisible");
        }
        if (keep) {
            Kept kept = archive.savedSearches().keep(rerun);
            output.say("saved.keptAgain", kept.reference().toString(), kept.revision());
            document.put("keptAs", kept.revision());
        }
        output.document(document);
        return ExitCode.DONE;
    }

    private static String why(Output output, SearchRerun.Gone gone) {
        String found = output.text(gone.changed() ? "saved.gone.changed" : "saved.gone.unchanged");
        return gone.withdrawn()
                ? output.words().list(List.of(found, output.text("saved.gone.withdrawn")).stream())
                : found;
    }

    private static ObjectNode document(SearchRerun rerun) {
        ObjectNode document = Output.object()
                .put("ref", rerun.search().toString())
                .put("revision", rerun.revision())
                .put("total", rerun.items())
                .put("passages", rerun.passages())
                .put("unchanged", rerun.same())
                .put("changed", rerun.changed().size())
                .put("newCount", rerun.fresh().size())
                .put("goneCount", rerun.gone().size())
                .put("lessVisible", rerun.lessVisible())
                .put("analyserChanged", rerun.otherAnalyser())
                .put("synonymsChanged", rerun.otherSynonyms())
                .put("before", rerun.before().toString())
                .put("asOf", rerun.now().asOf().toString())
                .put("headLine", rerun.now().headLine())
                .put("head", rerun.now().head().hex());
        document.set("unseen", SearchCommand.json(rerun.unseen()));
        return document;
    }
}
