package org.cairn.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.cairn.dates.Spoken;
import org.cairn.domain.ArchiveException.InvalidInput;
import org.cairn.domain.BundleDraft;
import org.cairn.domain.Consent;
import org.cairn.domain.EvidenceItem;
import org.cairn.domain.FormRecord;
import org.cairn.domain.FuzzyDate;
import org.cairn.domain.Identity;
import org.cairn.domain.Interview;
import org.cairn.domain.InterviewKind;
import org.cairn.domain.LanguageTag;
import org.cairn.domain.Paragraph;
import org.cairn.domain.Protection;
import org.cairn.domain.RecordKind;
import org.cairn.domain.Reference;
import org.cairn.domain.Testimony;
import org.cairn.domain.Witness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RecordJsonTest {

    /// What was kept once must be readable, and mean the same, for ever: these files are never written anew.
    @ParameterizedTest
    @EnumSource(RecordKind.class)
    void readsForEverWhatWasWrittenOnce(RecordKind kind) throws IOException {
        String golden = golden(kind.code() + ".json");

        assertThat(RecordJson.read(kind, golden)).isEqualTo(Samples.full(kind));
        assertThat(RecordJson.canonical(Samples.full(kind))).isEqualTo(golden);
    }

    private static String golden(String name) throws IOException {
        try (InputStream file = RecordJsonTest.class.getResourceAsStream("/store/" + name)) {
            assertThat(file).as("golden file %s", name).isNotNull();
            return new String(file.readAllBytes(), StandardCharsets.UTF_8).strip();
        }
    }

    @Test
    void readsAShortTestimony() {
        Testimony testimony = (Testimony) RecordJson.read(RecordKind.TESTIMONY, """
                {"kind": "testimony", "witness": "w-1", "language": "ar",
                 "interview": {"date": "spring 2014", "place": "a safe place"},
                 "paragraphs": ["I saw it.", {"text": "I was told.", "basis": "TOLD_BY"}]}
                """);

        assertThat(testimony.witness()).isEqualTo(new Reference(RecordKind.WITNESS, 1));
        assertThat(testimony.title()).isEmpty();
        assertThat(testimony.interviewKind()).isEqualTo(InterviewKind.FULL_STATEMENT);
        assertThat(testimony.protection()).isEqualTo(Protection.RESTRICTED);
        assertThat(testimony.sealed()).isFalse();
        assertThat(testimony.interview().date()).contains(Spoken.date("spring 2014"));
        assertThat(testimony.interview().recording()).isEqualTo(Interview.Recording.NOTES);
        assertThat(testimony.interview().witnessReadsLanguage()).isTrue();
        assertThat(testimony.paragraphs().get(0)).isEqualTo(Paragraph.of("I saw it."));
        assertThat(testimony.paragraphs().get(1).basis()).contains(Paragraph.Basis.TOLD_BY);
    }

    @Test
    void readsAShortBundle() {
        BundleDraft bundle = (BundleDraft) RecordJson.read(RecordKind.BUNDLE, """
                {"title": "Core", "sections": [{"title": "A", "exhibits": ["T-1", {"reference": "E-0002"}]}]}
                """);

        assertThat(bundle.references())
                .containsExactly(new Reference(RecordKind.TESTIMONY, 1), new Reference(RecordKind.EVIDENCE, 2));
        assertThat(bundle.volume()).isEqualTo(1);
        assertThat(bundle.scope()).isEqualTo("SUBMIT_TRIBUNAL");
        assertThat(bundle.language()).isEqualTo(LanguageTag.UNDETERMINED);
    }

    @Test
    void readsAShortForm() {
        FormRecord form = (FormRecord) RecordJson.read(RecordKind.PAYMENT, """
                {"title": "Promise", "date": 2014, "fields": {"amount": "10000", "share": 0.1, "n": 3000000000,
                 "nothing": null, "list": [1, "a", false, {"deep": 1.5}]}}
                """);

        assertThat(form.kind()).isEqualTo(RecordKind.PAYMENT);
        assertThat(form.form()).isEqualTo("payment/1");
        assertThat(form.date()).contains(Spoken.date("2014"));
        assertThat(form.fields())
                .isEqualTo(Map.of(
                        "amount",
                        "10000",
                        "share",
                        0.1,
                        "n",
                        3_000_000_000L,
                        "list",
                        List.of(1, "a", false, Map.of("deep", 1.5))));
    }

    @Test
    void readsADateByItsEdtfAndKeepsTheWords() {
        Identity identity = RecordJson.readValue(Identity.class, """
                {"name": "Invented Name", "born": {"verbatim": "when the bridge was built", "edtf": "1984~"}}
                """);

        FuzzyDate born = identity.born().orElseThrow();
        assertThat(born.verbatim()).isEqualTo("when the bridge was built");
        assertThat(born.edtf()).isEqualTo("1984~");
        assertThat(born.earliest()).isEqualTo(Spoken.date("1984~").earliest());
    }

    @Test
    void keepsTheDaysADateWasGivenWith() {
        FuzzyDate odd = new FuzzyDate("the lean year", "1984", Optional.of(LocalDate.of(1984, 2, 2)), Optional.empty());

        assertThat(RecordJson.readValue(FuzzyDate.class, RecordJson.write(odd))).isEqualTo(odd);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
        TESTIMONY | {"witness":"W-1","paragraphs":["a",{"text":"b","basis":"DREAMT"}]} | testimony.paragraphs[1].basis | unknownValue
        TESTIMONY | {"witness":"W-1","paragraphs":["a",{"words":"b"}]} | testimony.paragraphs[1].words | unknownField
        TESTIMONY | {"witness":"W-1","paragraphs":"a"} | testimony.paragraphs | unknownValue
        TESTIMONY | {"witness":"W-1","paragraphs":[null]} | testimony.paragraphs[0] | missing
        TESTIMONY | {"witness":"W-1","interview":{"date":"one fine day"}} | testimony.interview.date | notADate
        TESTIMONY | {"witness":"W-1","interview":{"date":{"edtf":"soon"}}} | testimony.interview.date.edtf | notADate
        TESTIMONY | {"witness":"W-1","sealed":"yes"} | testimony.sealed | unknownValue
        TESTIMONY | {"witness":"nobody"} | testimony.witness | unknownValue
        TESTIMONY | {} | testimony.witness | missing
        TESTIMONY | {"witness":"W-1","translations":[{"language":"en","paragraphs":["a"]}]} | testimony.translations | moreParagraphsThanTheOriginal
        TESTIMONY | {"kind":"witness","witness":"W-1"} | testimony.kind | unknownValue
        TESTIMONY | {"witness":"W-1","interview":{"breaks":[{"kind":"BREAK","at":"noon"}]}} | testimony.interview.breaks[0].at | notADate
        TESTIMONY | [] | testimony | unknownValue
        TESTIMONY | {"witness":"W-1" | testimony | notJson
        TESTIMONY | {"witness":"W-1"} x | testimony | notJson
        TESTIMONY | {"witness":"W-1","witness":"W-2"} | testimony | notJson
        TESTIMONY | `` | testimony | notJson
        WITNESS | {"category":" "} | witness.category | missing
        WITNESS | {"category":"family","language":"not a language"} | witness.language | unknownValue
        WITNESS | {"category":"family","protection":"SECRET"} | witness.protection | unknownValue
        WITNESS | {"category":"family","name":"Somebody"} | witness.name | unknownField
        CONSENT | {"witness":"W-1","scope":"STORE","mode":"SIGNED"} | consent.decision | missing
        CONSENT | {"witness":"W-1","scope":"STORE","decision":"GRANTED"} | consent.mode | missing
        CONSENT | {"witness":"W-1","scope":"STORE","decision":"GRANTED","mode":"SIGNED","expires":"2026-02-30"} | consent.expires | notADate
        RISK | {"witness":"W-1","threats":[{"description":"d","likelihood":9,"impact":1}]} | risk.threats[0].likelihood | unknownValue
        RISK | {"witness":"W-1","threats":[{"description":"d","likelihood":1.5,"impact":1}]} | risk.threats[0].likelihood | unknownValue
        RISK | {"witness":"W-1","threats":[{"description":"d","likelihood":99999999999,"impact":1}]} | risk.threats[0].likelihood | unknownValue
        RISK | {"witness":"W-1","threats":[{"description":"d","impact":1}]} | risk.threats[0].likelihood | missing
        EVIDENCE | {"title":"t"} | evidence.acquisition | missing
        EVIDENCE | {"title":"t","acquisition":{"source":"s","how":"LEAK"},"fingerprint":"abc"} | evidence.fingerprint | unknownValue
        PAYMENT | {"title":"t","fields":{"amount":12345678901234567890}} | payment.fields.amount | unknownValue
        PAYMENT | {"title":"t","fields":{"list":[1,null]}} | payment.fields.list[1] | unknownValue
        """)
    void saysWhereAndWhyAFormIsNotUnderstood(RecordKind kind, String json, String field, String reason) {
        assertThatThrownBy(() -> RecordJson.read(kind, json))
                .isInstanceOfSatisfying(
                        InvalidInput.class,
                        refused -> assertThat(refused.arguments()).containsExactly(field, reason));
    }

    @Test
    void neverQuotesTheFormInAnError() {
        assertThatThrownBy(() -> RecordJson.read(RecordKind.WITNESS, "{\"category\": \"secretword\" oops"))
                .hasNoCause()
                .hasMessageNotContaining("secretword");
    }

    @Test
    void refusesTextThatNoFileCanHold() {
        Witness half = new Witness("family", LanguageTag.UNDETERMINED, Protection.PUBLIC, false, "half \ud83d");

        assertThatThrownBy(() -> RecordJson.canonical(half)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void refusesNumbersThatWouldComeBackAsOthers() {
        FormRecord form = Samples.form(RecordKind.PAYMENT);
        for (Object number : List.of(1L << 60 | 1, Double.NaN, new java.math.BigDecimal("0.12345678901234567890"))) {
            FormRecord odd = new FormRecord(
                    form.kind(),
                    form.title(),
                    form.form(),
                    form.protection(),
                    form.date(),
                    form.witness(),
                    Map.of("n", number));
            assertThatThrownBy(() -> RecordJson.canonical(odd)).isInstanceOf(InvalidInput.class);
        }
    }

    @Test
    void refusesFieldsNestedWithoutEnd() {
        Object nested = "x";
        for (int i = 0; i < 1000; i++) {
            nested = List.of(nested);
        }
        FormRecord form = Samples.form(RecordKind.PLACE);
        FormRecord deep = new FormRecord(
                form.kind(),
                form.title(),
                form.form(),
                form.protection(),
                form.date(),
                form.witness(),
                Map.of("n", nested));

        assertThatThrownBy(() -> RecordJson.canonical(deep)).isInstanceOf(InvalidInput.class);
    }

    @Test
    void writesTheSameJsonForTheSameSetInAnyOrder() {
        assertThat(RecordJson.write(new java.util.LinkedHashSet<>(List.of("b", "a"))))
                .isEqualTo(RecordJson.write(new java.util.LinkedHashSet<>(List.of("a", "b"))));
    }

    @Test
    void sortsKeysAndWritesNumbersAsRfc8785Says() {
        assertThat(RecordJson.write(Map.of("\u20ac", 1, "\r", 2, "1", 1e30, "€€", 0.000001, "ö", 333333333.33333329)))
                .isEqualTo("{\"\\r\":2,\"1\":1e+30,\"ö\":333333333.3333333,\"€\":1,\"€€\":0.000001}");
    }

    @Test
    void keepsAConsentsEveryMember() {
        Consent consent = (Consent) Samples.full(RecordKind.CONSENT);

        assertThat(RecordJson.read(RecordKind.CONSENT, RecordJson.canonical(consent)))
                .isEqualTo(consent);
        assertThat(EvidenceItem.class.cast(
                        RecordJson.read(RecordKind.EVIDENCE, RecordJson.canonical(Samples.full(RecordKind.EVIDENCE)))))
                .isEqualTo(Samples.full(RecordKind.EVIDENCE));
    }

    @Test
    void writesADateOfOursAsItWasWrittenBeforeThereWereCalendars() {
        assertThat(RecordJson.write(Spoken.date("March 2014")))
                .isEqualTo("{\"earliest\":\"2014-03-01\",\"edtf\":\"2014-03\",\"latest\":\"2014-03-31\","
                        + "\"verbatim\":\"March 2014\"}");
    }

    @Test
    void keepsTheCalendarInWhichADateWasSaid() {
        FuzzyDate date = Spoken.date("1 Farvardin 1393");

        String json = RecordJson.write(date);

        assertThat(json).contains("\"calendar\":\"PERSIAN\"");
        assertThat(RecordJson.readValue(FuzzyDate.class, json)).isEqualTo(date);
    }

    @Test
    void understandsADateFirstInTheLanguageOfTheStatement() {
        String form =
                "{'title':'t','witness':'W-0001','language':'%s','interview':{'date':'3/5/2014'}}".replace('\'', '"');

        assertThat(RecordJson.read(RecordKind.TESTIMONY, form.formatted("fr"))
                        .when()
                        .map(FuzzyDate::edtf))
                .contains("2014-05-03");
        assertThat(RecordJson.read(RecordKind.TESTIMONY, form.formatted("en"))
                        .when()
                        .map(FuzzyDate::edtf))
                .contains("2014-03-05/2014-05-03");
    }
}
