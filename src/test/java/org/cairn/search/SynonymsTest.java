package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.cairn.search.Passages.anItem;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.cairn.domain.ArchiveException;
import org.cairn.domain.Protection;
import org.cairn.domain.SynonymGroup;
import org.cairn.domain.search.SearchAnswer;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// A word of a query finds what means the same in the archive, below what was asked for, and says so.
class SynonymsTest {

    @TempDir
    Path folder;

    private PassageIndex index;
    private SynonymTable table = table("kidney, 肾, почка, كلية, rein", "blood group, groupe sanguin, группа крови, 血型");

    @BeforeEach
    void open() {
        index = Passages.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static SynonymTable table(String... lines) {
        return new SynonymTable(Arrays.stream(lines)
                .map(line -> new SynonymGroup(List.of(line.split(", ")), Protection.PUBLIC))
                .toList());
    }

    private SearchAnswer ask(String query) {
        return index.search(SearchRequest.of(query), new Sight(Protection.RESTRICTED, Set.of(), table));
    }

    private List<String> find(String query) {
        return SearchedIndex.references(ask(query));
    }

    private List<String> alsoAs(String query) {
        return ask(query).hits().getFirst().snippets().getFirst().alsoAs();
    }

    @ParameterizedTest
    @CsvSource({
        "kidney, они забрали почку у него, почку",
        "kidney, 医生取出了肾。, 肾",
        "kidney, زرع كلية في المستشفى, كلية",
        "kidneys, 医生取出了肾。, 肾",
        "почки, one kidney was sold, kidney",
        "肾, both kidneys were sold, kidneys",
        "كلية, un rein vendu, rein",
        "KIDNEY, почка, почка"
    })
    void findsTheSameInAnotherScriptAndSaysAsWhat(String asked, String written, String also) {
        String language = also.equals("почку") ? "ru" : "en";
        Passages.add(
                index,
                anItem("E-0001").in(language).saying(written),
                anItem("E-0002").in("ru").saying("печень"),
                anItem("E-0003").in("en").saying("the liver"));
        assertThat(find(asked)).containsExactly("E-0001");
        assertThat(alsoAs(asked)).containsExactly(also);
    }

    @ParameterizedTest
    @CsvSource({
        "blood group, le groupe sanguin du donneur, groupe sanguin",
        "blood groups, 检查血型, 血型",
        "血型, their blood groups were taken, blood groups",
        "the blood group 2014, the groupe sanguin of 2014, groupe sanguin",
        "title:nothing OR (blood group), группа крови, группа крови"
    })
    void findsSeveralWordsSideBySide(String asked, String written, String also) {
        Passages.add(
                index,
                anItem("E-0001").in("en").saying(written),
                anItem("E-0002").saying("a group that gave; sanguin, and one groupe; 血 那 型"));
        assertThat(find(asked)).containsExactly("E-0001");
        assertThat(alsoAs(asked)).containsExactly(also);
    }

    @ParameterizedTest
    @CsvSource({
        "Wang Xiao Ming, the dispatcher Ming came",
        "Abdul Rahman brigade, Abdul of the 7th unit",
        "Wang Xiao Ming, 王小明 came",
        "Abdul Rahman brigade, the Abdurrahman brigade"
    })
    void findsWhatALongerNameBeginsWithOrEndsIn(String asked, String written) {
        table = table("Wang Xiao, dispatcher", "Rahman brigade, 7th unit", "Xiao Ming Ming, nothing");
        Passages.add(
                index,
                anItem("E-0001").saying(written),
                anItem("E-0002").saying("a dispatcher, a 7th unit, Rahman, Xiao, a brigade"));
        assertThat(find(asked)).containsExactly("E-0001");
    }

    @Test
    void stillFindsTheWordsApartThatAreKnownTogether() {
        Passages.add(index, anItem("E-0001").saying("the group of those who gave blood"));
        assertThat(find("blood group")).containsExactly("E-0001");
        assertThat(alsoAs("blood group")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"kidney\"",
                "=\"kidney\"",
                "kidney synonyms:none",
                "synonyms:none kidney",
                "(kidney OR zebra) Synonyms:NONE",
                "kidney~",
                "kidne*",
                "kidney near/3 sold synonyms:none"
            })
    void findsTheWordAloneWhereThatIsWanted(String asked) {
        Passages.add(
                index, anItem("E-0001").saying("kidney sold"), anItem("E-0002").saying("почка sold"));
        assertThat(find(asked)).containsExactly("E-0001");
        assertThat(find("kidney sold")).containsExactly("E-0001", "E-0002");
    }

    @Test
    void findsEverythingWhereNothingElseIsAsked() {
        Passages.add(index, anItem("E-0001").saying("kidney"));
        assertThat(find("synonyms:none")).containsExactly("E-0001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kidney NOT synonyms:none",
                "kidney OR synonyms:none",
                "kidney synonyms:all",
                "(a OR (b synonyms:none)) c"
            })
    void refusesTheSwitchWhereItSaysNothing(String asked) {
        assertThatThrownBy(() -> find(asked))
                .isInstanceOfSatisfying(
                        ArchiveException.QueryNotUnderstood.class,
                        fault -> assertThat(fault.reason()).isEqualTo("synonymsPlace"));
    }

    @Test
    void joinsWithOtherWordsAsTheWordItself() {
        Passages.add(
                index,
                anItem("E-0001").saying("почка was sold"),
                anItem("E-0002").saying("почка was kept"),
                anItem("E-0003").saying("a liver was sold"));
        assertThat(find("kidney sold")).containsExactly("E-0001");
        assertThat(find("kidney OR liver")).containsExactlyInAnyOrder("E-0001", "E-0002", "E-0003");
        assertThat(find("sold NOT kidney")).containsExactly("E-0003");
        assertThat(find("kidney near/2 sold")).containsExactly("E-0001");
        assertThat(find("sold then/3 kidney")).isEmpty();
        assertThat(find("text:kidney")).containsExactly("E-0001", "E-0002");
        assertThat(find("title:kidney")).isEmpty();
    }

    @Test
    void findsNearWhatHasSeveralWords() {
        Passages.add(index, anItem("E-0001").saying("on vérifie le groupe sanguin du donor"));
        assertThat(find("血型 near/3 donor")).containsExactly("E-0001");
        assertThat(find("(血型 OR zebra) near/3 donor")).containsExactly("E-0001");
    }

    @Test
    void findsTheOldAndNewNamesOfAPlaceInItsField() {
        table = table("Ürümchi, Wulumuqi, 迪化");
        Passages.add(
                index,
                anItem("E-0001").titled("Letter from Wulumuqi").saying("page"),
                anItem("E-0002").titled("迪化的医院").saying("page"));
        assertThat(find("title:Ürümchi")).containsExactlyInAnyOrder("E-0001", "E-0002");
        assertThat(find("urumchi")).containsExactlyInAnyOrder("E-0001", "E-0002");
    }

    @Test
    void ranksWhatWasAskedForFirstHoweverRareTheOtherIs() {
        Passages.add(index, anItem("E-0099").saying("почка почка почка почка почка почка"));
        for (int i = 1; i < 12; i++) {
            Passages.add(
                    index,
                    anItem("E-%04d".formatted(i))
                            .saying("one kidney, among a good many other words that were said on that day, no. " + i));
        }
        assertThat(find("kidney").getLast()).isEqualTo("E-0099");
        assertThat(find("kidney")).hasSize(12);
        assertThat(find("почка").getFirst()).isEqualTo("E-0099");
    }

    @Test
    void ranksPhrasesOfTheSameMeaningBelowTheWordsAskedFor() {
        Passages.add(index, anItem("E-0099").saying("groupe sanguin, groupe sanguin, groupe sanguin"));
        for (int i = 1; i < 12; i++) {
            Passages.add(index, anItem("E-%04d".formatted(i)).saying("the blood group was written down, no. " + i));
        }
        assertThat(find("blood group").getLast()).isEqualTo("E-0099");
    }

    @Test
    void doesNotTellAsAnotherMeaningWhatWasAskedForToo() {
        Passages.add(index, anItem("E-0001").saying("почка"));
        assertThat(alsoAs("kidney OR почка")).isEmpty();
    }

    @Test
    void wordsOfHiddenPassagesMoveNothing() {
        Passages.add(index, anItem("E-0001").saying("почка"), anItem("E-0002").saying("a kidney and a rein"));
        SearchAnswer before = ask("kidney");
        Passages.add(index, anItem("E-0003").kept(Protection.SEALED).saying("почка почка rein kidney 肾"));
        assertThat(ask("kidney").total()).isEqualTo(2);
        assertThat(ask("kidney").hits()).isEqualTo(before.hits());
    }

    @Test
    void asksForNoMoreOthersThanAQueryCanHold() {
        table = new SynonymTable(java.util.stream.IntStream.range(0, 60)
                .mapToObj(i -> new SynonymGroup(
                        java.util.stream.IntStream.range(0, 40)
                                .mapToObj(j -> "w" + i + "x" + j)
                                .toList(),
                        Protection.PUBLIC))
                .toList());
        Passages.add(index, anItem("E-0001").saying("w0x7"));
        String all = String.join(
                " OR ",
                java.util.stream.IntStream.range(0, 60)
                        .mapToObj(i -> "w" + i + "x0")
                        .toList());
        assertThat(find(all)).containsExactly("E-0001");
        assertThat(find("(" + all + ") near/3 w1x0")).isEmpty();
    }

    @Test
    void findsNearWhatWasPastedWithASpaceThatDoesNotBreak() {
        table = table("blood\u00A0group, почка");
        Passages.add(index, anItem("E-0001").saying("the blood group was sold"));
        assertThat(find("почка near/5 sold")).containsExactly("E-0001");
    }

    @Test
    void asksForNoMorePhrasesThanAQueryCanHold() {
        table = table(phrases("kidney"), phrases("liver"), phrases("heart"));
        Passages.add(index, anItem("E-0001").saying("kidney liver heart"));
        assertThat(find("kidney liver heart")).containsExactly("E-0001");
    }

    private static String phrases(String word) {
        return word
                + java.util.stream.IntStream.range(1, 40)
                        .mapToObj(i -> ", " + word + " of the long name " + i)
                        .collect(java.util.stream.Collectors.joining());
    }
}
