package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.ask;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.search.Hit;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.cairn.domain.search.SearchRequest.Sort;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Passages come back as items: grouped, counted, narrowed, in order, and never beyond a clearance.
class ItemsTest {

    @TempDir
    private Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = Passages.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void groupsPassagesByItemBestFirst() {
        Passages.add(
                index,
                anItem("E-0001")
                        .saying("box", "no", "box box box", "the box in a long and winding sentence", "box box"),
                anItem("E-0002").saying("nothing about a box in these very many words of no interest at all"));

        SearchAnswer answer = ask(index, "box");

        assertThat(answer.total()).isEqualTo(2);
        assertThat(answer.hits()).extracting(hit -> hit.reference().toString()).containsExactly("E-0001", "E-0002");
        assertThat(answer.hits().getFirst().snippets())
                .extracting(snippet -> snippet.pinpoint().toString())
                .hasSize(3)
                .startsWith("E-0001 p. 3", "E-0001 p. 5");
        assertThat(answer.hits().getFirst().score())
                .isGreaterThan(answer.hits().getLast().score());
    }

    @Test
    void countsFacetsByItemNotByPassage() {
        Passages.add(
                index,
                anItem("E-0001").saying("box", "box", "box").in("en").dated("2014-05"),
                anItem("E-0002").saying("box", "none").in("ug").dated("2014").ofType("VIDEO"),
                anItem("T-0001").saying("box").ofType("STATEMENT").kept(Protection.PUBLIC),
                anItem("T-0002").saying("none").ofType("STATEMENT"));

        Map<String, Map<String, Long>> facets = ask(index, "box").facets();

        assertThat(facets.get("kind")).isEqualTo(Map.of("evidence", 2L, "testimony", 1L));
        assertThat(facets.get("type")).isEqualTo(Map.of("PHOTO", 1L, "VIDEO", 1L, "STATEMENT", 1L));
        assertThat(facets.get("language")).isEqualTo(Map.of("en", 1L, "ug", 1L));
        assertThat(facets.get("protection")).isEqualTo(Map.of("RESTRICTED", 2L, "PUBLIC", 1L));
        assertThat(facets.get("year")).isEqualTo(Map.of("2014", 2L));
    }

    @Test
    void countsTheSameOverManySegments() {
        for (int number = 1; number <= 60; number++) {
            Passages.add(
                    index, anItem("E-" + number).saying("box " + number, "box").in(number % 3 == 0 ? "ar" : "en"));
        }
        Passages.add(index, anItem("E-7").saying("nothing"), anItem("E-9").saying("box"));

        SearchAnswer answer = ask(index, "box");

        assertThat(answer.total()).isEqualTo(59);
        assertThat(answer.facets().get("language")).isEqualTo(Map.of("ar", 19L, "en", 39L));
    }

    @Test
    void tellsNothingAboveAClearance() {
        Passages.add(
                index,
                anItem("E-0001").saying("surgeon surname").in("en"),
                anItem("E-0002")
                        .saying("surgeon surveillance")
                        .in("ar")
                        .kept(Protection.SEALED)
                        .dated("2015"));

        SearchAnswer answer = index.search(SearchRequest.of("surgeon"), Protection.CONFIDENTIAL);

        assertThat(answer.total()).isEqualTo(1);
        assertThat(answer.hits()).extracting(hit -> hit.reference().toString()).containsExactly("E-0001");
        assertThat(answer.facets().get("language")).isEqualTo(Map.of("en", 1L));
        assertThat(answer.facets().get("year")).isEmpty();
        assertThat(answer.unseen()).isEqualTo(SearchAnswer.Unseen.NOTHING);
        assertThat(index.suggest("sur", Protection.CONFIDENTIAL, 9)).containsExactly("surgeon", "surname");
        assertThat(index.suggest("sur", Protection.SEALED, 9)).containsExactly("surgeon", "surname", "surveillance");
        for (String probe : List.of("ref:E-0002", "protection:sealed", "NOT ref:E-0001", "surveil*", "date:2015")) {
            assertThat(index.search(SearchRequest.of(probe), Protection.CONFIDENTIAL)
                            .total())
                    .as(probe)
                    .isZero();
        }
    }

    @Test
    void narrowsByEveryFilter() {
        Passages.add(
                index,
                anItem("E-0001").saying("box").in("en").dated("2014-05"),
                anItem("E-0002").saying("box").in("ug").dated("2015/2017").ofType("VIDEO"),
                anItem("T-0001").saying("box").in("en").dated("../2014-01-31").kept(Protection.PUBLIC),
                anItem("T-0002").saying("box"));

        assertThat(narrowed(new FilterWords().kinds(RecordKind.TESTIMONY))).containsExactly("T-0001", "T-0002");
        assertThat(narrowed(new FilterWords().types("VIDEO"))).containsExactly("E-0002");
        assertThat(narrowed(new FilterWords().languages("en", "ug"))).containsExactly("T-0001", "E-0001", "E-0002");
        assertThat(narrowed(new FilterWords().protections(Protection.PUBLIC))).containsExactly("T-0001");
        assertThat(narrowed(new FilterWords().within("E-0002"))).containsExactly("E-0002");
        assertThat(narrowed(new FilterWords().days("2014-05-31", "2016-01-01"))).containsExactly("E-0001", "E-0002");
        assertThat(narrowed(new FilterWords().days("2014-06-01", "2014-12-31"))).isEmpty();
        assertThat(narrowed(new FilterWords().days("1900-01-01", "2014-01-01"))).containsExactly("T-0001");
        assertThat(narrowed(new FilterWords().days("2017-12-31", null))).containsExactly("E-0002");
        assertThat(narrowed(new FilterWords().days(null, "2014-01-15"))).containsExactly("T-0001");
    }

    @Test
    void sortsAndPages() {
        Passages.add(
                index,
                anItem("E-0003").saying("box").dated("2012"),
                anItem("E-0001").saying("box box").dated("2018"),
                anItem("E-0002").saying("box box box"));

        assertThat(sorted(Sort.REFERENCE, 9, 0)).containsExactly("E-0001", "E-0002", "E-0003");
        assertThat(sorted(Sort.DATE, 9, 0)).containsExactly("E-0001", "E-0003", "E-0002");
        assertThat(sorted(Sort.RELEVANCE, 9, 0)).containsExactly("E-0002", "E-0001", "E-0003");
        assertThat(sorted(Sort.REFERENCE, 1, 1)).containsExactly("E-0002");
        assertThat(sorted(Sort.REFERENCE, 5, 3)).isEmpty();
        assertThat(sorted(Sort.REFERENCE, 0, 0)).isEmpty();
    }

    @Test
    void pagesThroughEverythingOnceInOneOrder() {
        Passages.AnItem[] items = new Passages.AnItem[50];
        for (int i = 0; i < items.length; i++) {
            items[i] = anItem("E-" + (i + 1)).saying("the same words");
        }
        Passages.add(index, items);
        List<String> seen = new java.util.ArrayList<>();
        for (int offset = 0; offset < 50; offset += 7) {
            seen.addAll(sorted(Sort.RELEVANCE, 7, offset));
        }
        assertThat(seen).hasSize(50).doesNotHaveDuplicates();
    }

    @Test
    void givesWhatAHitShows() {
        Passages.add(
                index,
                anItem("E-0001")
                        .titled("Manifest")
                        .saying("box")
                        .in("zh-Hans")
                        .dated("2014-03~")
                        .kept(Protection.PUBLIC));

        Hit hit = ask(index, "box").hits().getFirst();

        assertThat(hit.title()).isEqualTo("Manifest");
        assertThat(hit.type()).isEqualTo("PHOTO");
        assertThat(hit.date()).contains("2014-03~");
        assertThat(hit.language()).contains(new LanguageTag("zh-Hans"));
        assertThat(hit.protection()).isEqualTo(Protection.PUBLIC);
    }

    @Test
    void showsTheBeginningOfAPassageFoundByItsTitle() {
        Passages.add(index, anItem("E-0001").titled("Manifest").saying("First words. Then others."));

        Hit.Snippet snippet =
                ask(index, "manifest").hits().getFirst().snippets().getFirst();
        assertThat(snippet.text()).startsWith("First words.");
        assertThat(snippet.highlights()).isEmpty();
    }

    @Test
    void suggestsWordsAsTheyAreWrittenTheMostFrequentFirst() {
        Passages.add(
                index,
                anItem("E-0001").saying("المُسْتَشْفَى المحكمة", "kidney", "kidneys"),
                anItem("E-0002").saying("kidney Élysée elytron"));

        assertThat(index.suggest("KID", Protection.SEALED, 5)).containsExactly("kidney", "kidneys");
        assertThat(index.suggest("ely", Protection.SEALED, 5)).containsExactly("Élysée", "elytron");
        assertThat(index.suggest("المحكم", Protection.SEALED, 5)).containsExactly("المحكمة");
        assertThat(index.suggest("kid", Protection.SEALED, 1)).containsExactly("kidney");
        assertThat(index.suggest("", Protection.SEALED, 5)).isEmpty();
        assertThat(index.suggest("zzz", Protection.SEALED, 5)).isEmpty();
    }

    private List<String> sorted(Sort sort, int limit, int offset) {
        SearchRequest request = new SearchRequest("the OR box", Filter.NONE, sort, limit, offset, 1);
        return index.search(request, Protection.SEALED).hits().stream()
                .map(hit -> hit.reference().toString())
                .toList();
    }

    private List<String> narrowed(FilterWords words) {
        SearchRequest request = new SearchRequest("box", words.filter, Sort.REFERENCE, 20, 0, 1);
        return index.search(request, Protection.SEALED).hits().stream()
                .map(hit -> hit.reference().toString())
                .toList();
    }

    /// One thing that narrows.
    private static final class FilterWords {
        private Filter filter = Filter.NONE;

        FilterWords kinds(RecordKind... kinds) {
            return with(Set.of(kinds), Set.of(), Set.of(), Set.of(), Optional.empty());
        }

        FilterWords types(String... types) {
            return with(Set.of(), Set.of(types), Set.of(), Set.of(), Optional.empty());
        }

        FilterWords languages(String one, String other) {
            return with(
                    Set.of(),
                    Set.of(),
                    Set.of(new LanguageTag(one), new LanguageTag(other)),
                    Set.of(),
                    Optional.empty());
        }

        FilterWords protections(Protection... levels) {
            return with(Set.of(), Set.of(), Set.of(), Set.of(levels), Optional.empty());
        }

        FilterWords within(String reference) {
            return with(Set.of(), Set.of(), Set.of(), Set.of(), Optional.of(Reference.parse(reference)));
        }

        FilterWords days(@org.jspecify.annotations.Nullable String from, @org.jspecify.annotations.Nullable String to) {
            filter = new Filter(
                    Set.of(),
                    Set.of(),
                    Set.of(),
                    Optional.ofNullable(from).map(LocalDate::parse),
                    Optional.ofNullable(to).map(LocalDate::parse),
                    Set.of(),
                    Optional.empty());
            return this;
        }

        private FilterWords with(
                Set<RecordKind> kinds,
                Set<String> types,
                Set<LanguageTag> languages,
                Set<Protection> protections,
                Optional<Reference> within) {
            filter = new Filter(kinds, types, languages, Optional.empty(), Optional.empty(), protections, within);
            return this;
        }
    }

    @Test
    void countsWhatFitsButHasNoDateWhereDaysAreAskedFor() {
        Passages.add(
                index,
                anItem("E-0001").saying("a box").dated("2014"),
                anItem("E-0002").saying("a box", "and another box"),
                anItem("E-0003").saying("a box").ofType("AUDIO"),
                anItem("E-0004").saying("no such thing"),
                anItem("E-0005").saying("a box").kept(Protection.EX_PARTE));

        assertThat(since2014("box", Set.of(), Protection.RESTRICTED)).isEqualTo(2);
        assertThat(since2014("box", Set.of("PHOTO"), Protection.RESTRICTED)).isEqualTo(1);
        assertThat(since2014("box", Set.of(), Protection.SEALED)).isEqualTo(3);
        assertThat(ask(index, "box").unseen().undated()).isZero();
    }

    @Test
    void countsWhatHasNoDateWhereTheQueryItselfAsksForDays() {
        Passages.add(
                index,
                anItem("E-0001").saying("a box").dated("2014"),
                anItem("E-0002").saying("a box", "and a lid"),
                anItem("E-0003").saying("a lid"));

        assertThat(ask(index, "box date:2014").unseen().undated()).isEqualTo(1);
        assertThat(ask(index, "lid OR date:2014").unseen().undated()).isZero();
        assertThat(ask(index, "box -date:2014").unseen().undated()).isZero();
        assertThat(ask(index, "(box OR lid) date:2014..").unseen().undated()).isEqualTo(2);
    }

    @Test
    void tellsADateThatOnlyTheFileGives() {
        Passages.add(
                index,
                anItem("E-0001").saying("a box").claiming("2014-03-05?"),
                anItem("E-0002").saying("a box").dated("2014-03-05"));

        assertThat(ask(index, "box date:2014").hits())
                .extracting(hit -> hit.reference() + " " + hit.dateClaimed())
                .containsExactlyInAnyOrder("E-0001 true", "E-0002 false");
    }

    private long since2014(String query, Set<String> types, Protection clearance) {
        Filter filter = new Filter(
                Set.of(),
                types,
                Set.of(),
                Optional.of(LocalDate.of(2014, 1, 1)),
                Optional.empty(),
                Set.of(),
                Optional.empty());
        return index.search(new SearchRequest(query, filter, Sort.RELEVANCE, 10, 0, 3), clearance)
                .unseen()
                .undated();
    }
}
