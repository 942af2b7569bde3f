package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.cairn.domain.search.SearchRequest.Filter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words are found in their other forms, as the language of the passage has them; between quotes they stay as they are.
class StemsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0}: {1} in {2}")
    @CsvSource(delimiter = '|', textBlock = """
            en  | transplants    | the transplanted kidney
            en  | kidney         | both kidneys
            en  | DONORS         | a donor
            ru  | почки          | пересадка почек и почка
            ru  | больницы       | в больнице
            ar  | معتقلون        | شهادة المعتقلين
            ar  | كلية           | الكلى والكلية
            fa  | بیمارستان      | بیمارستان‌ها
            tr  | hastane        | hastanede
            tr  | İSTANBUL       | istanbulda
            tr  | böbrekleri     | böbrek
            ckb | کتێب           | کتێبەکان
            hi  | लड़का           | लड़के
            fr  | hôpitaux       | à l'hôpital
            de  | Krankenhäuser  | im Krankenhauses
            es  | riñones        | un riñón
            ug  | doxturxana     | ئۇلار دوختۇرخانا
            ug  | دوختۇرخانا     | ular doxturxana
            ug  | ürümchi        | ئۈرۈمچى شەھىرى
            ug  | urumchi        | ئۈرۈمچى شەھىرى
            ug  | شىنجاڭ         | Shinjang Uyghur
            zh-Hant | 医院       | 他在醫院工作
            bo  | སྨན་ཁང         | བོད་ལྗོངས་སྨན་ཁང།
            sr  | bubrezi        | продали су бубрезима
            bs  | бубрег         | prodali su bubrege
            hr  | bolnice        | u bolnici
            arz | معتقلون        | شهادة المعتقلين
            """)
    void findsOtherForms(String language, String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying("nothing, ничего, 别的").in("en"));
            index.keep(anItem("E-0002").saying(text).in(language));

            assertThat(index.find(query)).containsExactly("E-0002");
            assertThat(index.find("language:" + language + " " + query)).containsExactly("E-0002");
            assertThat(index.highlighted(query)).isNotEmpty();
        }
    }

    @ParameterizedTest(name = "{1} not in {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            en | "transplants"    | the transplanted kidney
            en | ="kidney"        | both kidneys
            ru | "почки"          | почек
            en | *plant           | transplanted
            en | /.*plant/        | transplanted
            en | ?transplant      | transplanted
            en | /transpl/        | transplanting
            en | transpl          | transplanting
            ug | "doxturxana"     | دوختۇرخانا
            """)
    void keepsWhatIsQuotedOrOpenAsItIs(String language, String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying(text).in(language));

            assertThat(index.find(query)).isEmpty();
        }
    }

    @Test
    void suggestsWordsAndNoStems() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying("hospitalised hospitals").in("en"));

            assertThat(index.index().suggest("hosp", Protection.SEALED, 5))
                    .containsExactly("hospitalised", "hospitals");
        }
    }

    @Test
    void findsInALanguageWhatItFindsThereWithoutNamingIt() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying("une journal").in("fr"));
            index.keep(anItem("E-0002").saying("a journal").in("en"));

            assertThat(index.find("journaux language:fr")).containsExactly("E-0001");
            assertThat(index.find("journaux language:en")).containsExactly("E-0002");
            assertThat(index.find("journaux AND (language:en OR tag:none)")).containsExactly("E-0002");
        }
    }

    @Test
    void countsOfALanguageWhatIsFoundOnceItIsNarrowedToIt() {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying("une journal").in("fr"));
            index.keep(anItem("E-0002").saying("a journal").in("en"));
            index.keep(anItem("E-0003").saying("journal").in("pl"));

            SearchAnswer all = index.ask("journaux");
            all.facets()
                    .getOrDefault("language", Map.of())
                    .forEach((language, items) -> assertThat(index.index()
                                    .search(onlyIn(language), Protection.SEALED)
                                    .total())
                            .isEqualTo(items));
            assertThat(all.facets().get("language")).containsOnlyKeys("fr", "en", "pl");
        }
    }

    private static SearchRequest onlyIn(String language) {
        Filter filter = new Filter(
                Set.of(),
                Set.of(),
                Set.of(new LanguageTag(language)),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                Optional.empty());
        return new SearchRequest("journaux", filter, SearchRequest.Sort.RELEVANCE, 20, 0, 1);
    }

    /// The endings of one language make small words of another out of names.
    @ParameterizedTest
    @CsvSource({"tr, Hassan, she has it", "hu, Herin, here is her bag", "tr, Amina, I am here"})
    void takesNoNameForASmallWord(String language, String name, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying(text).in("en"));
            index.keep(anItem("E-0002").saying("something else").in(language));
            assertThat(index.find(name)).isEmpty();
        }
    }

    /// A small word of one language is a word as any other in another.
    @ParameterizedTest
    @CsvSource({"wars, the war began", "Wars, the war began", "sons, her only son", "died, to die there"})
    void findsWordsThatAreSmallElsewhere(String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keep(anItem("E-0001").saying(text).in("en"));
            assertThat(index.find(query)).containsExactly("E-0001");
        }
    }
}
