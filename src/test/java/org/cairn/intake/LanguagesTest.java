package org.cairn.intake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The language of a passage, or nothing where nobody could tell.
class LanguagesTest {

    private static final Languages LANGUAGES = new Languages();

    @ParameterizedTest
    @CsvSource({
        "en, 'The doctors took blood from everyone in the room and did not say what it was for or who had asked for it.'",
        "fr, 'Les médecins ont pris du sang à tout le monde dans la pièce et n’ont pas dit à quoi cela devait servir.'",
        "es, 'Los médicos sacaron sangre a todos los que estaban en la sala y no dijeron para qué la querían ni quién la pidió.'",
        "ru, 'Врачи взяли кровь у всех, кто был в комнате, и не сказали, зачем она нужна и кто об этом попросил.'",
        "ar, 'أخذ الأطباء دما من كل من كان في الغرفة ولم يقولوا لماذا يريدونه ولا من الذي طلب منهم ذلك في ذلك اليوم.'",
        "fa, 'پزشکان از همه کسانی که در اتاق بودند خون گرفتند و نگفتند که برای چه می‌خواهند و چه کسی آن را خواسته است.'",
        "tr, 'Doktorlar odadaki herkesten kan aldılar ve bunun ne için olduğunu ya da kimin istediğini söylemediler.'",
        "zh, '医生给房间里的每个人都抽了血，没有说要做什么用。'",
        "ug, 'دوختۇرلار ئۆيدىكى ھەممە كىشىدىن قان ئالدى، لېكىن نېمە ئۈچۈن ئالغانلىقىنى دېمىدى.'",
        "bo, 'སྨན་པས་ཁང་པའི་ནང་གི་མི་ཚང་མ་ལས་ཁྲག་བླངས་པ་རེད།'",
        "he, 'הרופאים לקחו דם מכל מי שהיה בחדר ולא אמרו לשם מה הדבר נחוץ'",
        "th, 'แพทย์เจาะเลือดทุกคนในห้องและไม่ได้บอกว่าจะนำไปใช้ทำอะไร'",
        "my, 'ဆရာဝန်များသည် အခန်းထဲရှိ လူတိုင်းထံမှ သွေးယူခဲ့သည်'",
        "am, 'ሐኪሞቹ በክፍሉ ውስጥ ከነበሩት ሰዎች ሁሉ ደም ወሰዱ ምክንያቱንም አልተናገሩም'",
        "ja, '医師は部屋にいた全員から血を採ったが、何のためかは言わなかった。'",
        "ko, '의사들은 방에 있던 모든 사람의 피를 뽑았지만 이유는 말하지 않았다.'",
    })
    void tellsTheLanguageByItsScriptOrItsWords(String tag, String text) {
        assertThat(LANGUAGES.of(text)).isEqualTo(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "'Photograph: Wayne Wallman and Hannah Freyman'",
        "'Ota tane, ota vahine, ia ora na, maururu roa.'",
    })
    void namesNoUnusualLanguageOnThinEvidence(String text) {
        assertThat(LANGUAGES.of(text)).isEmpty();
    }

    @Test
    void doesNotGuessAtAFewLettersOrNumbers() {
        assertThat(LANGUAGES.of("Ward 7")).isEmpty();
        assertThat(LANGUAGES.of("血")).isEmpty();
        assertThat(LANGUAGES.of("2021-03-04 17 400 0.5 22 1.75 90/60 38.2 17 17 1 2 3 4 5 6 7 8 9"))
                .isEmpty();
    }
}
