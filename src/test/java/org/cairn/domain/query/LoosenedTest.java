package org.cairn.domain.query;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoosenedTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Who took the blood of the detainees?|Who OR took OR the OR blood OR of OR the OR detainees",
                "Who was the surgeon?|Who OR was OR the OR surgeon",
                "Qui était donc le chirurgien ?|Qui OR était OR donc OR le OR chirurgien",
                "The surgeon came back.|The OR surgeon OR came OR back",
                "Where was the \"blue house\"?|Where OR was OR the OR blue OR house",
                "WHEAT DEALS OF RUSSIA AND CANADA .|WHEAT OR DEALS OR OF OR RUSSIA OR CANADA",
                "من كان الطبيب الذي جاء؟|من OR كان OR الطبيب OR الذي OR جاء",
                "Was W-0007 at al-Rashid on 2014-05-12?|Was OR W-0007 OR at OR al OR Rashid OR on OR 2014-05-12",
            })
    void ofASentenceAnyOfTheWordsIsAskedForWhereHardlyAnythingHasAll(String typed, String other) {
        assertThat(Loosened.instead(typed, 0)).contains(other);
        assertThat(Loosened.instead(typed, 3)).contains(other);
        assertThat(Loosened.instead(typed, 10)).isEmpty();
    }

    @Test
    void aQuestionInAScriptWithoutSpacesIsOneWord() {
        assertThat(Loosened.instead("谁在医院工作，为什么？", 0)).contains("谁在医院工作 OR 为什么");
        assertThat(Loosened.instead("谁在医院工作，为什么？", 1)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kidney zebra",
                "camp hospital kidney blood",
                "kidney AND zebra AND camp AND blood AND nurse AND guard AND price",
                "kidney -zebra camp blood nurse guard price doctor",
                "witness:W-0007 kidney zebra camp blood nurse guard",
                "الطبيب AND الكلية AND المستشفى AND السجن AND الدم؟",
                "الطبيب المستشفى السجن الدم الكلية الحارس الغرفة الليل الباب NOT الشرطي؟",
                "肾脏 AND 医院 AND 警察？",
                "طبيب* كلية دم سجن حارس غرفة ليل",
                "W-0001 OR W-0002 OR W-0003 NOT P-0007.",
                "kidn?",
                "blood samp?",
                "الطبيب؟",
                "hotan flights;",
                "zebra*",
                "\"blood group\"",
                "kidney OR zebra",
                "/kidne[iy]/",
                "",
                "(kidney",
            })
    void whatWasAskedForPreciselyIsNotLoosened(String typed) {
        assertThat(Loosened.instead(typed, 0)).isEmpty();
        assertThat(Loosened.insteadOfSentence(typed)).isEmpty();
    }

    @Test
    void ofWordsWithoutAnEndOnlyWhereNothingHasAll() {
        assertThat(Loosened.instead("camp hospital kidney blood nurse", 0))
                .contains("camp OR hospital OR kidney OR blood OR nurse");
        assertThat(Loosened.instead("camp hospital kidney blood nurse", 1)).isEmpty();
        assertThat(Loosened.instead("kidney blood samp?", 3)).isEmpty();
        assertThat(Loosened.instead("Memet Tursun Hotan prison hospital 2016 kidney", 3))
                .isEmpty();
    }

    @Test
    void inALongSentenceOfCapitalsOrIsAWord() {
        assertThat(Loosened.insteadOfSentence("EFFECTS OF THE DISPUTE ON AFRICA OR ON LATIN AMERICA."))
                .contains("EFFECTS OR OF OR THE OR DISPUTE OR ON OR AFRICA OR or OR ON OR LATIN OR AMERICA");
        assertThat(Loosened.insteadOfSentence("EFFECTS OF THE DISPUTE ON AFRICA OR ON LATIN AMERICA"))
                .isEmpty();
        assertThat(Loosened.insteadOfSentence("(KIDNEY OR LIVER) BLOOD PRICE NURSE GUARD CAMP YARD BED WALL DOOR."))
                .isEmpty();
    }

    @Test
    void whatIsAskedInsteadIsAskedForOnce() {
        String other =
                Loosened.instead("Who took the blood of the detainees?", 0).orElseThrow();

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
    @ValueSource(
            strings = {
                "kidney",
                "KXT-0042",
                "kidn?",
                "tag:flights",
                "tag:flights kidney",
                "NOT kidney",
                "",
                "(a b",
                "kidney OR zebra"
            })
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
        assertThat(Loosened.insteadOfSentence(typed)).contains(other);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"blood group",
                "(kidney OR liver AND (blood OR heart) AND price AND nurse",
                "kidney near/ liver blood heart price nurse guard (",
                "date:20x4 kidney liver blood heart price nurse (",
                "kidney liver blood heart price nurse guar* (",
                "kidney liver blood hotan place flights tag: flights",
                "\"organ trade\" \"blue house\" Hotan price nurse guard doctor \"Dr Wang",
            })
    void whoWroteAQueryIsToldWhatIsWrongWithIt(String typed) {
        assertThat(Loosened.insteadOfSentence(typed)).isEmpty();
    }

    @Test
    void aHyphenBehindAQuotationTakesNothingAway() {
        assertThat(QueryLanguage.parse("„Model C“-Schulen heute"))
                .satisfies(parsed -> assertThat(QueryLanguage.print(((Parsed.Understood) parsed).asked()))
                        .isEqualTo("\"Model C\" Schulen heute"));
    }

    @Test
    void asManyWordsAsAQueryMayHave() {
        String paper =
                IntStream.range(0, 400).mapToObj(number -> "word" + number).collect(Collectors.joining(" "));

        String other = Loosened.insteadOfSentence(paper).orElseThrow();

        assertThat(QueryLanguage.parse(other)).isInstanceOf(Parsed.Understood.class);
        assertThat(other.split(" OR ")).hasSize(300);
        assertThat(Loosened.instead("Was it so, \"" + paper + "\"?", 0))
                .get()
                .satisfies(query -> assertThat(QueryLanguage.parse(query)).isInstanceOf(Parsed.Understood.class));
    }

    @Test
    void aQuestionMarkThatStandsApartAtTheEndIsNoWord() {
        assertThat(QueryLanguage.parse("Qui a opéré ?"))
                .satisfies(parsed -> assertThat(QueryLanguage.print(((Parsed.Understood) parsed).asked()))
                        .isEqualTo("Qui a opéré"));
        assertThat(QueryLanguage.parse("Qui (lui) ? Et où ?"))
                .satisfies(parsed -> assertThat(QueryLanguage.print(((Parsed.Understood) parsed).asked()))
                        .isEqualTo("Qui lui Et où"));
        assertThat(QueryLanguage.print(((Parsed.Understood) QueryLanguage.parse("?")).asked()))
                .isEqualTo("?");
    }
}
