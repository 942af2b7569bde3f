package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.ask;
import static org.cairn.search.Passages.found;
import static org.cairn.search.Passages.marked;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.search.Hit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Words are found however a script lets people write them, and marked where they stand.
class ScriptsTest {

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

    @ParameterizedTest(name = "{0}: {2} in {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Arabic with vowels            | نُقِلَ المُعتقلون إلى المُسْتَشْفَى ليلاً.      | المستشفى    | المُسْتَشْفَى",
                "Arabic asked with vowels      | نقل المعتقلون إلى المستشفى ليلا.          | المُسْتَشْفَى | المستشفى",
                "Arabic hamza and teh marbuta  | شهادة أحمد أمام المحكمة                    | احمد المحكمه | أحمد المحكمة",
                "Arabic stretched              | الكبـــد والكلية                            | الكبد        | الكبـــد",
                "Persian                       | پزشک کلیه را برداشت                        | کليه         | کلیه",
                "Uyghur                        | ئۇلار دوختۇرخانىغا ئېلىپ كېتىلدى          | دوختۇرخانىغا | دوختۇرخانىغا",
                "Uyghur vowels kept apart      | بۆرەك ئېلىۋېلىندى                          | بۆرەك        | بۆرەك",
                "Chinese simplified            | 他们在器官移植医院工作                     | 移植医院     | 移植医院",
                "Chinese traditional found     | 他們在器官移植醫院工作                     | 移植医院     | 移植醫院",
                "Chinese traditional asked     | 他们在器官移植医院工作                     | 移植醫院     | 移植医院",
                "Chinese part of a word        | 北京天安门广场                             | 安门广       | 安门广",
                "Chinese with a star           | 他们在器官移植医院工作                     | 移植*        | 移植",
                "Tibetan syllables             | བོད་ཀྱི་སྨན་ཁང་ནང་                              | སྨན་ཁང་      | སྨན་ཁང",
                "Russian case                  | Показания ВРАЧА о пересадке почки          | врача        | ВРАЧА",
                "Russian yo                    | Его увёз самолёт                           | самолет      | самолёт",
                "Turkish dotted                | İSTANBUL'da bir klinik                     | istanbul*    | İSTANBUL",
                "Turkish dotless               | sanık IŞIK kliniği                         | ışık         | IŞIK",
                "Turkish asked without marks   | kliniğe götürüldü                          | goturuldu    | götürüldü",
                "French                        | le prélèvement forcé                       | prelevement  | prélèvement",
                "German                        | Die Straße zum Krankenhaus                 | strasse      | Straße",
                "Thai                          | เขาถูกนำตัวไปโรงพยาบาล                      | โรงพยาบาล    | โรงพยาบาล",
                "full width                    | Ｋｉｄｎｅｙ １２３                        | kidney       | Ｋｉｄｎｅｙ",
            })
    void findsAndMarks(String script, String text, String query, String words) {
        Passages.add(index, anItem("E-0001").saying(text), anItem("E-0002").saying("something else, 别的"));

        assertThat(found(index, query)).as(script).containsExactly("E-0001");
        assertThat(String.join(" ", marked(index, query))).as(script).isEqualTo(words);
    }

    @ParameterizedTest
    @CsvSource({"器植", "医移", "སྨན་བོད་", "بورمەك"})
    void findsNoCharactersOrSyllablesThatStandApart(String query) {
        Passages.add(index, anItem("E-0001").saying("器官移植医院 བོད་ཀྱི་སྨན་ཁང་ بۆرەك"));

        assertThat(found(index, query)).isEmpty();
    }

    @Test
    void marksWordsDeepInALongPassage() {
        String text = "Nothing of note happened on this day. ".repeat(2_000) + "Then the surgeon arrived. "
                + "Nothing more. ".repeat(500);
        Passages.add(index, anItem("E-0001").saying(text));

        Hit.Snippet snippet = ask(index, "surgeon").hits().getFirst().snippets().getFirst();
        assertThat(snippet.text()).contains("Then the surgeon arrived.");
        assertThat(marked(snippet)).containsExactly("surgeon");
    }

    @Test
    void marksWordsInATextWithoutSentences() {
        String text = "和".repeat(30_000) + "移植" + "和".repeat(30_000);
        Passages.add(index, anItem("E-0001").saying(text));

        Hit.Snippet snippet = ask(index, "移植").hits().getFirst().snippets().getFirst();
        assertThat(snippet.text()).hasSizeLessThan(1_000);
        assertThat(marked(snippet)).containsExactly("移植");
    }

    @Test
    void countsPlacesInASnippetAsItsTextDoes() {
        Passages.add(index, anItem("E-0001").saying("😀😀 The kidney, 😀 and the KIDNEY again."));

        assertThat(marked(index, "kidney")).isEqualTo(List.of("kidney", "KIDNEY"));
    }

    @Test
    void marksAWildWordAndAPieceOfACode() {
        Passages.add(index, anItem("E-0001").saying("See CASE-2024/017 on transplants."));

        assertThat(marked(index, "transpl*")).containsExactly("transplants");
        assertThat(String.join(" ", marked(index, "case-2024/*"))).contains("CASE-2024");
    }
}
