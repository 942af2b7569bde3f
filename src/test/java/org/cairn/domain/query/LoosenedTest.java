package org.cairn.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoosenedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "who took the blood of the detainees|who OR took OR the OR blood OR of OR the OR detainees",
                "Who was the surgeon?|Who OR was OR the OR surgeon",
                "Qui était le chirurgien ?|Qui OR était OR le OR chirurgien",
                "The surgeon came back.|The OR surgeon OR came OR back",
                "Where was the \"blue house\"?|Where OR was OR the OR blue OR house",
                "WHEAT DEALS OF RUSSIA AND CANADA .|WHEAT OR DEALS OR OF OR RUSSIA OR CANADA",
                "谁在医院工作，为什么？|谁在医院工作 OR 为什么",
                "من كان الطبيب؟|من OR كان OR الطبيب",
            })
    void ofASentenceAnyOfTheWordsIsAskedForWhereHardlyAnythingHasAll(String typed, String other) {
        assertThat(Loosened.instead(typed, 0)).contains(other);
        assertThat(Loosened.instead(typed, 3)).contains(other);
        assertThat(Loosened.instead(typed, 10)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kidney zebra",
                "camp hospital kidney blood",
                "kidney AND zebra AND camp AND blood AND nurse AND guard AND price",
                "kidney -zebra camp blood nurse guard price doctor",
                "witness:W-0007 kidney zebra camp blood nurse guard",
                "kidn?",
                "blood samp?",
                "zebra*",
                "\"blood group\"",
                "kidney OR zebra",
                "/kidne[iy]/",
                "",
                "(kidney",
            })
    void whatWasAskedForPreciselyIsNotLoosened(String typed) {
        assertThat(Loosened.instead(typed, 0)).isEmpty();
    }

    @Test
    void inASentenceOfCapitalsOrIsAWord() {
        assertThat(Loosened.instead("EFFECTS OF THE DISPUTE ON AFRICA OR ON LATIN AMERICA.", 500))
                .contains("EFFECTS OR OF OR THE OR DISPUTE OR ON OR AFRICA OR or OR ON OR LATIN OR AMERICA");
        assertThat(Loosened.instead("EFFECTS OF THE DISPUTE ON AFRICA OR ON LATIN AMERICA", 500))
                .isEmpty();
        assertThat(Loosened.instead("(KIDNEY OR LIVER) BLOOD PRICE NURSE GUARD CAMP.", 0))
                .isEmpty();
    }

    @Test
    void ofSeveralWordsOnlyWhereNothingHasAll() {
        assertThat(Loosened.instead("camp hospital kidney blood nurse", 0))
                .contains("camp OR hospital OR kidney OR blood OR nurse");
        assertThat(Loosened.instead("camp hospital kidney blood nurse", 1)).isEmpty();
    }

    @Test
    void whatIsAskedInsteadIsAskedForOnce() {
        String other =
                Loosened.instead("who took the blood of the detainees", 0).orElseThrow();

        assertThat(Loosened.instead(other, 0)).isEmpty();
        assertThat(Loosened.offer(other)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "kidney zebra|kidney OR zebra",
                "kidney \"blood group\"|kidney OR \"blood group\"",
                "kidney zebra tag:flights NOT guard|(kidney OR zebra) tag:flights NOT guard",
            })
    void fieldsAndWhatIsNotWantedHoldWhereItIsOffered(String typed, String other) {
        assertThat(Loosened.offer(typed)).contains(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kidney", "tag:flights", "tag:flights kidney", "NOT kidney", "", "(a b", "kidney OR zebra"})
    void nothingIsOfferedWhereThereIsNothingElseToAskFor(String typed) {
        assertThat(Loosened.offer(typed)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "there are two such entities: 1) bile duct atresia|there OR are OR two OR such OR entities OR 1 OR bile OR duct OR atresia",
                "the church said that they know it well?\"|the OR church OR said OR that OR they OR know OR it OR well",
            })
    void ofASentenceThatIsNoQueryItsWordsAreAskedFor(String typed, String other) {
        assertThat(QueryLanguage.parse(typed)).isInstanceOf(Parsed.Misread.class);
        assertThat(Loosened.insteadOfMisread(typed)).contains(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"blood group",
                "(kidney OR liver AND (blood OR heart) AND price AND nurse",
                "kidney near/ liver blood heart price nurse guard (",
                "date:20x4 kidney liver blood heart price nurse (",
                "kidney liver blood heart price nurse guar* (",
            })
    void whoWroteAQueryIsToldWhatIsWrongWithIt(String typed) {
        assertThat(Loosened.insteadOfMisread(typed)).isEmpty();
    }

    @Test
    void asManyWordsAsAQueryMayHave() {
        String paper = Stream.generate(() -> "word").limit(400).collect(Collectors.joining(" "));

        String other = Loosened.insteadOfMisread(paper).orElseThrow();

        assertThat(QueryLanguage.parse(other)).isInstanceOf(Parsed.Understood.class);
        assertThat(other.split(" OR ")).hasSize(300);
    }

    @Test
    void aQuestionMarkThatStandsApartAtTheEndIsNoWord() {
        assertThat(QueryLanguage.parse("Qui a opéré ?"))
                .satisfies(parsed -> assertThat(QueryLanguage.print(((Parsed.Understood) parsed).asked()))
                        .isEqualTo("Qui a opéré"));
        assertThat(QueryLanguage.print(((Parsed.Understood) QueryLanguage.parse("?")).asked()))
                .isEqualTo("?");
    }
}
