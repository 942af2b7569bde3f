package org.cairn.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.cairn.crypto.Secret;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Pinpoint;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.SearchRequest.Sort;
import org.cairn.search.Change;
import org.cairn.search.HeldTexts;
import org.cairn.search.IndexedPassage;
import org.cairn.search.PassageIndex;

/// Asks questions whose right answers people have judged, and prints how well ours are ranked (nDCG at 10) beside what
/// plain BM25 without stemming reaches. A question is asked as its words with OR between them.
///
/// Run: `mvn -q test-compile exec:exec -Dexec.classpathScope=test -Dmain.class=org.cairn.bench.SearchQualityBench
/// -Dargs=FOLDER` with the folder that holds `common` and `dev`.
public final class SearchQualityBench {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RANKED = 10;
    /// What a query may have.
    private static final int MOST_WORDS = 300;

    private SearchQualityBench() {}

    public static void main(String[] arguments) throws IOException {
        Path corpora = Path.of(
                arguments.length > 0 && !arguments[0].isBlank() ? arguments[0] : "../shared/corpora/search-quality");
        if (!Files.isDirectory(corpora.resolve("dev"))) {
            print("skipped: no judged questions in that folder");
            return;
        }
        Map<String, Double> floors = floors(corpora.resolve("BASELINE-dev.tsv"));
        print("%-12s %8s %8s %8s", "set", "ours", "floor", "ahead");
        try (Stream<Path> sets = Files.list(corpora.resolve("dev"))) {
            for (Path set : sets.sorted().toList()) {
                String name = set.getFileName().toString();
                double ours = mean(corpora.resolve("common").resolve(name), set);
                double floor = floors.getOrDefault(name, 0.0);
                print("%-12s %8.3f %8.3f %+8.3f", name, ours, floor, ours - floor);
            }
        }
    }

    private static double mean(Path common, Path judged) throws IOException {
        Path folder = Files.createTempDirectory("search-quality");
        HeldTexts held = new HeldTexts();
        try (Secret key = Secret.random(new SecureRandom(), 32);
                PassageIndex index = PassageIndex.open(folder.resolve("index"), key, held)) {
            List<String> ids = fill(index, held, common.resolve("corpus.jsonl"), language(common));
            Map<String, Map<String, Integer>> judgements = judgements(judged.resolve("qrels.tsv"));
            List<Double> gains = new ArrayList<>();
            for (JsonNode query : lines(judged.resolve("queries.jsonl"))) {
                Map<String, Integer> wanted = judgements.get(query.get("_id").asText());
                if (wanted != null) {
                    gains.add(gain(ranked(index, query.get("text").asText(), ids), wanted));
                }
            }
            return gains.stream().mapToDouble(Double::doubleValue).average().orElse(0);
        } finally {
            delete(folder);
        }
    }

    private static String language(Path set) {
        String name = set.getFileName().toString();
        return name.startsWith("xquad-") ? name.substring("xquad-".length()) : "en";
    }

    private static List<String> fill(PassageIndex index, HeldTexts held, Path corpus, String language)
            throws IOException {
        List<String> ids = new ArrayList<>();
        List<Change> changes = new ArrayList<>();
        for (JsonNode document : lines(corpus)) {
            ids.add(document.get("_id").asText());
            Reference reference = new Reference(RecordKind.EVIDENCE, ids.size());
            IndexedPassage passage = new IndexedPassage(
                    reference,
                    new Pinpoint.OfPage(reference, 1),
                    document.path("title").asText(""),
                    "DOCUMENT",
                    document.get("text").asText(),
                    Optional.of(new LanguageTag(language)),
                    Optional.empty(),
                    Protection.RESTRICTED,
                    Optional.empty(),
                    Set.of());
            held.hold(reference, List.of(passage.text()));
            changes.add(new Change(reference, List.of(passage)));
        }
        index.apply(1, changes);
        index.commit();
        return ids;
    }

    private static List<String> ranked(PassageIndex index, String question, List<String> ids) {
        String any = Arrays.stream(question.split("[^\\p{L}\\p{N}\\p{M}'’\\u200C\\u200D]+"))
                .filter(word -> word.codePoints().anyMatch(Character::isLetterOrDigit))
                .map(SearchQualityBench::plain)
                .limit(MOST_WORDS)
                .collect(Collectors.joining(" OR "));
        SearchRequest request = new SearchRequest(any, Filter.NONE, Sort.RELEVANCE, RANKED, 0, 0);
        return index.search(request, Protection.SEALED).hits().stream()
                .map(Hit::reference)
                .map(reference -> ids.get((int) reference.number() - 1))
                .toList();
    }

    /// A word that is no operator.
    private static String plain(String word) {
        return Set.of("AND", "OR", "NOT").contains(word) ? word.toLowerCase(Locale.ROOT) : word;
    }

    private static double gain(List<String> ranked, Map<String, Integer> wanted) {
        double gain = 0;
        for (int place = 0; place < ranked.size(); place++) {
            gain += discounted(wanted.getOrDefault(ranked.get(place), 0), place);
        }
        List<Integer> ideal =
                wanted.values().stream().sorted(Comparator.reverseOrder()).toList();
        double best = 0;
        for (int place = 0; place < Math.min(RANKED, ideal.size()); place++) {
            best += discounted(ideal.get(place), place);
        }
        return best == 0 ? 0 : gain / best;
    }

    private static double discounted(int grade, int place) {
        return grade * Math.log(2) / Math.log(place + 2.0);
    }

    private static Map<String, Map<String, Integer>> judgements(Path file) throws IOException {
        Map<String, Map<String, Integer>> judged = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\t", -1);
            if (cells.length == 3 && cells[2].matches("\\d+")) {
                judged.computeIfAbsent(cells[0], unused -> new HashMap<>()).put(cells[1], Integer.parseInt(cells[2]));
            }
        }
        return judged;
    }

    private static Map<String, Double> floors(Path file) throws IOException {
        Map<String, Double> floors = new HashMap<>();
        if (Files.exists(file)) {
            for (String line : Files.readAllLines(file)) {
                String[] cells = line.split("\t", -1);
                if (cells.length > 5 && cells[5].matches("[0-9.]+")) {
                    floors.put(cells[0], Double.parseDouble(cells[5]));
                }
            }
        }
        return floors;
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                nodes.add(JSON.readTree(line));
            }
        }
        return nodes;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
