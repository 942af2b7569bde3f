package org.cairn.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.cairn.archive.Archive;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Reference;
import org.cairn.domain.query.Loosened;
import org.cairn.domain.reading.Extent;
import org.cairn.domain.search.CourtUse;
import org.cairn.domain.search.FoundInside;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Finds passages.
@Command(
        name = "search",
        footer = {
            "  cairn search '\"blood group\" AND clinic language:en' --from 2014 --json",
            "  cairn search --like \"E-0012 p. 3\"",
            "  cairn search --in E-0012 'kidney near/5 price'"
        })
final class SearchCommand implements Callable<Integer> {

    @Mixin
    private final GlobalOptions options = new GlobalOptions();

    @Mixin
    private final SearchOptions search = new SearchOptions();

    @Parameters(paramLabel = "QUERY", arity = "0..*")
    private String[] words = {};

    @Option(names = "--like", paramLabel = "PLACE")
    private @Nullable String like;

    @Option(names = "--in", paramLabel = "REF")
    private @Nullable String within;

    @Override
    public Integer call() {
        String query = String.join(" ", words);
        SearchRequest request = search.request(query, options.locale());
        if (within != null) {
            Reference record = Allowed.reference("--in", within);
            return options.with(archive -> inside(archive, record, request));
        }
        return like == null ? options.with(archive -> find(archive, request)) : alike(like, query);
    }

    private int alike(String what, String query) {
        Optional<Pinpoint> place = Pinpoint.tryParse(what);
        Reference record = place.map(Pinpoint::reference).orElseGet(() -> Allowed.reference("--like", what));
        return options.with(archive -> {
            archive.searches().catchUp(options.output().progress());
            String alike = archive.searches().like(record, place);
            options.output().say("search.like", alike);
            String both = query.isBlank() ? alike : "(" + query + ") " + alike;
            return find(archive, search.request(both, options.locale()));
        });
    }

    private int inside(Archive archive, Reference record, SearchRequest request) {
        Output output = options.output();
        archive.searches().catchUp(output.progress());
        try {
            FoundInside found = archive.searches()
                    .inside(
                            record,
                            request.query(),
                            options.locale(),
                            search.most().orElse(Integer.MAX_VALUE));
            output.say("search.inside", record.toString(), found.count());
            found.places().forEach(place -> output.line(line(place, output)));
            ObjectNode document = Output.object()
                    .put("query", request.query())
                    .put("ref", record.toString())
                    .put("count", found.count());
            ArrayNode places = document.putArray("passages");
            found.places().forEach(place -> places.add(json(place)));
            output.document(document);
            return ExitCode.DONE;
        } catch (ArchiveException.QueryNotUnderstood e) {
            output.complain(pointed(request.query(), e));
            throw e;
        }
    }

    private int find(Archive archive, SearchRequest request) {
        Output output = options.output();
        archive.searches().catchUp(output.progress());
        Optional<String> sentence = Loosened.insteadOfSentence(request.query());
        if (sentence.isPresent()) {
            output.say("search.insteadOfSentence", sentence.get());
            SearchAnswer answer = archive.searches().search(request.asking(sentence.get()));
            return shown(request, answer, Optional.of(instead(sentence.get())), List.of());
        }
        SearchAnswer answer;
        try {
            answer = archive.searches().search(request);
        } catch (ArchiveException.QueryNotUnderstood e) {
            output.complain(pointed(request.query(), e));
            throw e;
        }
        List<String> meant = archive.searches().meant(request.query(), answer);
        Optional<String> other = request.filter().equals(SearchRequest.Filter.NONE)
                        && request.sort() == SearchRequest.Sort.RELEVANCE
                        && request.offset() == 0
                ? Loosened.instead(request.query(), answer.total())
                : Optional.empty();
        if (other.isEmpty()) {
            return shown(request, answer, Optional.empty(), meant);
        }
        output.say("search.instead", answer.total(), other.get());
        ObjectNode instead = instead(other.get()).put("foundAsTyped", answer.total());
        return shown(request, archive.searches().search(request.asking(other.get())), Optional.of(instead), meant);
    }

    private static ObjectNode instead(String query) {
        return Output.object().put("query", query);
    }

    /// @param instead what was asked in the place of the request
    private int shown(SearchRequest request, SearchAnswer answer, Optional<ObjectNode> instead, List<String> meant) {
        Output output = options.output();
        show(answer, output);
        ObjectNode document = json(request, answer);
        instead.ifPresent(other -> document.set("instead", other));
        if (answer.total() == 0 || !meant.isEmpty()) {
            meant.forEach(other -> output.say("search.meant", other));
            meant.forEach(document.putArray("didYouMean")::add);
        }
        if (answer.total() == 0 && instead.isEmpty()) {
            Loosened.offer(request.query()).ifPresent(other -> {
                output.say("search.offer", other);
                document.put("anyOfTheWords", other);
            });
        }
        output.document(document);
        return ExitCode.DONE;
    }

    /// The query with what was not understood between marks: letters of all widths and directions keep their places.
    static String pointed(String query, ArchiveException.QueryNotUnderstood fault) {
        int start = Math.min(fault.start(), query.length());
        int end = Math.clamp(fault.end(), start, query.length());
        return query.substring(0, start) + "»" + query.substring(start, end) + "«" + query.substring(end);
    }

    static void show(SearchAnswer answer, Output output) {
        Words words = output.words();
        SearchAnswer.Unseen unseen = answer.unseen();
        output.say("search.total", answer.total(), answer.hits().size());
        output.say("search.unseen", unseen.unread(), unseen.awaitingOcr(), unseen.noPermission());
        if (unseen.undated() > 0) {
            output.say("search.undated", unseen.undated());
        }
        if (unseen.waiting() > 0) {
            output.say("search.waiting", unseen.waiting());
        }
        for (Hit hit : answer.hits()) {
            output.line("");
            output.line("%s  %s  [%s]"
                    .formatted(
                            hit.reference(),
                            words.title(hit.reference().kind(), hit.title(), hit.said()),
                            words.word("protection", hit.protection().name())));
            hit.court()
                    .filter(use -> use != CourtUse.ALLOWED)
                    .ifPresent(use -> output.line("    " + words.word("court-use", use.name())));
            hit.snippets().forEach(snippet -> output.line(line(snippet, output)));
        }
    }

    private static String line(Hit.Snippet snippet, Output output) {
        return "    " + snippet.pinpoint() + ": "
                + marked(snippet).replace('\n', ' ')
                + (snippet.recognised() ? "  [" + output.text("search.recognised") + "]" : "")
                + snippet.extent()
                        .map(extent -> "  [" + extent(output.words(), extent) + "]")
                        .orElse("")
                + also(output, snippet);
    }

    private static String also(Output output, Hit.Snippet snippet) {
        return snippet.alsoAs().isEmpty()
                ? ""
                : "  [" + output.text("search.alsoAs", String.join(", ", snippet.alsoAs())) + "]";
    }

    /// The words found, between brackets: a terminal may show no colour.
    private static String marked(Hit.Snippet snippet) {
        StringBuilder text = new StringBuilder(snippet.text());
        snippet.highlights()
                .reversed()
                .forEach(highlight -> text.insert(highlight.end(), '»').insert(highlight.start(), '«'));
        return text.toString();
    }

    static ObjectNode json(SearchRequest request, SearchAnswer answer) {
        ObjectNode document = Output.object().put("query", request.query()).put("total", answer.total());
        document.set("unseen", json(answer.unseen()));
        ArrayNode hits = document.putArray("hits");
        answer.hits().forEach(hit -> hits.add(json(hit)));
        ObjectNode facets = document.putObject("facets");
        for (Map.Entry<String, Map<String, Long>> facet : answer.facets().entrySet()) {
            ObjectNode counts = facets.putObject(facet.getKey());
            facet.getValue().forEach(counts::put);
        }
        return document;
    }

    static ObjectNode json(SearchAnswer.Unseen unseen) {
        return Output.object()
                .put("unread", unseen.unread())
                .put("awaitingOcr", unseen.awaitingOcr())
                .put("noPermission", unseen.noPermission())
                .put("undated", unseen.undated())
                .put("waiting", unseen.waiting());
    }

    private static ObjectNode json(Hit hit) {
        ObjectNode node = Output.object();
        node.put("ref", hit.reference().toString())
                .put("kind", hit.reference().kind().code())
                .put("title", hit.title())
                .put("type", hit.type());
        hit.said().ifPresent(subject -> node.put("titleSaidByFile", subject));
        hit.date().ifPresent(date -> node.put("date", date));
        if (hit.dateClaimed()) {
            node.put("dateClaimedByFile", true);
        }
        hit.language().map(LanguageTag::tag).ifPresent(language -> node.put("language", language));
        node.put("protection", hit.protection().name()).put("score", hit.score());
        hit.court().ifPresent(use -> node.put("court", use.name()));
        ArrayNode passages = node.putArray("passages");
        hit.snippets().forEach(snippet -> passages.add(json(snippet)));
        return node;
    }

    private static ObjectNode json(Hit.Snippet snippet) {
        ObjectNode node = Output.object().put("pinpoint", snippet.pinpoint().toString());
        switch (snippet.pinpoint()) {
            case Pinpoint.OfPage page -> node.put("page", page.page());
            case Pinpoint.OfParagraph paragraph -> node.put("paragraph", paragraph.paragraph());
            case Pinpoint.OfAnswer answer -> node.put("answer", answer.answer());
            case Pinpoint.OfMoment moment -> node.put("time", moment.second());
        }
        node.put("snippet", snippet.text());
        snippet.extent().ifPresent(extent -> node.set("extent", ReadingJson.of(extent)));
        if (snippet.recognised()) {
            node.put("recognisedByMachine", true);
        }
        if (!snippet.alsoAs().isEmpty()) {
            ArrayNode also = node.putArray("alsoMatchedAs");
            snippet.alsoAs().forEach(also::add);
        }
        ArrayNode highlights = node.putArray("highlights");
        snippet.highlights()
                .forEach(highlight ->
                        highlights.addArray().add(highlight.start()).add(highlight.end()));
        return node;
    }

    private static String extent(Words words, Extent extent) {
        return words.area("evidence")
                .text("extent." + extent.wording(), extent.from(), extent.to(), extent.within())
                .strip();
    }
}
