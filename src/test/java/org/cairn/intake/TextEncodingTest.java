package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import org.cairn.domain.reading.Passage;
import org.cairn.domain.reading.ReadingStatus;
import org.cairn.progress.Progress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Text comes out right whatever its encoding, with and without a name that says it is text.
class TextEncodingTest {

    private static Reader reader;

    @BeforeAll
    static void open() {
        reader = new Reader(new Limits(Duration.ofSeconds(60), 256, 1_000_000, 1));
    }

    @AfterAll
    static void close() {
        reader.close();
    }

    private static ReadResult read(byte[] bytes, String name) {
        return reader.read(Papers.source(bytes), name, new Found(), Progress.none());
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, 'Свидетель показал, что его брат был взят под стражу в марте и больше не вернулся домой.'",
        "KOI8-R, 'Свидетель показал, что его брат был взят под стражу в марте и больше не вернулся домой.'",
        "ISO-8859-5, 'Свидетель показал, что его брат был взят под стражу в марте и больше не вернулся домой.'",
        "IBM866, 'Свидетель показал, что его брат был взят под стражу в марте и больше не вернулся домой.'",
        "GB18030, '证人说，她的哥哥在三月份被带走，医生给他抽了血，以后再也没有回家。'",
        "Big5, '證人說，她的哥哥在三月份被帶走，醫生給他抽了血，以後再也沒有回家。'",
        "Shift_JIS, '証人は、兄が三月に連れて行かれ、医者が血を採ったと言った。'",
        "EUC-KR, '증인은 그의 형이 삼월에 끌려갔고 다시는 집에 돌아오지 않았다고 말했다.'",
        "windows-1256, 'قال الشاهد إن أخاه أخذ في شهر مارس ولم يعد إلى البيت بعد ذلك وأخذ الأطباء منه دما'",
        "windows-1255, 'העד אמר שאחיו נלקח בחודש מרץ ולא חזר הביתה מאז ואיש לא ידע לאן נלקח'",
        "windows-1252, 'Le témoin a déclaré que son frère a été arrêté en février à l’hôpital et n’est jamais revenu.'",
        "KOI8-U, 'Свідок сказав, що лікар лікарні взяв кров, і вночі прийшли люди. Їхні імена приховано.'",
        "x-windows-874, 'พยานกล่าวว่าแพทย์ที่โรงพยาบาลเจาะเลือดไปตรวจ และสองสัปดาห์ต่อมามีคนมาพาน้องชายไป'",
        "IBM737, 'Ο μάρτυρας είπε ότι ο γιατρός του νοσοκομείου πήρε αίμα για εξέταση τη νύχτα.'",
        "IBM850, 'Le témoin a déclaré que son frère a été arrêté en février et jamais revenu.'",
        "x-MacRoman, 'Le témoin a déclaré que son frère a été arrêté en février à l’hôpital.'",
        "ISO-2022-JP, '証人は、兄が三月に連れて行かれ、医者が血を採ったと言った。'",
        "ISO-2022-KR, '증인은 그의 형이 삼월에 끌려갔고 다시는 집에 돌아오지 않았다고 말했다.'",
        "UTF-8, 'السجين رقم ٧ and ཁྲག་ and 血'",
        "UTF-16, 'Свидетель показал, что его брат был взят под стражу.'",
        "UTF-16LE, 'Свидетель показал, что его брат был взят под стражу.'",
        "UTF-16BE, 'The witness said that her brother was taken away.'",
        "UTF-16LE, 'كۆزنى ئاچسام، ئۇلار مېنى باشقا بىر ئۆيگە ئېلىپ كەتتى'",
        "X-UTF-32LE-BOM, 'The witness said that her brother was taken away.'",
    })
    void readsTextInAnyEncoding(String encoding, String text) {
        byte[] bytes = text.getBytes(Charset.forName(encoding));
        for (String name : new String[] {"letter.txt", "letter"}) {
            ReadResult result = read(bytes, name);
            assertThat(result.reading().status()).as(name).isEqualTo(ReadingStatus.COMPLETE);
            assertThat(result.passages()).extracting(Passage::text).containsExactly(text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "windows-1251, iso-8859-1, 'Свидетель показал, что его брат был взят под стражу в марте.'",
        "KOI8-R, iso-8859-1, 'Свидетель показал, что его брат был взят под стражу в марте.'",
        "windows-1256, windows-1252, 'قال الشاهد إن أخاه أخذ في شهر مارس ولم يعد إلى البيت بعد ذلك'",
        "GB18030, iso-8859-1, '证人说，她的哥哥在三月份被带走，医生给他抽了血，以后再也没有回家。'",
        "UTF-8, iso-8859-1, 'Le témoin a été arrêté en février à l’hôpital.'",
        "UTF-8, windows-1251, 'Свидетель показал, что его брат был взят под стражу в марте.'",
        "UTF-8, gb2312, 'Свидетель показал, что его брат был взят под стражу в марте.'",
        "windows-1252, iso-8859-1, 'Le témoin a été arrêté en février à l’hôpital.'",
        "ISO-8859-2, iso-8859-2, 'Świadek zeznał, że pobrał krew. Zażółć gęślą jaźń, żółć.'",
    })
    void believesAWebPageNoEncodingThatCannotBe(String encoding, String said, String text) {
        String page = "<html><head><meta charset=\"" + said + "\"></head><body><p>" + text + "</p></body></html>";
        ReadResult result = read(page.getBytes(Charset.forName(encoding)), "page.html");
        assertThat(result.passages()).extracting(Passage::text).containsExactly(text);
    }

    @Test
    void readsATableWithItsColumnsAndAMarkAtItsStart() {
        byte[] bytes = "\uFEFFdate,who\n2021-03-04,Amina\n".getBytes(StandardCharsets.UTF_8);
        assertThat(read(bytes, "t.csv").passages().getFirst().text()).isEqualTo("date,who\n2021-03-04,Amina");
    }

    @ParameterizedTest
    @ValueSource(strings = {"one\ntwo", "one\r\ntwo", "one\rtwo", "one\ftwo", "one\u2028two"})
    void neverGluesTwoLinesTogether(String text) {
        ReadResult result = read(text.getBytes(StandardCharsets.UTF_8), "l.txt");
        assertThat(result.passages().getFirst().text()).isEqualTo("one\ntwo");
    }

    @Test
    void losesControlCharactersAndHalfCharacters() {
        assertThat(CleanText.of("a\u0000b\u0007c\uD83Dd\uDC4Be\uD83D\uDC4B")).isEqualTo("abcde\uD83D\uDC4B");
        assertThat(CleanText.of("one  \n\n\n\n\ntwo")).isEqualTo("one\n\ntwo");
        assertThat(CleanText.of("one\rtwo\r\nthree\r")).isEqualTo("one\ntwo\nthree");
    }

    @Test
    void readsTextWithAStretchOfGarbageInIt() {
        byte[] bytes = ("first words here\n".repeat(20) + "\u0000".repeat(20) + "\nlast words")
                .getBytes(StandardCharsets.UTF_8);
        ReadResult result = read(bytes, "log.txt");
        assertThat(result.reading().status()).isEqualTo(ReadingStatus.COMPLETE);
        assertThat(result.passages().getLast().text()).endsWith("last words");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"¿Qué pasó? ¡Nada!", "Le témoin\u00A0\u00A0\u00A0\u00A0\u00A0\u00A0a été arrêté en février."})
    void readsAShortOldTextOfALatinScriptAsOne(String text) {
        byte[] bytes = text.getBytes(Charset.forName("windows-1252"));
        assertThat(new String(bytes, TextEncoding.ofText(bytes).orElseThrow())).isEqualTo(text);
    }

    @Test
    void takesRowsOfBlanksAndDotsForNoLettersOfAnotherScript() {
        Charset named = Charset.forName("windows-1252");
        String text = "\u00A0\u00A0\u00A0\u00A0Le témoin…\u00A0\u00A0\u00A0···\u00A0« été »\u00A0\u00A0…";
        assertThat(TextEncoding.ofNamed(text.getBytes(named), Optional.of(named)))
                .contains(named);
    }

    @Test
    void readsAShortOldTextOfWhichOnlyTheLastLetterIsNoAscii() {
        byte[] bytes = "They met in the caf\u00E9".getBytes(Charset.forName("windows-1252"));
        assertThat(read(bytes, "note.txt").passages().getFirst().text()).isEqualTo("They met in the caf\u00E9");
    }

    @Test
    void readsTextAroundAHoleThatADiskLeft() {
        byte[] bytes = ("{\"said\": \"first words here\"}\n".repeat(60) + "\u0000".repeat(2_000)
                        + "\n{\"said\": \"last\"}\n")
                .getBytes(StandardCharsets.UTF_8);
        ReadResult result = read(bytes, "chat.jsonl");
        assertThat(result.reading().mediaType()).isEqualTo("text/plain");
        assertThat(result.passages().getLast().text()).endsWith("\"last\"}");
        assertThat(TextEncoding.ofText(new byte[4_000])).isEmpty();
    }

    @Test
    void takesNoHandfulOfBytesForTextOfTwoBytesALetter() {
        assertThat(TextEncoding.of(new byte[] {1, 2, 3, 4})).isEmpty();
    }
}
