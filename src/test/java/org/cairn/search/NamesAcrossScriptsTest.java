package org.cairn.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.cairn.search.Passages.anItem;
import static org.cairn.search.Passages.ask;
import static org.cairn.search.Passages.assertFindsOnlyTheFirst;
import static org.cairn.search.Passages.found;

import java.nio.file.Path;
import java.util.List;
import org.cairn.domain.Protection;
import org.cairn.domain.search.SearchRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAcrossScriptsTest {

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
        "Мухаммад, Muhammad",
        "Мухаммад, محمد",
        "Muhammad, Mohammed",
        "محمد, Mohamed",
        "Mohammed, मुहम्मद",
        "Muhammad, מוחמד",
        "Ahmad, Ахмед",
        "أحمد, Ahmet",
        "Yusuf, يوسف",
        "Юсуф, Yousef",
        "يوسف, יוסף",
        "Али, علي",
        "Ali, עלי",
        "Rebiya, Рабия",
        "رابىيە, Rebiya",
        "Abdullah, عبدالله",
        "Абдулла, Abdullah",
        "Fatima, فاطمة",
        "Фатима, Fatimah",
        "Vladimir, Владимир",
        "Владимир, فلاديمير",
        "فلاديمير, Vladimir",
        "व्लादिमीर, Vladimir",
        "Ильхам, Ilham",
        "ئىلھام, Ilham",
        "Ilham, إلهام",
        "Тохти, Tohti",
        "Ibrahim, Ибрагим",
        "إبراهيم, Ibrahim",
        "عثمان, Osman",
        "Uthman, عثمان",
        "Каддафи, Gaddafi",
        "Đorđević, Ђорђевић",
        "Đorđević, Джорджевич",
        "Xhevdet, Джевдет",
        "Щербаков, שצ׳רבקוב",
        "Gorbachev, גורבצ׳וב",
        "Shcherbakov, Շչերբակով",
        "Щербаков, შჩერბაკოვი",
        "Sharma, शर्मा",
        "القذافي, Qaddafi",
        "Γεώργιος, Georgios",
        "გიორგი, Giorgi",
        "Wei, Вэй",
        "Хасан, حسن",
        "Fathi, فتحي",
        "Фатхи, Fathy",
        "Ishaq, إسحاق",
        "Mazhar, مظهر",
        "Izhak, יצחק",
        "Medhanie, መድሃኔ",
        "Țurcan, Цуркан",
        "Gjergj, Ђерђ",
        "Ehud, אהוד"
    })
    void findsANameHoweverItIsWritten(String asked, String written) {
        assertFindsOnlyTheFirst(
                index, asked, "then the doctor, " + written + ", came", "nobody, Quentin, Перловский, زقاق");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({
        "王伟, Wang Wei",
        "王伟, Wei Wang",
        "王偉, WANG Wei",
        "王伟, Ван Вэй",
        "王伟, وانغ وي",
        "وانغ وي, 王伟",
        "王小明, وانغ شياومينغ",
        "王小明, Wang Xiaoming",
        "王小明, Xiaoming Wang",
        "王小明, Ван Сяомин",
        "欧阳明, Ouyang Ming",
        "Wang Wei, 王伟",
        "wei wang, 王伟",
        "Wang Wei, 王偉",
        "Wang Xiaoming, 王小明",
        "Ван Вэй, 王伟",
        "Ван Сяомин, 王小明",
        "Wangwei, 王伟",
        "Lü Bo, 吕波",
        "Xi Jianmin, 习建民",
        "Си Цзяньминь, 習建民",
        "Li Zhan, 栗战",
        "Rui Chenggang, 芮成钢",
        "Gao Zhisheng, 高智晟",
        "高智晟, Гао Чжишэн",
        "Bo Xilai, 薄熙來",
        "薄熙来, Bo Xilai",
        "吕世平, Lyu Shiping",
        "赖清德, Lai Qingde",
        "Hong Xiuquan, 洪秀全"
    })
    void findsChineseNamesByHowTheyAreRead(String asked, String written) {
        assertFindsOnlyTheFirst(
                index, asked, "in the ward: " + written + " signed it", "因为他往北去 wang 王 he said, and the way");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Abdurrahman | Abdul Rahman",
                "Abdurrahman | Abd al-Rahman",
                "Abdurrahman | عبد الرحمن",
                "Abdul Rahman | عبدالرحمن",
                "Abd al-Rahman | Abdurahman",
                "عبد الرحمن | Abdul Rahman",
                "عبد الرحمن | Абдурахман",
                "Абдурахман | ئابدۇراخمان",
                "ئابدۇراخمان | عبد الرحمن",
                "Abdullah | Abd Allah",
                "Nurmuhemmet | Nur Muhammad",
                "نور محمد | Nurmuhemmet",
                "نۇرمۇھەممەت | نور محمد",
                "Salahuddin | Salah al-Din",
                "Selahattin | صلاح الدين",
                "أبو بكر | Ebubekir",
                "محمد جان | Muhammadjan",
                "al-Bashir | البشير",
                "El Baradei | البرادعي",
                "Jean-Pierre | Жан-Пьер",
                "احمدی‌نژاد | Ahmadinejad"
            })
    void findsNamesThatAreOneWordForSomeAndTwoForOthers(String asked, String written) {
        assertFindsOnlyTheFirst(
                index,
                asked,
                "then the doctor, " + written + ", came",
                "Abdurrahim, عبدالرحيم, Abdurrazzak, Nur Ahmad, البصري, Pierre");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Hsi Chin-p'ing | 习近平",
                "Hsi Chin-p’ing | Xi Jinping",
                "習近平 | Hsi Chin-p'ing",
                "Xi Jinping | Hsi Chin-p'ing",
                "Mao Tse-tung | 毛泽东",
                "毛澤東 | Mao Tsetung",
                "Mao Tse-tung | Mao Zedong",
                "Teng Hsiao-p'ing | Дэн Сяопин",
                "Chou En-lai | 周恩来",
                "Zhou Enlai | Chou En-lai",
                "Cheung Wei | 張偉",
                "张伟 | Cheung Wei",
                "Cheung Wei | Zhang Wei",
                "Wong Xiaoming | 黄晓明",
                "Lee Xiaoming | 李小明",
                "Chan Ming | 陈明",
                "Ng Jianguo | 吴建国",
                "曾建国 | Tsang Jianguo",
                "Li Xiao-ming | 李小明",
                "Li Xiao-ming | Li Xiaoming",
                "Li Xiao Ming | Li Xiaoming",
                "Wang Lihong | 王立宏",
                "Чэнь Цюаньго | 陈全国",
                "陈全国 | Чэнь Цюаньго",
                "Zhuge Liang | 诸葛亮"
            })
    void findsChineseNamesInOlderAndOtherSpellings(String asked, String written) {
        assertFindsOnlyTheFirst(
                index,
                asked,
                "in the ward: " + written + " signed it",
                "李小红, 王强, 毛岸英, Mao Anying, Wang Ping, Chou Li, Wei Dong, 邓颖超");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({
        "Kim Jong-un, 김정은",
        "Kim Jong Un, 김정은이",
        "Gim Jeongeun, 김정은",
        "Ким Чен Ын, 김정은",
        "김정은, Kim Jong-un",
        "김정은, Gim Jeongeun",
        "김정은, Ким Чен Ын",
        "김정은, 김정은은",
        "Kim Jong-un, Kim Jongun",
        "Kim Jong-un, Ким Чен Ын",
        "Park Geun-hye, 박근혜",
        "박근혜, Pak Kunhye",
        "Lee Myung-bak, 이명박",
        "이명박, Yi Myeongbak",
        "Choi Soon-sil, 최순실",
        "최순실, Choe Sunsil",
        "Lim Su-kyung, 임수경",
        "Moon Jae-in, Мун Чжэ Ин"
    })
    void findsKoreanNamesHoweverTheyAreSpelled(String asked, String written) {
        assertFindsOnlyTheFirst(
                index,
                asked,
                "그날 " + written + " came",
                "김정일 김일성 이승만 박지성 Kim Jong-il, Park Ji-sung, Ким Чен Ир, 최고 공원");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "George | ג'ורג'",
                "ג'ורג' | Джордж",
                "Che | צ'ה",
                "ג׳מילה | Jamila",
                "Rabinovich | ראַבינאָוויטש",
                "Mendele | מענדעלע"
            })
    void findsHebrewAndYiddishNamesWithTheApostropheOfAnyKeyboard(String asked, String written) {
        assertFindsOnlyTheFirst(index, asked, written, "של הוא Peter");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({
        "محمد, محمود",
        "حسن, حسين",
        "خالد, خلود",
        "Abdurrahman, عبد الرحيم",
        "Abdul Rahman, Abdul Karim",
        "Kim Jong-un, 김정일",
        "Hsi Chin-p'ing, 习仲勋",
        "Cheung Wei, 王伟",
        "Jean, John",
        "Wang Wei, 왕위",
        "محمد حسن, محمد حسين",
        "علي حسن, علي حسين",
        "نور محمد, نور محمود",
        "عبدالحسن, عبد الحسين",
        "عبد الحسن, عبدالحسين",
        "نورمحمد, نور محمود"
    })
    void tellsNamesApartThatAreNearlyAlike(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying("then " + written + ", came"));
        assertThat(found(index, asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Анна Ли | Анна и Пётр пришли. Иван и Мария ушли.",
                "Иван Ли | Иван и Мария ушли, а Пётр и Анна остались.",
                "Sarah Lee | I, Sarah Ahmed, declare that I was there, and Sarah I know",
                "吴仪 | У иных у и не было ничего. У И я",
                "吴仪 | Then NGO I visited, Ng I said, and Wu I did not see",
                "Wu Yi | Then NGO I visited, Ng I said, and Wu I did not see",
                "Su Yi | He was ill so I went. So I asked him.",
                "王德 | Les ONG de Paris ; de Lyon, l'ONG de la ville. / Mr Ong. De Paris. / ONG de Lyon",
                "Wang De | Les ONG de Paris ; de Lyon, l'ONG de la ville. / Mr Ong. De Paris. / ONG de Lyon",
                "Lu De | lo de siempre. Lo de ayer, lo de Juan, de Ana",
                "倪毅 | Он не пришёл, и ни слова. Ни он, и ни она.",
                "Alipour | Un repas avec Ali pour dire adieu, et pour tous. / Pour Ali. / pour toi, Ali",
                "Noor Mohammed | Es war nur Mohammed, und nur er. / Nur du. / und nur ich",
                "Ibn Ali | Ich bin Ali, und ich bin hier. / Bin ihm sehr dankbar. / und ich bin",
                "Muhammad Ali | حصل محمد على وثيقة"
            })
    void takesNoWordsThatStandTogetherByChanceForAName(String asked, String written) {
        int number = 1;
        for (String text : written.split(" / ")) {
            Passages.add(index, anItem("E-000" + number).saying(text));
            number++;
        }
        assertThat(found(index, asked)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "un-American, an American came",
        "US-China, China came",
        "UN-Habitat, the Habitat of Habitat",
        "AS-Roma, Roma came",
        "El Salvador, Salvador Allende",
        "nur Herz, Nurherz came",
        "biscuit tin, Mr Biskuitdin came",
        "王伟, وانغ في المستشفى",
        "王伟, قال وانغ في المستشفى إن في الدار"
    })
    void takesNoWordsWithoutANameForAName(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying(written));
        assertThat(found(index, asked)).isEmpty();
    }

    @Test
    void tellsNoNameByWordsThatAreNamesInAnotherPassageOnly() {
        Passages.add(
                index,
                anItem("E-0001").saying("Mr Pour and Mrs Pour, Mr Pour again"),
                anItem("E-0002").saying("avec Ali pour toi"));
        assertThat(found(index, "Alipour")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "손흥민, Son Heung-min",
        "Son Heung-min, 손흥민",
        "이명박, Lee Myung-bak",
        "Wu Yi, 吴仪",
        "吴仪, Wu Yi",
        "유재석, Yoo Jae-suk",
        "王德, Wang De",
        "安乐, An Le",
        "최순실, Цой Сун Силь",
        "ash-Shams, الشمس",
        "an-Nur, النور",
        "аль-Башир, البشير",
        "al-Bashir, el-Beshir",
        "Son Heung-min, SON Heung-min"
    })
    void findsNamesOfShortAndFrequentWords(String asked, String written) {
        assertFindsOnlyTheFirst(
                index, asked, "then the doctor, " + written + ", came", "so I saw son of Paris, his fils et son chat");
    }

    @Test
    void findsManyNamesThatAreAskedForTogether() {
        String families = "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Gao Lin Luo "
                + "Zheng Liang Xie Song Tang Han Feng Deng Cao Peng";
        StringBuilder names = new StringBuilder();
        for (String family : families.split(" ")) {
            names.append(family).append(" Xiaoming ");
        }
        Passages.add(index, anItem("E-0001").saying(names + "Sjaoming Hsiaoming Hsiao-ming Xiao-Ming"));
        assertThat(found(index, names.toString())).containsExactly("E-0001");
    }

    @ParameterizedTest
    @CsvSource({"Abdurrahman, Abdul Rahman", "Kim Jong-un, 김정은이", "Mao Zedong, Mao Tse-tung", "Nurmuhemmet, نور محمد"})
    void tellsAllWordsOfANameThatItFound(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying("then the doctor, " + written + ", came"));
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly(written);
    }

    @ParameterizedTest
    @CsvSource({
        "Tenzin, བསྟན་འཛིན",
        "Тензин, བསྟན་འཛིན",
        "tsering, ཚེ་རིང",
        "Цэрин, ཚེ་རིང",
        "Pema, པདྨ",
        "Dorjee, རྡོ་རྗེ",
        "Lobzang, བློ་བཟང",
        "Choekyi, ཆོས་ཀྱི",
        "བསྟན་འཛིན, Tenzin",
        "བསྟན་འཛིན་, Тензин",
        "ཚེ་རིང, Tsering",
        "པདྨ, Pema",
        "བཀྲ་ཤིས, Trashi",
        "དགེ་འདུན, Гендун"
    })
    void findsTibetanNamesByHowTheyAreSaid(String asked, String written) {
        assertFindsOnlyTheFirst(
                index,
                asked,
                "ཁོང་གིས་" + written + "་ལགས་དང་མཉམ་དུ་བྲིས་པ་རེད། " + written + ".",
                "ང་ཚོ་ནི་དེབ་འདི་ལ་དགའ་པོ་ཡོད། nobody came");
        assertThat(ask(index, asked).hits().getFirst().snippets().getFirst().alsoAs())
                .containsExactly(written);
    }

    @Test
    void findsFullNamesInTibetanBothWays() {
        Passages.add(
                index,
                anItem("E-0001").saying("མིང་ནི་བསྟན་འཛིན་རྒྱ་མཚོ་ཡིན།"),
                anItem("E-0002").saying("His name is Tenzin Gyatso."),
                anItem("E-0003").saying("Tenzin came alone, བསྟན་འཛིན་གཅིག་པུ།"));
        assertThat(found(index, "Tenzin Gyatso")).containsExactly("E-0001", "E-0002");
        assertThat(found(index, "བསྟན་འཛིན་རྒྱ་མཚོ")).containsExactly("E-0001", "E-0002");
        assertThat(found(index, "\"Tenzin\"")).containsExactly("E-0002", "E-0003");
    }

    @ParameterizedTest
    @CsvSource({"Dang, དང་", "Kyi, བོད་ཀྱི་", "La, ལྷ་ས་ལ་", "Ne, ནས་", "Tenzin, བསྟན་པ་འཛིན"})
    void takesNoParticleForAName(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying(written + "བྲིས་པ་རེད།"));
        assertThat(found(index, asked)).isEmpty();
    }

    @Test
    void tellsWhichCharactersItFound() {
        Passages.add(index, anItem("E-0001").saying("手术由王伟医生主刀。"));
        assertThat(ask(index, "Wang Wei")
                        .hits()
                        .getFirst()
                        .snippets()
                        .getFirst()
                        .alsoAs())
                .containsExactly("王伟");
    }

    @Test
    void takesNoPlainWordForAName() {
        Passages.add(
                index,
                anItem("E-0001").saying("the donor was asked; a donor has rights; no donor came"),
                anItem("E-0002").saying("Mr Donner lives there"));
        assertThat(found(index, "donor")).containsExactly("E-0001");
        assertThat(found(index, "Donner")).contains("E-0002");
    }

    @Test
    void takesNoPlainWordOfTheArchiveForAnotherName() {
        Passages.add(
                index,
                anItem("E-0001").saying("he sold a hill"),
                anItem("E-0002").saying("Хилл сказал"));
        assertThat(found(index, "Хилл")).containsExactly("E-0002");
    }

    @ParameterizedTest
    @CsvSource({
        "Wei, في الفقرة",
        "Ван, وإن الجواز",
        "Ван, FN: 7",
        "Wei, We came",
        "Ali, إلى المدينة",
        "Ali, ذهب على الطريق"
    })
    void takesNoSmallWordForAName(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying(written));
        assertThat(found(index, asked)).isEmpty();
    }

    @Test
    void findsExactlyTheseLettersInQuotes() {
        Passages.add(
                index, anItem("E-0001").saying("Muhammad"), anItem("E-0002").saying("Mohammed"));
        assertThat(found(index, "\"Muhammad\"")).containsExactly("E-0001");
        assertThat(found(index, "Muhammad")).containsExactly("E-0001", "E-0002");
    }

    @Test
    void ranksTheNameAsAskedFirst() {
        Passages.add(
                index,
                anItem("E-0001").saying("Mohammed and Mohammed and Mohammed"),
                anItem("E-0002").saying("one called Muhammad, among many others who came that day to the clinic"));
        assertThat(ask(index, "Muhammad").hits())
                .extracting(hit -> hit.reference().toString())
                .containsExactly("E-0002", "E-0001");
    }

    private void addMany(int from, int many, String words) {
        Passages.AnItem[] items = new Passages.AnItem[many];
        for (int i = 0; i < many; i++) {
            items[i] = anItem("E-" + (from + i)).saying(words);
        }
        Passages.add(index, items);
    }

    @Test
    void ranksAFrequentNameAsAskedBeforeARareSpelling() {
        addMany(1000, 200, "Muhammad came");
        Passages.add(index, anItem("E-0001").saying("Mohamat came"));
        assertThat(ask(index, "Muhammad").total()).isEqualTo(201);
        assertThat(ask(index, "Muhammad").hits())
                .extracting(hit -> hit.reference().toString())
                .doesNotContain("E-0001");
    }

    @Test
    void takesNoFrequentWordForANameThatSentencesBeginWith() {
        addMany(1000, 150, "Water was brought");
        addMany(2000, 600, "he asked for water");
        Passages.add(index, anItem("E-0001").saying("Wader came"));
        assertThat(ask(index, "water").total()).isEqualTo(750);
    }

    @Test
    void textsInCapitalsNameNobody() {
        Passages.add(
                index,
                anItem("E-0001").saying("WEATHER REPORT FOR THE CAMP KEMP COMB AND ALL ITS INMATES TO BE SENT AT ONCE"),
                anItem("E-0002").saying("the water of the camp"));
        assertThat(found(index, "water")).containsExactly("E-0002");
    }

    @ParameterizedTest
    @CsvSource({"name, 那么就去", "line, 哪里呢", "nine, 你呢", "women, 我们就去", "beijing, 背景", "Beijing, 背景"})
    void wordsThatAreReadLikeChineseAreNoNames(String asked, String written) {
        Passages.add(index, anItem("E-0001").saying(written));
        assertThat(found(index, asked)).isEmpty();
    }

    @Test
    void findsOtherScriptsBesideManySpellings() {
        Passages.AnItem[] items = new Passages.AnItem[27];
        for (int i = 0; i < 25; i++) {
            String written = "M" + (i % 5 < 2 ? "o" : "u") + "h".repeat(1 + i % 3) + "a" + "m".repeat(1 + i / 5)
                    + (i % 2 == 0 ? "ad" : "ed");
            items[i] = anItem("E-" + (1000 + i))
                    .saying("saw " + written + " and " + written.toUpperCase(java.util.Locale.ROOT));
        }
        items[25] = anItem("E-0001").saying("محمد");
        items[26] = anItem("E-0002").saying("Мухаммад");
        Passages.add(index, items);
        assertThat(found(index, "Muhammad NOT saw")).containsExactly("E-0001", "E-0002");
    }

    @Test
    void namesOfHiddenPassagesMoveNothing() {
        Passages.add(
                index,
                anItem("E-0001").saying("Muhammad, Ахмад"),
                anItem("E-0002").saying("Mohammed again"));
        SearchRequest asked = SearchRequest.of("Мухаммад");
        var before = index.search(asked, Protection.RESTRICTED);
        Passages.add(index, anItem("E-0003").kept(Protection.SEALED).saying("Mohamad, محمد, Мухаммад Мухаммад"));
        var after = index.search(asked, Protection.RESTRICTED);
        assertThat(after.total()).isEqualTo(before.total());
        assertThat(after.hits()).isEqualTo(before.hits());
        assertThat(index.search(asked, Protection.SEALED).total()).isEqualTo(3);
    }

    @Test
    void hiddenCharactersMoveNoScore() {
        Passages.add(index, anItem("E-0001").saying("王伟 和 王小明"));
        List<SearchRequest> asked = List.of(SearchRequest.of("Wang Wei"), SearchRequest.of("Ван Вэй"));
        var before = asked.stream()
                .map(one -> index.search(one, Protection.RESTRICTED).hits())
                .toList();
        Passages.add(index, anItem("E-0002").kept(Protection.SEALED).saying("汪维 王薇 Ван Вэй"));
        var after = asked.stream()
                .map(one -> index.search(one, Protection.RESTRICTED).hits())
                .toList();
        assertThat(after).isEqualTo(before);
    }
}
