package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.ask;
import static org.cairn.search.Passages.assertFindsOnlyTheFirst;
import static org.cairn.search.Passages.found;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Names that are spelled in several ways in the letters they were asked for in.
class NamesInOneScriptTest {

    @TempDir
    Path folder;

    private PassageIndex index;

    @BeforeEach
    void open() {
        index = Passages.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @ParameterizedTest
    @CsvSource({
        "داود, داوود",
        "رءوف, رؤوف",
        "ولادیمیر, فلاديمير",
        "فلاديمير, ولادیمیر",
        "ۋلادىمىر, فلاديمير",
        "ئىلھام, إلهام",
        "إلهام, ئىلھام",
        "ئالىم, عليم",
        "چنگیز, جنكيز",
        "جنكيز, چنگیز",
        "قادر, قادىر"
    })
    void findsOtherSpellingsInArabicLetters(String asked, String written) {
        assertFindsOnlyTheFirst(index, asked, "ثم جاء " + written + " إلى المستشفى", "زقاق بعيد");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({"جمال, كمال", "كمال, جمال", "حسن, حسني", "حسني, حسن", "جميل, جميلة", "جميلة, جميل", "محمد, محمود"})
    void tellsNamesInArabicLettersApart(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying("ثم جاء " + written + " إلى المستشفى"));
        assertThat(found(index, asked)).isEmpty();
    }

    @Test
    void aHebrewNameInQuotationMarksIsStillRead() {
        Passages.add(index, anItem("E-0001").saying("פגשתי את 'שורץ' אתמול"));
        assertThat(found(index, "Schwarz")).containsExactly("E-0001");
        assertThat(found(index, "שורץ")).containsExactly("E-0001");
    }

    @Test
    void aHebrewNameKeepsItsGereshWhereItIsShown() {
        Passages.add(index, anItem("E-0001").saying("פגשתי את ג'ורג' אתמול"));
        assertThat(ask(index, "George").hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly("ג'ורג'");
    }

    @ParameterizedTest
    @CsvSource({
        "司徒美堂, Szeto Meitang",
        "歐陽明, Au-yeung Ming",
        "欧阳明, Auyeung Ming",
        "Люй Бо, 吕波",
        "吕波, Люй Бо",
        "Лу Бо, 卢波"
    })
    void findsChineseFamiliesAsTheyAreWritten(String asked, String written) {
        assertFindsOnlyTheFirst(index, asked, "in the ward: " + written + " signed it", "Shi Meitang, Au Ming, 刘波");
    }

    @ParameterizedTest
    @CsvSource({
        "诸葛亮, Чжугэ Лян",
        "Чжугэ Лян, 诸葛亮",
        "欧阳明, Оуян Мин",
        "Оуян Мин, 歐陽明",
        "司马建国, Сыма Цзяньго",
        "Szeto Meitang, 司徒美堂",
        "Au-yeung Ming, 歐陽明"
    })
    void findsChineseFamiliesOfTwoCharacters(String asked, String written) {
        assertFindsOnlyTheFirst(
                index, asked, "in the ward: " + written + " signed it", "Чжу Лян, 朱亮, Оу Мин, 区明, Сы Цзяньго, 司美堂");
    }
}
