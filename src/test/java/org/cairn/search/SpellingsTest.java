package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// People find what they write, however the text writes it.
class SpellingsTest {

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} is found in {1}")
    @CsvSource(delimiter = '|', textBlock = """
            # Arabic: vowel marks, presentation forms, hamza, stretched letters, yeh and kaf of Persian keyboards
            شهادة      | هٰذِهِ شَهَادَةُ الطَّبِيبِ
            شَهَادَة   | قرأ شهادة الطبيب
            مستشفى     | نقلوه إلى المستشفى ثم إلى مستشفي آخر
            سلام       | ﺳﻼﻡ عليكم
            احمد       | قال أحمد ذلك
            أحمد       | قال احمد ذلك
            مستشفى     | مـسـتـشـفـى المدينة
            كتاب       | این کتاب من است
            کلیه       | نقل كلية إلى مكان
            ایران      | من إيران
            ٢٠١٤       | in 2014 it began
            # Uyghur: its own heh, words joined to marks
            شىنجاڭ     | شىنجاڭ ئۇيغۇر ئاپتونوم رايونى
            دوختۇرخانا | ئۇ دوختۇرخانا، دەپ ئاتالدى
            ھۆججەت     | بۇ ھۆججەت يېزىلغان
            # Kurdish: its own e, typed with heh too, with or without a joiner
            هەموو      | هه‌موو مرۆڤەکان
            مرۆڤه‌کان   | هەموو مرۆڤەکان
            # Hebrew: marks of abbreviations on either keyboard, vowel signs
            צה״ל       | חיילי צה"ל באו
            שלום       | שָׁלוֹם לכם
            # Hebrew: a geresh, or the apostrophe of a keyboard
            ג'ורג'     | פגשתי את ג׳ורג׳ אתמול
            ג׳ורג׳     | פגשתי את ג'ורג' אתמול
            צ’ה        | צ'ה גווארה
            ארטניאן    | ד'ארטניאן
            # Hebrew: a quotation mark behind a letter that may have a geresh, and a geresh that nobody types
            הארץ       | קראתי ב'הארץ' אתמול
            הארץ       | העיתון ‘הארץ’ כתב
            "הארץ"     | קראתי ב'הארץ' אתמול
            "הארץ׳"    | קראתי הארץ אתמול
            מכון כץ    | ב'מכון כץ' ובבית
            סעיף ג     | לפי סעיף ג' לחוק
            סעיף ג'    | לפי סעיף ג לחוק
            "סעיף ג׳"  | לפי סעיף ג' לחוק
            גב' כהן    | גב׳ כהן באה
            ג'ורג      | פגשתי את ג'ורג' אתמול
            ג'ורג'     | פגשתי את "ג'ורג" אתמול
            # Chinese: simplified and traditional, parts of what a dictionary would take for one word
            器官移植   | 天津第一中心医院东方器官移植中心于二零零六年落成
            器官移植   | 東方器官移植中心
            移植中心   | 天津第一中心醫院東方器官移植中心
            植中       | 器官移植中心
            官移       | 器官移植
            醫院       | 他在医院工作
            医院       | 他在醫院工作
            肝         | 肝移植手术
            王小明     | 证人王小明说他看见了
            法轮功     | 法輪功學員
            血型       | 抽血验血型。
            # Tibetan: syllables, shad at the end
            བོད་ལྗོངས   | བོད་ལྗོངས་མི་དམངས་སྨན་ཁང།
            སྨན་ཁང     | བོད་ལྗོངས་མི་དམངས་སྨན་ཁང།
            # Russian and others: case, accents, yo
            больница   | БОЛЬНИЦА № 5
            еще        | ещё раз
            ещё        | еще раз
            hopital    | À l’Hôpital central
            l’hôpital  | l'hôpital central
            # Turkish: dotted and dotless i, both ways
            istanbul   | İSTANBUL'da
            ISPARTA    | ısparta merkez
            ısparta    | ISPARTA MERKEZ
            diyarbakir | Diyarbakır’da
            # Hangul, kana, wide letters
            장기       | 장기 이식 수술
            臓器移植   | 日本の臓器移植について
            ABC１２３  | abc123
            # names of files and what a full stop, colon or underline joins
            contract   | attached scan_of.contract.pdf here
            photo      | photo_2014.jpg
            portrait   | acrobat.portrait.single
            closed     | case:closed
            हिन्दी       | हिन्दी.pdf
            scan.pdf   | the file scan.pdf
            3.5        | a dose of 3.5 mg
            # what the analyser cuts
            amina@example.org | Write to Amina@Example.org today
            CASE-2024/017     | in re CASE-2024/017, filed
            case-2024/017     | (CASE-2024/017)
            +90-212-555       | call +90-212-555 now
            """)
    void findsWhatIsWrittenAnotherWay(String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts("nothing of it", text);

            assertThat(index.find(query)).containsExactly("E-0002");
        }
    }

    @ParameterizedTest(name = "{0} is not found in {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            "移植器官" | 器官移植中心
            器官 移植  | 器官
            ལྗོངས་བོད   | བོད་ལྗོངས
            CASE-2024/017 | CASE-2024/018 and 017
            amina@example.org | amina at example org net, amina@example.com
            cat        | category
            3.5        | 3 of 5
            """)
    void doesNotFindWhatIsNotThere(String query, String text) {
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts(text);

            assertThat(index.find(query)).isEmpty();
        }
    }

    @Test
    void findsEveryStretchOfChineseWhereverADictionaryWouldCutIt() {
        String text = "被告人在天津市第一中心医院东方器官移植中心担任主治医师期间多次参与肝脏移植手术";
        try (SearchedIndex index = SearchedIndex.in(folder)) {
            index.keepTexts(text);
            for (int length = 1; length <= 6; length++) {
                for (int from = 0; from + length <= text.length(); from++) {
                    String stretch = text.substring(from, from + length);
                    assertThat(index.find(stretch))
                            .as("stretch %d+%d", from, length)
                            .isNotEmpty();
                }
            }
        }
    }
}
